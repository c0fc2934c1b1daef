import {frKiosk} from '@ppgp/words';
import type {Lang} from '@ppgp/schema';
import {html, nothing, type TemplateResult} from 'lit';
import {icon} from '../icons.js';
import {title} from '../../questions/frame.js';
import type {KioskController} from './kiosk-controller.js';
import {isRightToLeft, ownName} from './languages.js';

const hand = icon(
  'M9 11V5.5a1.5 1.5 0 0 1 3 0V11M12 10.5a1.5 1.5 0 0 1 3 0v1M15 11.5a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6h-1a6 6 0 0 1-5-3l-2.5-4a1.6 1.6 0 0 1 2.6-1.8L9 14.5',
);

/** Begins in a language, called by its own name. */
const language = (kiosk: KioskController, lang: Lang): TemplateResult =>
  html`<li>
    <button type="button" class="second" part="language" lang=${lang} dir=${isRightToLeft(lang) ? 'rtl' : 'ltr'} @click=${() => kiosk.begin(lang)}>
      ${kiosk.reader.words(frKiosk).language({name: ownName(lang)})}
    </button>
  </li>`;

/** Between two people: one question in very large type, one button. Nothing moves. */
export function attractScreen(kiosk: KioskController, pictures: readonly TemplateResult[]): TemplateResult {
  const {reader, level, isStaffMissing, languages} = kiosk;
  const words = reader.words(frKiosk);
  return html`<div class="attract" part="attract">
    <div class="pictures" aria-hidden="true">${pictures.map((picture) => html`<span>${picture}</span>`)}</div>
    ${title(level, 'attract', kiosk.title)}
    <button type="button" class="primary" part="start" @click=${() => kiosk.begin()}>${hand}${words.attractStart}</button>
    ${languages.length > 0 ? html`<ul class="languages">${languages.map((lang) => language(kiosk, lang))}</ul>` : nothing}
    <p>${words.attractNext}</p>
    <button type="button" class="staff small" part="staff" @click=${() => kiosk.knock()}>${isStaffMissing ? words.staffFailed : words.staff}</button>
  </div>`;
}

/** On opaque ground: the next person may already be looking. */
export function stillThere(kiosk: KioskController): TemplateResult {
  const words = kiosk.reader.words(frKiosk);
  return html`<dialog class="still" part="still-there" closedby="none" aria-labelledby="still" aria-describedby="still-next" @cancel=${(event: Event) => event.preventDefault()}>
    <span class="count" aria-hidden="true">${words.seconds({seconds: kiosk.secondsLeft})}</span>
    <b id="still">${words.stillThere}</b>
    <p id="still-next">${words.stillThereNext}</p>
    <div class="flow">
      <button type="button" class="primary" part="go-on" @click=${() => kiosk.goOn()}>${words.goOn}</button>
      <button type="button" class="second" part="finish" @click=${() => kiosk.finish()}>${words.finish}</button>
    </div>
  </dialog>`;
}

/** Under the receipt: the screen clears by itself, or at once. */
export function clearsSoon(kiosk: KioskController): TemplateResult {
  const words = kiosk.reader.words(frKiosk);
  return html`<p>${words.clearsSoon({seconds: kiosk.secondsLeft})}</p>
    <div class="flow"><button type="button" class="primary" part="finish" @click=${() => kiosk.finish()}>${words.finishNow}</button></div>`;
}
