import {frOutbox as words} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {httpUrl} from '../internal/http-url.js';
import {icons} from '../internal/icons.js';
import {confirmation} from './confirmation.js';
import type {PpgpOutbox} from './ppgp-outbox.js';
import type {Bundle} from './rows.js';

/** An address typed by hand, whole; undefined for anything else. */
const whole = (typed: string): string | undefined => (/^https?:\/\/./i.test(typed) ? httpUrl(typed) : undefined);

/** Another address for what goes to one endpoint. The page's own is proposed, where that is another. */
export function redirectForm(element: PpgpOutbox, {endpoint, ids}: Bundle, wrong: boolean): TemplateResult {
  const own = element.endpoint ? httpUrl(element.endpoint) : undefined;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const typed = new FormData(event.target as HTMLFormElement).get('address');
    const to = whole(String(typed).trim());
    if (to) element.goTo({kind: 'redirected', ids, to}, 'sure');
    else element.goTo({kind: 'redirect', from: endpoint, wrong: true}, 'address');
  };
  return html`<form part="redirect-form" novalidate @submit=${submit} autocomplete="off">
    <div class="grid">
      <label for="address">${words.redirectLabel}</label>
      <p class="small soft" id="hint">${words.redirectHint}</p>
      ${wrong ? html`<p class="status error" id="wrong">${icons.warning}<span>${words.redirectWrong}</span></p>` : nothing}
      <input
        class="field"
        id="address"
        part="field"
        name="address"
        type="url"
        inputmode="url"
        dir="ltr"
        spellcheck="false"
        aria-invalid=${wrong ? 'true' : 'false'}
        aria-describedby=${wrong ? 'wrong hint' : 'hint'}
        .defaultValue=${own !== undefined && own !== endpoint ? own : ''}
      />
    </div>
    <div class="flow">
      <button type="submit" class="second" part="next">${words.next}</button>
      <button type="button" part="cancel" @click=${() => element.goTo(undefined, 'head')}>${words.cancel}</button>
    </div>
  </form>`;
}

/** The second step: answers are about to go to somebody else. */
export function sureToRedirect(element: PpgpOutbox, ids: readonly string[], address: string): TemplateResult {
  return confirmation({
    title: words.redirectTitle({count: ids.length, address}),
    next: words.redirectNext,
    yes: html`<button type="button" class="second" part="redirect-yes" @click=${() => element.redirect(ids, address)}>
      ${words.redirectYes}
    </button>`,
    cancel: () => element.goTo(undefined, 'head'),
  });
}
