import {readFileSync} from 'node:fs';
import * as today from '@ppgp/outbox';

/** What a page needs of a build of the library. */
export type Build = Pick<typeof today, 'Outbox'>;

/**
 * Today's outbox and an older one, as they meet on the devices of one collector. `older-build.txt` is an outbox as it was built once,
 * all in one module; how to renew it with a release: `docs/torture.md`.
 */
export async function builds(): Promise<{today: Build; older: Build}> {
  const text = readFileSync(new URL('./older-build.txt', import.meta.url), 'utf8');
  return {today, older: (await import(`data:text/javascript,${encodeURIComponent(text)}`)) as Build};
}
