import {aQuestionnaire} from '../element/index.js';
import {grid} from './a-grid.js';
import type {Stage} from './state.js';

const definition = aQuestionnaire([
  {
    id: 'evolution',
    type: 'single',
    label: 'Votre pratique a-t-elle évolué ?',
    choices: [
      {id: 'oui', label: 'Oui', favourable: true},
      {id: 'non', label: 'Non'},
    ],
  },
  {
    id: 'priorites',
    type: 'ranking',
    max: 3,
    label: 'Vos priorités ?',
    choices: ['soutien', 'prevention', 'protection', 'sante'].map((id) => ({id, label: `Priorité ${id}`})),
  },
  {
    id: 'vu',
    type: 'matrix',
    label: 'Remarqué ?',
    rows: [
      {id: 'lettre', label: 'La lettre'},
      {id: 'flyer', label: 'Le flyer'},
    ],
    choices: [
      {id: 'oui', label: 'Oui, tout de suite', favourable: true},
      {id: 'apres', label: 'Oui, après', favourable: true},
      {id: 'non', label: 'Non'},
    ],
  },
]);

const results = {
  ...{format: 'ppgp-results/1', campaign: 'essai', versions: ['1'], audience: 'team', k: 5, asOf: '2026-11-21', received: 23, counted: 23},
  expected: 50,
  weeks: {'2026-W45': 9, '2026-W47': 14},
  questions: {
    evolution: {base: 23, cells: {oui: 15, non: 8}},
    priorites: {
      base: 23,
      cells: {soutien: 20, prevention: 20, protection: 19, sante: 10},
      points: {soutien: 44, prevention: 44, protection: 34, sante: 16},
      firsts: {soutien: 9, prevention: 9, protection: 4, sante: 1},
    },
    vu: {
      base: 23,
      cells: {},
      rows: {lettre: {base: 20, cells: {oui: 4, apres: 5, non: 11}}, flyer: {base: 20, cells: {oui: 12, apres: 5, non: 3}}},
      pairs: {'lettre|flyer': {both: 8, a: 1, b: 9, neither: 2}},
    },
  },
};

/** Two versions of a document, each read by one person: an item gained, another lost. */
function aDossier(say: (text: string) => string): object {
  const rating = (version: string, marks: object): object => ({
    ...{v: 1, document: 'flyer', documentVersion: `v${version}`, rater: 'r-1', grid: {id: grid.id, version: '1'}},
    ...{title: say('Un flyer'), version: say(version), raterLabel: say('relectrice 1'), day: '2026-11-20', edits: {a: 1}},
    rated: {marks, facts: [], notes: {}, before: {}},
  });
  return {
    format: 'ppgp-dossier/1',
    exportedOn: '2026-11-21',
    ratings: [rating('1', {i1: 'no', i2: 'yes', i3: 'no'}), rating('2', {i1: 'yes', i2: 'no', i3: 'yes'})],
  };
}

/** A page with a block of every kind, two of which cannot be drawn. */
export function aPage(stage: Pick<Stage, 'translated'>): object {
  const say = (text: string): string => stage.translated({label: text}).label;
  const source = {results, definition: stage.translated(definition)};
  return {
    ...{format: 'ppgp-page/1', title: say('Ce que l’on nous a dit'), by: say('Un département'), day: '2026-11-22'},
    summary: say('En quelques pages.'),
    sources: {
      une: source,
      fausse: {results: {...results, received: 2}},
      grille: {results: aDossier(say), definition: stage.translated(grid)},
    },
    blocks: [
      {block: 'questions', source: 'une'},
      {block: 'number', of: 'evolution', title: say('Un grand nombre'), say: say('ont évolué.'), percent: 65},
      {block: 'number', n: 23, percent: 71, title: say('Un nombre impossible')},
      {block: 'number', k: 112, n: 164, title: say('Un nombre de beaucoup')},
      {block: 'top', of: 'priorites'},
      {block: 'totals', of: 'priorites', source: 'une'},
      {block: 'rate', source: 'une'},
      {block: 'rate', source: 'fausse'},
      {block: 'weeks', source: 'une'},
      {block: 'populations', a: {of: 'evolution', name: say('les parents')}, b: {of: 'evolution', name: say('l’équipe')}},
      {block: 'documents', of: 'vu', note: say('Une note.')},
      {
        block: 'waves',
        waves: [
          {of: 'evolution', name: say('à deux mois')},
          {k: 20, n: 23, name: say('à six mois')},
        ],
      },
      {block: 'versions', source: 'grille', of: 'flyer'},
      {block: 'text', title: say('Un texte'), paragraphs: [say('Un paragraphe.')]},
      {
        block: 'quotes',
        quotes: [{text: say('Je laisse un silence.'), who: say('Une puéricultrice'), consent: true}, {text: say('Sans accord.')}],
      },
      {
        block: 'timeline',
        steps: [
          {day: '2023-05-16', label: say('Lancement')},
          {day: '2023-02-07', until: '2023-02-09', label: say('Journées de retour')},
          {day: '2023-11', label: say('Bilan')},
        ],
      },
      {
        block: 'funnel',
        steps: [
          {label: say('Déclarations'), count: 2342},
          {label: say('Avec un numéro'), count: 1786},
          {label: say('Entretiens'), count: {about: 790}},
        ],
      },
      {
        block: 'indicators',
        columns: ['2025', '2026'],
        rows: [
          {label: say('Futurs parents recontactés'), values: [612, null]},
          {label: say('primipares'), within: true, values: [251, 0]},
        ],
      },
      {
        block: 'indicators',
        title: say('Ce que cela coûte'),
        columns: ['2025', '2026'],
        rows: [
          {label: say('Impression'), unit: 'euros', values: [12500, 800.5]},
          {label: say('Formation'), unit: 'euros', values: [{about: 4000}, null]},
          {label: say('Total'), unit: 'euros', total: true},
        ],
      },
      {block: 'recommendation', say: say('Une seule lettre, avec un flyer.'), because: say('Le flyer est mieux vu.')},
      {block: 'said-done', pairs: [{said: say('Le numéro est trop petit.'), done: say('Il est en grand.'), when: '2027-01'}]},
    ],
  };
}
