import {SurveyError, type Definition, type Questionnaire} from '@ppgp/schema';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {Unauthorized, fetchJson} from '../internal/controllers/fetch-json.js';
import {NoResults, figuresOf, questionsOf, type Figures} from './figures.js';
import {isDefinition, isDossier} from './form.js';
import {isPage, type Page, type PageSource} from './page.js';

const REFRESH_MS = 5_000;

/** Where figures are asked for. */
export interface Wanted {
  src: string;
  token: string | undefined;
  /** The questions of a results file that has none beside it. */
  definition: Definition | undefined;
  instrument: string;
}

export type Restitution =
  | {kind: 'loading'}
  /** `wrong`: a token was given and it opens nothing. */
  | {kind: 'token'; wrong: boolean}
  /** Not fetched, no results, or contradictory. */
  | {kind: 'failed'; error: SurveyError}
  /** `stale`: the last refresh failed, these are older. One source's failure is its blocks' alone. */
  | {kind: 'ready'; page: Page | undefined; sources: ReadonlyMap<string, Figures | SurveyError>; stale: boolean};

/** The address of a campaign's figures, which has its questions beside it. */
const COLLECTOR = /\/(results|figures)(\?.*)?$/;

const asError = (cause: unknown): SurveyError =>
  cause instanceof SurveyError ? cause : new SurveyError('definition-missing', 'No results.', {cause});

/** Fetches what `src` names, the figures that a page names, their questions; and a collector's again while the page is looked at. */
export class ResultsController implements ReactiveController {
  state: Restitution = {kind: 'loading'};
  readonly #host: ReactiveControllerHost;
  #wanted: Wanted | undefined;
  #stop: AbortController | undefined;
  /** What is not fetched again: files, and the questions of campaigns. */
  #kept = new Map<string, Promise<unknown>>();
  /** A collector answered: its figures change. */
  #isLive = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#wanted) this.load(this.#wanted);
  }

  hostDisconnected(): void {
    this.#stop?.abort();
  }

  load(wanted: Wanted): void {
    if (wanted.src !== this.#wanted?.src) this.state = {kind: 'loading'};
    this.#wanted = wanted;
    this.#kept = new Map();
    this.#isLive = COLLECTOR.test(wanted.src);
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    void this.#keepFresh(wanted, stop.signal);
  }

  async #keepFresh(wanted: Wanted, signal: AbortSignal): Promise<void> {
    for (;;) {
      if (document.visibilityState === 'visible') await this.#refresh(wanted, signal);
      if (signal.aborted || this.state.kind === 'token' || this.#isSettled()) return;
      await new Promise((resolve) => setTimeout(resolve, REFRESH_MS));
      if (signal.aborted) return;
    }
  }

  /** A file does not change: neither what it says, nor that it says nothing that can be read. */
  #isSettled(): boolean {
    const {state} = this;
    return !this.#isLive && (state.kind === 'ready' || (state.kind === 'failed' && state.error.code === 'definition-invalid'));
  }

  async #refresh(wanted: Wanted, signal: AbortSignal): Promise<void> {
    const before = this.state;
    try {
      const read = await this.#read(wanted, signal);
      if (!signal.aborted) this.#become({...read, kind: 'ready', stale: false});
    } catch (cause) {
      if (signal.aborted) return;
      if (cause instanceof Unauthorized) this.#become({kind: 'token', wrong: wanted.token !== undefined});
      // What has no answer may be the network's; what contradicts itself is not shown beside older figures.
      else if (before.kind === 'ready' && !(cause instanceof SurveyError && cause.code === 'definition-invalid'))
        this.#become({...before, stale: true});
      else this.#become({kind: 'failed', error: asError(cause)});
    }
  }

  async #read(wanted: Wanted, signal: AbortSignal): Promise<Pick<Restitution & {kind: 'ready'}, 'page' | 'sources'>> {
    const {src} = wanted;
    if (COLLECTOR.test(src)) return {page: undefined, sources: new Map([['', await this.#figures({src}, wanted, signal)]])};
    const value = await this.#once(src, signal);
    if (isDossier(value)) {
      const figures = await this.#ofDossier(value, wanted.definition);
      return {page: (await import('./dossier/figures-of-dossier.js')).pageOfDossier(figures), sources: new Map([['', figures]])};
    }
    if (!isPage(value)) {
      const figures = figuresOf(value, await this.#given(wanted, value));
      return {page: undefined, sources: new Map([['', figures]])};
    }
    const base = new URL(src, document.baseURI);
    const sources = Object.entries(value.sources ?? {}).map(async ([name, source]): Promise<[string, Figures | SurveyError]> => {
      try {
        return [name, await this.#figures(at(base, source), wanted, signal)];
      } catch (cause) {
        if (cause instanceof Unauthorized) throw cause;
        return [name, asError(cause)];
      }
    });
    return {page: value, sources: new Map(await Promise.all(sources))};
  }

  async #figures(source: Exclude<PageSource, string>, wanted: Wanted, signal: AbortSignal): Promise<Figures> {
    const {src, results, definition} = source;
    if (src === undefined) {
      if (isDossier(results)) return this.#ofDossier(results, definition);
      return figuresOf(results, definition === undefined ? undefined : await questionsOf(definition));
    }
    if (!COLLECTOR.test(src)) {
      const value = await this.#once(src, signal);
      if (isDossier(value)) return this.#ofDossier(value, definition);
      return figuresOf(value, definition === undefined ? await this.#given(wanted, value) : await questionsOf(definition));
    }
    this.#isLive = true;
    const questions = this.#keep(`questions of ${src}`, async () => questionsOf(await fetchJson(src.replace(COLLECTOR, ''), signal)));
    // The team's key is for the origin that the host's `src` names, whatever else a page asks for.
    const isOurs = new URL(src, document.baseURI).origin === new URL(wanted.src, document.baseURI).origin;
    const [questionnaire, value] = await Promise.all([questions, fetchJson(src, signal, isOurs ? wanted.token : undefined)]);
    return figuresOf(value, questionnaire);
  }

  /** What reads a dossier comes with it. */
  async #ofDossier(file: unknown, grid: unknown): Promise<Figures> {
    const {figuresOfDossier} = await import('./dossier/figures-of-dossier.js');
    return figuresOfDossier(file, isDefinition(grid) ? grid : undefined);
  }

  /** The questions that the host gave, or that stand in the file beside its figures. */
  async #given({definition, instrument}: Wanted, value: unknown): Promise<Questionnaire | undefined> {
    if (definition) return questionsOf(definition);
    if (instrument !== '') return questionsOf({instrument});
    const beside = typeof value === 'object' && value !== null && 'definition' in value ? value.definition : undefined;
    return beside === undefined ? undefined : questionsOf(beside);
  }

  #once(address: string, signal: AbortSignal): Promise<unknown> {
    return this.#keep(address, async () => {
      const value = await fetchJson(address, signal);
      if (typeof value !== 'object' || value === null || !('format' in value))
        throw new NoResults('definition-invalid', `${address} holds no results.`);
      return value;
    });
  }

  async #keep<T>(key: string, make: () => Promise<T>): Promise<T> {
    const kept = (this.#kept.get(key) as Promise<T> | undefined) ?? make();
    this.#kept.set(key, kept);
    try {
      return await kept;
    } catch (cause) {
      this.#kept.delete(key);
      throw cause;
    }
  }

  #become(state: Restitution): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

/** A page's addresses are relative to the page. */
const at = (base: URL, source: PageSource): Exclude<PageSource, string> => {
  const whole = typeof source === 'string' ? {src: source} : source;
  return whole.src === undefined ? whole : {...whole, src: new URL(whole.src, base).href};
};
