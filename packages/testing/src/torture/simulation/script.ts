import {networkFaults} from './network-faults.js';
import {Seeded} from './seeded.js';

/** What becomes of one call of the store. `timeout`: it fails after 20 seconds. */
export const storeFaults = [
  'fails, nothing done',
  'fails, but done',
  'quota',
  'connection closed',
  'timeout, nothing done',
  'timeout, but done',
  'slow',
  'says done, nothing done',
  'page dies before',
  'page dies after',
] as const;
export type StoreFault = (typeof storeFaults)[number];

/** What may become of one step of the outbox, whatever it is. */
export interface Fate {
  store: StoreFault;
  network: string;
}

export const fates: Fate[] = [
  {store: 'page dies before', network: 'page dies before'},
  {store: 'page dies after', network: 'page dies after'},
  {store: 'fails, nothing done', network: 'refused'},
  {store: 'fails, but done', network: 'cut after it arrived'},
];

/** What happens to the device or to one of its pages. */
export const lifeFaults = [
  'kill',
  'close',
  'freeze',
  'back-forward cache',
  'hide',
  'clock jumps',
  'clock jumps by years',
  'storage full',
  'storage lost in this page',
  'storage refused to this page',
  'storage wiped',
  'no hash',
  'network gone',
  'campaign not registered',
  'page dies at a request',
] as const;

/** One step of a device's life. `page` is one of three; one that is not open is opened first. */
export interface Step {
  do: (typeof lifeFaults)[number] | 'answer' | 'wake' | 'send now' | 'thaw' | 'mend' | 'future record';
  page: number;
  /** Milliseconds that pass after it. */
  ms: number;
  /** How far the clock jumps, how long the network is gone, in milliseconds; which answer; how storage is wiped. */
  by: number;
}

/** Everything that befalls one device: data, so that a failing one can be made smaller. */
export interface Script {
  seed: number;
  locks: boolean;
  /** Whether an older build of the library is loaded on some pages. */
  older: boolean;
  /** Whether the storage is known to go with the window. */
  ephemeral: boolean;
  steps: Step[];
  /** By the number of the store's call, counted over all pages. */
  store: [call: number, fault: StoreFault][];
  /** By the number of the request. */
  network: [request: number, fault: string][];
  /** By the number of the step of the outbox, be it a call of the store or a request: which of the {@link fates}. */
  points: [point: number, fate: number][];
}

export const ANSWERS = 50;
export const PAGES = 3;
const YEARS = 50 * 365 * 86_400_000;
const MOST_CALLS = 6_000;
const MOST_REQUESTS = 1_500;
const weathers = Object.keys(networkFaults);

function step(random: Seeded): Step {
  const draw = random.below(100);
  const page = random.below(PAGES);
  const ms = random.pick([0, 0, 5, 100, 1_000, 5_000, 30_000, 30_000, 120_000, 600_000]);
  const as = (what: Step['do'], by = 0): Step => ({do: what, page, ms, by});
  if (draw < 14) return as('kill');
  if (draw < 18) return as('close');
  if (draw < 24) return as('freeze');
  if (draw < 30) return as('back-forward cache');
  if (draw < 34) return as('hide');
  if (draw < 40) return as('clock jumps', Math.round((random.fraction() - 0.5) * 7_200_000));
  if (draw < 46) return as('clock jumps by years', Math.round((random.fraction() - 0.5) * 2 * YEARS));
  if (draw < 50) return as('storage full');
  if (draw < 53) return as('storage lost in this page');
  if (draw < 55) return as('storage refused to this page');
  if (draw < 56) return random.once(4) ? as('storage wiped', random.below(3)) : as('wake');
  if (draw < 58) return as('no hash');
  if (draw < 63) return as('network gone', random.below(1_800_000));
  if (draw < 65) return as('campaign not registered');
  if (draw < 68) return as('page dies at a request');
  if (draw < 70) return as('future record', random.below(1e6));
  if (draw < 76) return as('send now');
  if (draw < 84) return as('thaw');
  return as(draw < 92 ? 'wake' : 'mend');
}

/** Draws what befalls the device of this seed. */
export function draw(seed: number): Script {
  const random = new Seeded(seed);
  const steps: Step[] = [];
  for (let by = 0; by < ANSWERS; by++) {
    const gap = random.once(3) ? 0 : random.below(4_000);
    steps.push({do: 'answer', page: random.below(PAGES), ms: random.once(25) ? 1_800_000 : gap, by});
    while (random.below(5) < 3) steps.push(step(random));
  }
  // Some devices have good disks and bad networks, some the contrary.
  const bad = {store: random.pick([0, 60, 25, 10, 6]), network: random.pick([0, 8, 3, 2, 2])};
  const deadly = 12;
  const store: Script['store'] = [];
  for (let call = 1; bad.store && call <= MOST_CALLS; call++) {
    if (!random.once(bad.store)) continue;
    const fault = random.pick(storeFaults);
    if (fault.startsWith('page dies') && !random.once(deadly)) continue;
    store.push([call, fault]);
  }
  const network: Script['network'] = [];
  for (let request = 1; bad.network && request <= MOST_REQUESTS; request++) {
    if (random.once(bad.network)) network.push([request, random.pick(weathers)]);
  }
  const ephemeral = random.once(40);
  return {seed, locks: random.below(3) > 0, older: !ephemeral && random.below(3) > 0, ephemeral, steps, store, network, points: []};
}
