import type {ReactiveControllerHost} from 'lit';
import type {BlockView} from './block-view.js';
import type {SingleBlock, Page} from './page.js';
import type {Sources} from './figures.js';

/** The place of what is no block: the whole page. */
export const WHOLE = -1;

/** What a person takes away of the figures: a block as an image, a page as a document. What makes them is fetched when it is asked for. */
export class Taking {
  /** The block that could not be made into a file. */
  failed: number | undefined;
  readonly #host: ReactiveControllerHost & {renderRoot: DocumentFragment | HTMLElement};

  constructor(host: ReactiveControllerHost & {renderRoot: DocumentFragment | HTMLElement}) {
    this.#host = host;
  }

  image(block: SingleBlock, view: BlockView, at: number): void {
    void this.#attempt(at, async () => (await import('./take/image.js')).offerImage(this.#host.renderRoot as ShadowRoot, block, view));
  }

  document(page: Page, sources: Sources, view: BlockView): void {
    void this.#attempt(WHOLE, async () => (await import('./take/document.js')).saveDocument(page, sources, view));
  }

  async #attempt(at: number, make: () => Promise<void>): Promise<void> {
    this.failed = undefined;
    try {
      await make();
    } catch (cause) {
      this.failed = at;
      console.warn('ppgp: no file could be made', cause);
    }
    this.#host.requestUpdate();
  }
}
