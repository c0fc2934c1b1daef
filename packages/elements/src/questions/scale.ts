import {group} from './frame.js';
import type {QuestionView} from './question-view.js';
import {lookOf, scaleCells} from './scale-cells.js';

/** One answer on a short scale: faces with words, words, or numbers. */
export const scale: QuestionView = (context) => {
  const {question, choices, answer} = context.asked;
  const cells = {
    question,
    choices,
    reader: context.reader,
    name: question.id,
    chosen: answer,
    choose: (code: string) => context.answer(code),
  };
  return group(context, scaleCells(lookOf(question), cells));
};
