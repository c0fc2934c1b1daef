import type {Choice} from '@ppgp/schema';
import {frKinds} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {icon} from '../internal/icons.js';
import {announce} from '../internal/status-voice.js';
import {draggable} from './drag-in-list.js';
import {group} from './frame.js';
import {partId, type QuestionContext, type QuestionView} from './question-view.js';

const up = icon('M12 19V5M6 11l6-6 6 6');
const down = icon('M12 5v14M6 13l6 6 6-6');
const cross = icon('M6 6l12 12M18 6L6 18');
const plus = icon('M12 5v14M5 12h14');

/** The order after one was moved to another place. */
export function moved(order: readonly string[], from: number, to: number): string[] {
  const rest = order.filter((_, index) => index !== from);
  const code = order[from];
  return code === undefined ? [...order] : [...rest.slice(0, to), code, ...rest.slice(to)];
}

/** A ranking as it stands: what is in it, what may be added, and how it changes. */
class Ranking {
  readonly #context: QuestionContext;
  readonly max: number;
  readonly order: readonly string[];

  constructor(context: QuestionContext) {
    const {question, choices, answer} = context.asked;
    this.#context = context;
    this.max = Math.min(question.type === 'ranking' ? question.max : 0, choices.length);
    this.order = Array.isArray(answer) ? answer : [];
  }

  get others(): readonly Choice[] {
    return this.#context.asked.choices.filter(({id}) => !this.order.includes(id));
  }

  get isFull(): boolean {
    return this.order.length >= this.max;
  }

  get #words(): typeof frKinds {
    return this.#context.asker.reader.words(frKinds);
  }

  name(code: string): string {
    const {asked, asker} = this.#context;
    const choice = asked.choices.find(({id}) => id === code);
    return choice ? asker.reader.choice(asked.question, choice) : code;
  }

  /** `focus`: the button that the person may want next. */
  move(from: number, to: number, focus: 'up' | 'down' | 'remove'): void {
    const code = this.order[from];
    if (code === undefined || to < 0 || to >= this.order.length) return;
    const next = moved(this.order, from, to);
    const atEnd = focus === 'up' ? to === 0 : focus === 'down' && to === next.length - 1;
    const other = focus === 'up' ? 'down' : 'up';
    this.#become(next, partId(this.#id, `${code}.${atEnd ? other : focus}`), this.#placed(code, to));
  }

  add(code: string): void {
    if (this.isFull) return;
    const next = [...this.order, code];
    const {others} = this;
    const at = others.findIndex(({id}) => id === code);
    const following = others[at + 1] ?? others[at - 1];
    const isFull = next.length >= this.max;
    const focus = following && !isFull ? `${following.id}.add` : `${code}.remove`;
    this.#become(next, partId(this.#id, focus), this.#placed(code, next.length - 1));
  }

  remove(code: string): void {
    this.#become(
      this.order.filter((one) => one !== code),
      partId(this.#id, `${code}.add`),
      this.#words.rankRemoved({item: this.name(code)}),
    );
  }

  get #id(): string {
    return this.#context.asked.question.id;
  }

  #placed(code: string, index: number): string {
    return this.#words.rankAdded({item: this.name(code), place: index + 1, max: this.max});
  }

  #become(order: readonly string[], focus: string, said: string): void {
    const {asker} = this.#context;
    asker.focusNext(focus);
    asker.change(this.#id, (session) => session.answer(this.#id, order.length > 0 ? [...order] : undefined));
    announce(said);
  }
}

/** The best few in order. Buttons first; dragging is an extra. Two cannot share a place. */
export const ranking: QuestionView = (context) => {
  const {asked, asker, otherField} = context;
  const {question, choices} = asked;
  const words = asker.reader.words(frKinds);
  const list = new Ranking(context);
  const button = (code: string, what: string, name: string, drawn: unknown, isOff: boolean, press: () => void): TemplateResult =>
    html`<button type="button" class="second small-button" id=${partId(question.id, `${code}.${what}`)} aria-label=${name} ?disabled=${isOff} @click=${press}>${drawn}</button>`;
  const ranked = (code: string, index: number): TemplateResult => {
    const item = list.name(code);
    const isOther = choices.find(({id}) => id === code)?.role === 'other';
    return html`<li class="ranked" part="ranked" data-index=${index}>
      <span class="disc" aria-hidden="true">${index + 1}</span><span>${item}${isOther ? otherField?.(context) : nothing}</span>
      <span class="flow"
        >${button(code, 'up', words.rankUp({item}), up, index === 0, () => list.move(index, index - 1, 'up'))}${button(
          code,
          'down',
          words.rankDown({item}),
          down,
          index === list.order.length - 1,
          () => list.move(index, index + 1, 'down'),
        )}${button(code, 'remove', words.rankRemove({item}), cross, false, () => list.remove(code))}</span
      >
    </li>`;
  };
  const free = (place: number): TemplateResult =>
    html`<li class="ranked free" aria-hidden="true"><span class="disc">${place}</span><span>${words.rankFree({place})}</span></li>`;
  const other = (choice: Choice): TemplateResult =>
    html`<li class="ranked other">
      <span>${asker.reader.showChoice(question, choice)}</span
      ><button type="button" class="second" id=${partId(question.id, `${choice.id}.add`)} ?disabled=${list.isFull} @click=${() => list.add(choice.id)}>
        ${plus}${words.rankAdd}<span class="hidden"> : ${list.name(choice.id)}</span>
      </button>
    </li>`;
  const places = Array.from({length: list.max - list.order.length}, (_, index) => free(list.order.length + index + 1));
  return group(
    context,
    html`<ol class="ranks" aria-label=${words.rankList} ${draggable((from, to) => list.move(from, to, 'remove'))}>${list.order.map(ranked)}${places}</ol>
      ${list.others.length > 0 ? html`<ul class="ranks" aria-label=${words.rankOthers}>${list.others.map(other)}</ul>` : nothing}`,
    words.rankAtMost({max: list.max}),
  );
};
