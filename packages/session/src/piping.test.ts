import assert from 'node:assert/strict';
import test from 'node:test';
import type {Questionnaire} from '@ppgp/schema';
import {Session, pipe, type Asked} from './index.js';

const definition: Questionnaire = {
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'q',
  version: '1',
  title: 'Q',
  questions: [
    {
      id: 'p_metier',
      type: 'single',
      label: 'Votre métier ?',
      choices: [
        {id: 'pueri', label: 'Puéricultrice'},
        {id: 'sf', label: 'Sage-femme'},
      ],
    },
    {id: 'ville', type: 'text', label: 'Où ?', max: 50, visibleWhen: {question: 'p_metier', is: 'sf'}},
    {id: 'suite', type: 'boolean', label: 'Comme {p_metier} à {ville} ?'},
  ],
};

/** How an answer is said: a choice by its label, a text as it is. */
const say = ({choices, answer}: Asked): string => String(choices.find(({id}) => id === answer)?.label ?? answer);
const label = (session: Session): string => pipe('Comme {p_metier} à {ville} ?', session, say);

test('a label takes up earlier answers', () => {
  const session = new Session(definition, {mode: 'web'});
  session.answer('p_metier', 'sf');
  session.answer('ville', 'Albi');
  assert.equal(label(session), 'Comme Sage-femme à Albi ?');
});

test('an answer that is absent, declined or hidden leaves three dots', () => {
  const session = new Session(definition, {mode: 'web'});
  assert.equal(label(session), 'Comme … à … ?');
  session.answer('p_metier', 'sf');
  session.answer('ville', 'Albi');
  session.answer('p_metier', 'pueri');
  assert.equal(label(session), 'Comme Puéricultrice à … ?', 'what is hidden does not leak into a sentence');
  session.answer('p_metier', null);
  assert.equal(label(session), 'Comme … à … ?');
});

test('braces around anything else stay as written', () => {
  const session = new Session(definition, {mode: 'web'});
  for (const text of ['Rien', '{}', '{inconnu}', '{P_METIER}', '{ p_metier }', '{constructor}', '{__proto__}', '{p_metier'])
    assert.equal(pipe(text, session, say), text);
});

test('what a person wrote is never taken for braces, nor for a pattern', () => {
  const session = new Session(definition, {mode: 'web'});
  session.answer('p_metier', 'sf');
  session.answer('ville', '{p_metier} $& $1');
  assert.equal(label(session), 'Comme Sage-femme à {p_metier} $& $1 ?');
});
