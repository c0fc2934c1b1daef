import {frKiosk} from '@ppgp/words';
import {html, type TemplateResult} from 'lit';
import {icon} from '../icons.js';
import {title} from '../../questions/frame.js';
import type {Reader} from '../reader.js';
import type {KioskController} from './kiosk-controller.js';

const hand = icon(
  'M9 11V5.5a1.5 1.5 0 0 1 3 0V11M12 10.5a1.5 1.5 0 0 1 3 0v1M15 11.5a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6h-1a6 6 0 0 1-5-3l-2.5-4a1.6 1.6 0 0 1 2.6-1.8L9 14.5',
);

interface At {
  reader: Reader;
  level: number;
  kiosk: KioskController;
}

/** Between two people: one question in very large type, one button. Nothing moves. */
export function attractScreen({reader, level, kiosk}: At, pictures: readonly TemplateResult[] = []): TemplateResult {
  const words = reader.words(frKiosk);
  return html`<div class="attract" part="attract">
    <div class="pictures" aria-hidden="true">${pictures.map((picture) => html`<span>${picture}</span>`)}</div>
    ${title(level, 'attract', words.attractTitle)}
    <button type="button" class="primary" part="start" @click=${() => kiosk.begin()}>${hand}${words.attractStart}</button>
    <p>${words.attractNext}</p>
  </div>`;
}

/** On opaque ground: the next person may already be looking. */
export function stillThere({reader, kiosk}: At): TemplateResult {
  const words = reader.words(frKiosk);
  return html`<dialog class="still" part="still-there" aria-labelledby="still" aria-describedby="still-next" @cancel=${(event: Event) => event.preventDefault()}>
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
export function clearsSoon({reader, kiosk}: At): TemplateResult {
  const words = reader.words(frKiosk);
  return html`<p>${words.clearsSoon({seconds: kiosk.secondsLeft})}</p>
    <div class="flow"><button type="button" class="primary" part="finish" @click=${() => kiosk.finish()}>${words.finishNow}</button></div>`;
}
