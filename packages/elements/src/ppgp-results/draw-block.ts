import {frRestitution as words} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {icons} from '../internal/icons.js';
import type {BlockView} from './block-view.js';
import {Unreadable} from './block-view.js';
import {BLOCKS, type Drawn} from './blocks/registry.js';
import type {Figures} from './figures.js';
import type {SingleBlock} from './page.js';

/** What stands in a block's place that cannot be drawn: that it is not, and why. The others stay. */
const refused = (cause: unknown): TemplateResult => {
  const why = cause instanceof Unreadable ? cause.message : '';
  if (why === '') console.warn('ppgp: a block of the page could not be drawn', cause);
  return html`<div class="note error">
    ${icons.warning}<b>${words.notShown}</b>${why === '' ? nothing : html`<span>${why}</span>`}
  </div>`;
};

function drawn(block: SingleBlock, view: BlockView): Drawn & {isRefused?: boolean} {
  try {
    if (!Object.hasOwn(BLOCKS, block.block)) throw new Unreadable(words.unknownBlock({name: block.block}));
    return (BLOCKS[block.block] as (one: typeof block, view: BlockView) => Drawn)(block, view);
  } catch (cause) {
    return {body: refused(cause), isRefused: true};
  }
}

/** Words alone are copied; a board's totals are for families, who make no slides. */
const WITHOUT_IMAGE = ['text', 'totals'];

/** The button for an image of a block; its name has the heading's. */
const imageButton = (block: SingleBlock, view: BlockView, at: number): TemplateResult =>
  html`<button type="button" class="take small" id="i${at}" aria-labelledby="i${at} h${at}" @click=${() => view.taking.image(block, view, at)}>
      ${words.image}
    </button>
    ${view.taking.failed === at ? takeFailed : nothing}`;

export const takeFailed = html`<p class="status error" role="alert">${icons.warning}<span>${words.takeFailed}</span></p>`;

/** One block with its heading and its note. */
export function drawBlock(block: SingleBlock, view: BlockView, at = 0): TemplateResult {
  const {title, body, isRefused} = drawn(block, view);
  const heading = block.title === undefined ? title : block.title;
  const isText = typeof heading === 'string' || (typeof heading === 'object' && !('strings' in heading));
  return html`<section class="figure grid" part=${block.block === 'question' ? 'block question' : 'block'} data-at=${at}>
    ${
      heading === undefined
        ? nothing
        : html`<div class="title" id="h${at}" role="heading" aria-level=${view.level} tabindex="-1">${isText ? view.reader.show(heading) : heading}</div>`
    }
    ${body} ${block.note === undefined ? nothing : html`<p class="small soft">${view.reader.show(block.note)}</p>`}
    ${isRefused === true || WITHOUT_IMAGE.includes(block.block) ? nothing : imageButton(block, view, at)}
  </section>`;
}

/** The ids of all questions that have figures, in the questionnaire's order, then those that only the figures have. */
export function questionsIn({questionnaire, results}: Figures): string[] {
  const counted = Object.keys(results.questions);
  const known = questionnaire?.questions.map(({id}) => id).filter((id) => Object.hasOwn(results.questions, id)) ?? [];
  return [...new Set([...known, ...counted])];
}
