import {getDocument, PDFWorker, type PDFDocumentProxy, type PDFPageProxy} from 'pdfjs-dist/legacy/build/pdf.mjs';
import {CannotOpen, scaleThatFits, type CannotOpenCode, type OpenDocument, type Page} from './open-document.js';

interface TrustedTypes {
  createPolicy(name: string, rules: {createScriptURL: (url: string) => string}): {createScriptURL(url: string): string};
}

/** An address of our own, as a page that guards its scripts wants it. */
function trusted(url: string): string {
  const {trustedTypes} = globalThis as {trustedTypes?: TrustedTypes};
  return trustedTypes ? trustedTypes.createPolicy('ppgp', {createScriptURL: (ours) => ours}).createScriptURL(url) : url;
}

let thread: Promise<PDFWorker> | undefined;

/** Where PDFs are read: beside the page where this browser and the page's policy let it, else on the page's own thread. */
async function startThread(): Promise<PDFWorker> {
  const {address} = await import('./pdf-worker.js');
  try {
    const worker = new Worker(trusted(address), {type: 'module'});
    await new Promise((ready, fail) => {
      worker.onmessage = ready;
      worker.onerror = fail;
    });
    worker.onmessage = null;
    return PDFWorker.create({port: worker});
  } catch {
    return PDFWorker.create({});
  }
}

/** Cut off, encrypted, or another kind of file: by the name PDF.js gives the fault. */
function codeOf(error: unknown): CannotOpenCode {
  const {name} = Object(error) as {name?: string};
  if (name === 'PasswordException') return 'protected';
  return name === 'ResponseException' || name === 'MissingPDFException' ? 'no-document' : 'broken';
}

function pageOf(page: PDFPageProxy): Page {
  const {width, height} = page.getViewport({scale: 1});
  return {
    width,
    height,
    async draw(canvas, scale, signal) {
      const viewport = page.getViewport({scale: scaleThatFits({width, height}, scale)});
      canvas.width = Math.max(1, Math.floor(viewport.width));
      canvas.height = Math.max(1, Math.floor(viewport.height));
      const task = page.render({canvas, viewport});
      signal.addEventListener('abort', () => task.cancel(), {once: true});
      await task.promise;
    },
    async text() {
      const {items} = await page.getTextContent();
      return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
    },
  };
}

/**
 * Opens a PDF. Fonts and pictures come from its own bytes; nothing is fetched for it.
 * @throws CannotOpen
 */
export async function openPdf(name: string, from: {data: Uint8Array} | {url: string}): Promise<OpenDocument> {
  const worker = await (thread ??= startThread());
  const task = getDocument({...from, worker, useWasm: false, useWorkerFetch: false, enableXfa: false, verbosity: 0});
  const pdf: PDFDocumentProxy = await task.promise.catch((cause: unknown) => {
    void task.destroy();
    throw new CannotOpen(codeOf(cause), {cause});
  });
  return {
    name,
    pageCount: pdf.numPages,
    isReduced: false,
    async page(number) {
      try {
        return pageOf(await pdf.getPage(number));
      } catch (cause) {
        throw new CannotOpen('broken', {cause});
      }
    },
    close: () => void task.destroy(),
  };
}
