import {expect, fixture, html} from '@open-wc/testing';
import {parsePayload} from '@ppgp/schema/validate';
import {fakeSite, heard, part, pressPart, reaches, root, text, until, type TestedElement} from '@ppgp/testing/element';
import {runEmbeddableSuite} from '@ppgp/testing/embeddable';
import {grid} from '../../../testing/src/states/a-grid.js';
import {forgetDossiers, marks, presses} from '../../../testing/src/states/grid-states.js';
import {begun, cameBack, shown, types} from './grid.kit.js';

describe('a grid for an integrator', () => {
  beforeEach(forgetDossiers);
  afterEach(forgetDossiers);

  it('a rating is a valid payload with codes, not with names', async () => {
    const element = await shown({definition: grid});
    await types(element, 'title', 'Flyer : vous attendez');
    await types(element, 'rater', 'relectrice 2');
    await pressPart(element, 'next');
    await marks(element, 'yes');
    for (let step = 0; step < 4; step++) await pressPart(element, 'next');
    const submitted = heard(element, 'ppgp-submit');
    await pressPart(element, 'send');
    const {campaign, version, payload} = (await submitted).submission;
    expect([campaign, version]).to.deep.equal(['essai-grille', '1']);
    expect(parsePayload(payload).answers).to.deep.equal({i1: 'yes'});
    expect(payload.rating).to.include({document: 'flyer-vous-attendez', documentVersion: 'v1', raterLabel: 'relectrice 2', round: 'own'});
    expect(payload.rating?.rater).to.match(/^r-[0-9a-f]{12}$/);
    await reaches(element, 'handed');
  });

  it('a rating that is sent again takes the place of the one that was sent before, in a later visit too', async () => {
    const {endpoint} = await fakeSite();
    const gives = async (element: TestedElement): Promise<{id: string; replaces: string | undefined}> => {
      const submitted = heard(element, 'ppgp-submit');
      const sent = heard(element, 'ppgp-sent');
      await pressPart(element, 'send');
      await reaches(element, 'sent');
      return {id: (await sent).id, replaces: parsePayload((await submitted).submission.payload).replaces};
    };
    const element = await begun({definition: grid, endpoint});
    await marks(element, 'yes');
    await presses(element, 'Tous les items');
    const first = await gives(element);
    expect(first.replaces).to.equal(undefined);
    await pressPart(element, 'to-dossier');
    await presses(element, 'Reprendre');
    const second = await gives(element);
    expect(second.replaces).to.equal(first.id);
    element.remove();
    const again = await cameBack({endpoint});
    await presses(again, 'Reprendre');
    expect((await gives(again)).replaces).to.equal(second.id);
  });

  it('a mark is told, with its item', async () => {
    const element = await begun();
    const changed = heard(element, 'ppgp-change');
    await marks(element, 'no');
    expect(await changed).to.include({question: 'i1', answer: 'no'});
  });

  it('a grid whose items may never be answered, or with a number twice, is refused with a sentence', async () => {
    for (const items of [[], [1, 1].map((number, at) => ({id: `i${at}`, number, domain: 'comprendre', topic: 'contenu', label: 'Un'}))]) {
      const element = await fixture<TestedElement>(
        html`<pemat-grid .definition=${{...grid, items, facts: undefined, advice: undefined}}></pemat-grid>`,
      );
      await reaches(element, 'failed');
      expect(text(element).length).to.be.greaterThan(20);
    }
  });

  it('a colour that the page calls --ink stays outside', async () => {
    const page = document.createElement('div');
    page.style.setProperty('--ink', 'rgb(1, 2, 3)');
    const element = await fixture<TestedElement>(html`<pemat-grid .definition=${grid}></pemat-grid>`, {parentNode: page});
    await until('it can be answered', () => part(element, 'next') !== null);
    await pressPart(element, 'next');
    await marks(element, 'yes');
    const image = root(element).querySelector('.status > svg');
    expect(image && getComputedStyle(image).color).not.to.equal('rgb(1, 2, 3)');
  });

  it('on paper, no word above the boxes is broken', async () => {
    const element = await shown({definition: grid});
    await pressPart(element, 'to-paper');
    await until('it is there', () => root(element).querySelector('table') !== null);
    const words = document.createRange();
    words.selectNodeContents(root(element).querySelectorAll('thead th')[1] as Node);
    expect(words.getClientRects()).to.have.length(1);
  });

  it('markup in a grid is text (mode 76)', async () => {
    const label = '<img src=x onerror=alert(1)>';
    const items = grid.items.map((item) => ({...item, label}));
    const element = await begun({definition: {...grid, items}});
    expect(text(element)).to.include(label);
    expect(root(element).querySelector('img')).to.equal(null);
  });
});

runEmbeddableSuite('pemat-grid');
