import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Answers, Questionnaire} from '@ppgp/schema';
import fc from 'fast-check';
import {figures} from './figures.js';
import {add, type Counted, empty, merge, remove, type Tally} from './tally.js';

const named = (...ids: string[]) => ids.map((id) => ({id, label: id}));
const DEFINITION: Questionnaire = {
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'essai',
  version: '1',
  title: 'Essai',
  materials: [
    {id: 'lettre', label: 'Lettre', alt: ''},
    {id: 'lettre2', label: 'Lettre 2', alt: ''},
    {id: 'flyer', label: 'Flyer', alt: ''},
  ],
  questions: [
    {id: 'intro', label: 'Bonjour', type: 'statement'},
    {id: 'trop', label: 'Trop ?', type: 'single', choices: [...named('oui', 'non'), {id: 'sans', label: '', role: 'na'}]},
    {id: 'fait', label: 'Fait ?', type: 'multiple', choices: [...named('appel', 'qr'), {id: 'rien', label: '', role: 'exclusive'}]},
    {id: 'priorites', label: 'Priorités', type: 'ranking', max: 2, choices: named('a', 'b', 'c')},
    {id: 'facile', label: 'Facile ?', type: 'matrix', rows: {from: 'materials'}, choices: 'faces3'},
    {id: 'citer', label: 'Citer ?', type: 'consent', of: 'mot'},
    {id: 'enfants', label: 'Enfants', type: 'number'},
    {id: 'mot', label: 'Un mot', type: 'text', max: 300},
  ],
};

const code = (...codes: string[]) => fc.constantFrom<string | null>(null, 'inconnu', ...codes);
const face = fc.option(code('bien', 'moyen', 'mal'), {nil: undefined});
const answers: fc.Arbitrary<Answers> = fc
  .record(
    {
      trop: code('oui', 'non', 'sans'),
      fait: fc.uniqueArray(fc.constantFrom('appel', 'qr', 'rien', 'inconnu')),
      priorites: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), {maxLength: 3}),
      facile: fc.record({lettre: face, lettre2: face, flyer: face}),
      citer: fc.constantFrom(true, false, null),
      enfants: fc.oneof(fc.integer({min: 0, max: 4}), fc.constant(1.5), fc.constant(null)),
      mot: fc.constantFrom('merci', '', null),
    },
    {requiredKeys: []},
  )
  // A row that was not answered is absent from a stored answer.
  .map((record) => JSON.parse(JSON.stringify(record)) as Answers);

const counted = (given: Answers): Counted => ({answers: given, lang: 'fr', mode: 'web', version: '1', week: '2026-W47'});
const people = fc.array(answers, {maxLength: 25});

function tallyOf(list: Answers[]): Tally {
  const tally = empty(DEFINITION);
  for (const each of list) add(tally, counted(each));
  return tally;
}

test('the order in which answers come does not matter', () => {
  fc.assert(
    fc.property(
      people.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, {minLength: list.length}))),
      ([list, shuffled]) => assert.deepEqual(tallyOf(shuffled), tallyOf(list)),
    ),
  );
});

test('an answer added and taken out again leaves no trace', () => {
  fc.assert(
    fc.property(people, answers, (list, extra) => {
      const tally = tallyOf(list);
      add(tally, counted(extra));
      remove(tally, counted(extra));
      assert.deepEqual(tally, tallyOf(list));
    }),
  );
});

test('two tallies merged are all their answers added to one, and both stay as they were', () => {
  fc.assert(
    fc.property(people, people, (first, second) => {
      const [a, b] = [tallyOf(first), tallyOf(second)];
      assert.deepEqual(merge(a, b), tallyOf([...first, ...second]));
      assert.deepEqual([a, b], [tallyOf(first), tallyOf(second)]);
    }),
  );
});

test('a tally kept as JSON goes on counting', () => {
  fc.assert(
    fc.property(people, people, (before, after) => {
      const kept = JSON.parse(JSON.stringify(tallyOf(before))) as Tally;
      for (const each of after) add(kept, counted(each));
      assert.deepEqual(kept, tallyOf([...before, ...after]));
    }),
  );
});

test('cells of one answer add up to the base, others never exceed it', () => {
  fc.assert(
    fc.property(people, (list) => {
      for (const {shape, counts, rows} of tallyOf(list).questions) {
        for (const table of shape.form === 'by-row' ? rows : [counts]) {
          const sum = table.cells.reduce((total, cell) => total + cell, 0);
          if (['code', 'yes-no', 'by-row'].includes(shape.form)) assert.equal(sum, table.base);
          assert.ok(table.cells.every((cell) => cell >= 0 && cell <= table.base));
          assert.ok(table.base + table.declined + table.na <= list.length);
        }
      }
    }),
  );
});

test('taking out an answer that was not added is refused and changes nothing', () => {
  const tally = tallyOf([{trop: 'oui', enfants: 2}]);
  const strangers: Answers[] = [{trop: 'non'}, {trop: 'oui', facile: {lettre: 'bien'}}, {enfants: 1}, {priorites: ['a']}];
  for (const stranger of strangers) {
    assert.throws(() => remove(tally, counted(stranger)), RangeError);
    assert.deepEqual(tally, tallyOf([{trop: 'oui', enfants: 2}]));
  }
});

test('tallies of different definitions are not merged', () => {
  const other = empty({...DEFINITION, materials: []});
  assert.throws(() => merge(empty(DEFINITION), other), RangeError);
});

test('ids that every object has are ids like others', () => {
  const odd = ['constructor', 'toString', '__proto__'];
  const definition: Questionnaire = {
    ...DEFINITION,
    questions: odd.flatMap((id) => [
      {id, label: id, type: 'multiple' as const, choices: named(...odd)},
      {id: `m-${id}`, label: id, type: 'matrix' as const, rows: named(...odd), choices: named(...odd)},
    ]),
  };
  const tally = empty(definition);
  add(tally, counted({}));
  add(tally, counted(JSON.parse('{"__proto__": ["__proto__", "constructor"], "m-__proto__": {"__proto__": "constructor"}}') as Answers));
  add(tally, counted({constructor: 'toString', toString: ['valueOf']}));
  const {questions} = figures(tally, {k: 1, audience: 'team', asOf: '2026-11-21', campaign: 'c', versions: ['1'], received: 3, counted: 3});
  assert.deepEqual(
    Object.keys(questions),
    odd.flatMap((id) => [id, `m-${id}`]),
  );
  assert.deepEqual(
    Object.values(questions).map(({base}) => base),
    [0, 0, 0, 0, 1, 1],
  );
  assert.deepEqual(Object.entries(Object.values(questions)[4]?.cells ?? {}), [
    ['constructor', 1],
    ['toString', 0],
    ['__proto__', 1],
  ]);
});

test('answers of the wrong type count nowhere and break nothing', () => {
  const wrong = [7, 'x', true, [], {}, ['x'], {lettre: 'x'}, {lettre: 3}, [null]];
  for (const value of wrong) {
    const tally = empty(DEFINITION);
    for (const {id} of DEFINITION.questions) {
      if (id === 'enfants' || id === 'mot' || id === 'citer') continue;
      add(tally, counted({[id]: value} as Answers));
    }
    assert.deepEqual(tally, empty(DEFINITION), JSON.stringify(value));
  }
});
