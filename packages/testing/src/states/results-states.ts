import type {Results} from '@ppgp/schema';
import {aQuestionnaire, until, fakeSite, root, text, type TestedElement} from '../element/index.js';
import {kinds} from './questionnaire-states.js';
import {aPage} from './a-page.js';
import type {ElementStates, Stage, State} from './state.js';

const questionnaire = aQuestionnaire([
  {...kinds.scale[0], id: 'echelle'},
  {...kinds.matrix[0], id: 'lignes'},
  {...kinds.text[0], id: 'mots'},
  {...kinds.single[0], id: 'une'},
  {id: 'oui_non', type: 'boolean', label: 'Oui ou non ?'},
  {id: 'nombre', type: 'number', label: 'Combien ?', unit: 'minutes'},
]);

const results: Results = {
  format: 'ppgp-results/1',
  campaign: 'essai',
  versions: ['1'],
  audience: 'team',
  k: 5,
  asOf: '2026-11-21',
  received: 13,
  counted: 12,
  questions: {
    echelle: {base: 12, cells: {oui: 5, plutot: 7, 'plutot-non': 0, non: 0}},
    lignes: {
      base: 12,
      cells: {},
      rows: {a: {base: 12, cells: {oui: 12, plutot: 0, 'plutot-non': 0, non: 0}}, b: {base: null, cells: {}}},
    },
    mots: {base: 1, cells: {}},
    une: {base: 0, cells: {}},
    oui_non: {base: 12, cells: {true: 9, false: 3}},
    nombre: {base: 12, cells: {}, median: 7},
  },
};

async function shows(stage: Stage, properties: object): Promise<TestedElement> {
  const element = await stage.show({...properties});
  await until('something is to be read', () => text(element) !== '');
  return element;
}

const figures = (name: string, members: Partial<Results>): State => ({
  name,
  async reach(stage) {
    const campaign = {format: 'ppgp-campaign/1', id: 'essai', definition: stage.translated(questionnaire)};
    const {path} = await fakeSite({files: {'/essai': campaign, '/essai/results': {...results, ...members}}});
    return shows(stage, {src: `${path}/essai/results`});
  },
});

const file = (name: string, make: (stage: Stage) => object, properties: object = {}): State => ({
  name,
  async reach(stage) {
    const {path} = await fakeSite({files: {'/resultats.json': make(stage)}});
    return shows(stage, {src: `${path}/resultats.json`, ...properties});
  },
});

/** Sixty choices of a hundred words each, one of them no longer in the definition, one in another language alone. */
const long = (stage: Stage): object =>
  aQuestionnaire(
    stage.translated([
      {
        id: 'longue',
        type: 'multiple',
        label: 'Une question de trois cents caractères. '.repeat(7),
        choices: Array.from({length: 60}, (_, at) => ({
          id: `c${at}`,
          label: at === 7 ? {ar: stage.translated({label: 'نعم'}).label} : `Un choix parmi soixante, et long. `.repeat(at === 0 ? 9 : 1),
        })),
      },
    ]),
  );
const sixty = {
  base: 90,
  cells: Object.fromEntries<number>([...Array.from({length: 60}, (_, at): [string, number] => [`c${at}`, at]), ['ancien', 4]]),
};

/** Every state of the figures' tables, and of a page of blocks. */
export const resultsStates: ElementStates = {
  tag: 'ppgp-results',
  asks: false,
  early: {headingLevel: 4},
  states: [
    {
      name: 'loading',
      async reach(stage) {
        const site = await fakeSite({files: {'/essai': 'held', '/essai/results': results}});
        stage.afterwards(() => site.order({files: {}}));
        return stage.show({src: `${site.path}/essai/results`});
      },
    },
    {name: 'failed', reach: (stage) => shows(stage, {src: '/fake/nobody/essai/results'})},
    {name: 'asking for its key', reach: async (stage) => shows(stage, {src: `${(await locked()).path}/essai/results`})},
    {name: 'refusing a key', reach: async (stage) => shows(stage, {src: `${(await locked()).path}/essai/results`, token: 'AAAA'})},
    figures('figures', {}),
    figures('figures of nobody', {received: 0, counted: 0, questions: {echelle: {base: 0, cells: {}}}}),
    figures('figures of too few', {questions: {echelle: {base: null, cells: {}, hidden: 'base'}}}),
    figures('figures that say nothing to the public', {...{audience: 'public', k: 11, received: null, counted: null}, questions: {}}),
    figures('figures of one person', {
      ...{k: 1, received: 1, counted: 1, versions: ['1', '2']},
      questions: {une: {base: 1, cells: {a: 1}}},
    }),
    file('long lists and labels', (stage) => ({
      ...{...results, received: 90, counted: 90},
      definition: long(stage),
      questions: {longue: sixty},
    })),
    file('figures without their questions', () => ({...results, sealed: undefined})),
    file('figures that cannot be true', () => ({...results, questions: {echelle: {base: 9, cells: {oui: 12}}}})),
    file('a file that holds no figures', () => ({format: 'ppgp/1'})),
    file('a page', aPage),
    {
      name: 'a block as an image',
      async reach(stage) {
        const {path} = await fakeSite({files: {'/page.json': aPage(stage)}});
        const element = await shows(stage, {src: `${path}/page.json`});
        root(element).querySelector<HTMLElement>('.take')?.click();
        await until('the image is there', () => root(element).querySelector('dialog') !== null);
        return element;
      },
    },
  ],
};

const locked = () => fakeSite({files: {'/essai': 'locked', '/essai/results': 'locked'}});
