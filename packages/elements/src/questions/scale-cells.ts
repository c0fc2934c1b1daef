import type {Choice, Question} from '@ppgp/schema';
import {html, type TemplateResult} from 'lit';
import {face} from '../internal/icons.js';
import {cell} from './cell.js';
import type {QuestionContext} from './question-view.js';

/** How a scale looks unless the definition says: the ready-made faces as faces, the rest as words. */
export function lookOf(question: Question): 'faces' | 'words' | 'numbers' {
  if (question.type !== 'scale' && question.type !== 'matrix') return 'words';
  return question.look ?? (question.choices === 'faces3' ? 'faces' : 'words');
}

/**
 * A short scale as pills on one line; the word stands in each. Faces are drawn only for three choices, best first.
 * `name`: of the radio group.
 */
export function scaleCells(
  {asked, asker}: Pick<QuestionContext, 'asked' | 'asker'>,
  name: string,
  chosen: unknown,
  choose: (code: string) => void,
): TemplateResult {
  const {question, choices} = asked;
  const look = lookOf(question);
  const faces = look === 'faces' && choices.length === 3;
  const scaleCell = (choice: Choice, index: number): TemplateResult =>
    cell({
      type: 'radio',
      name,
      value: choice.id,
      look: faces ? 'face' : look === 'numbers' ? 'pill number' : 'pill',
      isChosen: chosen === choice.id,
      choose: () => choose(choice.id),
      face: faces ? face(index) : undefined,
      words: asker.reader.showChoice(question, choice),
    });
  return html`<div class="cells">${choices.map(scaleCell)}</div>`;
}
