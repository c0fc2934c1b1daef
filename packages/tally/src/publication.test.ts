import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Answers, Questionnaire, Table} from '@ppgp/schema';
import fc from 'fast-check';
import {type Publication, type PublishOptions, publish, published} from './publication.js';
import {add, empty, remove, type Counted, type Tally} from './tally.js';

const RUNS = Number(process.env['PPGP_ATTACKS'] ?? 300);
const named = (...ids: string[]) => ids.map((id) => ({id, label: id}));
const DEFINITION: Questionnaire = {
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'essai',
  version: '1',
  title: 'Essai',
  questions: [
    {id: 'clair', label: '', type: 'single', choices: named('oui', 'non')},
    {id: 'age', label: '', type: 'single', profile: true, choices: named('jeune', 'vieux')},
    {
      id: 'lu',
      label: '',
      type: 'matrix',
      rows: named('lettre', 'flyer'),
      choices: [{id: 'oui', label: '', favourable: true}, ...named('non')],
    },
  ],
};
const counted = (answers: Answers): Counted => ({answers, lang: 'fr', mode: 'web', version: '1', week: '2026-W47'});
const options = (received: number, more: Partial<PublishOptions> = {}): PublishOptions => ({
  k: 3,
  asOf: '2026-11-21',
  campaign: 'c',
  versions: ['1'],
  received,
  counted: received,
  isOver: false,
  ...more,
});

/** Publishes whenever it can while answers come in one by one; all publications. */
function publications(people: readonly Answers[], k: number): Publication[] {
  const tally = empty(DEFINITION);
  const all: Publication[] = [];
  people.forEach((answers, i) => {
    add(tally, counted(answers));
    const next = publish(all.at(-1), tally, options(i + 1, {k, isOver: i === people.length - 1}));
    if (next !== undefined) all.push(next);
  });
  return all;
}

const times = <T>(count: number, one: T): T[] => Array.from({length: count}, () => one);
const tallyOf = (people: readonly Answers[]): Tally => {
  const tally = empty(DEFINITION);
  for (const answers of people) add(tally, counted(answers));
  return tally;
};

test('nothing is published before k answers, nor again before k more', () => {
  const tally = tallyOf(times(4, {clair: 'oui'}));
  assert.equal(publish(undefined, tally, options(2)), undefined);
  const first = publish(undefined, tally, options(4));
  assert.ok(first);
  assert.equal(publish(first, tally, options(6)), undefined);
  assert.ok(publish(first, tally, options(7)));
});

test('a question that one more person answered keeps the table published before', () => {
  const before = publish(undefined, tallyOf(times(4, {clair: 'oui'})), options(4));
  const after = publish(before, tallyOf([...times(4, {clair: 'oui'}), {clair: 'non'}, ...times(5, {})]), options(10));
  assert.deepEqual(after?.results.questions['clair'], before?.results.questions['clair']);
  assert.equal(after?.results.received, 10);
});

test('a question about the person is published once no cell of it is small, or once, when all is over', () => {
  const people = [...times(6, {age: 'jeune'}), ...times(2, {age: 'vieux'})];
  const early = publish(undefined, tallyOf(people), options(8));
  assert.deepEqual(early?.results.questions['age'], {
    base: null,
    declined: null,
    na: null,
    cells: {jeune: null, vieux: null},
    hidden: 'base',
  });
  const last = publish(early, tallyOf([...people, ...times(3, {age: 'jeune'})]), options(11, {isOver: true}));
  assert.equal(last?.results.questions['age']?.base, 11);
  assert.equal(last?.results.questions['age']?.hidden, 'cells');
  const late = publish(last, tallyOf([...times(30, {age: 'jeune'}), ...times(30, {age: 'vieux'})]), options(60, {isOver: true}));
  assert.deepEqual(late?.results.questions['age'], last?.results.questions['age']);
});

test('answers that were erased since change nothing of what was published', () => {
  const tally = tallyOf(times(9, {clair: 'oui'}));
  const before = publish(undefined, tally, options(9));
  for (const answers of times(5, {clair: 'oui'})) remove(tally, counted(answers));
  assert.equal(publish(before, tally, options(4)), undefined);
  for (const answers of times(9, {clair: 'non'})) add(tally, counted(answers));
  assert.deepEqual(publish(before, tally, options(13))?.results.questions['clair'], before?.results.questions['clair']);
});

test('a greater k withdraws what it would not have let through; a smaller one shows no more', () => {
  const before = publish(undefined, tallyOf(times(4, {clair: 'oui', lu: {lettre: 'oui'}})), options(9));
  assert.ok(before);
  assert.equal(published(before, 5).questions['clair']?.base, null);
  assert.equal(published(before, 5).questions['lu']?.rows?.['lettre']?.base, null);
  assert.deepEqual(published(before, 2), before.results);
});

const person: fc.Arbitrary<Answers> = fc
  .record(
    {
      clair: fc.constantFrom('oui', 'non', null),
      age: fc.constantFrom('jeune', 'vieux', null),
      lu: fc.record({lettre: fc.constantFrom('oui', 'non'), flyer: fc.constantFrom('oui', 'non', null)}, {requiredKeys: []}),
    },
    {requiredKeys: []},
  )
  .map((answers) => JSON.parse(JSON.stringify(answers)) as Answers);

test('who subtracts any two publications finds at least k people in every table, and no small cell of a question about the person (mode 77)', () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.array(person, {maxLength: 40}), fc.integer({min: 2, max: 4}), (people, k) => {
      const all = publications(people, k);
      const tables = (publication: Publication): [string, Table, boolean][] =>
        Object.entries(publication.results.questions).flatMap(([id, result]) => [
          [id, result, id === 'age'],
          ...Object.entries(result.rows ?? {}).map(([row, table]): [string, Table, boolean] => [`${id}.${row}`, table, false]),
        ]);
      all.forEach((first, i) =>
        all.slice(i + 1).forEach((second) => {
          const later = new Map(tables(second).map(([id, table]) => [id, table]));
          for (const [id, table, isPersonal] of tables(first)) {
            const next = later.get(id);
            if (table.base === null || next === undefined) continue;
            const added = (next.base ?? 0) - table.base;
            assert.ok(added === 0 || added >= k, `${id}: ${added} more, k ${k}`);
            const cells = Object.entries(table.cells).map(([code, count]) =>
              count === null ? undefined : (next.cells[code] ?? 0) - count,
            );
            if (added === 0) assert.deepEqual(next, table);
            if (isPersonal && added > 0) assert.ok(cells.every((count) => count !== undefined && count >= k && count <= added - k));
            compared += added;
          }
        }),
      );
    }),
    {numRuns: RUNS},
  );
  assert.ok(compared > 0);
});
