import type {Choice} from '@ppgp/schema';
import {fr} from '@ppgp/words';
import {html} from 'lit';
import {choiceRow} from './choice-row.js';
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
  const {question, choices, answer} = context.asked;
  const words = context.reader.words(fr);
  const chosen = Array.isArray(answer) ? answer : [];
  const max = question.type === 'multiple' ? question.max : undefined;
  const full = max !== undefined && chosen.length >= max;
  const hint = max === undefined ? words.several : full ? words.enoughChosen({max}) : words.atMost({max});
  return group(
    context,
    html`<div class="grid">
      ${choices.map((choice) => {
        const isChosen = chosen.includes(choice.id);
        return choiceRow(context, choice, {
          kind: 'checkbox',
          chosen: isChosen,
          disabled: full && !isChosen && choice.role !== 'exclusive',
          choose: () => context.answer(toggled(choices, chosen, choice)),
        });
      })}
    </div>`,
    hint,
  );
};
