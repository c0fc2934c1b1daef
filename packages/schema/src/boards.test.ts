import assert from 'node:assert/strict';
import test from 'node:test';
import {SurveyError, withBoards, type Board, type Choices, type Questionnaire} from './index.js';
import {definitionFaultsIn} from './validate/index.js';

const board: Board = {
  format: 'ppgp/1',
  kind: 'board',
  id: 'plateau',
  version: '1',
  title: 'Plateau',
  sets: [
    {id: 'bebe', label: 'Bébé'},
    {id: 'moi', label: 'Moi'},
  ],
  themes: [
    {id: 'sommeil', label: 'Le sommeil', hint: 'La nuit, le jour', picture: 'sommeil.svg', set: 'bebe'},
    {id: 'autre', label: 'Autre chose', role: 'other'},
    {id: 'fatigue', label: 'La fatigue', set: 'moi', sensitive: true},
  ],
};
const questionnaire = (choices: Choices): Questionnaire => ({
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'q',
  version: '1',
  title: 'Q',
  questions: [
    {id: 'a', type: 'multiple', label: 'A', choices},
    {id: 'm', type: 'matrix', label: 'M', rows: choices, choices: 'faces3'},
    {id: 't', type: 'text', label: 'T', max: 10},
  ],
});
const boardOf = (id: string): Board | undefined => (id === board.id ? board : undefined);
const codes = (definition: Questionnaire): unknown[] =>
  definition.questions.map((question) =>
    'choices' in question && Array.isArray(question.choices) ? question.choices.map(({id}) => id) : undefined,
  );

test('the themes of a board are written out as choices, those of no set last', () => {
  const written = withBoards(questionnaire({board: 'plateau'}), boardOf);
  assert.deepEqual(codes(written), [['sommeil', 'fatigue', 'autre'], undefined, undefined]);
  assert.deepEqual(written.questions[1], {...written.questions[1], rows: (written.questions[0] as {choices: Choices}).choices});
  assert.deepEqual(definitionFaultsIn(written), []);
});

test('a theme keeps what belongs to a choice: hint, picture, role', () => {
  const [first] = withBoards(questionnaire({board: 'plateau', sets: ['bebe']}), boardOf).questions;
  assert.deepEqual(first, {
    id: 'a',
    type: 'multiple',
    label: 'A',
    choices: [
      {id: 'sommeil', label: 'Le sommeil', hint: 'La nuit, le jour', picture: 'sommeil.svg'},
      {id: 'autre', label: 'Autre chose', role: 'other'},
    ],
  });
});

test('a board or a set that is not there is a fault with its path', () => {
  const faults = (choices: Choices): unknown => {
    try {
      return withBoards(questionnaire(choices), boardOf);
    } catch (error) {
      return error instanceof SurveyError && error.faults.map(({path, code}) => `${path} ${code}`);
    }
  };
  assert.deepEqual(faults({board: 'nulle-part'}), ['questions[0].choices.board unknown-board', 'questions[1].rows.board unknown-board']);
  assert.deepEqual(faults({board: 'plateau', sets: ['moi', 'lui']}), [
    'questions[0].choices.sets[1] unknown-code',
    'questions[1].rows.sets[1] unknown-code',
  ]);
});

test('a definition without boards stays as it is', () => {
  const plain = questionnaire([{id: 'x', label: 'X'}]);
  assert.deepEqual(withBoards(plain, boardOf), plain);
  assert.equal(withBoards(board, boardOf), board);
});
