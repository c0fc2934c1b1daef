import type {Choice} from '@ppgp/schema';
import {fr} from '@ppgp/words';
import {announce} from '../internal/status-voice.js';
import {choiceRows} from './choice-rows.js';
import {group} from './frame.js';
import type {QuestionView} from './question-view.js';

/** The choices after one of them was pressed, in their order: an exclusive one unticks the rest, and any other unticks it. */
export function toggled(choices: readonly Choice[], chosen: readonly string[], pressed: Choice): string[] {
  const isTicked = !chosen.includes(pressed.id);
  const excludes = ({role}: Choice): boolean => isTicked && [pressed.role, role].includes('exclusive');
  const stays = (one: Choice): boolean => (one.id === pressed.id ? isTicked : chosen.includes(one.id) && !excludes(one));
  return choices.filter(stays).map(({id}) => id);
}

/** Several choices, up to a maximum where there is one. */
export const multiple: QuestionView = (context) => {
  const {asked, asker} = context;
  const {question, choices, answer} = asked;
  const words = asker.reader.words(fr);
  const chosen = Array.isArray(answer) ? answer : [];
  const max = question.type === 'multiple' ? question.max : undefined;
  const isFull = max !== undefined && chosen.length >= max;
  const choose = (choice: Choice): void => {
    const next = toggled(choices, chosen, choice);
    asker.change(question.id, (session) => session.answer(question.id, next.length > 0 ? next : undefined));
    if (max !== undefined && next.length === max) announce(words.enoughChosen({max}));
  };
  return group(
    context,
    choiceRows(context, {
      type: 'checkbox',
      chosen,
      isDisabled: ({id, role}) => isFull && !chosen.includes(id) && role !== 'exclusive',
      choose,
    }),
    max === undefined ? words.several : isFull ? words.enoughChosen({max}) : words.atMost({max}),
  );
};
