import {CannotOpen, scaleThatFits, type OpenDocument, type Page} from './open-document.js';

/** Wide enough to read, when a picture cannot be held whole. */
const REDUCED_WIDTH = 2_000;

/** A picture as large as this browser can hold it: whole, else made smaller. */
async function bitmapOf(source: Blob | HTMLImageElement): Promise<{bitmap: ImageBitmap; isReduced: boolean}> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(source);
  } catch {
    const smaller = await createImageBitmap(source, {resizeWidth: REDUCED_WIDTH, resizeQuality: 'high'});
    return {bitmap: smaller, isReduced: true};
  }
  const scale = scaleThatFits(bitmap, 1);
  if (scale === 1) return {bitmap, isReduced: false};
  const resizeWidth = Math.floor(bitmap.width * scale);
  const smaller = await createImageBitmap(bitmap, {resizeWidth, resizeHeight: Math.floor(bitmap.height * scale), resizeQuality: 'high'});
  bitmap.close();
  return {bitmap: smaller, isReduced: true};
}

/**
 * Opens a picture. It is drawn from its bytes: an address made for it would be one more thing for a page's policy to allow.
 * @throws CannotOpen
 */
export async function openImage(name: string, source: Blob | HTMLImageElement): Promise<OpenDocument> {
  const {bitmap, isReduced} = await bitmapOf(source).catch((cause: unknown) => {
    throw new CannotOpen('broken', {cause});
  });
  const {width, height} = bitmap;
  const page: Page = {
    width,
    height,
    draw(canvas, scale) {
      canvas.width = Math.max(1, Math.round(width * scale));
      canvas.height = Math.max(1, Math.round(height * scale));
      const context = canvas.getContext('2d');
      if (!context) return Promise.reject(new CannotOpen('broken'));
      context.imageSmoothingQuality = 'high';
      context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      return Promise.resolve();
    },
    text: () => Promise.resolve(''),
  };
  return {name, pageCount: 1, isReduced, page: () => Promise.resolve(page), close: () => bitmap.close()};
}
