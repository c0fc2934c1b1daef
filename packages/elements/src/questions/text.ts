import {lengthOf, masked, personalDataIn} from '@ppgp/session';
import {fr} from '@ppgp/words';
import {html} from 'lit';
import {icon, icons} from '../internal/icons.js';
import {announce} from '../internal/status-voice.js';
import {describedBy, field} from './frame.js';
import {partId, type QuestionView} from './question-view.js';

const lock = icon('M5 10.5h14v10H5zM8 10V8a4 4 0 0 1 8 0v2');

/** How often the counter is spoken, in letters. */
const SPOKEN_EVERY = 50;

/** Free text with its cap: typing past it is never blocked, only said. */
export const text: QuestionView = (context) => {
  const {asked, asker, problems} = context;
  const {question, answer} = asked;
  if (question.type !== 'text') return field(context);
  const {id, max, lines = 3} = question;
  const words = asker.reader.words(fr);
  const control = partId(id, 'field');
  const written = typeof answer === 'string' ? answer : '';
  const left = (value: string): number => max - lengthOf(value);
  const counted = (count: number): string => (count < 0 ? words.lettersOver({count: -count}) : words.lettersLeft({count}));
  const [found] = personalDataIn(written);
  const mask = (): void => {
    asker.focusNext(control);
    asker.change(id, (session) => session.answer(id, masked(written)));
    announce(words.personalMasked);
  };
  const write = (event: InputEvent): void => {
    const {value} = event.target as HTMLTextAreaElement;
    const after = left(value);
    const [told] = personalDataIn(value);
    if (told && !found) announce(words.personal[told.kind]);
    else if (after <= 10 || after % SPOKEN_EVERY === 0) announce(counted(after));
    asker.change(id, (session) => session.answer(id, value || undefined));
  };
  const body = html`<p class="status small soft" id=${partId(id, 'names')}>${lock}<span>${words.noNames}</span></p>
    <div class="grid">
      <textarea
        class="field"
        part="field"
        id=${control}
        rows=${lines}
        autocomplete="off"
        aria-describedby=${describedBy(context, 'names', 'count')}
        aria-invalid=${problems.length > 0 ? 'true' : 'false'}
        .value=${written}
        @input=${write}
      ></textarea>
      <p class="small soft" id=${partId(id, 'count')}>${counted(left(written))}</p>
      ${
        found &&
        html`<div class="note wait">
          ${icons.shield}<b>${words.personal[found.kind]}</b>
          <p>${words.personalNext}</p>
          <button type="button" class="second" part="mask" @click=${mask}>${words.personalMask}</button>
        </div>`
      }
    </div>`;
  return field(context, body, control);
};
