import {lengthOf} from '@ppgp/session';
import {fr} from '@ppgp/words';
import {html, nothing} from 'lit';
import {icon} from '../internal/icons.js';
import {announce} from '../internal/status-voice.js';
import {describedBy, field} from './frame.js';
import {partId, type QuestionView} from './question-view.js';

const lock = icon('M5 10.5h14v10H5zM8 10V8a4 4 0 0 1 8 0v2');

/** How often the counter is spoken, in letters. */
const SPOKEN_EVERY = 50;

/** Free text with its cap: typing past it is never blocked, only said. */
export const text: QuestionView = (context) => {
  const {question, answer} = context.asked;
  const words = context.reader.words(fr);
  if (question.type !== 'text') return html`${nothing}`;
  const {max, lines = 3} = question;
  const value = typeof answer === 'string' ? answer : '';
  const left = max - lengthOf(value);
  const counted = (count: number): string => (count < 0 ? words.lettersOver({count: -count}) : words.lettersLeft({count}));
  const control = partId(question.id, 'field');
  const write = (event: InputEvent): void => {
    const {value: written} = event.target as HTMLTextAreaElement;
    const after = max - lengthOf(written);
    if (after <= 10 || after % SPOKEN_EVERY === 0) announce(counted(after));
    context.answer(written === '' ? undefined : written);
  };
  return field(
    context,
    html`<p class="status small soft" id=${partId(question.id, 'names')}>${lock}<span>${words.noNames}</span></p>
      <div class="grid">
      <textarea
        class="field"
        part="field"
        id=${control}
        rows=${lines}
        autocomplete="off"
        aria-describedby=${describedBy(context, 'names', 'count')}
        aria-invalid=${context.problems.length > 0 ? 'true' : 'false'}
        .value=${value}
        @input=${write}
      ></textarea>
      <p class="small soft" id=${partId(question.id, 'count')}>${counted(left)}</p>
    </div>`,
    control,
  );
};
