import pixelmatch from 'pixelmatch';
import {PNG} from 'pngjs';

/** In how many pixels two pictures of one size differ; the soft edges of letters do not count: WebKit draws them now so, now so. */
export function difference(one: Uint8Array, other: Uint8Array): number {
  const [first, second] = [one, other].map((png) => PNG.sync.read(Buffer.from(png)));
  if (!first || !second || first.width !== second.width || first.height !== second.height) return Infinity;
  return pixelmatch(first.data, second.data, undefined, first.width, first.height, {threshold: 0.1});
}
