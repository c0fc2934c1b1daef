import {sayable, share} from '@ppgp/tally';
import {frRestitution as words} from '@ppgp/words';
import {html, nothing, svg, type TemplateResult} from 'lit';

/** Under this many people each is drawn as a dot. */
export const FEW = 30;
const A_ROW = 12;

const percent = (k: number, n: number): string => `${n === 0 ? 0 : Math.round((10_000 * k) / n) / 100}%`;

/**
 * A bar from 0 to 100 %, with its margin as a line. It only repeats the numbers beside it, so that no one needs it; widths are attributes of
 * SVG, because the policy allows no inline style.
 */
export function bar(k: number, n: number, look = ''): TemplateResult {
  const {low, high} = n > 0 && k <= n ? sayable(k, n) : {low: 0, high: 0};
  return html`<svg class="bar ${look}" aria-hidden="true">
    <rect class="fill" width=${percent(Math.min(k, n), n)} height="100%" rx="4" />
    <rect class="margin" x="${low}%" y="50%" width="${high - low}%" height="2" />
  </svg>`;
}

/** One dot for each person. */
function dots(k: number, n: number): TemplateResult {
  const rows = Math.ceil(n / A_ROW);
  return html`<svg class="dots" viewBox="0 0 ${A_ROW * 26} ${rows * 26}" aria-hidden="true">
    ${Array.from({length: n}, (_, at) => svg`<circle class=${at < k ? 'is' : 'not'} cx=${12 + 26 * (at % A_ROW)} cy=${13 + 26 * Math.floor(at / A_ROW)} r="9" />`)}
  </svg>`;
}

/** What k of n lets one conclude, in a sentence. */
export const conclusion = (k: number, n: number): string => words.interval({n, ...sayable(k, n)});

/**
 * « 15 sur 23 (65 %) » in large, then what was counted, then drawn, then what may be concluded. Of a hand count of everyone there is nothing to
 * conclude from: `isWhole`.
 */
export function bigNumber(k: number, n: number, say: unknown, isWhole = false): TemplateResult {
  const {percent: whole} = share(k, n);
  return html`<div class="headline grid" part="number">
    <p class="big"><b>${words.outOf({k, n})}</b>${whole === undefined ? nothing : html` <span>${words.percent({percent: whole})}</span>`}</p>
    ${say ? html`<p>${say}</p>` : nothing}
    ${n < FEW ? dots(k, n) : bar(k, n, isWhole ? 'plain' : '')}
    ${n === 0 || isWhole ? nothing : html`<p class="small soft">${n < FEW ? html`${words.oneDot} ` : nothing}${conclusion(k, n)}</p>`}
  </div>`;
}

/** A table that may be wider than a phone: it scrolls in a group of its own, by keyboard too. */
export const scroll = (label: string, table: TemplateResult): TemplateResult =>
  html`<div class="scroll" role="group" tabindex="0" aria-label=${label}>${table}</div>`;

/** A number that is not shown. */
export const masked = (): TemplateResult => html`<span class="masked">${words.masked}</span>`;
