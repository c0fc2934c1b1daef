import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Answer, Answers, Choice, Question, Questionnaire, QuestionResult} from '@ppgp/schema';
import {figures, type FiguresOptions} from './figures.js';
import {add, empty} from './tally.js';

const OPTIONS: FiguresOptions = {k: 5, audience: 'team', asOf: '2026-11-21', campaign: 'tarn', versions: ['1'], received: 30, counted: 29};
const choices = (...ids: string[]): Choice[] => ids.map((id) => ({id, label: id}));
const questionnaire = (...questions: Question[]): Questionnaire => ({
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'essai',
  version: '1',
  title: 'Essai',
  questions,
});

const TROP: Question = {id: 'q', label: 'q', type: 'single', choices: choices('oui', 'non')};
const LU: Question = {id: 'q', label: 'q', type: 'matrix', rows: choices('lettre', 'flyer'), choices: 'faces3'};

/** Each answer so many times. */
const times = <T>(...groups: [number, T][]): T[] => groups.flatMap(([count, each]) => Array.from({length: count}, () => each));

function resultsOf(definition: Questionnaire, people: Answers[], options: Partial<FiguresOptions> = {}) {
  const tally = empty(definition);
  for (const answers of people) add(tally, {answers, lang: 'fr', mode: 'web', version: '1', week: '2026-W47'});
  return figures(tally, {...OPTIONS, ...options});
}

/** The figures of one question `q`. */
function resultOf(question: Question, given: Answer[], options: Partial<FiguresOptions> = {}): QuestionResult {
  const result = resultsOf(
    questionnaire(question),
    given.map((q) => ({q})),
    options,
  ).questions['q'];
  assert.ok(result);
  return result;
}

const FULL = {k: 1};
const FILTER = {filter: {territory: 'albi'}};

test('single: who declined or is not concerned leaves the base', () => {
  const question: Question = {...TROP, choices: [...choices('oui', 'non'), {id: 'sans', label: '', role: 'na'}]};
  assert.deepEqual(resultOf(question, times<Answer>([3, 'oui'], [2, 'non'], [1, 'sans'], [2, null])), {
    base: 5,
    declined: 2,
    na: 1,
    cells: {oui: 3, non: 2},
  });
});

test('several: the base counts people, the cells count ticks', () => {
  const question: Question = {
    id: 'q',
    label: 'q',
    type: 'multiple',
    choices: [...choices('gratuite', 'tous'), {id: 'sans', label: '', role: 'na'}],
  };
  const given: Answer[] = [['gratuite', 'tous'], ['gratuite'], ['sans'], ['gratuite', 'gratuite'], [], null];
  assert.deepEqual(resultOf(question, given, FULL), {base: 3, declined: 1, na: 1, cells: {gratuite: 3, tous: 1}});
});

test('ranking: points from the maximum down to 1, and first ranks', () => {
  const question: Question = {id: 'q', label: 'q', type: 'ranking', max: 3, choices: choices('a', 'b', 'c', 'd')};
  assert.deepEqual(resultOf(question, [['a', 'b', 'c'], ['b', 'a'], ['a'], ['d', 'a', 'b', 'c']], FULL), {
    base: 4,
    declined: 0,
    na: 0,
    cells: {a: 4, b: 3, c: 1, d: 1},
    points: {a: 10, b: 6, c: 1, d: 3},
    firsts: {a: 2, b: 1, c: 0, d: 1},
  });
});

test('yes or no and consent: the cells are called true and false', () => {
  for (const question of [
    {id: 'q', label: 'q', type: 'boolean'},
    {id: 'q', label: 'q', type: 'consent', of: 'mot'},
  ] satisfies Question[]) {
    assert.deepEqual(resultOf(question, [true, true, false, null], FULL), {base: 3, declined: 1, na: 0, cells: {true: 2, false: 1}});
  }
});

test('number: the median, halfway where two are in the middle, null where nobody answered', () => {
  const question: Question = {id: 'q', label: 'q', type: 'number'};
  const medianOf = (...given: Answer[]) => resultOf(question, given, FULL).median;
  assert.equal(medianOf(7, 1, 3), 3);
  assert.equal(medianOf(10, 2, 2, 9), 5.5);
  assert.equal(medianOf(4, 4, 4, 100, -3), 4);
  assert.equal(medianOf(null), null);
  assert.deepEqual(resultOf(question, [1, 2, 3]), {base: 3, declined: null, na: null, cells: {}, median: null, hidden: 'base'});
});

test('text and date: the base only', () => {
  assert.deepEqual(resultOf({id: 'q', label: 'q', type: 'text', max: 9}, ['a', 'b', '', null], FULL), {base: 2, cells: {}});
  assert.deepEqual(resultOf({id: 'q', label: 'q', type: 'date', unit: 'month'}, ['2026-11', null], FULL), {base: 1, cells: {}});
});

test('matrix: a table and a base for each row, and the same people compared row with row', () => {
  const given: Answer[] = [
    {lettre: 'bien', flyer: 'bien'},
    {lettre: 'moyen', flyer: 'bien'},
    {lettre: 'mal', flyer: 'bien'},
    {lettre: 'mal', flyer: 'moyen'},
    {lettre: null, flyer: 'bien'},
    {flyer: 'mal'},
    {lettre: null},
    null,
  ];
  assert.deepEqual(resultOf(LU, given, FULL), {
    base: 6,
    cells: {},
    rows: {
      lettre: {base: 4, declined: 2, na: 0, cells: {bien: 1, moyen: 1, mal: 2}},
      flyer: {base: 6, declined: 0, na: 0, cells: {bien: 4, moyen: 1, mal: 1}},
    },
    pairs: {'lettre|flyer': {both: 1, a: 0, b: 2, neither: 1}},
  });
});

test('matrix: no pairs without a favourable choice; « pas concerné » leaves the row’s base and its pairs', () => {
  const plain: Question = {...LU, choices: choices('oui', 'non')};
  assert.equal(resultOf(plain, [{lettre: 'oui', flyer: 'non'}], FULL).pairs, undefined);
  const withNa: Question = {
    ...LU,
    choices: [{id: 'oui', label: '', favourable: true}, ...choices('non'), {id: 'sans', label: '', role: 'na'}],
  };
  const result = resultOf(
    withNa,
    [
      {lettre: 'sans', flyer: 'oui'},
      {lettre: 'oui', flyer: 'non'},
      {lettre: 'sans', flyer: 'sans'},
    ],
    FULL,
  );
  assert.equal(result.base, 2);
  assert.deepEqual(result.rows?.['lettre'], {base: 1, declined: 0, na: 2, cells: {oui: 1, non: 0}});
  assert.deepEqual(result.pairs, {'lettre|flyer': {both: 0, a: 1, b: 0, neither: 0}});
});

test('a campaign’s own table is shown in full from a base of k on, small cells and nobody included', () => {
  assert.deepEqual(resultOf(TROP, times<Answer>([5, 'oui'])), {base: 5, declined: 0, na: 0, cells: {oui: 5, non: 0}});
});

test('below k the team reads the base, the public nothing', () => {
  const given = times<Answer>([3, 'oui'], [1, 'non'], [9, null]);
  const hidden = {declined: null, na: null, cells: {oui: null, non: null}, hidden: 'base'};
  assert.deepEqual(resultOf(TROP, given), {base: 4, ...hidden});
  assert.deepEqual(resultOf(TROP, given, {audience: 'public'}), {base: null, ...hidden});
});

test('a row under k is hidden on its own, with its pairs', () => {
  const given = times<Answer>([5, {lettre: 'bien'}], [4, {lettre: 'mal', flyer: 'bien'}]);
  const hidden = {declined: null, na: null, cells: {bien: null, moyen: null, mal: null}};
  const expected = {
    base: 9,
    cells: {},
    rows: {lettre: {base: 9, declined: 0, na: 0, cells: {bien: 5, moyen: 0, mal: 4}}, flyer: {base: 4, ...hidden}},
    pairs: {'lettre|flyer': {both: null, a: null, b: null, neither: null}},
    hidden: 'cells',
  };
  assert.deepEqual(resultOf(LU, given), expected);
  const ofPublic = resultOf(LU, given, {audience: 'public'});
  assert.deepEqual(ofPublic.rows?.['flyer'], {base: null, ...hidden});
});

test('small cells are hidden in narrowed tables and where a question is marked, there only', () => {
  const given = times<Answer>([12, 'oui'], [3, 'non']);
  const full = {base: 15, declined: 0, na: 0, cells: {oui: 12, non: 3}};
  const hidden = {base: 15, declined: null, na: null, cells: {oui: null, non: null}, hidden: 'cells'};
  assert.deepEqual(resultOf(TROP, given), full);
  assert.deepEqual(resultOf(TROP, given, {filter: {}}), full);
  assert.deepEqual(resultOf(TROP, given, FILTER), hidden);
  assert.deepEqual(resultOf({...TROP, profile: true}, given), hidden);
  assert.deepEqual(resultOf({...TROP, sensitive: true}, given), hidden);
});

test('a narrowed table with no small cell is shown, and who declined from k on', () => {
  const question: Question = {...TROP, choices: [...choices('oui', 'non'), {id: 'sans', label: '', role: 'na'}]};
  const cells = times<Answer>([12, 'oui'], [5, 'non'], [6, 'sans']);
  assert.deepEqual(resultOf(question, [...cells, null], FILTER), {base: 17, declined: null, na: null, cells: {oui: 12, non: 5}});
  assert.deepEqual(resultOf(question, [...cells, ...times([5, null])], FILTER), {base: 17, declined: 5, na: 6, cells: {oui: 12, non: 5}});
});

test('a narrowed pair is hidden where its sums would give a hidden cell of a row away', () => {
  const both = (count: number, lettre: string, flyer: string): [number, Answer] => [count, {lettre, flyer}];
  const given = times<Answer>(both(4, 'bien', 'bien'), both(4, 'bien', 'moyen'), both(6, 'moyen', 'bien'), both(6, 'moyen', 'moyen'));
  const {rows, pairs} = resultOf(LU, given, {...FILTER, k: 4});
  assert.deepEqual(rows?.['lettre']?.cells, {bien: null, moyen: 12, mal: null});
  assert.deepEqual(pairs, {'lettre|flyer': {both: null, a: null, b: null, neither: null}});
});

test('a narrowed pair of rows in full is shown', () => {
  const question: Question = {...LU, choices: [{id: 'oui', label: '', favourable: true}, ...choices('non')]};
  const given = ['oui', 'non'].flatMap((lettre) => ['oui', 'non'].flatMap((flyer) => times<Answer>([5, {lettre, flyer}])));
  const result = resultOf(question, given, FILTER);
  assert.deepEqual(result.pairs, {'lettre|flyer': {both: 5, a: 5, b: 5, neither: 5}});
  assert.equal(result.hidden, undefined);
});

test('a narrowed median needs k answers on either side', () => {
  const question: Question = {id: 'q', label: 'q', type: 'number'};
  const upTo = (count: number) => Array.from({length: count}, (_, i) => i);
  assert.deepEqual(resultOf(question, upTo(9), FILTER), {base: 9, declined: null, na: null, cells: {}, median: null, hidden: 'cells'});
  assert.equal(resultOf(question, upTo(10), FILTER).median, 4.5);
});

test('results say what they are of; a team reads everything received', () => {
  const extra = {expected: 50, flags: {late: 1}, weeks: {'2026-W46': 28, '2026-W47': 2}, ...FILTER};
  assert.deepEqual(resultsOf(questionnaire(), [], extra), {
    format: 'ppgp-results/1',
    ...OPTIONS,
    ...extra,
    questions: {},
  });
  assert.deepEqual(Object.keys(resultsOf(questionnaire(), [])), [
    'format',
    'campaign',
    'versions',
    'audience',
    'k',
    'asOf',
    'received',
    'counted',
    'questions',
  ]);
});

test('the public reads no flags, no count under k, no week of few', () => {
  const extra = {
    audience: 'public',
    flags: {late: 1},
    weeks: {'2026-W45': 12, '2026-W46': 13, '2026-W47': 5},
    received: 30,
    counted: 4,
  } as const;
  const results = resultsOf(questionnaire(), [], extra);
  assert.deepEqual([results.received, results.counted, results.flags], [30, null, undefined]);
  assert.deepEqual(results.weeks, {'2026-W45': 12, '2026-W46': 13, '2026-W47': 5});
  assert.deepEqual(resultsOf(questionnaire(), [], {...extra, k: 11}).weeks, {'2026-W45': null, '2026-W46': 13, '2026-W47': null});
  assert.deepEqual(resultsOf(questionnaire(), [], {...extra, weeks: {'2026-W45': 2}}).weeks, {'2026-W45': null});
});

test('k is a whole number from 1', () => {
  for (const k of [0, -5, 2.5, NaN]) assert.throws(() => resultsOf(questionnaire(TROP), [], {k}), RangeError);
});

/** Every group of so many people who each gave one of the answers. */
function* groups(size: number, answers: Answer[]): Generator<Answer[]> {
  const [first, ...rest] = answers;
  if (first === undefined) return;
  if (rest.length === 0) yield times([size, first]);
  else
    for (let count = size; count >= 0; count--)
      for (const others of groups(size - count, rest)) yield [...times([count, first]), ...others];
}

/** Every count of a result by its path; null where it is hidden. A table of nobody hides nothing. */
function leaves(value: unknown, path = ''): [string, number | null][] {
  if (typeof value === 'number' || value === null) return [[path, value]];
  if (typeof value !== 'object') return [];
  const isOfNobody = ('base' in value && value.base === 0) || Object.values(value).every((each) => each === 0);
  return isOfNobody ? [] : Object.entries(value).flatMap(([key, each]) => leaves(each, `${path}/${key}`));
}

/**
 * What is given away to someone who works out all groups of people that would give the figures shown.
 * Who declined or is not concerned is left aside: where nobody may skip a question, its base says it.
 */
function givenAway(question: Question, size: number, answers: Answer[], k: number): {path: string; shown: QuestionResult}[] {
  const possible = new Map<string, {shown: QuestionResult; values: Map<string, Set<number>>}>();
  for (const people of groups(size, answers)) {
    const shown = resultOf(question, people, {...FILTER, k});
    const truth = new Map(leaves(resultOf(question, people, FULL)));
    const key = JSON.stringify(shown);
    const {values} = possible.get(key) ?? {values: new Map<string, Set<number>>()};
    for (const [path, count] of leaves(shown)) {
      const actual = truth.get(path);
      if (count !== null || typeof actual !== 'number' || /(declined|na)$/.test(path)) continue;
      values.set(path, (values.get(path) ?? new Set()).add(actual));
    }
    possible.set(key, {shown, values});
  }
  return [...possible.values()].flatMap(({shown, values}) =>
    [...values].flatMap(([path, {size: count}]) => (count === 1 ? [{path, shown}] : [])),
  );
}

test('nobody can work out a hidden count of several answers, some of which exclude the rest', () => {
  const question: Question = {
    id: 'q',
    label: 'q',
    type: 'multiple',
    max: 2,
    choices: [...choices('a', 'b', 'c'), {id: 'rien', label: '', role: 'exclusive'}],
  };
  const answers = [['a'], ['b'], ['c'], ['a', 'b'], ['a', 'c'], ['b', 'c'], ['rien']];
  for (const [size, k] of [
    [4, 1],
    [6, 1],
    [5, 2],
    [6, 2],
  ] as const)
    assert.deepEqual(givenAway(question, size, answers, k), []);
});

test('nor of a ranking; where everyone ranked one alone, the first ranks are the cells', () => {
  const question: Question = {id: 'q', label: 'q', type: 'ranking', max: 2, choices: choices('a', 'b', 'c')};
  const answers = [['a'], ['b'], ['c'], ['a', 'b'], ['b', 'a'], ['a', 'c'], ['c', 'a'], ['b', 'c'], ['c', 'b']];
  const ranked = ({cells}: QuestionResult) => Object.values(cells).reduce<number>((sum, count) => sum + (count ?? 0), 0);
  for (const [size, k] of [
    [3, 1],
    [4, 2],
    [5, 2],
  ] as const) {
    const found = givenAway(question, size, answers, k);
    assert.deepEqual(
      found.filter(({path, shown}) => path.startsWith('/cells') || ranked(shown) !== shown.base),
      [],
    );
  }
});

test('nor of a matrix from its rows, bases and pairs', () => {
  const question: Question = {...LU, choices: [{id: 'oui', label: '', favourable: true}, ...choices('non')]};
  const row = [undefined, 'oui', 'non'];
  const answers = row.flatMap((lettre) => row.map((flyer) => ({...(lettre && {lettre}), ...(flyer && {flyer})}))).slice(1);
  for (const [size, k] of [
    [4, 1],
    [6, 1],
    [5, 2],
    [6, 2],
  ] as const)
    assert.deepEqual(givenAway(question, size, answers, k), []);
});
