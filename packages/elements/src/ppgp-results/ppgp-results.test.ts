import {expect, fixture, html} from '@open-wc/testing';
import {aQuestionnaire, fakeSite, plain, text, until, type TestedElement} from '@ppgp/testing/element';
import {frRestitution, frResults} from '@ppgp/words';
import {aGrid, runEmbeddableSuite} from '@ppgp/testing/embeddable';
import '../define/ppgp-results.js';

/** What is read of the figures of one question. */
async function read(question: object, table: object): Promise<string> {
  const campaign = {
    format: 'ppgp-campaign/1',
    id: 'essai',
    definition: aQuestionnaire([{id: 'une', label: 'Une question ?', ...question}]),
  };
  const results = {
    ...{format: 'ppgp-results/1', campaign: 'essai', versions: ['1'], audience: 'team', k: 5, asOf: '2026-11-21'},
    ...{received: 12, counted: 12, questions: {une: table}},
  };
  const {path} = await fakeSite({files: {'/essai': campaign, '/essai/results': results}});
  const element = await fixture<TestedElement>(html`<ppgp-results src=${`${path}/essai/results`}></ppgp-results>`);
  await until('figures are to be read', () => text(element).includes('Une question'));
  return text(element);
}

describe('ppgp-results, by what an answer is', () => {
  it('counts yes and no', async () => {
    const said = await read({type: 'boolean'}, {base: 12, cells: {true: 9, false: 3}});
    expect(said).to.include('Oui 9 sur 12 (75 %)').and.include('Non 3 sur 12 (25 %)');
  });

  it('gives the middle of numbers with their unit', async () => {
    const said = await read({type: 'number', unit: 'minutes'}, {base: 12, cells: {}, median: 7});
    expect(said).to.include('12 personnes ont répondu').and.include('La moitié des réponses est de 7 minutes ou moins.');
  });

  it('says how many gave a day', async () => {
    expect(await read({type: 'date', unit: 'day'}, {base: 11, cells: {}})).to.include('11 personnes ont répondu');
  });

  it('leaves « pas concerné » out of the shares, because it is not in the base', async () => {
    const choices = [
      {id: 'a', label: 'Un'},
      {id: 'b', label: 'Pas concerné', role: 'na'},
    ];
    const said = await read({type: 'single', choices}, {base: 10, na: 2, cells: {a: 10}});
    expect(said).to.include('Un 10 sur 10 (100 %)').and.not.include('Pas concerné');
  });
});

describe('ppgp-results of a dossier of ratings', () => {
  const rating = (version: string, rater: string, marks: object, more: object = {}): object => ({
    ...{v: 1, document: 'flyer', documentVersion: `v${version}`, rater, grid: {id: 'essai-grille', version: '1'}},
    ...{title: 'Le flyer', version, raterLabel: rater, day: '2026-11-20', edits: {a: 1}},
    rated: {marks, facts: [], notes: {}, before: {}},
    ...more,
  });
  const open = async (file: object, more: object = {}): Promise<TestedElement> => {
    const {path} = await fakeSite({files: {'/dossier.json': file}});
    const element = await fixture<TestedElement>(html`<ppgp-results></ppgp-results>`);
    Object.assign(element, {src: `${path}/dossier.json`, ...more});
    await until('something is to be read', () => text(element) !== '');
    return element;
  };
  const ratings = [
    rating('1', 'un', {i1: 'no', i2: 'yes', i3: 'no'}),
    rating('1', 'agreed', {i1: 'no', i2: 'no', i3: 'no'}),
    rating('2', 'un', {i1: 'yes', i2: 'no', i3: 'yes'}),
  ];

  it('sets the versions of a document side by side: what they scored, what was gained and lost, and whose marks these are', async () => {
    const said = text(await open({format: 'ppgp-dossier/1', exportedOn: '2026-11-21', ratings}, {definition: aGrid}));
    expect(said).to.include('Comprendre : la version 2 a 1 point sur 2, contre 0 sur 2.');
    expect(said).to.include('Agir : la version 2 a 1 point sur 1, contre 0 sur 1.');
    expect(said).to.include('Comprendre, version 1 0 sur 2 (0 %) Comprendre, version 2 1 sur 2 (50 %)');
    expect(said)
      .to.include('Gagnés 1 · On sait à quoi sert ce document.3 · Le document dit une chose à faire.')
      .and.include('Perdus Aucun');
    expect(said).to.include('D’après avis commun (version 1), lecture « un » (version 2).');
  });

  it('finds the ready-made grid by its name', async () => {
    const ready = {...rating('1', 'un', {i1: 'yes', i2: 'no'}), grid: {id: 'pemat-p', version: '1'}};
    const said = text(await open({format: 'ppgp-dossier/1', exportedOn: '2026-11-21', ratings: [ready]}));
    expect(said).to.include('version 1 1 sur 2 (50 %)').and.not.include('Gagnés');
  });

  it('says so when the grid is not known, or the file is no dossier', async () => {
    const unknown = await open({format: 'ppgp-dossier/1', ratings});
    expect(text(unknown)).to.include(plain(frResults.resultsFailed));
    const broken = await open({format: 'ppgp-dossier/1', ratings: 'non'});
    expect(text(broken)).to.include(plain(frRestitution.foreignTitle));
  });
});

describe('ppgp-results beside a board', () => {
  /** What is read of `show="totals"` where so many chose each theme. */
  const totals = async (cells: Record<string, number | null>, more: object = {}): Promise<string> => {
    const themes = [
      {id: 'sommeil', label: 'Le sommeil', set: 'enfant', icon: 'sommeil'},
      {id: 'pleurs', label: 'Les pleurs', set: 'enfant', icon: 'pleurs'},
      {id: 'jeux', label: 'Les jeux', set: 'enfant', icon: 'jeux'},
      {id: 'violences', label: 'La violence', set: 'sensible', icon: 'violences', sensitive: true},
    ];
    const board = {format: 'ppgp/1', kind: 'board', id: 'plateau', version: '1', title: 'Plateau', share: 'all', themes};
    const {path} = await fakeSite({
      files: {
        '/plateau': {format: 'ppgp-campaign/1', id: 'plateau', definition: board},
        '/plateau/figures': {
          ...{format: 'ppgp-results/1', campaign: 'plateau', versions: ['1'], audience: 'public', k: 11, asOf: '2026-11-21'},
          ...{received: 20, counted: 20, questions: {chosen: {base: 20, cells, ...more}}},
        },
      },
    });
    const element = await fixture<TestedElement>(html`<ppgp-results src=${`${path}/plateau/figures`} show="totals"></ppgp-results>`);
    await until('totals are to be read', () => text(element).includes('Vous vous posez des questions'));
    return text(element);
  };

  it('says to families how many they are, the most first, and nothing of what is sensitive, hidden or of one person', async () => {
    const said = await totals({pleurs: 3, sommeil: 14, jeux: 1, violences: 5});
    expect(said).to.include('Le sommeil Vous êtes 14 à vous poser des questions. 3 Les pleurs Vous êtes 3 à vous poser des questions.');
    expect(said).to.not.include('jeux').and.not.include('violence');
    expect(await totals({pleurs: null, sommeil: 14})).to.not.include('pleurs');
  });

  it('says that they are too few', async () => {
    expect(await totals({sommeil: null, pleurs: null})).to.include('Trop peu de familles');
    expect(await totals({sommeil: 14}, {hidden: 'base', base: null})).to.include('Trop peu de familles');
  });
});

runEmbeddableSuite('ppgp-results');
