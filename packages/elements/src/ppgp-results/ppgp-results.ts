import {SurveyError, type Definition} from '@ppgp/schema';
import {frResults as words} from '@ppgp/words';
import {LitElement, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {PpgpErrorEvent} from '../events.js';
import {icons} from '../internal/icons.js';
import {Reader} from '../internal/reader.js';
import {base} from '../internal/styles/base.js';
import {controls} from '../internal/styles/controls.js';
import {later} from '../internal/styles/later.js';
import {tokens} from '../internal/styles/tokens.js';
import {Contradictory, NoResults} from './figures.js';
import {styles} from './ppgp-results.styles.js';
import {figuresScreen, pageScreen, refusedScreen} from './restitution.js';
import {Taking} from './taking.js';
import {ResultsController, type Restitution} from './results-controller.js';

/** A key in the page's fragment is taken once, and leaves the address bar and the history. */
function tokenFromFragment(): string | undefined {
  const found = /[#&]token=([A-Za-z0-9_-]+)/.exec(location.hash)?.[1];
  if (found !== undefined) history.replaceState(history.state, '', location.pathname + location.search);
  return found;
}

/**
 * What the answers say, block by block: a table first, with « k sur n (p %) » and its base, then bars and big numbers that repeat it.
 *
 * @summary The figures of a campaign, live, or a page of them.
 * @slot - Fallback, shown until the figures are there.
 * @fires ppgp-error - {code, cause}: the figures could not be fetched.
 * @csspart body - The element's ground.
 * @csspart block - One block with its heading.
 * @csspart question - One question with its table.
 * @csspart number - A big number with what it counts.
 * @csspart group - What one group of people, or both, answered.
 * @csspart quote - Somebody's words.
 * @csspart cover - The head of a page.
 * @cssproperty --ppgp-accent - The host's colour.
 */
export class PpgpResults extends LitElement {
  static override styles = [tokens, base, controls, later, styles];

  static override properties: PropertyDeclarations = {
    src: {},
    show: {},
    instrument: {},
    definition: {attribute: false},
    headingLevel: {type: Number, attribute: 'heading-level'},
    token: {attribute: false},
  };

  /** A campaign's `…/results` (with a token) or `…/figures`, a results file, or a page of blocks. */
  src = '';
  /** What is shown, in this order: ids of questions, `rate`, `weeks`, `questions`; everything unless told. */
  show = '';
  /** The ready-made instrument that a results file's figures answer. */
  instrument = '';
  /** The questions that a results file's figures answer. */
  definition: Definition | undefined = undefined;
  /** Level of the element's first heading, 1–6. */
  headingLevel = 2;
  /** The team's key; a property only, kept in memory. */
  token: string | undefined = undefined;

  readonly #figures = new ResultsController(this);
  readonly #reader = new Reader('fr');
  readonly #taking = new Taking(this);
  #told: unknown;

  override connectedCallback(): void {
    super.connectedCallback();
    this.token ??= tokenFromFragment();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const {src, token, definition, instrument} = this;
    const isOther = (['src', 'token', 'definition', 'instrument'] as const).some((name) => changed.has(name));
    if (isOther && src !== '') this.#figures.load({src, token, definition, instrument});
  }

  protected override updated(): void {
    const {state} = this.#figures;
    if (state.kind !== 'failed' || state.error === this.#told) return;
    this.#told = state.error;
    console.warn(`ppgp: ${state.error.code}: ${state.error.message}`);
    this.dispatchEvent(new PpgpErrorEvent(state.error.code, state.error));
  }

  protected override render(): TemplateResult {
    return html`<div class="body" part="body" lang="fr">${this.#screen()}</div>`;
  }

  #screen(): TemplateResult {
    const {state} = this.#figures;
    switch (state.kind) {
      case 'loading':
        return html`<slot></slot>`;
      case 'token':
        return this.#tokenForm(state.wrong);
      case 'failed':
        return html`${state.error instanceof Contradictory || state.error instanceof NoResults ? refusedScreen(state.error) : html`<div class="note wait">${icons.warning}<b>${words.resultsFailed}</b></div>`}
          <slot></slot>`;
      case 'ready':
        return html`${state.stale ? html`<p class="status small soft wait">${icons.clock}<span>${words.resultsStale}</span></p>` : nothing}
        ${this.#ready(state)}`;
    }
  }

  #ready({page, sources}: Restitution & {kind: 'ready'}): TemplateResult | typeof nothing {
    if (page) return pageScreen(page, sources, this.#reader, this.headingLevel, this.#taking);
    const figures = sources.get('');
    if (figures === undefined || figures instanceof SurveyError) return nothing;
    return figuresScreen(figures, this.show, this.#reader, this.headingLevel, this.#taking);
  }

  #tokenForm(wrong: boolean): TemplateResult {
    const open = (event: SubmitEvent): void => {
      event.preventDefault();
      const written = new FormData(event.target as HTMLFormElement).get('token');
      if (typeof written === 'string' && written.trim() !== '') this.token = written.trim();
    };
    return html`<form @submit=${open} autocomplete="off">
      <div class="title" role="heading" aria-level=${this.headingLevel}>${words.tokenTitle}</div>
      ${wrong ? html`<p class="status error" id="wrong" role="alert">${icons.warning}<span>${words.tokenWrong}</span></p>` : nothing}
      <div class="grid">
        <label for="token">${words.tokenLabel}</label>
        <input class="field" id="token" name="token" type="password" autocomplete="off" aria-describedby=${wrong ? 'wrong' : nothing} />
      </div>
      <div class="grid"><button type="submit" class="primary">${words.tokenSend}</button></div>
    </form>`;
  }
}
