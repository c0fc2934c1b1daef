import type {SurveyErrorCode} from '@ppgp/schema';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {OutboxEvent} from '../outbox.js';

/** Where an answer is, as truthfully as this page knows. */
export type Delivery = 'none' | 'saving' | 'unsaved' | 'saved' | 'sent' | 'parked' | 'handed';

/** An answer ready to be kept: `payload` is written once, these bytes are kept, hashed and sent. */
export interface Parcel {
  /** Absolute http(s) URL. */
  endpoint: string;
  campaign: string;
  version: string;
  day: string;
  payload: string;
}

/** What the element is told; each is something that the network or the device did. */
export interface Hearing {
  saved(id: string): void;
  sent(id: string, previousId?: string): void;
  trouble(code: SurveyErrorCode, cause?: unknown): void;
}

export type OutboxModule = typeof import('../outbox.js');

/** The one place that knows the outbox. */
export class SubmissionController implements ReactiveController {
  delivery: Delivery = 'none';
  /** Answers of this device that still wait, from earlier visits too. */
  waiting = 0;
  /** Several replies came from something that is not our collector: a public Wi-Fi's page, perhaps. */
  portal = false;
  /** The answer must not be kept: there is a key to seal it with, and no way to. */
  exposed = false;
  readonly #host: ReactiveControllerHost;
  readonly #hearing: Hearing;
  readonly #newId: () => string;
  readonly #outbox: ReturnType<OutboxModule['pageOutbox']>;
  #stop: (() => void) | undefined;
  #id: string | undefined;

  constructor(host: ReactiveControllerHost, {newId, pageOutbox}: OutboxModule, hearing: Hearing) {
    this.#host = host;
    this.#hearing = hearing;
    this.#newId = newId;
    this.#outbox = pageOutbox();
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop ??= this.#outbox.watch((event) => this.#hear(event));
    this.#outbox.wake();
    void this.#count();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  /** Keeps the answer, then sends it. A second press is the same answer. */
  async submit(parcel: Parcel): Promise<void> {
    if (this.delivery === 'saving' || this.delivery === 'saved' || this.delivery === 'sent') return;
    this.become('saving');
    const answer = {id: (this.#id ??= this.#newId()), ...parcel};
    try {
      await this.#outbox.save(answer);
      if (this.#isSaving()) this.become('saved');
      this.#hearing.saved(answer.id);
      void this.#count();
    } catch (cause) {
      this.become('unsaved');
      this.#hearing.trouble('not-saved', cause);
      this.#outbox.sendUnsaved(answer).catch((again: unknown) => this.#hearing.trouble('not-saved', again));
    }
  }

  /** Refuses to keep or send in clear what a campaign wants sealed. */
  refuse(): void {
    this.exposed = true;
    this.become('unsaved');
    this.#hearing.trouble('not-private');
  }

  /** « Essayer maintenant » */
  sendNow(): void {
    this.#outbox.sendNow();
  }

  /** Forgets which answer this element gave: the next one is another. What is kept stays kept. */
  reset(): void {
    this.#id = undefined;
    this.portal = this.exposed = false;
    this.become('none');
  }

  #hear(event: OutboxEvent): void {
    if (event.type === 'sent') {
      void this.#count();
      if (event.id !== this.#id && (event.previousId === undefined || event.previousId !== this.#id)) return;
      this.#id = event.id;
      this.become('sent');
      this.#hearing.sent(event.id, event.previousId);
    } else if (event.type === 'parked') {
      if (event.id !== this.#id) return;
      this.become('parked');
      this.#hearing.trouble('parked', event.code);
    } else if (event.type === 'trouble') {
      if (event.code === 'not-our-server') this.portal = true;
      this.#hearing.trouble(event.code);
      this.#host.requestUpdate();
    }
  }

  async #count(): Promise<void> {
    const counts = await this.#outbox.counts().catch(() => undefined);
    if (counts === undefined) return;
    this.waiting = counts.pending + counts.parked;
    this.#host.requestUpdate();
  }

  /** A reply may overtake the save it follows: asked anew, not narrowed. */
  #isSaving(): boolean {
    return this.delivery === 'saving';
  }

  /** Says where the answer is. */
  become(delivery: Delivery): void {
    this.delivery = delivery;
    this.#host.requestUpdate();
  }
}
