import {expect, fixture, html} from '@open-wc/testing';
import {parsePayload} from '@ppgp/schema/validate';
import {fakeSite, heard, part, pressPart, root, text, until, type TestedElement} from '@ppgp/testing/element';
import {grid} from '../../../testing/src/states/a-grid.js';
import {aRating, dossier, forgetDossiers, marks, presses, takes} from '../../../testing/src/states/grid-states.js';
import {Reader} from '../internal/reader.js';
import {csvOf} from './dossier/csv.js';
import {newOf} from './dossier/others.js';
import {AGREED, type RatingRecord} from './dossier/rating-record.js';
import {kept, keptMarks, types, withDossier} from './grid.kit.js';

describe('a grid of several raters', () => {
  beforeEach(forgetDossiers);
  afterEach(forgetDossiers);

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

  /** What is said of each item, those in dispute first. */
  const saidOfItems = (element: TestedElement): string[] =>
    [...root(element).querySelectorAll('fieldset.card')].map(
      (item) => /Accord\s:[^\n]*/.exec(item.textContent)?.[0].replace(/\s/g, ' ') ?? '',
    );

  it('each item has its share of agreement, with the pairs of ratings it comes from', async () => {
    const element = await withDossier();
    await presses(element, 'Comparer les lectures');
    expect(saidOfItems(element)).to.deep.equal([
      'Accord : 33 % (1 paire sur 3)',
      'Accord : 100 % (3 paires sur 3)',
      'Accord : 100 % (3 paires sur 3)',
    ]);
    expect(text(element)).to.include('Part d’accord 78 % en moyenne de 3 items');
  });

  it('an item with fewer than two answers has no agreement, and says so', async () => {
    const element = await withDossier({file: {...dossier, ratings: [aRating('1', '1', 'yny'), aRating('2', '1', 'nn')]}});
    await presses(element, 'Comparer les lectures');
    expect(saidOfItems(element)).to.deep.equal([
      'Accord : 0 % (0 paire sur 1)',
      'Accord : 100 % (1 paire sur 1)',
      'Accord : pas défini, moins de deux réponses',
    ]);
    expect(text(element)).to.include('Part d’accord 50 % en moyenne de 2 items');
    expect(text(element)).to.include('Comprendre : 25 % en moyenne de 2 lectures').and.include('Agir : 100 % en moyenne de 1 lecture');
  });

  describe('in the inventory', () => {
    /** What is said of each version, in the order in which it is shown. */
    const versions = (element: TestedElement): string[] =>
      [...root(element).querySelectorAll('[part~=version]')].map((version) =>
        [...version.querySelectorAll(':scope > p')].map(({textContent}) => textContent.replace(/\s+/g, ' ').trim()).join(' | '),
      );
    const holding = async (...ratings: object[]): Promise<string[]> => versions(await withDossier({file: {...dossier, ratings}})).slice(1);

    it('a score is provisional while something that counts has no answer, « sans objet » being one', async () => {
      const element = await withDossier({file: {...dossier, ratings: [...dossier.ratings, aRating('1', '3', 'yay')]}});
      const [own, first, second, third] = versions(element);
      expect(own).to.match(/^Version 1 1 lecture inachevée · .* \| Comprendre : 1 sur 1 \(provisoire\) · Agir : à venir$/);
      expect(first).to.match(/^Version 1 3 lectures · .* \| Comprendre : 1 sur 2 · Agir : 0 sur 1$/);
      expect(second).to.match(/^Version 2 1 lecture · .* \| Comprendre : 2 sur 2 · Agir : 1 sur 1$/);
      expect(third).to.match(/^Version 3 1 lecture · .* \| Comprendre : 1 sur 1 · Agir : 1 sur 1$/);
    });

    it('ratings of another grid are neither shown nor counted, and said to be there', async () => {
      const others = [aRating('8', '1', 'nnn'), aRating('9', '7', 'nnn')].map((rating) => ({
        ...rating,
        grid: {id: 'autre-grille', version: '1'},
      }));
      const element = await withDossier({file: {...dossier, ratings: [...dossier.ratings, ...others]}});
      expect(versions(element)).to.have.length(3);
      expect(versions(element)[1]).to.match(/^Version 1 3 lectures · .* \| Comprendre : 1 sur 2 · Agir : 0 sur 1$/);
      expect(part(element, 'of-other-grids')?.textContent.replace(/\s+/g, ' ')).to.include(
        '2 lectures faites avec une autre grille (autre-grille)',
      );
      expect(await kept()).to.have.length(7);
    });

    it('it is so too while one of several raters is not done, or as many say one thing as the other', async () => {
      const [unfinished, even] = await holding(
        aRating('1', '1', 'yyy'),
        aRating('2', '1', 'yy'),
        aRating('1', '2', 'yyy'),
        aRating('2', '2', 'yny'),
      );
      expect(unfinished).to.match(/2 lectures, dont 1 inachevée · .* \| Comprendre : 2 sur 2 · Agir : 1 sur 1 \(provisoire\)$/);
      expect(even).to.match(/2 lectures · .* \| Comprendre : 1 sur 1 \(provisoire\) · Agir : 1 sur 1$/);
    });

    it('what was settled together counts alone: under way until each item has an answer', async () => {
      const element = await withDossier({file: {...dossier, ratings: [aRating('1', '1', 'yyy'), aRating('2', '1', 'ny')]}});
      await presses(element, 'Comparer les lectures');
      await marks(element, 'no');
      await presses(element, 'Vos documents');
      expect(versions(element)[1]).to.match(/avis commun en cours \| Comprendre : 0 sur 1 \(provisoire\) · Agir : à venir$/);
      await presses(element, 'Comparer les lectures');
      for (const item of root(element).querySelectorAll('fieldset.card')) item.querySelector<HTMLInputElement>('input[value=yes]')?.click();
      await element.updateComplete;
      await presses(element, 'Vos documents');
      expect(versions(element)[1]).to.match(/avis commun établi \| Comprendre : 2 sur 2 · Agir : 1 sur 1$/);
    });

    it('before and after says whose marks may still change', async () => {
      const element = await withDossier({
        file: {...dossier, ratings: [aRating('1', '1', 'ynn'), aRating('1', '2', 'yyy'), aRating('2', '2', 'yy')]},
      });
      await presses(element, 'Avant, après');
      expect(text(element)).to.include('Version 2 : réponse la plus fréquente de 2 lectures, dont 1 inachevée');
    });
  });

  it('on a narrow phone each measure has its name on one line', async () => {
    const element = await withDossier({width: 290});
    await presses(element, 'Comparer les lectures');
    const lines = [...root(element).querySelectorAll('dt')].map((name) => {
      const words = document.createRange();
      words.selectNodeContents(name);
      return words.getClientRects().length;
    });
    expect(lines).to.deep.equal([1, 1, 1, 1]);
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
    expect(text(element)).to.include('avis commun en cours');
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
    const [forOffices = '', open = ''] = (['tableur', 'open'] as const).map((profile) => csvOf(grid, [record], new Reader('fr'), profile));
    expect(forOffices.slice(0, 12)).to.equal('\ufeff"document";');
    expect(open.slice(0, 11)).to.equal('"document",');
    expect([forOffices, open].map((csv) => csv.split('\r\n').length)).to.deep.equal([6, 6]);
    expect(forOffices).to.include('"\'=1+1"');
    expect(open).to.include('"=1+1"');
  });

  it('the ratings of others are read from the collector, beside the own one and never over it', async () => {
    const answer = (rater: string, mark: string, id: string, round = 'own'): object => ({
      id,
      day: '2026-11-20',
      payload: {
        answers: {i1: mark},
        rating: {dossier: 'd', document: 'document', documentVersion: 'v1', rater, round, raterLabel: `relectrice ${rater}`},
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
    const mine = (await kept())[0]?.rater ?? '';
    await site.order({files: given(answer('r-b', 'yes', 'a2'), answer(mine, 'no', 'a3'), answer('agreed', 'yes', 'a4', 'agreed'))});
    await presses(element, 'Lire les lectures des autres');
    await until('both agree', async () => (await keptMarks()).every((kept) => kept === '{"i1":"yes"}'));
    expect(text(element)).to.include('1 lecture reçue, 1 avis commun reçu.').and.include('2 lectures').and.include('avis commun en cours');
    expect(await keptMarks()).to.have.length(3);
  });

  describe('what was settled together', () => {
    it('takes nothing from what was settled with another grid', async () => {
      const elsewhere = {...aRating(AGREED, '1', 'nnn'), rater: AGREED, grid: {id: 'autre-grille', version: '1'}};
      const element = await withDossier({file: {...dossier, ratings: [...dossier.ratings, elsewhere]}});
      await presses(element, 'Comparer les lectures');
      expect(root(element).querySelectorAll('fieldset.card input:checked')).to.have.length(0);
      await marks(element, 'yes');
      await until('it is kept', async () => (await kept()).some(({rater}) => rater === `${AGREED}-2`));
      const settled = (await kept()).filter(({rater}) => rater.startsWith(AGREED));
      expect(settled.map(({rater, grid: {id}, rated}) => [rater, id, Object.values(rated.marks)])).to.deep.equal([
        [AGREED, 'autre-grille', ['no', 'no', 'no']],
        [`${AGREED}-2`, grid.id, ['yes']],
      ]);
      expect(root(element).querySelectorAll('fieldset.card input:checked')).to.have.length(1);
    });

    it('is sent like a rating, marked as such, with its reasons and under no rater’s name', async () => {
      const {endpoint} = await fakeSite();
      const element = await withDossier({endpoint});
      await presses(element, 'Comparer les lectures');
      expect(part(element, 'send')).to.equal(null);
      await marks(element, 'yes');
      await types(element, 'why-i2', 'Relu à trois.');
      root(element).querySelector('[id=why-i2]')?.dispatchEvent(new Event('change'));
      await element.updateComplete;
      expect(text(element)).to.include('Il reste 2 items sans réponse');
      const submitted = heard(element, 'ppgp-submit');
      const sent = heard(element, 'ppgp-sent');
      await presses(element, 'Envoyer l’avis commun');
      const {answers, rating} = parsePayload((await submitted).submission.payload);
      expect(answers).to.deep.equal({i2: 'yes'});
      expect(rating).to.deep.equal({
        dossier: 'dossier',
        document: 'flyer',
        documentVersion: 'v1',
        rater: 'agreed',
        round: 'agreed',
        notes: {i2: {text: 'Relu à trois.'}},
      });
      const {id} = await sent;
      await pressPart(element, 'to-dossier');
      const after = await kept();
      expect(after.filter((record) => record.sent !== undefined).map((record) => [record.rater, record.sent])).to.deep.equal([
        ['agreed', id],
      ]);
      expect(after).to.have.length(6);
    });

    it('says which answer it takes the place of when it is sent again', async () => {
      const {endpoint} = await fakeSite();
      const element = await withDossier({endpoint});
      const settles = async (mark: string): Promise<{id: string; replaces: string | undefined}> => {
        await presses(element, 'Comparer les lectures');
        await marks(element, mark);
        const submitted = heard(element, 'ppgp-submit');
        const sent = heard(element, 'ppgp-sent');
        await pressPart(element, 'send');
        const given = {id: (await sent).id, replaces: parsePayload((await submitted).submission.payload).replaces};
        await pressPart(element, 'to-dossier');
        return given;
      };
      const first = await settles('yes');
      expect(first.replaces).to.equal(undefined);
      expect((await settles('no')).replaces).to.equal(first.id);
    });

    it('is read from the collector: others’ stays beside ours, and ours does not come back', () => {
      const record = (members: Partial<RatingRecord>): RatingRecord => ({
        ...(aRating('1', '1', 'y') as RatingRecord),
        rater: AGREED,
        ...members,
      });
      const ours = record({edits: {va: 2}, sent: 'a1'});
      const received = (id: string): RatingRecord => record({edits: {[`s-${id}`]: 1}, sent: id});
      expect(newOf([received('a1')], [ours])).to.deep.equal([]);
      const [theirs] = newOf([received('a2')], [ours]);
      expect(theirs).to.deep.equal({...received('a2'), rater: 'agreed-2'});
      const here = [ours, theirs as RatingRecord];
      expect(newOf([received('a2')], here)).to.deep.equal([]);
      expect(newOf([received('a3')], here)).to.deep.equal([{...received('a3'), rater: 'agreed-2', edits: {'s-a2': 1, 's-a3': 1}}]);
    });
  });

  it('two versions side by side: one sentence for each domain, what was gained and lost', async () => {
    const element = await withDossier();
    await presses(element, 'Avant, après');
    expect(text(element)).to.include('Comprendre : la version 2 a 2 points sur 2, contre 1 sur 2.');
    expect(text(element)).to.include('Gagnés 2 Les tableaux sont simples.');
  });
});
