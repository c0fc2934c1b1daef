import type {Id} from '@ppgp/schema';
import {frBeside} from '@ppgp/words';
import type {LitElement, ReactiveController} from 'lit';
import type {Reader} from '../../internal/reader.js';
import {announce} from '../../internal/status-voice.js';
import {CannotOpen, openAddress, openFile, type CannotOpenCode, type OpenDocument, type Page} from './open-document.js';

/** A spot of a page: `x` and `y` in 0…1 of it. */
export interface Spot {
  page: number;
  x: number;
  y: number;
}

/** What the viewer needs of the element that shows it. */
export interface ViewerHost extends LitElement {
  readonly reader: Reader;
}

const STEP = 1.25;
const LARGEST = 8;
const SMALLEST = 0.25;

/** A document beside the grid: which page, how large, where a pin is being placed. It draws onto the canvas that `viewer-screen` renders. */
export class Viewer implements ReactiveController {
  document: OpenDocument | undefined;
  failure: CannotOpenCode | undefined;
  page = 1;
  /** 1 = as wide as its place. */
  zoom = 1;
  /** On a narrow screen the document stands behind a button. */
  isShown = false;
  /** The pin that is being placed. */
  placing: (Spot & {item: Id}) | undefined;
  /** The words of the page, once asked for. */
  words: string | undefined;
  readonly #host: ViewerHost;
  #drawing: AbortController | undefined;
  /** What is drawn, or on its way. */
  #drawn: {canvas: HTMLCanvasElement; document: OpenDocument; how: string} | undefined;
  #canvas: HTMLCanvasElement | undefined;
  #place: HTMLElement | undefined;
  #width = 0;
  #watch: ResizeObserver | undefined;

  constructor(host: ViewerHost) {
    this.#host = host;
    host.addController(this);
  }

  async open(from: File | string): Promise<void> {
    const words = this.#host.reader.words(frBeside);
    try {
      const opened = await (typeof from === 'string' ? openAddress(from) : openFile(from));
      this.close();
      this.document = opened;
      this.isShown = true;
      announce(words.opened({name: opened.name, count: opened.pageCount}));
    } catch (cause) {
      this.failure = cause instanceof CannotOpen ? cause.code : 'broken';
      announce(words.cannotOpen({why: this.failure}));
    }
    this.#host.requestUpdate();
  }

  /** The document of another rating is not this one's; it stays open for who else holds it. */
  leave(): OpenDocument | undefined {
    const left = this.document;
    this.document = this.failure = this.placing = this.words = undefined;
    this.page = this.zoom = 1;
    this.isShown = false;
    this.#drawn = undefined;
    this.#drawing?.abort();
    this.#host.requestUpdate();
    return left;
  }

  /** Shows a document that was opened before. */
  show(document: OpenDocument): void {
    this.leave();
    this.document = document;
  }

  close(): void {
    this.leave()?.close();
  }

  toggle(): void {
    this.isShown = !this.isShown;
    this.#host.requestUpdate();
  }

  goTo(page: number): void {
    const {document} = this;
    if (!document || !Number.isInteger(page)) return;
    this.page = Math.min(document.pageCount, Math.max(1, page));
    this.words = undefined;
    if (this.placing) this.placing = {...this.placing, page: this.page};
    this.#place?.scrollTo({top: 0});
    announce(this.#host.reader.words(frBeside).page({index: this.page, count: document.pageCount}));
    this.#host.requestUpdate();
  }

  /** Larger (1), smaller (-1), or as wide as its place (0); what is in the middle stays there. */
  magnify(by: -1 | 0 | 1): void {
    const place = this.#place;
    const before = this.zoom;
    this.zoom = by === 0 ? 1 : Math.min(LARGEST, Math.max(SMALLEST, before * STEP ** by));
    if (place) {
      const [x, y] = [place.scrollLeft + place.clientWidth / 2, place.scrollTop + place.clientHeight / 2];
      const grown = this.zoom / before;
      void this.#host.updateComplete.then(() => place.scrollTo(x * grown - place.clientWidth / 2, y * grown - place.clientHeight / 2));
    }
    announce(this.#host.reader.words(frBeside).zoomed({percent: Math.round(this.zoom * 100)}));
    this.#host.requestUpdate();
  }

  /** Begins to place the pin of an item, where it is or in the middle of what is seen. */
  place(item: Id, at: Spot | undefined): void {
    this.isShown = true;
    this.page = at?.page ?? this.page;
    this.placing = {item, ...(at ?? {page: this.page, ...this.#middle()})};
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#place?.focus());
  }

  /** Moves the pin that is being placed, by shares of the page. */
  move(x: number, y: number): void {
    const {placing} = this;
    if (!placing) return;
    const within = (value: number): number => Math.min(1, Math.max(0, Math.round(value * 1000) / 1000));
    this.placing = {...placing, x: within(placing.x + x), y: within(placing.y + y)};
    const {x: left, y: top} = this.placing;
    announce(this.#host.reader.words(frBeside).spot({x: Math.round(left * 100), y: Math.round(top * 100)}));
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      this.#place?.querySelector('.pin.moving')?.scrollIntoView({block: 'nearest', inline: 'nearest'}),
    );
  }

  /** Where on the page somebody pointed. */
  spotOf({clientX, clientY}: MouseEvent): Spot | undefined {
    const box = this.#canvas?.getBoundingClientRect();
    if (!box || box.width === 0) return undefined;
    const share = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
    return {page: this.page, x: share((clientX - box.left) / box.width), y: share((clientY - box.top) / box.height)};
  }

  giveUp(): void {
    this.placing = undefined;
    this.#host.requestUpdate();
  }

  /** Shows the page of a pin. */
  find({page}: Spot): void {
    this.isShown = true;
    this.goTo(page);
  }

  async read(): Promise<void> {
    const page = this.page;
    const words = await this.#pageOf(page).then((each) => each?.text());
    if (page !== this.page) return;
    this.words = words?.trim() ?? '';
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#watch?.disconnect();
    this.#place = undefined;
  }

  hostUpdated(): void {
    const root = this.#host.renderRoot;
    const place = root.querySelector<HTMLElement>('.sheet') ?? undefined;
    if (place !== this.#place) {
      this.#watch?.disconnect();
      this.#place = place;
      if (place) {
        // Its width is only ever told by the observer: reading it here would lay the page out at each answer.
        this.#watch = new ResizeObserver(([entry]) => {
          this.#width = entry?.contentRect.width ?? 0;
          // Not within the observer's own turn: what is drawn changes what it observes.
          requestAnimationFrame(() => void this.#draw());
        });
        this.#watch.observe(place);
      }
    }
    if (!place) return;
    this.#canvas = place.querySelector('canvas') ?? undefined;
    for (const pin of place.querySelectorAll<HTMLElement>('.pin')) {
      pin.style.setProperty('left', `${Number(pin.dataset['x']) * 100}%`);
      pin.style.setProperty('top', `${Number(pin.dataset['y']) * 100}%`);
    }
    void this.#draw();
  }

  #middle(): {x: number; y: number} {
    const [place, canvas] = [this.#place?.getBoundingClientRect(), this.#canvas?.getBoundingClientRect()];
    if (!place || !canvas || canvas.width === 0 || canvas.height === 0) return {x: 0.5, y: 0.5};
    const share = (from: number, to: number, start: number, size: number): number =>
      Math.min(1, Math.max(0, ((Math.max(from, start) + Math.min(to, start + size)) / 2 - start) / size));
    return {x: share(place.left, place.right, canvas.left, canvas.width), y: share(place.top, place.bottom, canvas.top, canvas.height)};
  }

  async #pageOf(number: number): Promise<Page | undefined> {
    try {
      return await this.document?.page(number);
    } catch (cause) {
      this.failure = cause instanceof CannotOpen ? cause.code : 'broken';
      this.#host.requestUpdate();
      return undefined;
    }
  }

  async #draw(): Promise<void> {
    const [canvas, document, width, zoom] = [this.#canvas, this.document, this.#width, this.zoom];
    const how = `${this.page}/${zoom}/${width}/${devicePixelRatio}`;
    const is = this.#drawn;
    if (!canvas || !document || width === 0) return;
    if (is?.canvas === canvas && is.document === document && is.how === how) return;
    this.#drawn = {canvas, document, how};
    this.#drawing?.abort();
    const drawing = (this.#drawing = new AbortController());
    const page = await this.#pageOf(this.page);
    if (!page || drawing.signal.aborted) return;
    const scale = (width / page.width) * zoom;
    canvas.style.setProperty('width', `${page.width * scale}px`);
    canvas.style.setProperty('height', `${page.height * scale}px`);
    try {
      await page.draw(canvas, scale * devicePixelRatio, drawing.signal);
      if (!drawing.signal.aborted) canvas.dataset['drawn'] = how;
    } catch {
      if (drawing.signal.aborted) return;
      this.failure = 'broken';
      this.#host.requestUpdate();
    }
  }
}
