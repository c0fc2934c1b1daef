import assert from 'node:assert/strict';
import test from 'node:test';
import {ANSWER_FORMS, type Answer, type AnswerForm, type Question, type QuestionType, type Questionnaire} from '@ppgp/schema';
import {definitionFaultsIn} from '@ppgp/schema/validate';
import {Session, composePayload, type Situation} from './index.js';

const web: Situation = {mode: 'web'};
const choices = [
  {id: 'x', label: 'X'},
  {id: 'y', label: 'Y'},
  {id: 'z', label: 'Z'},
];
const rows = [
  {id: 'r', label: 'R'},
  {id: 's', label: 'S'},
];

/** One question of each type that is answered, a first answer and a second, and a condition that only the first one meets. */
const story: [Question, Answer, Answer, object][] = [
  [{id: 'q', type: 'single', label: 'Q', choices}, 'x', 'y', {is: 'x'}],
  [{id: 'q', type: 'multiple', label: 'Q', choices}, ['x', 'z'], ['y'], {is: 'z'}],
  [{id: 'q', type: 'ranking', label: 'Q', choices, max: 2}, ['z', 'x'], ['y', 'x'], {is: 'z'}],
  [{id: 'q', type: 'scale', label: 'Q', choices: 'faces3'}, 'bien', 'mal', {is: ['bien', 'moyen']}],
  [{id: 'q', type: 'matrix', label: 'Q', rows, choices}, {r: 'x', s: null}, {r: 'y'}, {row: 'r', is: 'x'}],
  [{id: 'q', type: 'boolean', label: 'Q'}, false, true, {is: false}],
  [{id: 'q', type: 'consent', label: 'Q', of: 't'}, true, false, {is: true}],
  [{id: 'q', type: 'number', label: 'Q', min: 0}, 0, 41.5, {atMost: 3}],
  [{id: 'q', type: 'date', label: 'Q', unit: 'day'}, '2024-02-29', null, {answered: true}],
  [{id: 'q', type: 'text', label: 'Q', max: 20}, 'Un mot', null, {answered: true}],
];

const definition = (question: Question, when: object): Questionnaire => ({
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'd',
  version: '1',
  title: 'D',
  questions: [
    {id: 't', type: 'text', label: 'T', max: 20},
    {id: 'ouvre', type: 'boolean', label: 'Ouvre'},
    {id: 'partie', type: 'section', label: 'Partie', visibleWhen: {question: 'ouvre', is: true}},
    question,
    {id: 'suite', type: 'boolean', label: 'Suite', visibleWhen: {question: 'q', ...when}},
  ],
});
const sent = (session: Session): object => composePayload(session, {lang: 'fr'}).answers;
const ids = (session: Session): string[] => session.asked.map(({question}) => question.id);

test('every type that is answered has its story', () => {
  const answered = (Object.entries(ANSWER_FORMS) as [QuestionType, AnswerForm][]).filter(([, form]) => form !== 'none');
  assert.deepEqual(
    story.map(([{type}]) => type),
    answered.map(([type]) => type),
  );
});

for (const [question, first, second, when] of story) {
  test(`${question.type}: hidden with its section it is not sent, holds nothing open, and comes back as it was`, () => {
    assert.deepEqual(definitionFaultsIn(definition(question, when)), []);
    const session = new Session(definition(question, when), web);
    session.answer('ouvre', true);
    session.answer('q', first);
    session.answer('suite', true);
    assert.deepEqual(sent(session), {ouvre: true, q: first, suite: true});
    session.answer('ouvre', false);
    assert.deepEqual(ids(session), ['t', 'ouvre'], 'what rests on a hidden question is hidden too');
    assert.deepEqual(sent(session), {ouvre: false});
    session.answer('ouvre', true);
    assert.deepEqual(sent(session), {ouvre: true, q: first, suite: true});
  });

  test(`${question.type}: an answer that is changed, declined or taken back hides what rested on it`, () => {
    const session = new Session(definition(question, when), web);
    session.answer('ouvre', true);
    session.answer('q', first);
    assert.ok(ids(session).includes('suite'));
    for (const other of [second, null, undefined]) {
      session.answer('q', other);
      assert.equal(ids(session).includes('suite'), false, JSON.stringify(other));
      assert.deepEqual(sent(session), other === undefined ? {ouvre: true} : {ouvre: true, q: other});
      session.answer('q', first);
      assert.ok(ids(session).includes('suite'));
    }
  });

  test(`${question.type}: every step can be undone and done again`, () => {
    const session = new Session(definition(question, when), web);
    const steps: (Answer | undefined)[] = [first, second, null, undefined, first];
    const seen: object[] = [session.given];
    session.answer('ouvre', true);
    seen.push(session.given);
    for (const step of steps) {
      // Leaves the field, so that what is typed next is a step of its own.
      session.answer('ouvre', true);
      session.answer('q', step);
      seen.push(session.given);
    }
    const end = session.given;
    const back: object[] = [];
    while (session.canUndo) session.undo();
    assert.deepEqual(session.given, seen[0]);
    while (session.canRedo) {
      session.redo();
      back.push(session.given);
    }
    assert.deepEqual(session.given, end);
    for (const given of seen.slice(1)) assert.ok(back.some((one) => JSON.stringify(one) === JSON.stringify(given)));
  });

  test(`${question.type}: after an undo, another answer makes the undone one unreachable`, () => {
    const session = new Session(definition(question, when), web);
    session.answer('ouvre', true);
    session.answer('q', first);
    session.undo();
    session.answer('q', second);
    assert.equal(session.canRedo, false);
    assert.deepEqual(sent(session), {ouvre: true, q: second});
    session.redo();
    assert.deepEqual(sent(session), {ouvre: true, q: second});
  });
}

test('required: each type asks for its answer, and declining is one', () => {
  for (const [question, first, , when] of story) {
    const session = new Session(definition({...question, required: true, decline: true}, when), web);
    session.answer('ouvre', true);
    assert.ok(session.problems(['q']).length > 0, question.type);
    session.answer('q', question.type === 'matrix' ? {r: 'x', s: null} : first);
    assert.deepEqual(session.problems(['q']), [], question.type);
    session.answer('q', null);
    assert.deepEqual(session.problems(['q']), [], `${question.type}, declined`);
    session.answer('q', undefined);
    session.answer('ouvre', false);
    assert.deepEqual(session.problems(), [], `${question.type}, hidden`);
  }
});

test('what was typed and cannot be read is a problem, and is never sent', () => {
  const typed = story.filter(([{type}]) => ['amount', 'day'].includes(ANSWER_FORMS[type]));
  for (const [question, , , when] of typed) {
    const session = new Session(definition(question, when), web);
    session.answer('ouvre', true);
    session.answer('q', 'deux ou trois');
    assert.equal(session.problems(['q']).length, 1, question.type);
    assert.deepEqual(sent(session), {ouvre: true}, question.type);
  }
});

test('words beside « autre » come back with the choice they stand beside', () => {
  const withOther: Question = {id: 'q', type: 'single', label: 'Q', choices: [...choices, {id: 'autre', label: 'Autre', role: 'other'}]};
  const session = new Session(definition(withOther, {is: 'x'}), web);
  session.answer('ouvre', true);
  session.answer('q', 'autre');
  session.writeOther('q', 'le bus');
  const other = (): object | undefined => composePayload(session, {lang: 'fr'}).other;
  session.answer('ouvre', false);
  assert.equal(other(), undefined);
  session.answer('ouvre', true);
  session.answer('q', 'y');
  assert.equal(other(), undefined);
  session.answer('q', 'autre');
  assert.deepEqual(other(), {q: 'le bus'});
});
