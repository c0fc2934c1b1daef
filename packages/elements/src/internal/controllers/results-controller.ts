import {SurveyError, settle, type Campaign, type Definition, type Questionnaire, type Results} from '@ppgp/schema';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {Unauthorized, fetchJson} from './fetch-json.js';

const REFRESH_MS = 5_000;

export type Figures =
  | {kind: 'loading'}
  /** `wrong`: a token was given and it opens nothing. */
  | {kind: 'token'; wrong: boolean}
  | {kind: 'failed'; error: SurveyError}
  /** `stale`: the last refresh failed, these are older. */
  | {kind: 'ready'; questionnaire: Questionnaire; results: Results; stale: boolean};

const isResults = (value: unknown): value is Results =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === 'ppgp-results/1' && 'questions' in value;

/** Fetches a campaign's figures and its questions, and again while the page is looked at. */
export class ResultsController implements ReactiveController {
  state: Figures = {kind: 'loading'};
  readonly #host: ReactiveControllerHost;
  #src = '';
  #token: string | undefined;
  #stop: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#src !== '') this.load(this.#src, this.#token);
  }

  hostDisconnected(): void {
    this.#stop?.abort();
  }

  /** `src` is a campaign's …/results or …/figures. */
  load(src: string, token: string | undefined): void {
    this.#src = src;
    this.#token = token;
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    void this.#keepFresh(stop.signal);
  }

  async #keepFresh(signal: AbortSignal): Promise<void> {
    for (;;) {
      if (document.visibilityState === 'visible') await this.#refresh(signal);
      if (signal.aborted || this.state.kind === 'token') return;
      await new Promise((resolve) => setTimeout(resolve, REFRESH_MS));
      if (signal.aborted) return;
    }
  }

  async #refresh(signal: AbortSignal): Promise<void> {
    const before = this.state;
    try {
      const questionnaire = before.kind === 'ready' ? before.questionnaire : await this.#questions(signal);
      const results = await fetchJson(this.#src, signal, this.#token);
      if (!isResults(results)) throw new SurveyError('definition-invalid', `${this.#src} holds no results.`);
      if (!signal.aborted) this.#become({kind: 'ready', questionnaire, results, stale: false});
    } catch (cause) {
      if (signal.aborted) return;
      if (cause instanceof Unauthorized) this.#become({kind: 'token', wrong: this.#token !== undefined});
      else if (before.kind === 'ready') this.#become({...before, stale: true});
      else
        this.#become({
          kind: 'failed',
          error: cause instanceof SurveyError ? cause : new SurveyError('definition-missing', 'No results.', {cause}),
        });
    }
  }

  /** The questions stand in the campaign, beside its figures. */
  async #questions(signal: AbortSignal): Promise<Questionnaire> {
    const address = this.#src.replace(/\/(results|figures)(\?.*)?$/, '');
    const [{readForeign}, value] = await Promise.all([import('@ppgp/schema/validate'), fetchJson(address, signal)]);
    const campaign = readForeign(value).value as Campaign;
    const {definition} = campaign;
    const whole: Definition | undefined =
      'instrument' in definition ? (await import('@ppgp/instruments')).instrument(definition.instrument) : definition;
    if (whole?.kind !== 'questionnaire') throw new SurveyError('definition-invalid', `${address} is not a questionnaire.`);
    return settle(whole, campaign);
  }

  #become(state: Figures): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
