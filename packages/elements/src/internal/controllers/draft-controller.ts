import {Drafts} from '@ppgp/outbox/drafts';
import {restore, type Given, type Walk} from '@ppgp/session';
import {frDraft} from '@ppgp/words';
import {html, type ReactiveController, type TemplateResult} from 'lit';
import {destinationOf} from '../context/outbox-around.js';
import {icons} from '../icons.js';
import {pageOutbox} from '../outbox.js';
import type {QuestionnaireElement} from '../questionnaire/questionnaire-element.js';
import {announce} from '../status-voice.js';

/** Where a person was: their answers, the question in front (none: the review), and the order their choices came in. */
export interface Draft {
  given: Given;
  at?: string | undefined;
  seed: number;
  plain?: boolean;
}

/** A device that does not answer in this time holds nothing: the questions do not wait for it longer. */
const PATIENCE_MS = 2_000;

/** A draft as it was written; undefined where it cannot be one. */
function inside(text = ''): Partial<Draft> | undefined {
  try {
    return Object(JSON.parse(text)) as Partial<Draft>;
  } catch {
    return undefined;
  }
}

/**
 * Keeps an unfinished answer on this device: after every change, one write at a time, the last one wins. It is erased with the
 * sending, by the person, and after 24 hours.
 */
export class DraftController implements ReactiveController {
  /** Under what name: one for each questionnaire of a campaign. */
  readonly key: string;
  /** Answers of an earlier visit were there. */
  isFound = false;
  readonly #element: QuestionnaireElement;
  readonly #drafts = new Drafts(pageOutbox().ports.store, Date.now);
  #kept: string | undefined;
  #writing: Promise<void> | undefined;

  constructor(element: QuestionnaireElement, key: string) {
    this.#element = element;
    this.key = key;
    element.addController(this);
  }

  /** What was kept, as far as it still fits the questionnaire. A store that cannot be read holds nothing. */
  async read(): Promise<Draft | undefined> {
    const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
    const raw = inside(await Promise.race([this.#drafts.read(this.key).catch(() => undefined), late]));
    const definition = this.#element.found?.definition;
    if (!raw || !definition) return undefined;
    const given = restore(definition, raw.given);
    this.isFound = Object.keys(given.answers).length > 0;
    if (!this.isFound) return undefined;
    return {given, at: typeof raw.at === 'string' ? raw.at : undefined, seed: Number(raw.seed) || 0, plain: raw.plain === true};
  }

  /** Goes to where the person was; what is before it has been seen. */
  comeBack(walk: Walk, {at}: Draft): void {
    for (const {question} of walk.session.asked) {
      walk.goTo(question.id);
      if (question.id === at) return;
    }
    if (at === undefined) walk.toReview();
  }

  /** Above the questions: answers of an earlier visit are back. */
  get found(): TemplateResult | undefined {
    return this.isFound ? this.#note() : undefined;
  }

  /** Under the first questions: that answers are kept on this device until they are sent. */
  get promise(): TemplateResult | undefined {
    return this.isFound ? undefined : this.#note();
  }

  #note(): TemplateResult {
    const words = this.#element.reader.words(frDraft);
    const erase = html`<button type="button" @click=${() => void this.erase()}>${words.draftErase}</button>`;
    return html`<div class="note quiet" part="draft">
      ${icons.clock}
      <p>${this.isFound ? html`<b>${words.draftFound}</b> ` : undefined}${words.draftKept}</p>
      ${this.isFound || this.#kept !== undefined ? erase : undefined}
    </div>`;
  }

  hostUpdated(): void {
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined;
    });
  }

  /** Resolves when nothing is being written. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  /** Erases what is kept, and begins again. */
  async erase(): Promise<void> {
    await this.forget();
    this.#element.reset();
    announce(this.#element.reader.words(frDraft).draftErased);
  }

  /** Erases what is kept: the answer went another way. */
  async forget(): Promise<void> {
    this.isFound = false;
    await this.#writing;
    this.#kept = undefined;
    await this.#drafts.erase(this.key).catch(() => undefined);
  }

  get #draft(): Draft | undefined {
    const {state, walk, seed, plain} = this.#element;
    if (state !== 'asking' || !walk) return undefined;
    const {given} = walk.session;
    if (Object.keys(given.answers).length === 0 && this.#kept === undefined) return undefined;
    return {given, at: walk.place.kind === 'step' ? walk.place.step.id : undefined, seed, plain};
  }

  async #write(): Promise<void> {
    const {state} = this.#element;
    if (this.#kept !== undefined && ['saved', 'parked', 'sent'].includes(state)) {
      // It went with the answer, unless that was sent from memory.
      this.#kept = undefined;
      if (state === 'sent') await this.#drafts.erase(this.key).catch(() => undefined);
    }
    for (;;) {
      const draft = this.#draft;
      const written = draft && JSON.stringify(draft);
      if (written === undefined || written === this.#kept) return;
      this.#kept = written;
      // A device that keeps nothing is told of when the answer is to be kept; until then the page has it.
      await this.#drafts.keep(this.key, written).catch(() => undefined);
    }
  }
}

/** A draft where the page asks for one and it can be kept: never on a shared device, never in clear what is to be sealed. */
export function openDraft(element: QuestionnaireElement): DraftController | undefined {
  const {draft, mode, found} = element;
  if (draft !== 'device' || mode === 'kiosk' || !destinationOf(element).endpoint || !found) return undefined;
  const {id, publicKey, sensitive} = found.definition;
  if (publicKey !== undefined || sensitive === true) return undefined;
  return new DraftController(element, `${element.campaign || found.campaign || id}/${id}`);
}
