import type {Orders} from '../runner/fake-site.js';

/** A site of a test's own, that plays the collector and serves files; real requests go to it. */
export interface FakeSite {
  /** Path of its root: `/fake/…`. */
  readonly path: string;
  /** Where answers are posted. */
  readonly endpoint: string;
  /** Says what it does from now on; what it held goes on. */
  order(orders: Orders): Promise<void>;
}

const {fetch} = globalThis;

export async function fakeSite(orders: Orders = {}): Promise<FakeSite> {
  const path = `/fake/${[...crypto.getRandomValues(new Uint8Array(8))].join('-')}`;
  const order = async (changed: Orders): Promise<void> => void (await fetch(path, {method: 'PUT', body: JSON.stringify(changed)}));
  await order(orders);
  return {path, endpoint: `${path}/v1/answers`, order};
}
