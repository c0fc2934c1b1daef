/**
 * A page's real outbox, store and network on a simulated browser, in one process: `fake-indexeddb` for the databases, which is made to
 * lose what was not committed strictly, to announce success and then abort, to fail to open. Sends what was broken to its parent.
 */
import 'fake-indexeddb/auto';
import {openStore} from '@ppgp/browser-store';
import type {Outbox} from '@ppgp/outbox';

const broken: string[] = [];
const demand = (holds: boolean, invariant: string, what: string): void => {
  if (!holds) broken.push(`${invariant}: ${what}`);
};
const failed = async (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => false,
    () => true,
  );

/** What is on the disk: a strict transaction takes with it what was committed before. */
let flushed = 0;
let written = 0;
let aborts = false;
const {transaction} = IDBDatabase.prototype;
IDBDatabase.prototype.transaction = function (stores, mode, options) {
  const made = transaction.call(this, stores, mode, options);
  if (mode === 'readwrite') {
    made.addEventListener('complete', () => {
      written++;
      if (options?.durability === 'strict') flushed = written;
    });
  }
  return made;
};
const {put} = IDBObjectStore.prototype;
IDBObjectStore.prototype.put = function (...given: Parameters<IDBObjectStore['put']>) {
  const request = put.apply(this, given);
  if (aborts) request.addEventListener('success', () => this.transaction.abort());
  return request;
};

const {commit} = IDBTransaction.prototype;
IDBTransaction.prototype.commit = function () {
  // A page that has asked for the end may not abort any more; the browser, which is played here, may.
  if (!aborts) commit.call(this);
};

async function powerCut(): Promise<void> {
  const store = openStore('power');
  for (let key = 1; key <= 3; key++) {
    await store.commit([{put: `k${key}`, value: key}]);
    demand(flushed === written, 'I1', `after commit ${key} a power cut takes it away (mode 6)`);
  }
}

async function successThenAbort(): Promise<void> {
  const store = openStore('quota');
  await store.commit([{put: 'first', value: 1}]);
  aborts = true;
  const refused = await failed(store.commit([{put: 'second', value: 2}]));
  aborts = false;
  const kept = (await store.get('second')) === 2;
  demand(refused || kept, 'I1', 'a commit that was aborted after its success was called done (mode 5)');
  demand((await store.get('first')) === 1, 'I7', 'what was there before is gone');
}

async function failedOpening(): Promise<void> {
  const {open} = IDBFactory.prototype;
  const store = openStore('opening');
  IDBFactory.prototype.open = () => {
    IDBFactory.prototype.open = open;
    throw new DOMException('Encountered full disk while opening backing store', 'QuotaExceededError');
  };
  demand(await failed(store.commit([{put: 'k', value: 1}])), 'I1', 'what could not be opened was written');
  demand(!(await failed(store.commit([{put: 'k', value: 1}]))), 'I14', 'one failed opening poisons the page (mode 3)');
}

async function closedUnderUs(): Promise<void> {
  let last: IDBDatabase | undefined;
  const {transaction: watched} = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...given: Parameters<IDBDatabase['transaction']>) {
    const made = watched.apply(this, given);
    last = made.db;
    return made;
  };
  const store = openStore('closed');
  await store.commit([{put: 'k', value: 1}]);
  last?.close();
  demand(!(await failed(store.commit([{put: 'l', value: 2}]))), 'I14', 'a connection closed under us is not opened again (mode 2)');
  demand((await store.get('k')) === 1, 'I7', 'what was saved before is gone');
  IDBDatabase.prototype.transaction = watched;
}

/** As another build made it: `version` 1 by every release, a higher one by a later build that added a store of its own. */
function made(name: string, version: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, version);
    opening.onupgradeneeded = () => {
      const records = opening.result.createObjectStore('records');
      records.put('kept', 'k');
      if (version > 1) opening.result.createObjectStore('of-a-later-build');
    };
    opening.onerror = () => reject(opening.error ?? new Error(name));
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}

async function otherBuilds(): Promise<void> {
  for (const version of [1, 7]) {
    const name = `version-${version}`;
    await made(name, version);
    const store = openStore(name);
    await store.commit([{put: 'l', value: 1}]).catch(() => undefined);
    demand((await store.get('k').catch(() => undefined)) === 'kept', 'I13', `records of version ${version} are gone (modes 63 and 49)`);
    demand((await store.get('l').catch(() => undefined)) === 1, 'I13', `nothing more can be saved beside version ${version}`);
    store.close();
  }
}

/** The page's own outbox, with a network that works and a browser that says it does not. */
async function offlineThatIsNot(): Promise<void> {
  const arrived: string[] = [];
  const provide = (name: string, value: unknown): unknown => Object.defineProperty(globalThis, name, {configurable: true, value});
  provide('navigator', {onLine: false});
  provide('addEventListener', () => undefined);
  provide('fetch', async (_url: string, {body}: {body: string}) => {
    const {items} = JSON.parse(body) as {items: {id: string; hash: string}[]};
    arrived.push(...items.map(({id}) => id));
    const results = items.map(({id, hash}) => ({id, status: 'stored', hash}));
    return Response.json({protocol: 'reponses/1', storeEpoch: 'e', retryAfter: 0, results});
  });
  provide('document', {hidden: false, documentElement: {append: () => undefined}});
  const {pageOutbox} = (await import('@ppgp/outbox/browser')) as {pageOutbox: () => Outbox};
  const outbox = pageOutbox();
  const id = '6f1c0e5e-0000-4000-8000-00000000000a';
  const sent = new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), 5_000);
    outbox.watch((event) => {
      if (event.type !== 'sent') return;
      clearTimeout(timer);
      resolve(true);
    });
  });
  const answer = {id, endpoint: 'https://collector.example/v1/answers', campaign: 'c', version: '1', day: '2026-11-21', payload: '{"q":1}'};
  demand(!(await failed(outbox.save(answer))), 'I1', 'a healthy device does not keep an answer');
  demand(await sent, 'I8', 'navigator.onLine is false and nothing is tried (mode 21)');
  demand(arrived.includes(id), 'I2', 'what is called sent never left');
}

for (const run of [powerCut, successThenAbort, failedOpening, closedUnderUs, otherBuilds, offlineThatIsNot]) {
  await run().catch((error: unknown) => broken.push(`I7: ${run.name} broke off: ${String(error)}`));
}
process.send?.(broken, () => process.exit());
