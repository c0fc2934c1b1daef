import type {SurveyErrorCode} from '@ppgp/schema';
import {fr} from '@ppgp/words';
import type {ReactiveController, ReactiveElement} from 'lit';
import {PpgpSavedEvent, PpgpSentEvent} from '../../events.js';
import {newId, pageOutbox, type NotKept, type OutboxEvent, type Wire} from '../outbox.js';
import type {Reader} from '../reader.js';
import {announce} from '../status-voice.js';

/** Where an answer that was given is, as truthfully as this page knows. */
export type Delivery = 'saving' | 'unsaved' | 'saved' | 'sent' | 'parked' | 'handed';

/** An answer ready to be kept: `payload` is written once, these bytes are kept, hashed and sent. */
export interface Parcel {
  /** Absolute http(s) URL. */
  endpoint: string;
  campaign: string;
  version: string;
  day: string;
  payload: string;
  wire?: Wire | undefined;
  /** The draft that this answer takes the place of. */
  draft?: string | undefined;
}

/** What keeping and sending need of an element. */
export interface Submitter extends ReactiveElement {
  readonly reader: Reader;
  readonly mode?: string;
  /** Tells the integrator. */
  tell(code: SurveyErrorCode, cause?: unknown): void;
}

/** The one place that knows the outbox: keeps and sends an element's answer, and says where it is. */
export class SubmissionController implements ReactiveController {
  delivery: Delivery | undefined;
  /** Answers of this device that still wait, from earlier visits too. */
  waiting = 0;
  /** Answers that vanished from this device before they were sent. */
  missing = 0;
  /** Why the device did not keep the answer. */
  reason: NotKept | undefined;
  /** Several replies came from something that is not our collector: a public Wi-Fi's page, perhaps. */
  portal = false;
  /** The answer must not be kept: there is a key to seal it with, and no way to. */
  exposed = false;
  readonly #element: Submitter;
  readonly #outbox = pageOutbox();
  #stop: (() => void) | undefined;
  #id: string | undefined;

  constructor(element: Submitter) {
    this.#element = element;
    element.addController(this);
  }

  hostConnected(): void {
    this.#stop ??= this.#outbox.watch((event) => this.#hear(event));
    this.#outbox.managed ||= this.#element.mode === 'kiosk';
    this.#outbox.wake();
    void this.#count();
  }

  hostDisconnected(): void {
    if (!this.#isAway) this.#leave();
  }

  /** Keeps the answer, then sends it. A second press is the same answer. */
  async submit({draft, ...parcel}: Parcel): Promise<void> {
    const answer = {id: (this.#id ??= newId()), ...parcel};
    this.become('saving');
    try {
      await this.#outbox.save(answer, draft);
      // A reply may have overtaken the save.
      if (this.#is('saving')) this.become('saved');
      this.#saved(answer.id);
    } catch (cause) {
      this.#notSaved(cause);
      this.#outbox.sendUnsaved(answer).catch((again: unknown) => this.#notSaved(again));
    }
  }

  /** Refuses to keep or send in clear what a campaign wants sealed. */
  refuse(): void {
    this.exposed = true;
    this.become('unsaved');
    this.#element.tell('not-private');
  }

  /** « Essayer maintenant » */
  sendNow(): void {
    this.#outbox.sendNow();
  }

  /** Forgets which answer this element gave: the next one is another. What is kept stays kept. */
  reset(): void {
    this.#id = undefined;
    this.portal = this.exposed = false;
    this.become(undefined);
  }

  /** Says where the answer is. */
  become(delivery: Delivery | undefined): void {
    this.delivery = delivery;
    this.#element.requestUpdate();
  }

  /** The answer is on its way: even off the page, its arrival is heard. */
  get #isAway(): boolean {
    return this.delivery !== undefined && this.delivery !== 'sent' && this.delivery !== 'handed';
  }

  #leave(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  #is(delivery: Delivery): boolean {
    return this.delivery === delivery;
  }

  #saved(id: string): void {
    this.#element.dispatchEvent(new PpgpSavedEvent(id));
    void this.#count();
  }

  #notSaved(cause: unknown): void {
    this.reason = (cause as {reason?: NotKept}).reason;
    this.become('unsaved');
    this.#element.tell('not-saved', cause);
  }

  #hear(event: OutboxEvent): void {
    if (event.type === 'idle') void this.#count();
    if (event.type === 'saved' && event.id === this.#id && this.#is('unsaved')) {
      // The device could not keep it at first, and can now.
      this.become('saved');
      this.#saved(event.id);
    }
    if (event.type === 'missing') {
      void this.#count();
      this.#element.tell('not-saved', `${event.count} answers vanished from this device before they were sent.`);
    }
    if (event.type === 'sent') {
      void this.#count();
      const {id, previousId} = event;
      if (this.#id === undefined || (id !== this.#id && previousId !== this.#id)) return;
      this.#id = id;
      this.become('sent');
      announce(this.#element.reader.words(fr).sentTitle);
      this.#element.dispatchEvent(new PpgpSentEvent(id, previousId));
      if (!this.#element.isConnected) this.#leave();
    } else if (event.type === 'parked') {
      if (event.id !== this.#id) return;
      this.become('parked');
      this.#element.tell('parked', event.code);
    } else if (event.type === 'trouble') {
      this.portal ||= event.code === 'not-our-server';
      this.#element.tell(event.code);
      this.#element.requestUpdate();
    }
  }

  async #count(): Promise<void> {
    const counts = await this.#outbox.counts().catch(() => undefined);
    if (counts === undefined) return;
    this.waiting = counts.pending + counts.parked;
    this.missing = counts.missing;
    this.#element.requestUpdate();
  }
}
