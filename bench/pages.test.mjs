// @ts-check
/** The four pages of the benchmark ask the same questions: their markup and definitions are read, no browser is needed. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readForeign} from '@ppgp/schema/validate';
import {Session} from '@ppgp/session';
import {pageOf} from './pages.mjs';
import {askedFirst, questionnaire, tapsOn} from './questionnaire.mjs';
import {surveyJson} from './survey-js/survey.mjs';

for (const count of [25, 100, 400]) {
  const definition = questionnaire(count);
  const ids = definition.questions.map(({id}) => id);

  test(`${count} questions are a valid definition, of which all but the hidden ones are asked`, () => {
    assert.deepEqual(readForeign(definition).ignored, []);
    assert.equal(ids.length, count);
    assert.equal(new Session(definition, {mode: 'web'}).asked.length, askedFirst(count));
  });

  test(`the plain form has the same ${count} questions, and hides the same ones`, () => {
    const questions = [...pageOf('plain', definition, 'page').matchAll(/class="question" data-id="(\w+)"([^>]*)>/g)];
    assert.deepEqual(
      questions.map(([, id]) => id),
      ids,
    );
    assert.equal(questions.filter(([, , rest = '']) => !rest.endsWith('hidden')).length, askedFirst(count));
    assert.equal(pageOf('plain', definition, 'question').match(/<(?:fieldset|div) class="question"(?:(?! hidden>)[^>])*>/g)?.length, 1);
  });

  test(`SurveyJS is given the same ${count} questions with the same conditions`, () => {
    const {elements} = surveyJson(definition, 'page');
    assert.deepEqual(
      elements.map(({name}) => name),
      ids,
    );
    const conditional = definition.questions.filter(({visibleWhen}) => visibleWhen).map(({id}) => id);
    assert.deepEqual(
      elements.filter((element) => 'visibleIf' in element).map(({name}) => name),
      conditional,
    );
  });

  test(`the taps among ${count} questions are on questions that are asked`, () => {
    const session = new Session(definition, {mode: 'web'});
    const taps = tapsOn(count, 12);
    assert.equal(taps.length, 12);
    for (const {question, value, row} of taps) {
      const asked = session.find(question);
      const codes = asked?.question.type === 'boolean' ? ['true', 'false'] : asked?.choices.map(({id}) => id);
      assert.ok(codes?.includes(value), `${question} has ${value}`);
      if (row) assert.ok(asked?.rows.some(({id}) => id === row));
    }
  });
}
