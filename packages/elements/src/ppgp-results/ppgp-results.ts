import {ANSWER_FORMS, type Choice, type Question, type QuestionResult, type Questionnaire, type Results, type Table} from '@ppgp/schema';
import {choicesOf, isAsking, rowsOf} from '@ppgp/session';
import {share} from '@ppgp/tally';
import {frResults as words} from '@ppgp/words';
import {LitElement, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {PpgpErrorEvent} from '../events.js';
import {ResultsController} from '../internal/controllers/results-controller.js';
import {icons} from '../internal/icons.js';
import {Reader} from '../internal/reader.js';
import {base} from '../internal/styles/base.js';
import {controls} from '../internal/styles/controls.js';
import {later} from '../internal/styles/later.js';
import {questions} from '../internal/styles/questions.js';
import {tokens} from '../internal/styles/tokens.js';
import {styles} from './ppgp-results.styles.js';

/** A key in the page's fragment is taken once, and leaves the address bar and the history. */
function tokenFromFragment(): string | undefined {
  const found = /[#&]token=([A-Za-z0-9_-]+)/.exec(location.hash)?.[1];
  if (found !== undefined) history.replaceState(history.state, '', location.pathname + location.search);
  return found;
}

/**
 * A campaign's figures as tables: how many answered, and « k sur n (p %) » for each choice.
 *
 * @summary The figures of a campaign, live.
 * @slot - Fallback, shown until the figures are there.
 * @fires ppgp-error - {code, cause}: the figures could not be fetched.
 * @csspart body - The element's ground.
 * @csspart question - One question with its table.
 * @cssproperty --ppgp-accent - The host's colour.
 */
export class PpgpResults extends LitElement {
  static override styles = [tokens, base, controls, questions, later, styles];

  static override properties: PropertyDeclarations = {
    src: {},
    headingLevel: {type: Number, attribute: 'heading-level'},
    token: {attribute: false},
  };

  /** A campaign's `…/results` (with a token) or `…/figures`. */
  src = '';
  /** Level of the element's first heading, 1–6. */
  headingLevel = 2;
  /** The team's key; a property only, kept in memory. */
  token: string | undefined = undefined;

  readonly #figures = new ResultsController(this);
  readonly #reader = new Reader('fr');
  #told: unknown;

  override connectedCallback(): void {
    super.connectedCallback();
    this.token ??= tokenFromFragment();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if ((changed.has('src') || changed.has('token')) && this.src !== '') this.#figures.load(this.src, this.token);
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
        return html`<div class="note wait">${icons.warning}<b>${words.resultsFailed}</b></div>
          <slot></slot>`;
      case 'ready':
        return html`${state.stale ? html`<p class="status small soft wait">${icons.clock}<span>${words.resultsStale}</span></p>` : nothing}
        ${this.#head(state.results)}
        ${state.questionnaire.questions.map((question) => this.#question(state.questionnaire, question, state.results.questions[question.id]))}`;
    }
  }

  #head({received, counted, asOf}: Results): TemplateResult {
    return html`<p class="count" id="received">
      <b>${words.answers({count: received ?? 0})}</b>${counted === null || counted === received ? nothing : html` · ${words.counted({count: counted})}`}
      <span class="small soft">${words.asOf({day: words.day({day: asOf})})}</span>
    </p>`;
  }

  #question(questionnaire: Questionnaire, question: Question, result: QuestionResult | undefined): TemplateResult | typeof nothing {
    if (result === undefined || !isAsking({question})) return nothing;
    // « Pas concerné » is not in the base, and is no share of it.
    const choices = choicesOf(questionnaire, question).filter(({role}) => role !== 'na');
    const rows = rowsOf(questionnaire, question);
    return html`<section class="figure grid" part="question">
      <div class="title" role="heading" aria-level=${this.headingLevel}>${this.#reader.show(question.label, `${question.id}.label`)}</div>
      ${rows.length > 0 ? this.#matrix(question, choices, rows, result) : this.#byForm(question, choices, result)}
    </section>`;
  }

  /** What is counted depends on what an answer is. */
  #byForm(question: Question, choices: readonly Choice[], table: Table): TemplateResult {
    switch (ANSWER_FORMS[question.type]) {
      case 'words':
        return html`<p>${words.comments({count: table.base ?? 0})}</p>`;
      case 'day':
        return html`<p>${this.#base(table)}</p>`;
      case 'amount': {
        const {median = null} = table;
        const unit = 'unit' in question ? this.#reader.plain(question.unit) : '';
        return html`<p>${this.#base(table)}</p>
          ${median === null ? nothing : html`<p>${words.median({value: median, unit})}</p>`}`;
      }
      case 'yes-no':
        return this.#list(
          question,
          [
            {id: 'true', label: words.yes},
            {id: 'false', label: words.no},
          ],
          table,
        );
      default:
        return this.#list(question, choices, table);
    }
  }

  #list(question: Question, choices: readonly Choice[], table: Table): TemplateResult {
    if (table.base === 0) return html`<p class="soft">${words.noAnswersHere}</p>`;
    return this.#scroll(
      question,
      html`<table>
      <caption>${this.#base(table)}</caption>
      <thead>
        <tr><th scope="col">${words.answerHead}</th><th scope="col">${words.countHead}</th></tr>
      </thead>
      <tbody>
        ${choices.map((choice) => html`<tr><th scope="row">${this.#reader.choice(question, choice)}</th><td>${this.#cell(table, choice)}</td></tr>`)}
      </tbody>
    </table>`,
    );
  }

  #matrix(question: Question, choices: readonly Choice[], rows: readonly Choice[], result: QuestionResult): TemplateResult {
    return this.#scroll(
      question,
      html`<table>
        <thead>
          <tr><th scope="col">${words.documentHead}</th>${choices.map((choice) => html`<th scope="col">${this.#reader.choice(question, choice)}</th>`)}</tr>
        </thead>
        <tbody>
          ${rows.map((row) => {
            const table = result.rows?.[row.id];
            return html`<tr>
              <th scope="row">${this.#reader.plain(row.label)}${table === undefined ? nothing : html`<span class="sub small soft">${this.#base(table)}</span>`}</th>
              ${choices.map((choice) => html`<td>${table === undefined ? nothing : this.#cell(table, choice)}</td>`)}
            </tr>`;
          })}
        </tbody>
      </table>`,
    );
  }

  /** A table may be wider than a phone: it scrolls in a region of its own. */
  #scroll(question: Question, table: TemplateResult): TemplateResult {
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${this.#reader.plain(question.label)}>${table}</div>`;
  }

  #base({base: count}: Table): string {
    return count === null ? words.hiddenBase({k: this.#k}) : words.base({count});
  }

  #cell({base: count, cells}: Table, {id}: Choice): string {
    const k = cells[id];
    if (k === undefined || k === null || count === null) return words.hidden({k: this.#k});
    return words.share(share(k, count));
  }

  get #k(): number {
    const {state} = this.#figures;
    return state.kind === 'ready' ? state.results.k : 0;
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
