import {frOutbox as words, type Why} from '@ppgp/words';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {pageOutbox, type Outbox, type OutboxEvent, type Reason, type WaitingAnswer, type Wire} from '../internal/outbox.js';
import {announce} from '../internal/status-voice.js';
import {download, exportFile, type ExportFile} from './export-file.js';
import {whyOf} from './rows.js';

/** A chunk of its own: pages that ask do not fetch it. */
const manage = () => import('@ppgp/outbox/manage');

/** What went wrong with something that a person asked for. Nothing is lost by it. */
export type Failure = 'exportFailed' | 'removeFailed' | 'redirectFailed';

/** What waits in the page's one outbox, and all that a person may do with it. */
export class WaitingController implements ReactiveController {
  /** `closed`: it cannot be read, which is not the same as empty. */
  state: 'loading' | 'closed' | 'ready' = 'loading';
  /** Records that this build cannot read. */
  unreadable = 0;
  /** Answers that vanished from this device before they were sent. */
  missing = 0;
  /** A damaged database was set aside: there may be more than what is shown. */
  partial = false;
  /** Whether the browser promised not to erase; undefined where it does not tell. */
  persisted: boolean | undefined;
  /** What the last « Envoyer maintenant » came to. */
  ended: {arrived: number; left: number} | undefined;
  /** The export made in this visit that is talked about. */
  file: ExportFile | undefined;
  /** How many a person has just removed. */
  removed: number | undefined;
  failure: Failure | undefined;
  /** This visit saw answers arrive, and removed none. */
  sentAll = false;
  readonly #host: ReactiveControllerHost;
  readonly #reasons = new Map<string, Reason>();
  /** By id, the oldest first. */
  #answers = new Map<string, WaitingAnswer>();
  #removedSome = false;
  #outbox: Outbox | undefined;
  #stop: (() => void) | undefined;
  /** What waited at a person's « Envoyer maintenant », until all of it was tried. */
  #sending: ReadonlySet<string> | undefined;
  #reading: Promise<void> | undefined;
  #readAgain = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const outbox = (this.#outbox ??= pageOutbox());
    this.#stop ??= outbox.watch((event) => void this.#hear(event));
    outbox.wake();
    void this.read();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.letGo();
  }

  /** Whether there is nothing to tell. */
  get isIdle(): boolean {
    const {state, unreadable, missing, partial, ended, removed} = this;
    return state !== 'closed' && this.#answers.size + unreadable + missing === 0 && !partial && !ended && removed === undefined;
  }

  get waiting(): WaitingAnswer[] {
    return [...this.#answers.values()];
  }

  /** How far « Envoyer maintenant » is. */
  get progress(): {arrived: number; count: number} | undefined {
    const ids = this.#sending;
    if (!ids) return undefined;
    return {arrived: [...ids].filter((id) => !this.#answers.has(id)).length, count: ids.size};
  }

  whyOf(answer: WaitingAnswer): Why {
    return whyOf(answer, this.#reasons.get(answer.id), navigator.onLine);
  }

  /** Reads what waits, anew. Asked for while it reads, it reads once more. */
  read(): Promise<void> {
    this.#readAgain = true;
    return (this.#reading ??= this.#readAll());
  }

  sendNow(): void {
    if (this.#sending || !this.#outbox) return;
    const ids = (this.#sending = new Set(this.#answers.keys()));
    this.ended = this.removed = this.failure = undefined;
    announce(words.sending({count: ids.size}));
    this.#outbox.sendNow();
    // Not the next time that it is idle: rounds that began before may end meanwhile.
    void this.#outbox.flush().then(() => this.#end(ids));
    this.#host.requestUpdate();
  }

  /** Offers all that waits as a file. */
  async export(kind: ExportFile['kind']): Promise<void> {
    this.letGo();
    this.file = await this.#ask('exportFailed', async (outbox) => {
      const file = exportFile(kind, await (await manage()).exportWaiting(outbox));
      download(file);
      announce(words.exported({name: file.name}));
      return file;
    });
  }

  /** Removes from the device what the export of this visit holds, and nothing else. */
  async remove(): Promise<void> {
    const exported = this.file?.kind === 'json' ? this.file.exported : undefined;
    if (!exported) return;
    const count = await this.#ask('removeFailed', async (outbox) => (await manage()).forget(outbox, exported));
    if (count === undefined) return;
    this.letGo();
    this.#removedSome = true;
    this.sentAll = false;
    // What is no longer there is not shown beside the sentence that says so.
    await this.read();
    this.removed = count;
    announce(words.removed({count}));
    this.#host.requestUpdate();
  }

  /** Has answers sent to another endpoint, an absolute http(s) URL, and tries at once. */
  async redirect(ids: readonly string[], endpoint: string, wire: Wire | undefined): Promise<void> {
    const count = await this.#ask('redirectFailed', async (outbox) => (await manage()).redirect(outbox, ids, endpoint, wire));
    if (count === undefined) return;
    for (const id of ids) this.#reasons.delete(id);
    announce(words.redirected({count}));
    await this.read();
  }

  /** Forgets the export that was talked about; what it holds stays. */
  letGo(): void {
    if (this.file) URL.revokeObjectURL(this.file.url);
    this.file = undefined;
    this.#host.requestUpdate();
  }

  /** Something that may fail, and loses nothing when it does. */
  async #ask<T>(failure: Failure, what: (outbox: Outbox) => Promise<T>): Promise<T | undefined> {
    this.ended = this.removed = this.failure = undefined;
    try {
      return this.#outbox && (await what(this.#outbox));
    } catch (cause) {
      console.warn(`ppgp: ${failure}`, cause);
      this.failure = failure;
      announce(words[failure]);
      return undefined;
    } finally {
      this.#host.requestUpdate();
    }
  }

  async #hear(event: OutboxEvent): Promise<void> {
    if (event.type === 'sent') {
      this.sentAll = !this.#removedSome;
      for (const id of [event.id, event.previousId ?? '']) this.#answers.delete(id);
    } else if (event.type === 'retry') {
      for (const id of event.ids) this.#reasons.set(id, event.reason);
    } else if (event.type === 'parked') {
      const {id, code} = event;
      const answer = this.#answers.get(id);
      if (answer) this.#answers.set(id, {...answer, state: 'parked', code});
    } else if (event.type !== 'trouble') {
      await this.read();
    }
    this.#host.requestUpdate();
  }

  async #end(ids: ReadonlySet<string>): Promise<void> {
    await this.read();
    const left = [...ids].filter((id) => this.#answers.has(id)).length;
    this.#sending = undefined;
    this.ended = {arrived: ids.size - left, left};
    announce(words.ended(this.ended));
    this.#host.requestUpdate();
  }

  async #readAll(): Promise<void> {
    while (this.#readAgain && this.#outbox) {
      this.#readAgain = false;
      try {
        const {waiting} = await manage();
        const [answers, {unreadable, missing, partial}] = await Promise.all([waiting(this.#outbox), this.#outbox.counts()]);
        this.#answers = new Map(answers.map((answer) => [answer.id, answer]));
        this.unreadable = unreadable;
        this.missing = missing;
        this.partial = partial;
        if (answers.length > 0) this.persisted = await navigator.storage?.persisted?.().catch(() => undefined);
        this.state = 'ready';
      } catch (cause) {
        console.warn('ppgp: the outbox could not be read.', cause);
        this.state = 'closed';
      }
    }
    this.#reading = undefined;
    this.#host.requestUpdate();
  }
}
