import type {Choice} from '@ppgp/schema';
import {fr} from '@ppgp/words';
import {choiceRows} from './choice-rows.js';
import {group} from './frame.js';
import type {QuestionView} from './question-view.js';

/** The choices after one of them was pressed: an exclusive one unticks the rest, and any other unticks it. */
export function toggled(choices: readonly Choice[], chosen: readonly string[], pressed: Choice): string[] {
  if (chosen.includes(pressed.id)) return chosen.filter((id) => id !== pressed.id);
  if (pressed.role === 'exclusive') return [pressed.id];
  const exclusive = choices.filter(({role}) => role === 'exclusive').map(({id}) => id);
  return [...chosen.filter((id) => !exclusive.includes(id)), pressed.id];
}

/** Several choices, up to a maximum where there is one. */
export const multiple: QuestionView = (context) => {
  const {asked, asker} = context;
  const {question, choices, answer} = asked;
  const words = asker.reader.words(fr);
  const chosen = Array.isArray(answer) ? answer : [];
  const max = question.type === 'multiple' ? question.max : undefined;
  const isFull = max !== undefined && chosen.length >= max;
  return group(
    context,
    choiceRows(context, {
      type: 'checkbox',
      chosen,
      isDisabled: ({id, role}) => isFull && !chosen.includes(id) && role !== 'exclusive',
      choose: (choice) => asker.change(question.id, (session) => session.answer(question.id, toggled(choices, chosen, choice))),
    }),
    max === undefined ? words.several : isFull ? words.enoughChosen({max}) : words.atMost({max}),
  );
};
