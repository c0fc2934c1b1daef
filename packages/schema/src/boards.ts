import type {Board, Definition} from './definition.js';
import type {Choice, Choices, Question, ScaleName} from './question.js';
import {SurveyError, type Fault} from './survey-error.js';
import type {Id} from './text.js';

/** A board's themes as choices, those of no set last; with `sets`, those of these sets and of none. */
function themesOf({themes}: Board, sets?: readonly Id[]): Choice[] {
  const ofSets = themes.filter(({set}) => set !== undefined && (sets?.includes(set) ?? true));
  const ofNone = themes.filter(({set}) => set === undefined);
  return [...ofSets, ...ofNone].map(({set: _set, sensitive: _sensitive, ...choice}) => choice);
}

/**
 * A definition whose choices taken from a board (`{board, sets?}`) are written out: a theme's id is the code. Others are returned as they are.
 * @throws SurveyError `definition-invalid` with a fault for each board or set that is not there
 */
export function withBoards<D extends Definition>(definition: D, boardOf: (id: Id) => Board | undefined): D {
  if (definition.kind !== 'questionnaire') return definition;
  const faults: Fault[] = [];

  function writtenOut<T extends Choices | ScaleName>(choices: T, path: string): T | Choice[] {
    const source: Choices | ScaleName = choices;
    if (typeof source === 'string' || !('board' in source)) return choices;
    const board = boardOf(source.board);
    if (board === undefined) {
      faults.push({path: `${path}.board`, code: 'unknown-board', detail: `There is no board "${source.board}".`});
      return choices;
    }
    for (const [index, set] of (source.sets ?? []).entries()) {
      if (!board.sets.some(({id}) => id === set))
        faults.push({path: `${path}.sets[${index}]`, code: 'unknown-code', detail: `The board "${board.id}" has no set "${set}".`});
    }
    return themesOf(board, source.sets);
  }

  const questions = definition.questions.map((question, index): Question => {
    if (!('choices' in question)) return question;
    const path = `questions[${index}]`;
    if (question.type === 'matrix')
      return {...question, rows: writtenOut(question.rows, `${path}.rows`), choices: writtenOut(question.choices, `${path}.choices`)};
    return {...question, choices: writtenOut(question.choices, `${path}.choices`)} as Question;
  });
  const first = faults[0];
  if (first !== undefined)
    throw new SurveyError('definition-invalid', `The definition is not valid: ${first.path}: ${first.detail}`, {faults});
  return {...definition, questions};
}
