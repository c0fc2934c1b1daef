import {frOutbox as words} from '@ppgp/words';
import {LitElement, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {PpgpErrorEvent} from '../events.js';
import {destinationOf} from '../internal/context/outbox-around.js';
import {httpUrl} from '../internal/http-url.js';
import {icon} from '../internal/icons.js';
import {base} from '../internal/styles/base.js';
import {controls} from '../internal/styles/controls.js';
import {later} from '../internal/styles/later.js';
import {tokens} from '../internal/styles/tokens.js';
import {arrowDown, exportNote, sureToRemove} from './export-note.js';
import {alsoTrue, headline} from './headline.js';
import {styles} from './ppgp-outbox.styles.js';
import {redirectForm, sureToRedirect} from './redirect-form.js';
import {bundles, type Bundle, type Row} from './rows.js';
import {WaitingController} from './waiting-controller.js';

const again = icon('M19.5 12a7.5 7.5 0 1 1-2.2-5.3L20 9M20 4v5h-5');

/** What a person is in the middle of. */
export type Step =
  | {kind: 'text'}
  | {kind: 'remove'}
  | {kind: 'redirect'; from: string; wrong: boolean}
  | {kind: 'redirected'; ids: readonly string[]; to: string};

/**
 * Shows the answers that wait on this device: how many, since when and why, never what is in them. Sends them now, exports them,
 * removes them after an export, sends them elsewhere. Around other tags it also gives them the endpoint they post to.
 *
 * @summary What waits on this device, and the endpoint of the tags inside.
 * @slot - Other tags, which stay and post where this one says; anything else is the fallback, shown until the panel is there.
 * @fires ppgp-error - {code, cause}: `endpoint-misconfigured`, the attribute is no http(s) address.
 * @csspart body - The panel's ground.
 * @csspart head - How many answers wait.
 * @csspart ended - What the last « Envoyer maintenant » came to.
 * @csspart failure - What could not be done.
 * @csspart again - « Réessayer », where the device cannot be read.
 * @csspart send - « Envoyer maintenant ».
 * @csspart export - « Exporter ».
 * @csspart export-table - « Exporter en tableau (CSV) ».
 * @csspart exported - What was exported, and what may follow.
 * @csspart download - The exported file as a link.
 * @csspart copy - « Le fichier n’est pas arrivé ? »
 * @csspart remove - « Supprimer ces réponses d’ici ».
 * @csspart remove-yes - « Oui, supprimer ».
 * @csspart keep - « Tout garder ici ».
 * @csspart sure - The question before removing and redirecting.
 * @csspart cancel - « Annuler ».
 * @csspart waiting - What goes to one address.
 * @csspart row - One campaign and reason.
 * @csspart redirect - « Envoyer à une autre adresse ».
 * @csspart redirect-form - Where that address is typed.
 * @csspart redirect-yes - « Oui, changer l’adresse ».
 * @csspart next - « Continuer ».
 * @csspart field - A text field.
 * @csspart note - What else is true of this device.
 * @cssproperty --ppgp-accent - The host's colour.
 * @cssproperty --ppgp-radius - Roundness of boxes; any length, 0 included.
 */
export class PpgpOutbox extends LitElement {
  static override styles = [tokens, base, controls, later, styles];

  static override properties: PropertyDeclarations = {
    endpoint: {},
    protocol: {},
    proof: {},
    quiet: {type: Boolean},
    headingLevel: {type: Number, attribute: 'heading-level'},
    step: {state: true},
  };

  /** Where the tags inside post their answers, unless they have an endpoint of their own. */
  endpoint = '';
  /** `json`: that endpoint takes one plain JSON object per answer. */
  protocol = '';
  /** `status`: any 2xx of such an endpoint counts as proof. */
  proof = '';
  /** Shows nothing of its own: it only gives the endpoint. */
  quiet = false;
  /** Level of the element's first heading, 1–6. */
  headingLevel = 2;
  step: Step | undefined = undefined;

  readonly #controller = new WaitingController(this);
  #focusNext: string | undefined;

  /** Shows another step, with the focus at what has this id. */
  goTo(step: Step | undefined, focus: string): void {
    this.step = step;
    this.#focusNext = focus;
    this.requestUpdate();
  }

  /** « Tout garder ici » */
  keep(): void {
    this.#controller.letGo();
    this.goTo(undefined, 'head');
  }

  async removeExported(): Promise<void> {
    await this.#controller.remove();
    this.goTo(undefined, 'head');
  }

  async redirect(ids: readonly string[], endpoint: string): Promise<void> {
    const own = destinationOf(this);
    await this.#controller.redirect(ids, endpoint, own.endpoint === endpoint ? own.wire : undefined);
    this.goTo(undefined, 'head');
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('endpoint') || httpUrl(this.endpoint)) return;
    console.warn(`ppgp: endpoint-misconfigured: "${this.endpoint}" is not an http(s) address.`);
    this.dispatchEvent(new PpgpErrorEvent('endpoint-misconfigured'));
  }

  protected override update(changed: PropertyValues): void {
    const root = this.renderRoot as ShadowRoot;
    const {activeElement} = root;
    super.update(changed);
    const dialog = root.querySelector('dialog');
    if (dialog?.open === false) dialog.showModal();
    // What had the focus went away: reading goes on at the top.
    if (activeElement && !root.activeElement) this.#focusNext ??= 'head';
    const place = this.#focusNext && root.getElementById(this.#focusNext);
    if (!place) return;
    this.#focusNext = undefined;
    place.focus();
  }

  protected override render(): TemplateResult {
    // Other tags stay; a sentence was there only until now.
    const isAround = [...this.querySelectorAll('*')].some(({localName}) => localName.includes('-'));
    const {state, isIdle} = this.#controller;
    const isQuiet = this.quiet || (isAround && isIdle);
    const isFallback = !isAround && !this.quiet && state !== 'loading';
    return html`<slot ?hidden=${isFallback} @slotchange=${() => this.requestUpdate()}></slot>
      ${isQuiet ? nothing : html`<div class="body ${isAround ? 'under' : ''}" part="body" lang="fr">${this.#panel()}</div>`}`;
  }

  #panel(): unknown {
    const controller = this.#controller;
    const {state, waiting, unreadable, persisted, file} = controller;
    if (state === 'loading') return html`<div class="ghost" aria-hidden="true"></div>`;
    const head = headline(controller, this.headingLevel);
    if (state === 'closed') return [head, this.#retry()];
    const exported = file && exportNote(this, file);
    if (waiting.length + unreadable === 0) return [head, exported, this.#question()];
    const found = bundles(waiting, (answer) => controller.whyOf(answer));
    return html`${head}${this.#actions(waiting.length)}${exported}${this.#question()}
      ${found.map((bundle) => this.#bundle(bundle))}
      ${alsoTrue(controller)}
      ${
        waiting.length > 0 && persisted !== undefined
          ? html`<p class="small soft" part="note">${persisted ? words.stays : words.mayBeErased}</p>`
          : nothing
      }`;
  }

  /** What is asked before it is done. */
  #question(): unknown {
    const {step} = this;
    const {file} = this.#controller;
    if (step?.kind === 'redirected') return sureToRedirect(this, step.ids, step.to);
    return step?.kind === 'remove' && file ? sureToRemove(this, file) : nothing;
  }

  #retry(): TemplateResult {
    return html`<div class="flow">
      <button type="button" class="second" part="again" @click=${() => this.#controller.read()}>${again}${words.again}</button>
    </div>`;
  }

  #actions(count: number): TemplateResult {
    const controller = this.#controller;
    const sending = controller.progress !== undefined;
    return html`<div class="flow">
      ${
        count > 0
          ? html`<button type="button" class="primary" part="send" aria-disabled=${sending} @click=${() => controller.sendNow()}>
            ${again}${words.send}
          </button>`
          : nothing
      }
      <button type="button" class="second" part="export" @click=${() => this.#export('json')}>${arrowDown}${words.export}</button>
      ${
        count > 0
          ? html`<button type="button" part="export-table" @click=${() => this.#export('table')}>${words.exportTable}</button>`
          : nothing
      }
    </div>`;
  }

  async #export(kind: 'json' | 'table'): Promise<void> {
    await this.#controller.export(kind);
    if (this.#controller.file) this.goTo(undefined, 'exported');
  }

  #bundle(bundle: Bundle): TemplateResult {
    const {endpoint, rows} = bundle;
    const {step} = this;
    const mine = step?.kind === 'redirect' && step.from === endpoint ? step : undefined;
    const change = (): void => this.goTo({kind: 'redirect', from: endpoint, wrong: false}, 'address');
    return html`<section class="bundle" part="waiting">
      <p class="address small soft">${words.to({address: endpoint})}</p>
      <ul class="rows">
        ${rows.map((row) => this.#row(row))}
      </ul>
      ${
        mine
          ? redirectForm(this, bundle, mine.wrong)
          : html`<button type="button" part="redirect" @click=${change}>${words.redirect}</button>`
      }
    </section>`;
  }

  #row({campaign, count, since, why, code}: Row): TemplateResult {
    return html`<li part="row">
      <p><b>${words.row({campaign, count, since})}</b></p>
      <p>${words.why({why})} ${code ? words.code({code}) : nothing}</p>
    </li>`;
  }
}
