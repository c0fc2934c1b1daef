import {openStore} from '@ppgp/browser-store';
import {newId} from '@ppgp/outbox';
import {DATABASE, pageOutbox} from '@ppgp/outbox/browser';
import {until} from './tested-element.js';

/** An answer that an earlier visit left on the device. */
export interface LeftAnswer {
  /** Where it goes; a path is made absolute. */
  endpoint: string;
  campaign?: string;
  /** YYYY-MM-DD */
  savedDay?: string;
  payload?: string;
}

/** How many were left in this page, so that each has a place of its own. */
let left = 0;

/** Puts answers on the device as an earlier visit left them, the first of them first; gives their ids. This page has nothing to prove. */
export async function leave(...answers: LeftAnswer[]): Promise<string[]> {
  const {hash} = pageOutbox().ports;
  const changes = await Promise.all(
    answers.map(
      async ({endpoint, campaign = 'essai', savedDay = '2026-11-02', payload = '{"answers":{"q":"a"},"lang":"fr","mode":"web"}'}) => {
        const item = {id: newId(), campaign, version: '1', day: savedDay, hash: await hash(payload), kind: 'plain', payload};
        const value = {v: 1, endpoint: new URL(endpoint, document.baseURI).href, item, state: 'pending', tries: 0, savedDay};
        left += 1;
        return {put: `parcel/${String(left).padStart(15, '0')}/${item.id}`, value, id: item.id};
      },
    ),
  );
  await openStore(DATABASE).commit(changes.map(({put, value}) => ({put, value})));
  return changes.map(({id}) => id);
}

/** Leaves a record that only a newer build can read; what it returns takes it away. */
export async function leaveUnreadable(): Promise<() => Promise<void>> {
  const store = openStore(DATABASE);
  const key = `parcel/${'9'.repeat(15)}/${newId()}`;
  await store.commit([{put: key, value: {v: 99}}]);
  return () => store.commit([{remove: key}]);
}

/** Waits until the page's outbox has tried all that is due. */
export async function triesAll(): Promise<void> {
  const outbox = pageOutbox();
  const idle = new Promise<void>((resolve) => {
    const stop = outbox.watch(({type}) => {
      if (type !== 'idle') return;
      stop();
      resolve();
    });
  });
  outbox.sendNow();
  await idle;
}

/** What the device holds, as the outbox counts it. */
export const holds = (count: number): Promise<void> =>
  until(`the device holds ${count}`, async () => {
    const {pending, parked} = await pageOutbox().counts();
    return pending + parked === count;
  });

/** Keeps the browser from writing files: what would be downloaded is told instead, by name, until the function it returns is called. */
export function catchDownloads(names: string[] = []): () => void {
  const {click} = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function () {
    names.push(this.download);
  };
  return () => void (HTMLAnchorElement.prototype.click = click);
}
