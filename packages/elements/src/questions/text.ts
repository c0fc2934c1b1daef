import {lengthOf} from '@ppgp/session';
import {html, nothing} from 'lit';
import {icons} from '../internal/icons.js';
import {announce} from '../internal/status-voice.js';
import {describedBy, field} from './frame.js';
import {partId, type QuestionView} from './question-view.js';

/** How often the counter is spoken, in letters. */
const SPOKEN_EVERY = 50;

/** Free text with its cap: typing past it is never blocked, only said. */
export const text: QuestionView = (context) => {
  const {question, answer} = context.asked;
  const {words} = context.reader;
  if (question.type !== 'text') return html`${nothing}`;
  const {max, lines = 3} = question;
  const value = typeof answer === 'string' ? answer : '';
  const left = max - lengthOf(value);
  const counter = left < 0 ? words.lettersOver({count: -left}) : words.lettersLeft({count: left});
  const control = partId(question.id, 'field');
  const write = (event: InputEvent): void => {
    const {value: written} = event.target as HTMLTextAreaElement;
    const after = max - lengthOf(written);
    if (after <= 10 || after % SPOKEN_EVERY === 0)
      announce(after < 0 ? words.lettersOver({count: -after}) : words.lettersLeft({count: after}));
    context.answer(written === '' ? undefined : written);
  };
  return field(
    context,
    control,
    html`<p class="status small soft" id=${partId(question.id, 'names')}>${icons.lock}<span>${words.noNames}</span></p>`,
    html`<div class="grid">
      <textarea
        class="field"
        part="field"
        id=${control}
        rows=${lines}
        autocomplete="off"
        aria-describedby=${describedBy(context, 'names', 'count')}
        aria-invalid=${context.problems.length > 0 ? 'true' : nothing}
        .value=${value}
        @input=${write}
      ></textarea>
      <p class="small soft" id=${partId(question.id, 'count')}>${counter}</p>
    </div>`,
  );
};
