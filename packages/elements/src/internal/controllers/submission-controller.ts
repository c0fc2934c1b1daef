import type {SurveyErrorCode} from '@ppgp/schema';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Outbox, OutboxEvent} from '../outbox.js';

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

type OutboxModule = typeof import('../outbox.js');

/** The one place that knows the outbox. It is fetched right after the first paint, never when it is needed. */
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
  #module: Promise<OutboxModule> | undefined;
  #outbox: Outbox | undefined;
  #stop: (() => void) | undefined;
  #id: string | undefined;
  #connected = false;

  constructor(host: ReactiveControllerHost, hearing: Hearing) {
    this.#host = host;
    this.#hearing = hearing;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    if (this.#module !== undefined) void this.#open();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#stop?.();
    this.#stop = undefined;
  }

  /** Call once something is on the screen. */
  prepare(): void {
    if (this.#module !== undefined) return;
    requestAnimationFrame(() => setTimeout(() => void this.#open()));
  }

  /** Keeps the answer, then sends it. A second press is the same answer. */
  async submit(parcel: Parcel): Promise<void> {
    if (this.delivery === 'saving' || this.delivery === 'saved' || this.delivery === 'sent') return;
    this.become('saving');
    const loaded = await this.#load().catch((cause: unknown) => {
      this.become('unsaved');
      this.#hearing.trouble('not-saved', cause);
    });
    if (loaded === undefined) return;
    const outbox = this.#listen(loaded);
    const id = (this.#id ??= loaded.newId());
    try {
      await outbox.save({id, ...parcel});
      if (this.#isSaving()) this.become('saved');
      this.#hearing.saved(id);
      void this.#count();
    } catch (cause) {
      this.become('unsaved');
      this.#hearing.trouble('not-saved', cause);
      outbox.sendUnsaved({id, ...parcel});
    }
  }

  /** Refuses to keep or send in clear what a campaign wants sealed. */
  refuse(): void {
    this.exposed = true;
    this.become('unsaved');
    this.#hearing.trouble('not-private');
  }

  /** « Essayer maintenant » */
  async sendNow(): Promise<void> {
    const loaded = await this.#load();
    this.#listen(loaded).sendNow();
  }

  /** Forgets which answer this element gave: the next one is another. What is kept stays kept. */
  reset(): void {
    this.#id = undefined;
    this.portal = this.exposed = false;
    this.become('none');
  }

  #load(): Promise<OutboxModule> {
    this.#module ??= import('../outbox.js').catch((error: unknown) => {
      this.#module = undefined;
      throw error;
    });
    return this.#module;
  }

  async #open(): Promise<void> {
    try {
      const loaded = await this.#load();
      if (!this.#connected) return;
      this.#listen(loaded);
      loaded.sendWhatWaits();
      await this.#count();
    } catch {
      // Nothing waits that can be reached; a save will say what is true.
    }
  }

  #listen({pageOutbox}: OutboxModule): Outbox {
    const outbox = (this.#outbox ??= pageOutbox());
    this.#stop ??= outbox.watch((event) => this.#hear(event));
    return outbox;
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
    const counts = await this.#outbox?.counts().catch(() => undefined);
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
