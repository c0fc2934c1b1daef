import {frBeside} from '@ppgp/words';
import type {GridItem} from '@ppgp/schema';
import {html, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {ref} from 'lit/directives/ref.js';
import {icon, icons} from '../../internal/icons.js';
import {addStyles} from '../../internal/styles/add-styles.js';
import {announce} from '../../internal/status-voice.js';
import type {Beside, RaterView} from '../rater-view.js';
import {styles} from './beside.styles.js';
import type {OpenDocument} from './open-document.js';
import {Viewer, type Spot, type ViewerHost} from './viewer.js';

const plus = icon('M12 5v14M5 12h14');
const minus = icon('M5 12h14');
const whole = icon('M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5');
const cross = icon('M6 6l12 12M18 6L6 18');

/** How far an arrow moves a pin, as a share of the page; with Shift, farther. */
const NEAR = 0.01;
const FAR = 0.1;

/** What the keys do on the page: its place scrolls by itself, a pin that is being placed moves instead. */
function press(viewer: Viewer, place: () => void, event: KeyboardEvent): void {
  const step = event.shiftKey ? FAR : NEAR;
  const moves: Record<string, [number, number]> = {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, -step],
    ArrowDown: [0, step],
  };
  const move = moves[event.key];
  if (viewer.placing && move) viewer.move(...move);
  else if (viewer.placing && event.key === 'Enter') place();
  else if (viewer.placing && event.key === 'Escape') viewer.giveUp();
  else if (event.key === '+' || event.key === '=') viewer.magnify(1);
  else if (event.key === '-') viewer.magnify(-1);
  else if (event.key === '0') viewer.magnify(0);
  else return;
  event.preventDefault();
}

/** Moves the page with a mouse; a finger does so by itself. */
function drag(viewer: Viewer, event: PointerEvent): void {
  const place = event.currentTarget as HTMLElement;
  if (event.pointerType !== 'mouse' || event.button !== 0 || viewer.placing) return;
  const [x, y, left, top] = [event.clientX, event.clientY, place.scrollLeft, place.scrollTop];
  const move = ({clientX, clientY}: PointerEvent): void => place.scrollTo(left - clientX + x, top - clientY + y);
  place.setPointerCapture(event.pointerId);
  place.addEventListener('pointermove', move);
  place.addEventListener('lostpointercapture', () => place.removeEventListener('pointermove', move), {once: true});
}

/** Keeps where the pin of an item is. */
function pinAt(view: RaterView, viewer: Viewer, item: string, {page, x, y}: Spot): void {
  viewer.placing = undefined;
  view.change((rating) => rating.note(item, {text: '', ...rating.noteOf(item), at: {page, x, y}}), item);
  announce(view.reader.words(frBeside).placed({index: page}));
  view.focus('pin');
}

function tools(viewer: Viewer, {pageCount}: OpenDocument, view: RaterView): TemplateResult {
  const words = view.reader.words(frBeside);
  const button = (part: string, label: string, image: TemplateResult, press: () => void, isOff = false): TemplateResult =>
    html`<button type="button" class="tool" part=${part} aria-label=${label} ?disabled=${isOff} @click=${press}>${image}</button>`;
  return html`<div class="flow tools">
    ${
      pageCount > 1
        ? html`${button('previous', words.previous, icons.back, () => viewer.goTo(viewer.page - 1), viewer.page === 1)}
            <label class="flow small"
              >${words.pageField}
              <input
                class="field"
                part="field"
                id="page-number"
                inputmode="numeric"
                size="3"
                .value=${live(String(viewer.page))}
                @change=${(event: Event) => viewer.goTo(Number((event.target as HTMLInputElement).value))}
              />${words.ofPages({count: pageCount})}</label
            >
            ${button('following', words.following, icons.next, () => viewer.goTo(viewer.page + 1), viewer.page === pageCount)}`
        : undefined
    }
    ${button('zoom-out', words.zoomOut, minus, () => viewer.magnify(-1))}${button('zoom-in', words.zoomIn, plus, () => viewer.magnify(1))}
    ${button('fit', words.fit, whole, () => viewer.magnify(0))}
    <button type="button" class="place" part="close-document" @click=${() => viewer.close()}>${cross}${words.close}</button>
  </div>`;
}

/** The pins of this page: each leads to its item. */
function pins(viewer: Viewer, view: RaterView): TemplateResult[] {
  const {grid, rating, reader} = view;
  const words = reader.words(frBeside);
  return grid.items.flatMap(({id, number}) => {
    const note = rating.noteOf(id);
    const {placing} = viewer;
    if (note?.at?.page !== viewer.page || placing?.item === id) return [];
    return html`<button
      type="button"
      class="pin"
      data-x=${note.at.x}
      data-y=${note.at.y}
      aria-label=${words.pinNamed({number, text: note.text})}
      @click=${() => view.go({kind: 'item', id})}
    >
      ${number}
    </button>`;
  });
}

function desk(viewer: Viewer, document: OpenDocument, view: RaterView): TemplateResult {
  const words = view.reader.words(frBeside);
  const {placing, page} = viewer;
  const {name, pageCount} = document;
  const item = view.grid.items.find(({id}) => id === placing?.item);
  const placeIt = (): void => {
    if (placing) pinAt(view, viewer, placing.item, placing);
  };
  const point = (event: MouseEvent): void => {
    const spot = placing && viewer.spotOf(event);
    if (spot && placing) pinAt(view, viewer, placing.item, spot);
  };
  return html`<section class="beside" part="viewer" aria-label=${words.viewer({name})}>
    <button type="button" class="second narrow" part="toggle" aria-expanded=${viewer.isShown ? 'true' : 'false'} @click=${() => viewer.toggle()}>
      ${viewer.isShown ? words.hide : words.show}
    </button>
    <div class=${`grid viewing ${viewer.isShown ? '' : 'shut'}`}>
      ${tools(viewer, document, view)}
      ${
        item &&
        html`<div class="note quiet"><p>${words.placing}</p>
            <div class="flow">
              <button type="button" class="second" part="place-here" @click=${placeIt}>${words.place}</button>
              <button type="button" @click=${() => viewer.giveUp()}>${words.giveUp}</button>
            </div></div>`
      }
      <div
        class=${`sheet scroll ${placing ? 'placing' : ''}`}
        tabindex="0"
        role=${placing ? 'application' : 'region'}
        aria-label=${placing ? words.placing : words.region({name})}
        @keydown=${(event: KeyboardEvent) => press(viewer, placeIt, event)}
        @pointerdown=${(event: PointerEvent) => drag(viewer, event)}
        @click=${point}
      >
        <div class="paper">
          <canvas part="page" role="img" aria-label=${words.page({index: page, count: pageCount})}></canvas>
          ${pins(viewer, view)}
          ${item && placing && html`<span class="pin moving" aria-hidden="true" data-x=${placing.x} data-y=${placing.y}>${item.number}</span>`}
        </div>
      </div>
      ${document.isReduced ? html`<p class="small soft">${words.reduced}</p>` : undefined}
      <details @toggle=${(event: Event) => (event.target as HTMLDetailsElement).open && viewer.words === undefined && void viewer.read()}>
        <summary>${words.words}</summary>
        <p class="small words">${viewer.words === '' ? words.noWords : viewer.words}</p>
      </details>
    </div>
  </section>`;
}

/** Under the remark of an item: where it points at. */
function pinTools(viewer: Viewer, view: RaterView, {id}: GridItem): TemplateResult | undefined {
  const words = view.reader.words(frBeside);
  const note = view.rating.noteOf(id);
  const at = note?.at;
  if (!viewer.document && !at) return undefined;
  const unpin = (): void => {
    view.change((rating) => rating.note(id, {text: rating.noteOf(id)?.text ?? ''}), id);
    announce(words.unpinned);
    view.focus('pin');
  };
  return html`<div class="flow">
    ${viewer.document && at ? html`<button type="button" @click=${() => viewer.find(at)}>${words.showPin({page: at.page})}</button>` : undefined}
    ${
      viewer.document
        ? html`<button type="button" part="pin" id="pin" @click=${() => viewer.place(id, at)}>${at ? words.movePin : words.pin}</button>`
        : undefined
    }
    ${at ? html`<button type="button" part="unpin" @click=${unpin}>${words.removePin}</button>` : undefined}
  </div>`;
}

/** On the screen of the document: what is open, or why it is not. */
function opened(viewer: Viewer, view: RaterView): TemplateResult | undefined {
  const words = view.reader.words(frBeside);
  const {document, failure} = viewer;
  const name = document?.name.replace(/\.\w+$/, '') ?? '';
  return html`${
    failure &&
    html`<div class="note error" part="cannot-open" role="alert">${icons.warning}<p>${words.cannotOpen({why: failure})}</p></div>`
  }${
    document && view.subject.title === '' && name
      ? html`<button type="button" part="take-name" @click=${() => view.rename({title: name})}>${words.takeName({name})}</button>`
      : undefined
  }`;
}

const drawn = new WeakSet<Element>();

/** The first page, small. */
function thumbnail(document: OpenDocument, label: string): TemplateResult {
  const draw = async (canvas: HTMLCanvasElement): Promise<void> => {
    if (drawn.has(canvas)) return;
    drawn.add(canvas);
    const page = await document.page(1);
    await page.draw(canvas, 320 / page.width, new AbortController().signal);
  };
  return html`<canvas
    class="thumbnail"
    part="thumbnail"
    role="img"
    aria-label=${label}
    ${ref((canvas) => void (canvas instanceof HTMLCanvasElement && draw(canvas).catch(() => undefined)))}
  ></canvas>`;
}

/** A viewer for this element, with its styles. */
export function viewerFor(host: ViewerHost): Viewer {
  addStyles(host.renderRoot as ShadowRoot, styles);
  return new Viewer(host);
}

/** What the screens show of the document beside them. */
export const besideOf = (viewer: Viewer, view: Omit<RaterView, 'beside'>): Beside => ({
  desk:
    viewer.document &&
    ((rest) => html`<div class="desk">${desk(viewer, viewer.document as OpenDocument, view)}<div class="items">${rest}</div></div>`),
  opened: () => opened(viewer, view),
  pin: (item) => pinTools(viewer, view, item),
});

export const thumbnailOf = (document: OpenDocument, view: RaterView, version: string): TemplateResult =>
  thumbnail(document, view.reader.words(frBeside).thumbnail({version}));
