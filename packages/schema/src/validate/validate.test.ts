import assert from 'node:assert/strict';
import test from 'node:test';
import {SurveyError} from '../index.js';
import {campaignFaultsIn, definitionFaultsIn, parseCampaign, parseDefinition, readForeign} from './index.js';

const choices = [
  {id: 'oui', label: 'Oui'},
  {id: 'non', label: {fr: 'Non', en: 'No'}},
];
const questionnaire = (...questions: unknown[]): Record<string, unknown> => ({
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'essai',
  version: '1',
  title: 'Essai',
  questions,
});
const single = (more: object = {}): object => ({id: 'a', type: 'single', label: 'A ?', choices, ...more});
const found = (value: unknown): string[] => definitionFaultsIn(value).map(({path, code}) => `${path} ${code}`);

/** What is wrong, and where the author is told to look. */
const broken: [string, unknown, string][] = [
  ['nothing', null, ' wrong-type'],
  ['a text', '{}', ' wrong-type'],
  ['another kind', {...questionnaire(single()), kind: 'constructor'}, 'kind unknown-value'],
  ['another format', {...questionnaire(single()), format: 'ppgp/2'}, 'format unknown-value'],
  ['a version with a control character', {...questionnaire(single()), version: '1\u0000'}, 'version bad-version'],
  ['no question', questionnaire(), 'questions no-questions'],
  ['an unknown type', questionnaire({id: 'a', type: 'slider', label: 'A'}), 'questions[0].type unknown-value'],
  ['a bad id', questionnaire(single({id: '__proto__'})), 'questions[0].id bad-id'],
  ['an id with capitals', questionnaire(single({id: 'A1'})), 'questions[0].id bad-id'],
  ['the same id twice', questionnaire(single(), single()), 'questions[1].id duplicate-id'],
  ['no label', questionnaire({id: 'a', type: 'statement'}), 'questions[0].label missing'],
  ['no choices', questionnaire(single({choices: []})), 'questions[0].choices no-choices'],
  ['the same choice twice', questionnaire(single({choices: [choices[0], choices[0]]})), 'questions[0].choices[1].id duplicate-id'],
  ['a list that is not there', questionnaire(single({choices: {list: 'rien'}})), 'questions[0].choices.list unknown-list'],
  ['an unknown scale', questionnaire({id: 'a', type: 'scale', label: 'A', choices: 'faces5'}), 'questions[0].choices unknown-value'],
  ['a member of another format', questionnaire(single({visibleIf: '{a} = 1'})), 'questions[0].visibleIf unknown-member'],
  ['a script as a picture', questionnaire(single({picture: 'javascript:alert(1)'})), 'questions[0].picture bad-url'],
  ['a text with no cap', questionnaire({id: 'a', type: 'text', label: 'A'}), 'questions[0].max missing'],
  [
    'a condition on nothing',
    questionnaire(single({visibleWhen: {question: 'z', is: 'oui'}})),
    'questions[0].visibleWhen.question unknown-question',
  ],
  [
    'a condition on itself',
    questionnaire(single({visibleWhen: {question: 'a', is: 'oui'}})),
    'questions[0].visibleWhen.question own-question',
  ],
  [
    'a condition on a later question',
    questionnaire(single({visibleWhen: {all: [{not: {question: 'b', is: 'oui'}}]}}), single({id: 'b'})),
    'questions[0].visibleWhen.all[0].not.question later-question',
  ],
  [
    'a condition on a code that is not there',
    questionnaire(single(), single({id: 'b', visibleWhen: {question: 'a', is: ['oui', 'si']}})),
    'questions[1].visibleWhen.is unknown-code',
  ],
  [
    'a condition on a row of no matrix',
    questionnaire(single(), single({id: 'b', visibleWhen: {question: 'a', row: 'x', is: 'oui'}})),
    'questions[1].visibleWhen.row unknown-row',
  ],
  [
    'consent to quote what is no text',
    questionnaire(single(), {id: 'c', type: 'consent', label: 'C', of: 'a'}),
    'questions[1].of not-a-text-question',
  ],
  ['piping of a later answer', questionnaire(single({label: 'Et {b} ?'}), single({id: 'b'})), 'questions[0].label unknown-question'],
  ['a day that is not in the calendar', {...questionnaire(single()), opens: '2026-02-30'}, 'opens bad-day'],
  ['closing before opening', {...questionnaire(single()), opens: '2026-03-02', closes: '2026-03-01'}, 'closes closes-before-opens'],
  ['a territory twice', {...questionnaire(single()), territories: [choices[0], choices[0]]}, 'territories[1].id duplicate-id'],
];

for (const [name, value, expected] of broken) {
  test(`a definition with ${name} is refused, with its place`, () =>
    assert.ok(found(value).includes(expected), `${expected} is not in ${found(value).join(', ')}`));
}

test('every fault has a sentence for its author', () => {
  for (const [, value] of broken) for (const {detail} of definitionFaultsIn(value)) assert.match(detail, /\w.*\.$/);
});

test('a cycle of conditions cannot be written, because conditions only look back', () => {
  const value = questionnaire(
    single({visibleWhen: {question: 'b', is: 'oui'}}),
    single({id: 'b', visibleWhen: {question: 'a', is: 'oui'}}),
  );
  assert.deepEqual(found(value), ['questions[0].visibleWhen.question later-question']);
});

test('a rule for rows looks at the same row of an earlier matrix', () => {
  const rows = [{id: 'r', label: 'R'}];
  const matrix = {id: 'm', type: 'matrix', label: 'M', rows, choices};
  assert.deepEqual(found(questionnaire(matrix, {...matrix, id: 'n', rowVisibleWhen: {question: 'm', row: 'same', is: 'oui'}})), []);
  assert.deepEqual(
    found(
      questionnaire(matrix, {...matrix, id: 'n', rows: [{id: 's', label: 'S'}], rowVisibleWhen: {question: 'm', row: 'same', is: 'oui'}}),
    ),
    ['questions[1].rowVisibleWhen.row unknown-row'],
  );
});

test('members named x-… are kept and looked at by nobody', () => {
  const value = questionnaire(single({'x-note': {any: [{thing: 1}]}}));
  assert.equal(parseDefinition(value), value);
});

test('nesting without end is refused and does not overflow', () => {
  let condition: object = {question: 'a', is: 'oui'};
  for (let depth = 0; depth < 20_000; depth += 1) condition = {not: condition};
  assert.deepEqual(found(questionnaire(single(), single({id: 'b', visibleWhen: condition}))), [' too-deep']);
});

test('ten thousand questions are refused with a sentence', () => {
  const many = Array.from({length: 10_000}, (_, index) => single({id: `q${index}`}));
  assert.deepEqual(found(questionnaire(...many)), ['questions too-many']);
});

test('names of the prototype are ordinary ids, and no way in', () => {
  assert.deepEqual(found(questionnaire(single({id: 'constructor', choices: {list: 'tostring'}}))), [
    'questions[0].choices.list unknown-list',
  ]);
  assert.ok(found(JSON.parse('{"__proto__": {"kind": "questionnaire"}}')).includes('kind unknown-value'));
  assert.equal(({} as Record<string, unknown>)['kind'], undefined);
});

test('a campaign is judged with its definition under its settings', () => {
  const campaign = {
    format: 'ppgp-campaign/1',
    id: 'c',
    definition: questionnaire(single({visibleWhen: {territory: ['nord']}})),
    territories: [{id: 'sud', label: 'Sud'}],
    k: {public: 11, team: 5},
  };
  assert.deepEqual(
    campaignFaultsIn(campaign).map(({path, code}) => `${path} ${code}`),
    ['definition.questions[0].visibleWhen.territory[0] unknown-code'],
  );
  assert.equal(parseCampaign({...campaign, territories: [{id: 'nord', label: 'Nord'}]}).id, 'c');
});

test('the error carries a code and every fault', () => {
  assert.throws(
    () => parseDefinition(questionnaire(single({choices: []}), {id: 'B', type: 'statement', label: 'b'})),
    (error) => error instanceof SurveyError && error.code === 'definition-invalid' && error.faults.length === 2,
  );
});

test('an element ignores members it does not know, and says which', () => {
  const {ignored} = readForeign(questionnaire(single({novelty: true})));
  assert.deepEqual(
    ignored.map(({path}) => path),
    ['questions[0].novelty'],
  );
  assert.throws(() => readForeign(questionnaire(single({choices: []}))), SurveyError);
});
