import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isByRow, Session, composePayload, type Situation} from '@ppgp/session';
import type {Questionnaire} from '@ppgp/schema';
import fc from 'fast-check';
import {act, deeds, questionnaires, type Deed} from '../../../session/src/questionnaires.kit.js';
import {randomBytes} from 'node:crypto';
import {DECLINED} from './fields.js';
import {fieldsIn} from './form.kit.js';
import {formOf, payloadOf, type Sheet} from './filled-in.js';
import {formPage} from './form-page.js';
import {identityOf} from './identity.js';
import {writeFields} from './write-fields.js';

const WEB: Situation = {mode: 'web'};

const sheetOf = (definition: Questionnaire, fields: URLSearchParams): Sheet => ({
  campaign: 'essai',
  definition,
  identity: identityOf(new URLSearchParams(), definition, randomBytes),
  fields,
  lang: 'fr',
  situation: WEB,
  resolve: () => undefined,
});

/** Somebody answers with a script, and says only what a form can say too: each question is declined only where that is offered. */
function answered(definition: Questionnaire, done: readonly Deed[]): Session {
  const session = new Session(definition, WEB);
  for (const deed of done) act(session, deed);
  for (const {id, type, decline} of definition.questions) {
    const answer = session.given.answers[id];
    const isFree = type === 'text' || type === 'number' || type === 'date';
    if (answer === null && decline !== true) session.answer(id, undefined);
    // A form ends lines with two characters, and « ~ » in it means that an answer is declined.
    if (typeof answer === 'string' && isFree && /[\r\n]|^~$/.test(answer)) session.answer(id, undefined);
    if (session.otherWords(id) && !hasOther(session, id)) session.writeOther(id, '');
  }
  return session;
}

const hasOther = (session: Session, id: string): boolean => {
  const asked = session.find(id);
  return asked?.choices.some((choice) => choice.role === 'other' && [asked.answer].flat().includes(choice.id)) === true;
};

const cases = fc.tuple(questionnaires, deeds);

test('what a form says is what a session would say of the same answers', () => {
  fc.assert(
    fc.property(cases, ([definition, done]) => {
      const session = answered(definition, done);
      const fields = writeFields(definition.questions, session.given);
      assert.deepEqual(payloadOf(sheetOf(definition, fields)), composePayload(session, {lang: 'fr'}));
    }),
    {numRuns: 400},
  );
});

/** As in a form: in order of name, and without what is empty. */
const filled = (fields: URLSearchParams): [string, string][] =>
  [...fields]
    .filter(([name, value]) => value !== '' && !name.startsWith('_'))
    .sort(([a, b], [c, d]) => (`${a} ${b}` < `${c} ${d}` ? -1 : 1));

test('a form that comes back holds all that was typed in it, hidden questions included', () => {
  fc.assert(
    fc.property(cases, ([definition, done]) => {
      const session = new Session(definition, WEB);
      for (const deed of done) act(session, deed);
      const fields = writeFields(definition.questions, session.given);
      const sheet = sheetOf(definition, fields);
      const {shown} = formOf(sheet);
      // What cannot be on the page of anybody who answers here is not typed.
      for (const name of [...fields.keys()]) {
        const [question = '', row] = name.split('.');
        const one = shown.find(({question: {id}}) => id === question);
        const isMatrixRow = one?.question.type === 'matrix' && row !== undefined;
        const answer = session.given.answers[question];
        const declinedRow = isMatrixRow && isByRow(answer) && answer[row] === null;
        const declines = fields.getAll(name).includes(DECLINED) && one?.question.decline !== true;
        const wordsNowhere = row === 'other' && one?.choices.every(({role}) => role !== 'other') !== false;
        if (!one || declinedRow || wordsNowhere || (declines && !isMatrixRow) || (isMatrixRow && !one.rows.some(({id}) => id === row)))
          fields.delete(name);
      }
      const page = String(formPage(formOf(sheet, {judged: true})));
      assert.deepEqual(filled(fieldsIn(page)), filled(fields));
    }),
    {numRuns: 150},
  );
});

test('whatever comes in the fields is read, shown and stored without an error', () => {
  const anything = fc.array(
    fc.tuple(
      fc.constantFrom('constructor', 'valueof', 'q2', 'q3', 'q2.r0', 'q3.1', 'q4.other', 'q5.year', 'accord', '_id', '_lang'),
      fc.string({unit: 'binary', maxLength: 8}),
    ),
  );
  fc.assert(
    fc.property(questionnaires, anything, (definition, pairs) => {
      const sheet = sheetOf(definition, new URLSearchParams(pairs));
      assert.match(String(formPage(formOf(sheet, {judged: true}))), /<\/html>$/);
      assert.ok(payloadOf(sheet).answers);
    }),
    {numRuns: 150},
  );
});
