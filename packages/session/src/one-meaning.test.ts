import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {SurveyError, type Questionnaire} from '@ppgp/schema';
import {
  definitionFaultsIn,
  parseCampaign,
  parseDefinition,
  parseOverlay,
  parsePayload,
  parseResults,
  readForeign,
} from '@ppgp/schema/validate';
import fc from 'fast-check';
import {Session, composePayload, pipe, readPayload, restore, shuffle, stepsOf, type Reading, type Situation} from './index.js';
import {act, deeds, questionnaires, type Deed} from './questionnaires.kit.js';

/** How many cases a property is tried on, and from where: `PPGP_RUNS=20000 PPGP_SEED=7`. */
const numRuns = Number(process.env['PPGP_RUNS'] ?? 1000);
const seed = Number(process.env['PPGP_SEED'] ?? 20261122);

/** Tries a property, and says on how many cases; `told` counts those that were more than trivial. */
function holdsFor<T extends [unknown, ...unknown[]]>(
  t: TestContext,
  arbitraries: {[K in keyof T]: fc.Arbitrary<T[K]>},
  check: (...values: T) => boolean | void,
): void {
  let cases = 0;
  let telling = 0;
  const property = fc.property(...arbitraries, (...values: T) => {
    cases += 1;
    if (check(...values) !== false) telling += 1;
  });
  fc.assert(property, {numRuns, seed});
  t.diagnostic(`${cases} cases, ${telling} of them telling`);
  assert.ok(telling * 200 > cases, `only ${telling} of ${cases} cases say anything`);
}

const situations: fc.Arbitrary<Situation> = fc.record({
  mode: fc.constantFrom('web', 'kiosk', 'paper', 'call'),
  territory: fc.constantFrom(undefined, undefined, 'nord', 'sud'),
});

function lived(definition: Questionnaire, situation: Situation, done: readonly Deed[], order = 0): Session {
  const session = new Session(definition, situation, {arrange: shuffle(order)});
  for (const deed of done) act(session, deed);
  return session;
}

const bytesOf = (session: Session): string => JSON.stringify(composePayload(session, {lang: 'fr'}));

function read(definition: Questionnaire, bytes: string): Reading {
  return readPayload(definition, JSON.parse(bytes));
}

/** A session that begins with what was read. */
const again = (definition: Questionnaire, {mode, territory, answers, other}: Reading): Session =>
  new Session(definition, {mode, territory}, {given: {answers, other}});

const screen = (session: Session): object[] => session.asked.map(({question, rows}) => ({id: question.id, rows: rows.map(({id}) => id)}));
const isMissing = ({code}: {code: string}): boolean => code === 'required' || code === 'row-required';

test('every random questionnaire is a valid one', (t) =>
  holdsFor(t, [questionnaires], (definition) => assert.deepEqual(definitionFaultsIn(definition), [])));

test('what a session asks, requires and refuses, a reader of its payload says too', (t) =>
  holdsFor(t, [questionnaires, situations, deeds, fc.nat(3)], (definition, situation, done, order) => {
    const session = lived(definition, situation, done, order);
    const reading = read(definition, bytesOf(session));
    const problems = session.problems();
    assert.deepEqual(screen(again(definition, reading)), screen(session));
    assert.equal(reading.complete, !problems.some(isMissing));
    assert.equal(reading.faults, problems.filter((problem) => !isMissing(problem)).length);
    return Object.keys(reading.answers).length > 1;
  }));

test('a payload comes back byte for byte from its reading', (t) =>
  holdsFor(t, [questionnaires, situations, deeds], (definition, situation, done) => {
    const bytes = bytesOf(lived(definition, situation, done));
    const reading = read(definition, bytes);
    assert.deepEqual(reading.answers, (JSON.parse(bytes) as {answers: object}).answers);
    assert.equal(bytesOf(again(definition, reading)), bytes);
    return Object.keys(reading.answers).length > 1;
  }));

test('a question or a row that is hidden is in no payload, step, problem or sentence', (t) =>
  holdsFor(t, [questionnaires, situations, deeds], (definition, situation, done) => {
    const session = lived(definition, situation, done);
    const shown = new Map(session.asked.map(({question, rows}) => [question.id, rows.map(({id}) => id)]));
    const hidden = definition.questions.filter(({id}) => !shown.has(id));
    const {answers, other = {}} = composePayload(session, {lang: 'fr'});
    const steps = (['question', 'section', 'page'] as const).flatMap((layout) => stepsOf(session.asked, layout));
    const met = [
      ...steps.flatMap(({asked}) => asked.map(({question}) => question.id)),
      ...session.problems().map(({question}) => question),
    ];
    for (const id of [...Object.keys(answers), ...Object.keys(other), ...met]) assert.ok(shown.has(id), id);
    for (const [id, answer] of Object.entries(answers)) {
      if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) continue;
      assert.deepEqual(
        Object.keys(answer).filter((row) => shown.get(id)?.includes(row) !== true),
        [],
      );
    }
    for (const {id} of hidden)
      assert.equal(
        pipe(`{${id}}`, session, ({answer}) => JSON.stringify(answer)),
        '…',
      );
    return hidden.some(({id}) => Object.hasOwn(session.given.answers, id));
  }));

test('to undo and to do again is to have done nothing, however often', (t) =>
  holdsFor(t, [questionnaires, situations, deeds, fc.nat(10)], (definition, situation, done, times) => {
    const session = lived(definition, situation, done);
    const {given} = session;
    const bytes = bytesOf(session);
    let undone = 0;
    while (undone < times && session.canUndo) {
      session.undo();
      undone += 1;
    }
    for (let redone = 0; redone < undone; redone += 1) session.redo();
    assert.deepEqual(session.given, given);
    assert.equal(bytesOf(session), bytes);
    while (session.canUndo) session.undo();
    assert.deepEqual(session.given, new Session(definition, situation).given);
    return undone > 0;
  }));

test('the order of answering changes nothing', (t) =>
  holdsFor(t, [questionnaires, situations, deeds, fc.nat(1000)], (definition, situation, done, turn) => {
    const {given} = lived(definition, situation, done);
    const [forth, back] = [1, -1].map((way) => {
      const session = new Session(definition, situation, {given: {answers: {}, other: {}}});
      const entries = Object.entries(given.answers);
      const at = turn % Math.max(1, entries.length);
      for (const [id, answer] of way > 0 ? entries : [...entries.slice(at), ...entries.slice(0, at)].reverse()) session.answer(id, answer);
      return bytesOf(session);
    });
    assert.equal(forth, back);
    return Object.keys(given.answers).length > 1;
  }));

test('a draft comes back as it was, and a draft of anything as something', (t) =>
  holdsFor(t, [questionnaires, situations, deeds], (definition, situation, done) => {
    const session = lived(definition, situation, done);
    const draft: unknown = JSON.parse(JSON.stringify(session.given));
    const restored = new Session(definition, situation, {given: restore(definition, draft)});
    assert.equal(bytesOf(restored), bytesOf(session));
    assert.deepEqual(restore(definition, restored.given), restored.given);
    return Object.keys(session.given.answers).length > 1;
  }));

/** JSON of any kind, names of the prototype among its members. */
const json = fc
  .oneof(
    fc.jsonValue({maxDepth: 4}),
    fc.dictionary(
      fc.constantFrom('__proto__', 'constructor', 'prototype', 'answers', 'format', 'kind', 'questions', 'definition'),
      fc.jsonValue(),
    ),
  )
  .map((value): unknown => JSON.parse(JSON.stringify(value).replaceAll('"toString"', '"__proto__"')));

/** A good value, one member of it replaced. */
const spoiled = fc.tuple(questionnaires, json, fc.nat(10_000)).map(([definition, garbage, at]): unknown => {
  const copy = JSON.parse(JSON.stringify(definition)) as object;
  const places: [Record<string, unknown>, string][] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      places.push([value as Record<string, unknown>, key]);
      visit((value as Record<string, unknown>)[key]);
    }
  };
  visit(copy);
  const [owner, key] = places[at % places.length] ?? [{}, ''];
  owner[key] = garbage;
  return copy;
});

const readers = [parseDefinition, parseCampaign, parseOverlay, parsePayload, parseResults, readForeign] as const;
const prototypes = (): string =>
  [Object.prototype, Array.prototype, Function.prototype].map((one) => Object.getOwnPropertyNames(one).sort().join()).join();

test('garbage is refused with a SurveyError or read as little; it never throws anything else, and no prototype changes', (t) => {
  const before = prototypes();
  holdsFor(t, [fc.oneof(json, spoiled), questionnaires], (value, definition) => {
    let refusals = 0;
    for (const reader of readers) {
      try {
        reader(value);
      } catch (error) {
        assert.ok(error instanceof SurveyError, String(error));
        assert.ok(error.faults.length > 0 && error.faults.every(({code, detail}) => code !== '' && detail !== ''));
        refusals += 1;
      }
    }
    for (const raw of [value, {answers: value, other: value}]) {
      const reading = readPayload(definition, raw);
      assert.equal(
        readPayload(definition, {answers: reading.answers, mode: reading.mode, territory: reading.territory}).complete,
        reading.complete,
      );
      restore(definition, raw);
    }
    assert.equal(prototypes(), before);
    return refusals < readers.length;
  });
});

test('a definition that was spoiled and is still taken can be asked and answered', (t) =>
  holdsFor(t, [spoiled, deeds], (value, done) => {
    if (definitionFaultsIn(value).length > 0 || (value as Questionnaire).kind !== 'questionnaire') return false;
    const definition = value as Questionnaire;
    const session = lived(definition, {mode: 'web'}, done);
    assert.equal(bytesOf(again(definition, read(definition, bytesOf(session)))), bytesOf(session));
    return true;
  }));
