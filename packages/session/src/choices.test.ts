import assert from 'node:assert/strict';
import test from 'node:test';
import type {Choices, Questionnaire} from '@ppgp/schema';
import {Session, choicesOf, fit} from './index.js';

const definition = (choices: Choices): Questionnaire => ({
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'q',
  version: '1',
  title: 'Q',
  lists: {
    oui_non: [
      {id: 'oui', label: 'Oui', favourable: true},
      {id: 'non', label: 'Non'},
    ],
  },
  territories: [{id: 'albi', label: 'Albi', phone: '05 00 00 00 00'}],
  materials: [{id: 'flyer', label: 'Le flyer', alt: 'Un flyer', picture: 'flyer.webp'}],
  questions: [
    {id: 'a', type: 'single', label: 'A', choices},
    {id: 'b', type: 'multiple', label: 'B', choices},
  ],
});
const offered = (choices: Choices): object[] => new Session(definition(choices), {mode: 'web'}).asked.map((asked) => asked.choices);

test('two questions that name the same list offer the same choices, under the same codes', () => {
  const [a, b] = offered({list: 'oui_non'});
  assert.deepEqual(a, [
    {id: 'oui', label: 'Oui', favourable: true},
    {id: 'non', label: 'Non'},
  ]);
  assert.deepEqual(a, b);
});

test('territories and documents are choices, with what is added to them last', () => {
  const and = [{id: 'ailleurs', label: 'Ailleurs'}];
  assert.deepEqual(offered({from: 'territories', and})[0], [{id: 'albi', label: 'Albi'}, ...and]);
  assert.deepEqual(offered({from: 'materials'})[0], [{id: 'flyer', label: 'Le flyer', picture: 'flyer.webp'}]);
});

test('a list that is not there, names of the prototype included, offers nothing and takes nothing', () => {
  for (const list of ['rien', 'constructor', '__proto__']) {
    const broken = definition({list});
    for (const question of broken.questions) {
      assert.deepEqual(choicesOf(broken, question), []);
      assert.deepEqual(fit(broken, question, question.type === 'single' ? 'oui' : ['oui']).answer, undefined);
    }
  }
});
