import assert from 'node:assert/strict';
import test from 'node:test';
import {flyer} from '@ppgp/instruments/flyer';
import type {Questionnaire} from '@ppgp/schema';
import fc from 'fast-check';
import {Session, composePayload, readPayload} from './index.js';

const base = {format: 'ppgp/1', kind: 'questionnaire', id: 'q', version: '1', title: 'Q'} as const;

test('what a session composes, a reader finds again', () => {
  const session = new Session({...flyer, territories: [{id: 'nord', label: 'Nord'}]}, {mode: 'kiosk', territory: 'nord'});
  session.answerRow('ff_recu', 'lettre_1', 'non');
  session.answerRow('ff_recu', 'lettre_2', 'ne_sait_pas');
  session.answerRow('ff_recu', 'flyer', 'oui');
  session.answer('ff_fait', ['garde', 'appel']);
  session.answer('ff_mieux', '  Écrire plus gros  ');
  const payload = composePayload(session, {lang: 'fr'});
  assert.deepEqual(payload.answers['ff_fait'], ['appel', 'garde'], 'in the order of the definition');
  const reading = readPayload(session.definition, JSON.parse(JSON.stringify(payload)));
  assert.deepEqual(reading, {
    answers: {...payload.answers, ff_mieux: 'Écrire plus gros'},
    other: {},
    lang: 'fr',
    mode: 'kiosk',
    territory: 'nord',
    signals: [],
    faults: 0,
    complete: true,
  });
});

test('unknown questions, codes and wrong types are left out one by one', () => {
  const reading = readPayload(flyer, {
    answers: {
      ff_recu: {flyer: 'oui', lettre_1: 'peut-être', lettre_9: 'oui', lettre_2: 3},
      ff_attire: 'bien',
      ff_fait: ['appel', 'appel', 'danser', 7],
      ff_trop: 'ca_va',
      ff_mieux: {a: 1},
      constructor: 'x',
      nope: 1,
    },
    lang: '<b>',
    mode: 'fax',
    territory: 'nulle_part',
  });
  assert.deepEqual(reading.answers, {ff_recu: {flyer: 'oui'}, ff_fait: ['appel'], ff_trop: 'ca_va'});
  assert.equal(reading.faults, 3 + 1 + 3 + 1 + 2 + 1);
  assert.equal(reading.complete, false);
  assert.equal(reading.lang, 'fr');
  assert.equal(reading.mode, 'web');
});

test('reading never throws, whatever was stored', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.record({answers: fc.anything(), other: fc.anything(), lang: fc.anything()})), (value) => {
      const reading = readPayload(flyer, value);
      assert.deepEqual(readPayload(flyer, {answers: reading.answers}).faults, 0);
    }),
    {numRuns: 1000},
  );
});

test('words beside « autre » are kept only while it is chosen', () => {
  const definition: Questionnaire = {
    ...base,
    questions: [
      {
        id: 'a',
        type: 'single',
        label: 'A ?',
        choices: [
          {id: 'x', label: 'X'},
          {id: 'autre', label: 'Autre', role: 'other'},
        ],
      },
    ],
  };
  const session = new Session(definition, {mode: 'web'});
  session.answer('a', 'autre');
  session.writeOther('a', 'le bus ');
  assert.deepEqual(composePayload(session, {lang: 'fr'}).other, {a: 'le bus'});
  session.answer('a', 'x');
  assert.equal(composePayload(session, {lang: 'fr'}).other, undefined);
});

test('a choice that excludes the rest cannot be counted beside them', () => {
  assert.deepEqual(readPayload(flyer, {answers: {ff_recu: {flyer: 'oui'}, ff_fait: ['appel', 'rien']}}).answers['ff_fait'], ['appel']);
});

test('an answered territory stands for the one that neither tag nor address gave', () => {
  const definition: Questionnaire = {
    ...base,
    territories: [
      {id: 'nord', label: 'Nord'},
      {id: 'sud', label: 'Sud'},
    ],
    questions: [{id: 'ou', type: 'single', label: 'Où ?', choices: {from: 'territories', and: [{id: 'ailleurs', label: 'Ailleurs'}]}}],
  };
  const session = new Session(definition, {mode: 'web'});
  session.answer('ou', 'sud');
  assert.equal(composePayload(session, {lang: 'fr'}).territory, 'sud');
  const known = new Session(definition, {mode: 'web', territory: 'nord'});
  known.answer('ou', 'sud');
  assert.equal(composePayload(known, {lang: 'fr'}).territory, 'nord');
});

test('what is answered beside the listed territories is no territory, and conditions look at the one that was answered', () => {
  const definition: Questionnaire = {
    ...base,
    territories: [{id: 'nord', label: 'Nord'}],
    questions: [
      {id: 'ou', type: 'single', label: 'Où ?', choices: {from: 'territories', and: [{id: 'ailleurs', label: 'Ailleurs'}]}},
      {id: 'nord_seul', type: 'boolean', label: 'Du nord ?', visibleWhen: {territory: ['nord']}},
    ],
  };
  const session = new Session(definition, {mode: 'web'});
  session.answer('ou', 'ailleurs');
  assert.equal(composePayload(session, {lang: 'fr'}).territory, undefined);
  session.answer('ou', 'nord');
  session.answer('nord_seul', true);
  const payload = composePayload(session, {lang: 'fr'});
  assert.deepEqual(payload.answers, {ou: 'nord', nord_seul: true});
  assert.deepEqual(readPayload(definition, payload).answers, payload.answers);
});

test('text is judged as it is stored: spaces alone are no answer, and those at its edges do not count', () => {
  const definition: Questionnaire = {
    ...base,
    questions: [
      {id: 't', type: 'text', label: 'T', max: 3, required: true},
      {id: 'suite', type: 'boolean', label: 'Suite', visibleWhen: {question: 't', answered: true}},
    ],
  };
  const session = new Session(definition, {mode: 'web'});
  session.answer('t', '  ');
  assert.deepEqual(session.problems(), [{code: 'required', question: 't'}]);
  assert.equal(session.find('suite'), undefined);
  session.answer('t', ' été ');
  assert.equal(session.find('t')?.answer, ' été ', 'what is being typed stays as it is');
  assert.deepEqual(session.problems(), []);
  session.answer('t', 'étés');
  assert.deepEqual(session.problems(), [{code: 'too-long', question: 't', max: 3}]);
});
