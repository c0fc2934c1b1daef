import {expect, fixture, html} from '@open-wc/testing';
import {openStore} from '@ppgp/browser-store';
import {parsePayload} from '@ppgp/schema/validate';
import {fakeSite, heard, part, pressPart, reaches, root, text, until, type TestedElement} from '@ppgp/testing/element';
import {runEmbeddableSuite} from '@ppgp/testing/embeddable';
import {dossier, forgetDossiers, marks, presses, takes} from '../../../testing/src/states/grid-states.js';
import {grid} from '../../../testing/src/states/a-grid.js';
import '../define/pemat-grid.js';
import {Reader} from '../internal/reader.js';
import {csvOf} from './dossier/csv.js';
import type {RatingRecord} from './dossier/rating-record.js';

async function shown({definition, endpoint = ''}: {definition?: object; endpoint?: string} = {}): Promise<TestedElement> {
  const element = await fixture<TestedElement>(html`<pemat-grid .definition=${definition} endpoint=${endpoint}></pemat-grid>`);
  await until('it can be answered', () => part(element, 'next') !== null);
  return element;
}

async function begun(properties: {definition?: object; endpoint?: string} = {definition: grid}): Promise<TestedElement> {
  const element = await shown(properties);
  await pressPart(element, 'next');
  await until('an item is there', () => part(element, 'undo') !== null);
  return element;
}

const type = async (element: TestedElement, id: string, value: string): Promise<void> => {
  const field = root(element).querySelector<HTMLInputElement>(`[id=${id}]`);
  if (!field) throw new Error(`There is no field ${id}.`);
  field.value = value;
  field.dispatchEvent(new InputEvent('input', {bubbles: true}));
  await element.updateComplete;
};

/** The marks of every rating on this device. */
async function keptMarks(): Promise<string[]> {
  const kept = await openStore('ppgp-dossiers').page('rating/', {limit: 50});
  return kept.map(([, record]) => JSON.stringify((record as RatingRecord).rated.marks));
}

const chosen = (element: TestedElement): string | undefined =>
  root(element).querySelector<HTMLInputElement>('input[type=radio]:checked')?.value;

describe('pemat-grid', () => {
  beforeEach(forgetDossiers);
  afterEach(forgetDossiers);

  describe('for a rater', () => {
    it('an item is a group of radio buttons named by its place, its topic and its statement', async () => {
      const element = await begun({});
      const legend = root(element).querySelector('fieldset[part=item] legend');
      expect(legend?.textContent.replace(/\s+/g, ' ').trim()).to.equal(
        'Item 1 sur 24ContenuDès le titre ou les premiers mots, on sait à quoi sert ce document.',
      );
      expect(root(element).querySelectorAll('fieldset[part=item] input[type=radio]')).to.have.length(2);
    });

    it('goes through all items, the landmarks last, and comes to the result', async () => {
      const element = await begun();
      for (const place of ['Item 1 sur 3', 'Item 2 sur 3', 'Item 3 sur 3', 'Repère 1 sur 1']) {
        expect(text(element)).to.include(place);
        await pressPart(element, 'next');
      }
      expect(text(element)).to.include('Il reste 3 items sans réponse');
    });

    it('offers « sans objet » only where the item allows it', async () => {
      const element = await begun();
      expect(root(element).querySelectorAll('input[type=radio]')).to.have.length(2);
      await pressPart(element, 'next');
      expect(root(element).querySelectorAll('input[type=radio]')).to.have.length(3);
    });

    it('shows the score at once, provisional until all that applies is answered', async () => {
      const element = await begun();
      expect(text(element)).to.include('Pas encore commencé : 2 items.');
      await marks(element, 'yes');
      expect(text(element)).to.include('1 ÷ 1 = 100 %. Provisoire : 1 item a une réponse, sur 2. Repère d’usage : 70 %.');
      await pressPart(element, 'next');
      await marks(element, 'na');
      expect(text(element)).to.include('1 ÷ 1 = 100 %. Repère d’usage').and.not.include('Provisoire');
    });

    it('a mark can be undone and done again', async () => {
      const element = await begun();
      await marks(element, 'yes');
      await pressPart(element, 'undo');
      expect(chosen(element)).to.equal(undefined);
      await pressPart(element, 'redo');
      expect(chosen(element)).to.equal('yes');
    });

    it('what is ticked for the whole document is seen in its items, and unticked it is gone', async () => {
      const element = await shown({definition: grid});
      root(element).querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
      await element.updateComplete;
      await pressPart(element, 'next');
      await pressPart(element, 'next');
      expect(chosen(element)).to.equal('na');
      await presses(element, 'Le document');
      root(element).querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
      await element.updateComplete;
      expect(text(element)).to.include('Commencer');
    });

    it('focus goes to the statement of the next item', async () => {
      const element = await begun();
      await pressPart(element, 'next');
      expect(root(element).activeElement?.id).to.equal('item');
    });

    it('says that each answer is kept on this device once it is so', async () => {
      const element = await begun();
      expect(text(element)).not.to.include('enregistrée sur cet appareil');
      await marks(element, 'yes');
      await until('it is kept', () => text(element).includes('Chaque réponse est enregistrée sur cet appareil.'));
    });
  });

  describe('coming back', () => {
    it('finds the ratings of an earlier visit, with every mark and remark', async () => {
      const first = await begun();
      await marks(first, 'no');
      await type(first, 'note', 'Le titre est vague');
      await until('it is kept', () => text(first).includes('enregistrée sur cet appareil'));
      first.remove();
      const again = await fixture<TestedElement>(html`<pemat-grid .definition=${grid}></pemat-grid>`);
      await until('the dossier is there', () => part(again, 'version') !== null);
      await presses(again, 'Reprendre');
      expect(text(again)).to.include('Pas d’accord').and.include('Le titre est vague');
    });

    it('two windows on one rating: neither overwrites the other, however long both go on', async () => {
      const first = await begun();
      await marks(first, 'yes');
      await until('it is kept', () => text(first).includes('enregistrée sur cet appareil'));
      const second = await fixture<TestedElement>(html`<pemat-grid .definition=${grid}></pemat-grid>`);
      await until('the dossier is there', () => part(second, 'version') !== null);
      await presses(second, 'Reprendre');
      await presses(second, '1On sait');
      await marks(second, 'no');
      await until('it is kept', () => text(second).includes('enregistrée sur cet appareil'));
      await pressPart(first, 'next');
      await marks(first, 'na');
      await until('it is said', () => text(first).includes('la vôtre est gardée à part'));
      await pressPart(first, 'next');
      await marks(first, 'no');
      await first.updateComplete;
      expect((await keptMarks()).sort()).to.deep.equal(['{"i1":"no"}', '{"i1":"yes","i2":"na","i3":"no"}']);
    });

    it('two windows on one rating: what was answered before the fault was noticed goes to the copy as well', async () => {
      const first = await begun();
      await marks(first, 'yes');
      await first.updateComplete;
      const second = await fixture<TestedElement>(html`<pemat-grid .definition=${grid}></pemat-grid>`);
      await until('the dossier is there', () => part(second, 'version') !== null);
      await presses(second, 'Reprendre');
      await presses(second, '1On sait');
      await marks(second, 'no');
      await second.updateComplete;
      // Quicker than the device: three changes wait when the first of them is refused.
      for (const mark of ['no', 'yes', 'no', 'yes']) root(first).querySelector<HTMLInputElement>(`input[value=${mark}]`)?.click();
      await first.updateComplete;
      await until('it is said', () => text(first).includes('la vôtre est gardée à part'));
      expect((await keptMarks()).sort()).to.deep.equal(['{"i1":"no"}', '{"i1":"yes"}']);
      const third = await fixture<TestedElement>(html`<pemat-grid .definition=${grid}></pemat-grid>`);
      await until('both are there', () => text(third).includes('2 lectures'));
    });

    it('another name is kept without another answer', async () => {
      const element = await begun();
      await marks(element, 'yes');
      await presses(element, 'Le document');
      await type(element, 'title', 'Lettre de rendez-vous');
      root(element)
        .querySelector('[id=title]')
        ?.dispatchEvent(new Event('change', {bubbles: true}));
      await element.updateComplete;
      const again = await fixture<TestedElement>(html`<pemat-grid .definition=${grid}></pemat-grid>`);
      await until('the dossier is there', () => part(again, 'version') !== null);
      expect(text(again)).to.include('Lettre de rendez-vous').and.include('1 lecture');
    });

    it('whoever is new may open a dossier first', async () => {
      const element = await shown({definition: grid});
      await pressPart(element, 'to-dossier');
      await until('all documents are there', () => root(element).querySelector('input[type=file]') !== null);
      await takes(element, dossier);
      expect(text(element)).to.include('4 lectures ajoutées');
    });

    it('a device that keeps nothing is said, and nothing is called kept', async () => {
      const {open} = IDBFactory.prototype;
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'SecurityError');
      };
      try {
        const element = await begun();
        await marks(element, 'yes');
        await until('it is said', () => text(element).includes('n’enregistre pas vos réponses'));
        expect(text(element)).not.to.include('Chaque réponse est enregistrée');
      } finally {
        IDBFactory.prototype.open = open;
      }
    });
  });

  describe('several raters', () => {
    async function withDossier(): Promise<TestedElement> {
      const element = await begun();
      await marks(element, 'yes');
      await presses(element, 'Vos documents');
      await takes(element, dossier);
      return element;
    }

    it('a dossier is opened from a file; what is no dossier changes nothing', async () => {
      const element = await withDossier();
      expect(text(element)).to.include('4 lectures ajoutées');
      await takes(element, '{"format":"autre"}');
      await until('it is refused', () => text(element).includes('Ce fichier n’est pas un dossier'));
      expect(text(element)).to.include('relectrice 3');
    });

    it('disagreements come first, with what each rater said, and the measures of agreement by name', async () => {
      const element = await withDossier();
      await presses(element, 'Comparer les lectures');
      expect(text(element)).to.include('1 désaccord sur 3 items');
      const first = root(element).querySelector('fieldset.card');
      expect(first?.textContent).to.include('relectrice 2').and.include('1 d’accord, 2 pas d’accord');
      for (const name of ['Part d’accord', 'κ de Fleiss', 'AC1 de Gwet', 'α de Krippendorff']) expect(text(element)).to.include(name);
    });

    it('what is settled together is kept apart, with its reason, and never changes a rater’s own marks', async () => {
      const element = await withDossier();
      await presses(element, 'Comparer les lectures');
      await marks(element, 'yes');
      const why = root(element).querySelector<HTMLInputElement>('[id^=why]');
      if (!why) throw new Error('There is nowhere to say why.');
      why.value = 'Relu à trois.';
      why.dispatchEvent(new Event('change'));
      await until('it is kept', () => text(element).includes('enregistrée sur cet appareil'));
      await presses(element, 'Vos documents');
      expect(text(element)).to.include('avis commun établi');
      await presses(element, 'Reprendre relectrice 1');
      const second = [...root(element).querySelectorAll('li')].find((line) => line.textContent.includes('Les tableaux sont simples'));
      expect(second?.textContent).to.include('Pas d’accord');
    });

    it('a rating is removed in two steps, and put back', async () => {
      const element = await withDossier();
      const remove = [...root(element).querySelectorAll<HTMLElement>('[part~=remove]')].find((each) =>
        each.textContent.includes('relectrice 3'),
      );
      expect(remove?.checkVisibility({visibilityProperty: true})).to.equal(false);
      const details = remove?.closest('details');
      if (details) details.open = true;
      remove?.click();
      await element.updateComplete;
      expect(text(element)).not.to.include('Reprendre relectrice 3');
      expect(await keptMarks()).to.have.length(4);
      await pressPart(element, 'put-back');
      expect(text(element)).to.include('Reprendre relectrice 3');
      expect(await keptMarks()).to.have.length(5);
    });

    it('a rating that came from elsewhere stays in its place when it is gone on with', async () => {
      const element = await withDossier();
      await presses(element, 'Reprendre relectrice 1');
      await presses(element, '2Les tableaux');
      await marks(element, 'yes');
      expect(await keptMarks()).to.have.length(5);
    });

    it('both kinds of CSV hold every answer; only that for offices guards against formulas', () => {
      const record = {...dossier.ratings[0], raterLabel: '=1+1'} as RatingRecord;
      const [forOffices = '', open = ''] = (['tableur', 'open'] as const).map((profile) =>
        csvOf(grid, [record], new Reader('fr'), profile),
      );
      expect(forOffices.slice(0, 12)).to.equal('\ufeff"document";');
      expect(open.slice(0, 11)).to.equal('"document",');
      expect([forOffices, open].map((csv) => csv.split('\r\n').length)).to.deep.equal([6, 6]);
      expect(forOffices).to.include('"\'=1+1"');
      expect(open).to.include('"=1+1"');
    });

    it('the ratings of others are read from the collector, beside the own one and never over it', async () => {
      const answer = (rater: string, mark: string, id: string): object => ({
        id,
        day: '2026-11-20',
        payload: {
          answers: {i1: mark},
          rating: {dossier: 'd', document: 'document', documentVersion: 'v1', rater, round: 'own', raterLabel: `relectrice ${rater}`},
        },
      });
      const given = (...ratings: object[]): Record<string, unknown> => ({
        '/grille': grid,
        '/grille/ratings': {format: 'ppgp-ratings/1', ratings},
      });
      const site = await fakeSite({files: given(answer('r-b', 'no', 'a1'), {odd: true})});
      const element = await fixture<TestedElement>(html`<pemat-grid .src=${`${site.path}/grille`} .token=${'rate'}></pemat-grid>`);
      await until('it can be answered', () => part(element, 'next') !== null);
      await pressPart(element, 'next');
      await marks(element, 'yes');
      await pressPart(element, 'to-dossier');
      await presses(element, 'Lire les lectures des autres');
      await until('it is read', () => text(element).includes('1 lecture reçue.'));
      const [own] = await openStore('ppgp-dossiers').page('rating/', {limit: 9});
      const mine = (own?.[1] as RatingRecord).rater;
      await site.order({files: given(answer('r-b', 'yes', 'a2'), answer(mine, 'no', 'a3'))});
      await presses(element, 'Lire les lectures des autres');
      await until('both agree', async () => (await keptMarks()).every((kept) => kept === '{"i1":"yes"}'));
      expect(await keptMarks()).to.have.length(2);
    });

    it('two versions side by side: one sentence for each domain, what was gained and lost', async () => {
      const element = await withDossier();
      await presses(element, 'Avant, après');
      expect(text(element)).to.include('Comprendre : la version 2 a 2 points sur 2, contre 1 sur 2.');
      expect(text(element)).to.include('Gagnés 2 Les tableaux sont simples.');
    });
  });

  describe('for an integrator', () => {
    it('a rating is a valid payload with codes, not with names', async () => {
      const element = await shown({definition: grid});
      await type(element, 'title', 'Flyer : vous attendez');
      await type(element, 'rater', 'relectrice 2');
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
      const again = await fixture<TestedElement>(html`<pemat-grid .definition=${grid} endpoint=${endpoint}></pemat-grid>`);
      await until('the dossier is there', () => part(again, 'version') !== null);
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
});

runEmbeddableSuite('pemat-grid');
