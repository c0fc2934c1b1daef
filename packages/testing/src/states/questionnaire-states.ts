import {pageOutbox} from '@ppgp/outbox/browser';
import {Drafts} from '@ppgp/outbox/drafts';
import type {Questionnaire, QuestionType} from '@ppgp/schema';
import {
  aQuestionnaire,
  answersAll,
  answersStep,
  fakeSite,
  fullDevice,
  pressPart,
  ready,
  reaches,
  root,
  slowDevice,
  until,
  type FakeSite,
  type TestedElement,
} from '../element/index.js';
import type {Orders} from '../runner/fake-site.js';
import {sharedScreenStates} from './shared-screen-states.js';
import type {ElementStates, Stage, State} from './state.js';

const choices = [
  {id: 'a', label: 'Un', hint: 'le premier'},
  {id: 'b', label: 'Rien', role: 'exclusive'},
  {id: 'c', label: 'Autre', role: 'other'},
];

/** Each kind of question, with all that a question of it may show. A new kind is a line here. */
export const kinds = {
  single: [{id: 'q', type: 'single', label: 'Une ?', choices, hint: 'Comme vous voulez.', decline: true}],
  multiple: [{id: 'q', type: 'multiple', label: 'Plusieurs ?', choices, max: 2}],
  faces: [{id: 'q', type: 'scale', label: 'Comment ?', choices: 'faces3', required: true}],
  scale: [{id: 'q', type: 'scale', label: 'D’accord ?', plain: 'C’est bien ?', choices: 'agree4'}],
  matrix: [{id: 'q', type: 'matrix', label: 'Lesquels ?', rows: choices.slice(0, 2), choices: 'agree4', required: true}],
  ranking: [{id: 'q', type: 'ranking', label: 'Dans quel ordre ?', choices, max: 2}],
  boolean: [{id: 'q', type: 'boolean', label: 'Oui ou non ?'}],
  number: [{id: 'q', type: 'number', label: 'Combien ?', min: 0, max: 20, unit: 'enfants'}],
  date: [{id: 'q', type: 'date', label: 'Quel jour ?', unit: 'day'}],
  month: [{id: 'q', type: 'date', label: 'Quel mois ?', unit: 'month'}],
  text: [{id: 'q', type: 'text', label: 'Un mot ?', max: 60, decline: true}],
  consent: [
    {id: 'q', type: 'text', label: 'Un mot ?', max: 60},
    {id: 'r', type: 'consent', label: 'Pouvons-nous le citer ?', of: 'q'},
  ],
  statement: [{id: 'q', type: 'statement', label: 'Bonjour.'}],
  section: [
    {id: 's', type: 'section', label: 'Pour commencer'},
    {id: 'q', type: 'boolean', label: 'Oui ou non ?'},
  ],
} satisfies Record<QuestionType | 'faces' | 'month', object[]>;

/** A person writes this into each field for free text; in the pseudo-language where the walk speaks it. */
async function writes(stage: Stage, element: TestedElement, words: string): Promise<void> {
  for (const field of root(element).querySelectorAll('textarea')) {
    field.value = stage.translated({label: words}).label;
    field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
  }
  await element.updateComplete;
}

const short = aQuestionnaire(
  [
    {id: 'q', type: 'single', label: 'Une ?', choices: choices.slice(0, 2), required: true},
    {...kinds.text[0], id: 'r'},
  ],
  {
    territories: [{id: 'nord', label: 'Nord', phone: '05 36 49 00 01', hours: 'Le lundi'}],
    notice: 'La PMI lit vos réponses.',
  },
);

async function shows(stage: Stage, properties: object): Promise<TestedElement> {
  const element = await stage.show({...properties});
  await ready(element);
  return element;
}

/** Answers a short questionnaire on a site of its own, and presses « Envoyer ». */
async function sends(stage: Stage, orders: Orders, more: object = {}): Promise<{element: TestedElement; site: FakeSite}> {
  const site = await fakeSite(orders);
  stage.afterwards(() => site.order({answers: 'up'}));
  const element = await shows(stage, {definition: stage.translated({...short, ...more}), endpoint: site.endpoint});
  await answersAll(element, () => stage.passed(element));
  await pressPart(element, 'send');
  return {element, site};
}

const shown = (name: string, definition: object): State => ({
  name,
  reach: (stage) => shows(stage, {definition: stage.translated(definition)}),
});

const sent = (name: string, orders: Orders, state: string, more: object = {}): State => ({
  name,
  async reach(stage) {
    const {element} = await sends(stage, orders, more);
    await reaches(element, state);
    return element;
  },
});

/** Every state of an element that asks a questionnaire; `own` is the one it asks by itself, `asked` the kinds of question it is for. */
export const questionnaireStates = (
  tag: string,
  own: Questionnaire,
  asked: readonly (keyof typeof kinds)[] = Object.keys(kinds) as (keyof typeof kinds)[],
): ElementStates => ({
  tag,
  asks: true,
  early: {headingLevel: 4},
  states: [
    {
      name: 'loading',
      async reach(stage) {
        const site = await fakeSite({files: {'/definition': 'held'}});
        stage.afterwards(() => site.order({files: {'/definition': short}}));
        return stage.show({src: `${site.path}/definition`});
      },
    },
    {name: 'failed, missing', reach: (stage) => shows(stage, {instrument: 'nowhere'})},
    shown('failed, invalid', {...short, questions: []}),
    shown('before its time', {...short, opens: '2999-01-01'}),
    shown('closed', {...short, closes: '2020-01-02'}),
    shown('asking first', own),
    ...asked.map((kind): State => ({
      name: `answering, ${kind}`,
      async reach(stage) {
        const element = await shows(stage, {definition: stage.translated(aQuestionnaire(kinds[kind])), layout: 'page'});
        await answersStep(element);
        await writes(stage, element, 'Quelques mots');
        root(element).querySelector<HTMLElement>('[part~=question] button:enabled')?.click();
        return element;
      },
    })),
    {
      name: 'missing',
      async reach(stage) {
        const element = await shows(stage, {definition: stage.translated(aQuestionnaire(kinds.matrix))});
        await pressPart(element, 'next');
        return element;
      },
    },
    {
      name: 'too long',
      async reach(stage) {
        const element = await shows(stage, {definition: stage.translated(aQuestionnaire(kinds.text))});
        await writes(stage, element, 'Soixante caractères, et quelques-uns de plus, car il y a beaucoup à dire.');
        await pressPart(element, 'next');
        return element;
      },
    },
    {
      name: 'a text that tells who writes',
      async reach(stage) {
        const element = await shows(stage, {definition: stage.translated(aQuestionnaire(kinds.text))});
        await writes(stage, element, 'moi@exemple.fr');
        return element;
      },
    },
    {
      name: 'answers of an earlier visit',
      async reach(stage) {
        const site = await fakeSite();
        const properties = {definition: stage.translated(short), endpoint: site.endpoint, draft: 'device'};
        const before = await shows(stage, properties);
        await answersStep(before);
        stage.passed(before);
        await pressPart(before, 'next');
        const drafts = new Drafts(pageOutbox().ports.store, Date.now);
        await until('the draft is kept', async () => (await drafts.read('essai/essai'))?.includes('"at":"r"') === true);
        before.remove();
        stage.afterwards(() => drafts.erase('essai/essai'));
        return shows(stage, properties);
      },
    },
    {
      name: 'review',
      async reach(stage) {
        const element = await shows(stage, {definition: stage.translated(own)});
        await answersAll(element, () => stage.passed(element));
        return element;
      },
    },
    {
      name: 'saving',
      async reach(stage) {
        stage.afterwards(await slowDevice());
        return (await sends(stage, {})).element;
      },
    },
    {
      name: 'unsaved',
      async reach(stage) {
        stage.afterwards(fullDevice());
        const {element} = await sends(stage, {answers: 'down'});
        await reaches(element, 'unsaved');
        return element;
      },
    },
    sent('saved', {answers: 'down'}, 'saved'),
    sent('sent', {}, 'sent'),
    sent('parked', {answers: 'refuses'}, 'parked'),
    sent('not private', {}, 'unsaved', {publicKey: {keyId: 'k', key: 'AAAA'}}),
    {
      name: 'handed',
      async reach(stage) {
        const element = await shows(stage, {definition: stage.translated(short)});
        await answersAll(element);
        await pressPart(element, 'send');
        return element;
      },
    },
    {
      name: 'asking while an earlier answer waits',
      async reach(stage) {
        const {element} = await sends(stage, {answers: 'down'});
        await reaches(element, 'saved');
        element.remove();
        return shows(stage, {definition: stage.translated(short)});
      },
    },
    {
      name: 'cleared for the next person',
      async reach(stage) {
        const {element} = await sends(stage, {});
        (element as TestedElement & {reset(): void}).reset();
        await reaches(element, 'asking');
        return element;
      },
    },
    ...sharedScreenStates(short),
  ],
});
