import assert from 'node:assert/strict';
import {test} from 'node:test';
import {flyer} from '@ppgp/instruments';
import {Session, type Situation} from '@ppgp/session';
import type {Condition} from '@ppgp/schema';
import {conditionInWords} from './condition-in-words.js';
import {asking, desk, said, squeezed} from './form.kit.js';
import {questionsOf} from './questions-of.js';
import {Wording} from './wording.js';

const yesNo = [
  {id: 'oui', label: 'Oui'},
  {id: 'non', label: 'Non'},
];
const earlier = [
  {id: 'un', type: 'single', label: 'Une ?', choices: yesNo},
  {id: 'plusieurs', type: 'multiple', label: 'Plusieurs ?', choices: yesNo},
  {id: 'ordre', type: 'ranking', label: 'Ordre ?', choices: yesNo, max: 2},
  {id: 'lignes', type: 'matrix', label: 'Lignes ?', rows: [{id: 'r', label: 'La lettre'}], choices: yesNo},
  {id: 'vrai', type: 'boolean', label: 'Vrai ?'},
  {id: 'nombre', type: 'number', label: 'Combien ?'},
  {id: 'mot', type: 'text', label: 'Un mot ?', max: 9},
  {id: 'secteur', type: 'single', label: 'Où ?', choices: {from: 'territories'}},
];
const settings = {
  territories: [
    {id: 'nord', label: 'Nord'},
    {id: 'sud', label: 'Sud'},
  ],
  sources: [{id: 'affiche', label: 'Une affiche'}],
};
const last = (visibleWhen: Condition) => asking([...earlier, {id: 'fin', type: 'boolean', label: 'Fin ?', visibleWhen}], settings);

const shownAs = (condition: Condition, situation: Situation = {mode: 'web'}): string | undefined => {
  const definition = last(condition);
  const shown = questionsOf(definition, situation);
  const one = shown.find(({question}) => question.id === 'fin');
  if (one === undefined) return 'never';
  const wording = new Wording('fr', new Session(definition, situation));
  return one.condition && squeezed(conditionInWords(one.condition, {definition, shown, wording}));
};

const TOLD: [Condition, string | undefined][] = [
  [{question: 'un', is: 'oui'}, 'vous avez répondu « Oui » à la question 1'],
  [{question: 'un', is: ['oui', 'non']}, 'vous avez répondu « Oui » ou « Non » à la question 1'],
  [{not: {question: 'un', is: 'oui'}}, 'vous n’avez pas répondu « Oui » à la question 1'],
  [{not: {not: {question: 'un', is: 'oui'}}}, 'vous avez répondu « Oui » à la question 1'],
  [{not: {question: 'un', is: ['oui', 'non']}}, 'vous n’avez répondu ni « Oui » ni « Non » à la question 1'],
  [{question: 'plusieurs', is: 'oui'}, 'vous avez coché « Oui » à la question 2'],
  [{question: 'ordre', is: 'oui'}, 'vous avez classé « Oui » à la question 3'],
  [{question: 'lignes', is: 'oui'}, 'vous avez répondu « Oui » à la question 4, sur une ligne au moins'],
  [{question: 'lignes', row: 'r', is: 'oui'}, 'vous avez répondu « Oui » à la question 4, pour « La lettre »'],
  [{question: 'vrai', is: true}, 'vous avez répondu « Oui » à la question 5'],
  [{question: 'vrai', is: false}, 'vous avez répondu « Non » à la question 5'],
  [{question: 'nombre', atLeast: 2}, 'vous avez répondu 2 ou plus à la question 6'],
  [{question: 'nombre', atMost: 2.5}, 'vous avez répondu 2,5 ou moins à la question 6'],
  [{question: 'nombre', atLeast: 1, atMost: 3}, 'vous avez répondu entre 1 et 3 à la question 6'],
  [{not: {question: 'nombre', atLeast: 3, atMost: 3}}, 'vous n’avez pas répondu 3 à la question 6'],
  [{question: 'mot', answered: true}, 'vous avez répondu à la question 7'],
  [{question: 'mot', answered: false}, 'vous n’avez pas répondu à la question 7'],
  [{not: {question: 'mot', answered: false}}, 'vous avez répondu à la question 7'],
  [{question: 'mot'}, 'vous avez répondu à la question 7'],
  [{territory: ['nord']}, 'votre secteur est « Nord »'],
  [{not: {territory: ['nord', 'sud']}}, 'votre secteur n’est ni « Nord » ni « Sud »'],
  [
    {
      all: [
        {question: 'un', is: 'oui'},
        {question: 'vrai', is: true},
      ],
    },
    'vous avez répondu « Oui » à la question 1 et vous avez répondu « Oui » à la question 5',
  ],
  [
    {
      not: {
        all: [
          {question: 'un', is: 'oui'},
          {question: 'vrai', is: true},
        ],
      },
    },
    'vous n’avez pas répondu « Oui » à la question 1 ou vous n’avez pas répondu « Oui » à la question 5',
  ],
  [
    {
      all: [
        {
          any: [
            {question: 'un', is: 'oui'},
            {question: 'un', is: 'non'},
          ],
        },
        {question: 'mot', answered: true},
      ],
    },
    'vous avez répondu « Oui » à la question 1 ou vous avez répondu « Non » à la question 1, et aussi vous avez répondu à la question 7',
  ],
  [{any: [{source: ['affiche']}, {question: 'un', is: 'oui'}]}, 'vous avez répondu « Oui » à la question 1'],
  [{all: [{source: ['affiche']}, {question: 'un', is: 'oui'}]}, 'never'],
  [{mode: ['kiosk']}, 'never'],
  [{not: {mode: ['kiosk']}}, undefined],
  [{wave: ['m2']}, 'never'],
];
for (const [condition, words] of TOLD) {
  test(`${JSON.stringify(condition)}: ${words ?? 'always'}`, () => assert.equal(shownAs(condition), words));
}

test('what the address already says is decided, not asked of the reader', () => {
  assert.equal(shownAs({territory: ['nord']}, {mode: 'web', territory: 'nord'}), undefined);
  assert.equal(shownAs({territory: ['nord']}, {mode: 'web', territory: 'sud'}), 'never');
  assert.equal(shownAs({source: ['affiche']}, {mode: 'web', source: 'affiche'}), undefined);
});

test('a section that is for some says so, and one that is for nobody here is not there', async (t) => {
  const definition = asking([
    ...earlier,
    {id: 's', type: 'section', label: 'Une partie', visibleWhen: {question: 'un', is: 'oui'}},
    {id: 'dedans', type: 'boolean', label: 'Dedans ?'},
    {id: 'k', type: 'section', label: 'Sur la borne', visibleWhen: {mode: ['kiosk']}},
    {id: 'borne', type: 'boolean', label: 'À la borne ?'},
  ]);
  const {get, send, stored} = await desk(t, definition);
  const text = await said(await get());
  assert.match(text, /Une partie Cette partie est pour vous si vous avez répondu « Oui » à la question 1\. Sinon, passez-la\./);
  assert.doesNotMatch(text, /borne/);
  await send({un: 'non', dedans: 'oui', borne: 'oui'});
  assert.deepEqual((await stored())[0]?.answers, {un: 'non'}, 'what is hidden is dropped');
});

test('a required question that is hidden is not asked for, and one that is shown is', async (t) => {
  const definition = asking([
    {id: 'un', type: 'single', label: 'Une ?', choices: yesNo},
    {id: 'deux', type: 'text', label: 'Pourquoi ?', max: 20, required: true, visibleWhen: {question: 'un', is: 'oui'}},
  ]);
  const {send} = await desk(t, definition);
  assert.equal((await send({un: 'non'})).status, 303);
  assert.equal((await send({un: 'oui'})).status, 422);
  assert.equal((await send({un: 'oui', deux: 'Parce que'})).status, 303);
});

test('what contradicts itself in a hidden question is no reason to come back', async (t) => {
  const definition = asking([
    {id: 'un', type: 'single', label: 'Une ?', choices: yesNo},
    {id: 'deux', type: 'number', label: 'Combien ?', decline: true, visibleWhen: {question: 'un', is: 'oui'}},
  ]);
  const {send, stored} = await desk(t, definition);
  assert.equal((await send({un: 'non', deux: ['2', '~']})).status, 303);
  assert.deepEqual((await stored())[0]?.answers, {un: 'non'});
});

test('the flyer’s questions on each document say which of them, and rows that were not received are dropped', async (t) => {
  const {get, send, stored} = await desk(t, flyer);
  const text = await said(await get());
  assert.match(
    text,
    /2\. L’avez-vous remarqué dans le courrier \? Répondez seulement sur les lignes où vous avez répondu « Oui » à la question 1\./,
  );
  assert.match(
    text,
    /8\. D’après ces documents, la PMI… Répondez seulement si vous avez répondu « Oui » à la question 1, sur une ligne au moins\./,
  );
  const response = await send({
    'ff_recu.lettre_1': 'non',
    'ff_recu.lettre_2': 'non',
    'ff_recu.flyer': 'oui',
    'ff_vu.flyer': 'non',
    'ff_vu.lettre_1': 'non',
  });
  assert.equal(response.status, 303);
  assert.deepEqual((await stored())[0]?.answers, {ff_recu: {lettre_1: 'non', lettre_2: 'non', flyer: 'oui'}, ff_vu: {flyer: 'non'}});
});
