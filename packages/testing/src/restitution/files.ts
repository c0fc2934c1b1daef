import {fileURLToPath} from 'node:url';

/** Where the results of a campaign stand for the example pages. */
export const fileOf = (campaign: string): string =>
  fileURLToPath(new URL(`../../../../examples/restitution/${campaign}.json`, import.meta.url));
