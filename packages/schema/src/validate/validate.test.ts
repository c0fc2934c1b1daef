import assert from 'node:assert/strict';
import test from 'node:test';
import {SurveyError} from '../index.js';
import {badCampaigns, badDefinitions, badOverlays, board, choices, grid, overlay, questionnaire, single} from './bad-input.kit.js';
import {
  campaignFaultsIn,
  definitionFaultsIn,
  overlayFaultsIn,
  parseCampaign,
  parseDefinition,
  parseOverlay,
  parsePayload,
  parseResults,
  readForeign,
} from './index.js';

const found = (value: unknown): string[] => definitionFaultsIn(value).map(({path, code}) => `${path} ${code}`);

const tables = [
  {table: badDefinitions, faultsIn: definitionFaultsIn},
  {table: badCampaigns, faultsIn: campaignFaultsIn},
  {table: badOverlays, faultsIn: overlayFaultsIn},
];
for (const {table, faultsIn} of tables) {
  for (const {input, value, where, code} of table) {
    test(`${input}: ${code}${where === '' ? '' : ` at ${where}`}`, () => {
      const faults = faultsIn(value);
      assert.ok(
        faults.some((one) => one.path === where && one.code === code),
        faults.map(({path, code: other}) => `${path} ${other}`).join(', '),
      );
    });
  }
}

test('every fault has a sentence for its author', () => {
  for (const {table, faultsIn} of tables)
    for (const {value} of table) for (const {detail} of faultsIn(value)) assert.match(detail, /^[A-Z"].*\w.*\.$/);
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

test('names of the prototype are ordinary ids, and no way in', () => {
  assert.deepEqual(found(questionnaire(single({id: 'constructor', choices: {list: 'tostring'}}))), [
    'questions[0].choices.list unknown-list',
  ]);
  assert.deepEqual(found(JSON.parse('{"__proto__": {"kind": "questionnaire"}}')), [' bad-key']);
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

test('many unknown members do not hide what is worse', () => {
  const strange = Object.fromEntries(Array.from({length: 300}, (_, at) => [`m${at}`, at]));
  assert.throws(() => readForeign({...questionnaire(single({choices: []})), ...strange}), SurveyError);
});

test('text is never HTML: markup is ordinary text; Arabic and its marks too', () => {
  for (const label of ['<b onclick="alert(1)">Oui</b> & non', 'هل قرأتها؟ \u2068PMI\u2069\u200F', 'Deux\nlignes', '👩‍👧'])
    assert.deepEqual(found(questionnaire(single({label}))), []);
});

test('grids, boards and overlays that are right are taken as they are', () => {
  for (const value of [grid({facts: [{id: 'court', label: 'Court', setsNa: ['i1']}]}), board({help: []})])
    assert.equal(parseDefinition(value), value);
  const value = overlay({'x-source': 'relecture'});
  assert.equal(parseOverlay(value), value);
  assert.throws(() => parseOverlay({}), SurveyError);
});

const payload = {answers: {a: 'oui', b: ['x'], m: {r: 'x', s: null}, n: 0, z: null}, lang: 'fr', mode: 'web'};

test('a payload of our form is taken, with members that are not known', () => {
  const whole = {
    ...payload,
    other: {a: 'le bus'},
    plain: true,
    territory: 'albi',
    paper: {batch: 'b', sheet: 1, entry: 'agreed', marks: {a: 'several'}},
    rating: {
      dossier: 'd',
      document: 'e',
      documentVersion: '2',
      rater: 'r',
      round: 'own',
      notes: {i1: {text: 'Long', at: {page: 1, x: 0, y: 1}}},
    },
    signals: ['fast'],
    replaces: '00000000-0000-4000-8000-000000000000',
    salt: '0'.repeat(32),
    later: {anything: true},
  };
  for (const value of [payload, whole]) assert.equal(parsePayload(value), value);
});

test('a payload of another form says where', () => {
  const wrong: [object, string][] = [
    [{answers: []}, 'answers wrong-type'],
    [{answers: {A: 'x'}}, 'answers.A bad-key'],
    [{answers: {a: {r: 7}}}, 'answers.a.r wrong-type'],
    [{lang: '<b>'}, 'lang bad-lang'],
    [{mode: 'fax'}, 'mode unknown-value'],
    [{plain: false}, 'plain unknown-value'],
    [{paper: {batch: 'b', sheet: 0, entry: 3}}, 'paper.sheet too-small'],
    [{paper: {batch: 'b', sheet: 1, entry: 3}}, 'paper.entry unknown-value'],
    [{rating: {}}, 'rating.dossier missing'],
    [{replaces: 'x'}, 'replaces bad-uuid'],
    [{salt: 'x'}, 'salt bad-salt'],
  ];
  for (const [members, expected] of wrong) {
    assert.throws(
      () => parsePayload({...payload, ...members}),
      (error) => error instanceof SurveyError && error.faults.some(({path, code}) => `${path} ${code}` === expected),
      expected,
    );
  }
});

test('figures of our form are taken, with members that are not known; others say where', () => {
  const table = {base: 12, cells: {oui: 7, non: null}};
  const value = {
    ...{format: 'ppgp-results/1', campaign: 'c', versions: ['1'], audience: 'team', k: 5, asOf: '2026-11-21', received: 12, counted: 12},
    questions: {a: {...table, rows: {r: {...table, later: 1}}, pairs: {'r|s': {both: 1, a: 2, b: null, neither: 0}}, hidden: 'cells'}},
    weeks: {'2026-W47': 12},
    later: true,
  };
  assert.equal(parseResults(value), value);
  for (const members of [
    {format: 'ppgp-results/2'},
    {counted: -1},
    {asOf: 'hier'},
    {questions: {a: {base: 1.5, cells: {}}}},
    {audience: 'all'},
  ])
    assert.throws(() => parseResults({...value, ...members}), SurveyError, JSON.stringify(members));
});
