/** Why a document cannot be shown. */
export type CannotOpenCode = 'broken' | 'protected' | 'no-document' | 'other-site' | 'not-loaded';

/** A document that cannot be shown. Nothing else changed. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
  readonly code: CannotOpenCode;

  constructor(code: CannotOpenCode, options?: ErrorOptions) {
    super(`The document cannot be shown: ${code}.`, options);
    this.code = code;
  }
}

/** One page, in CSS pixels at its natural size. */
export interface Page {
  readonly width: number;
  readonly height: number;
  /** Draws it at this scale, onto a canvas that it sizes. Rejects once `signal` is aborted. */
  draw(canvas: HTMLCanvasElement, scale: number, signal: AbortSignal): Promise<void>;
  /** Its words, where the file has them: a picture of words has none. */
  text(): Promise<string>;
}

/** A document of the rater's own, open for this visit: never stored, never sent. */
export interface OpenDocument {
  readonly name: string;
  readonly pageCount: number;
  /** Larger than this browser can draw: shown smaller than it is. */
  readonly isReduced: boolean;
  /** From 1 on. @throws CannotOpen */
  page(number: number): Promise<Page>;
  close(): void;
}

/** What every browser can draw on one canvas: sides and area in pixels. */
const SIDE = 8_192;
const AREA = 16_000_000;

/** The scale, or the largest that a canvas can hold. */
export const scaleThatFits = ({width, height}: Pick<Page, 'width' | 'height'>, scale: number): number =>
  Math.min(scale, SIDE / width, SIDE / height, Math.sqrt(AREA / (width * height)));

const isPdf = async (file: Blob): Promise<boolean> => /%PDF-/.test(await file.slice(0, 1024).text());

/**
 * Opens an image or a PDF of the device.
 * @throws CannotOpen
 */
export async function openFile(file: File): Promise<OpenDocument> {
  if (await isPdf(file)) return openPdf(file.name, {data: new Uint8Array(await file.arrayBuffer())});
  if (/\.pdf$/i.test(file.name)) throw new CannotOpen('broken');
  const {openImage} = await import('./image-document.js');
  return openImage(file.name, file);
}

/**
 * Opens an image or a PDF of this site.
 * @throws CannotOpen
 */
export async function openAddress(address: string): Promise<OpenDocument> {
  const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : undefined;
  if (url?.origin !== location.origin) throw new CannotOpen('other-site');
  const name = decodeURIComponent(url.pathname.split('/').at(-1) || url.pathname);
  if (/\.pdf$/i.test(url.pathname)) return openPdf(name, {url: url.href});
  const {openImage} = await import('./image-document.js');
  const image = new Image();
  image.src = url.href;
  try {
    await image.decode();
  } catch (cause) {
    throw new CannotOpen('no-document', {cause});
  }
  return openImage(name, image);
}

async function openPdf(name: string, from: {data: Uint8Array} | {url: string}): Promise<OpenDocument> {
  const module = await import('./pdf-document.js').catch((cause: unknown) => {
    throw new CannotOpen('not-loaded', {cause});
  });
  return module.openPdf(name, from);
}
