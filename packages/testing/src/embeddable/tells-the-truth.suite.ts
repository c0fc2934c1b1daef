import {expect} from '@open-wc/testing';
import {openStore} from '@ppgp/browser-store';
import {newId} from '@ppgp/outbox';
import {DATABASE, pageOutbox} from '@ppgp/outbox/browser';
import type {Questionnaire} from '@ppgp/schema';
import {
  aQuestionnaire,
  answersAll,
  emptyOutbox,
  fakeSite,
  heard,
  part,
  pressPart,
  reaches,
  ready,
  root,
  slowDevice,
  text,
  until,
  type FakeSite,
  type TestedElement,
} from '../element/index.js';
import type {ElementStates} from '../states/index.js';

const choices = [
  {id: 'a', label: 'Un'},
  {id: 'b', label: 'Deux'},
];
const one = {id: 'une', type: 'single', label: 'Une ?', choices};
const two = {id: 'deux', type: 'single', label: 'Deux ?', choices};

/** An element that asks keeps and tells what is true, whatever the host does with its node, its definition and its network. */
export function tellsTheTruth({tag}: ElementStates): void {
  describe('whatever its host does', () => {
    let place: HTMLElement;
    let site: FakeSite;
    beforeEach(async () => {
      site = await fakeSite();
      place = document.createElement('div');
      document.body.append(place);
    });
    afterEach(async () => {
      await site.order({answers: 'up'});
      await emptyOutbox();
      place.remove();
    });

    async function shows(definition: Questionnaire, endpoint = site.endpoint): Promise<TestedElement> {
      const element = document.createElement(tag) as TestedElement;
      place.append(Object.assign(element, {definition, endpoint}));
      await ready(element);
      return element;
    }
    const moves = (element: Element): void => document.body.appendChild(place.appendChild(document.createElement('div'))).append(element);
    const chosen = (element: Element): string[] =>
      [...root(element).querySelectorAll<HTMLInputElement>('input:checked')].map(({value}) => value);
    const answersFirst = async (element: TestedElement): Promise<void> => {
      root(element).querySelector('input')?.click();
      await element.updateComplete;
    };
    /** The next thing of this kind that the page's outbox tells. */
    const told = (type: 'sent' | 'retry'): Promise<void> =>
      new Promise((resolve) => {
        const stop = pageOutbox().watch((event) => {
          if (event.type !== type) return;
          stop();
          resolve();
        });
      });

    it('keeps its answers when its node is moved', async () => {
      const element = await shows(aQuestionnaire([one, two]));
      await answersFirst(element);
      moves(element);
      await element.updateComplete;
      expect(element.answers).to.deep.equal({une: 'a'});
      expect(chosen(element)).to.deep.equal(['a']);
      element.remove();
    });

    it('saves and sends when its node is moved in the middle of saving (mode 44)', async () => {
      const fast = await slowDevice();
      const element = await shows(aQuestionnaire([one]));
      await answersAll(element);
      await pressPart(element, 'send');
      expect(element.state).to.equal('saving');
      const saved = heard(element, 'ppgp-saved');
      moves(element);
      fast();
      await saved;
      await reaches(element, 'sent');
      expect(part(element, 'receipt')).to.exist;
      element.remove();
    });

    it('taken off the page while its answer is delivered and put back, it says that it was delivered', async () => {
      await site.order({answers: 'held'});
      const element = await shows(aQuestionnaire([one]));
      await answersAll(element);
      await pressPart(element, 'send');
      await reaches(element, 'saved');
      element.remove();
      const sent = told('sent');
      await site.order({answers: 'up'});
      await sent;
      place.append(element);
      await reaches(element, 'sent');
    });

    it('taken off the page while its answer is saved and put back, it does not say that it is saving', async () => {
      await site.order({answers: 'down'});
      const fast = await slowDevice();
      const element = await shows(aQuestionnaire([one]));
      await answersAll(element);
      await pressPart(element, 'send');
      element.remove();
      const tried = told('retry');
      fast();
      await tried;
      place.append(element);
      await reaches(element, 'saved');
    });

    it('stops saying that an answer waits once another page has sent it', async () => {
      await site.order({answers: 'down'});
      const item = {id: newId(), campaign: 'c', version: '1', day: '2026-11-21', payload: '{}', hash: `sha256-${'A'.repeat(43)}`};
      const endpoint = new URL(site.endpoint, document.baseURI).href;
      const store = openStore(DATABASE);
      // As an earlier visit left it, so that this page has nothing to prove.
      await store.commit([{put: `parcel/1/${item.id}`, value: {v: 1, endpoint, item, state: 'pending', tries: 0, savedDay: item.day}}]);
      const element = await shows(aQuestionnaire([one]));
      await until('it says that one waits', () => text(element).includes('1 réponse enregistrée sur cet appareil'));
      await store.commit([{remove: `parcel/1/${item.id}`}]);
      dispatchEvent(new Event('online'));
      await until('it says so no more', () => !text(element).includes('1 réponse enregistrée sur cet appareil'));
    });

    it('keeps each answer that still fits when the host gives a corrected definition', async () => {
      const element = await shows(aQuestionnaire([one, two]));
      await answersFirst(element);
      element.definition = aQuestionnaire(
        [
          {...one, label: 'Une, mieux dite ?'},
          {...two, id: 'trois'},
        ],
        {version: '2'},
      );
      await ready(element);
      expect(element.answers).to.deep.equal({une: 'a'});
      expect(chosen(element)).to.deep.equal(['a']);
      expect(text(element)).to.include('Une, mieux dite ?');
    });

    it('leaves out an answer that a new definition does not know, and keeps the others', async () => {
      const element = await shows(aQuestionnaire([one, two]));
      await answersAll(element);
      element.definition = aQuestionnaire([{...one, choices: choices.slice(0, 1)}, two], {version: '2'});
      await ready(element);
      expect(element.answers).to.deep.equal({deux: 'b'});
    });

    it('keeps its answers when the host gives its endpoint late', async () => {
      const element = await shows(aQuestionnaire([one, two]), '');
      await answersFirst(element);
      Object.assign(element, {endpoint: site.endpoint});
      await ready(element);
      expect(element.answers).to.deep.equal({une: 'a'});
    });
  });
}
