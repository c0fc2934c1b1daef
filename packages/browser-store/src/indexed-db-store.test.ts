import {expect} from '@open-wc/testing';
import {openStore} from './indexed-db-store.js';
import {behavesAsKeyValueStore, rejection} from './key-value-store.suite.js';

let count = 0;
const freshName = (): string => `test-${Date.now()}-${Math.random()}-${++count}`;

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no reason given'));
  });

// WebKit goes on listing, as version 0, a database whose first upgrade was aborted.
const exists = async (name: string): Promise<boolean> =>
  (await indexedDB.databases()).some((database) => database.name === name && database.version !== 0);

/** Puts something else in place of a member for one test; `undo` puts everything back. */
const replaced: (() => void)[] = [];
function replace<T extends object, K extends keyof T & string>(target: T, key: K, value: T[K]): void {
  const before = Object.getOwnPropertyDescriptor(target, key);
  Object.defineProperty(target, key, {value, configurable: true, writable: true});
  replaced.push(() => (before ? Object.defineProperty(target, key, before) : delete target[key]));
}

describe('openStore', () => {
  afterEach(() => {
    while (replaced.length > 0) replaced.pop()?.();
  });

  behavesAsKeyValueStore(() => openStore(freshName()));

  it('keeps what was committed for the next visit', async () => {
    const name = freshName();
    await openStore(name).commit([{put: 'a', value: 1}]);
    expect(await openStore(name).get('a')).to.equal(1);
  });

  describe('before the first commit', () => {
    const readAll = async (name: string): Promise<void> => {
      const store = openStore(name);
      expect(await store.get('a')).to.equal(undefined);
      expect(await store.page('', {limit: 5})).to.deep.equal([]);
      expect(await store.last('')).to.equal(undefined);
      await store.commit([]);
    };

    it('reads without making a database', async () => {
      const name = freshName();
      await readAll(name);
      expect(await exists(name)).to.equal(false);
    });

    it('reads without making a database where the browser cannot list them', async () => {
      const name = freshName();
      replace(indexedDB, 'databases', undefined as unknown as IDBFactory['databases']);
      await readAll(name);
      replaced.pop()?.();
      expect(await exists(name)).to.equal(false);
    });

    it('can be read and written at once', async () => {
      const store = openStore(freshName());
      const [read] = await Promise.all([store.get('a'), store.commit([{put: 'a', value: 1}]), store.last('')]);
      expect(read).to.be.oneOf([undefined, 1]);
      expect(await store.get('a')).to.equal(1);
    });
  });

  describe('durability', () => {
    it('asks for strict durability with every commit', async () => {
      const asked: unknown[] = [];
      const {transaction} = IDBDatabase.prototype;
      replace(IDBDatabase.prototype, 'transaction', function (this: IDBDatabase, ...args: Parameters<typeof transaction>) {
        if (args[1] === 'readwrite') asked.push(args[2]);
        return transaction.apply(this, args);
      });
      await openStore(freshName()).commit([{put: 'a', value: 1}]);
      expect(asked).to.deep.equal([{durability: 'strict'}]);
    });

    it('refuses when the transaction is aborted after every request succeeded, as with a full quota', async () => {
      const name = freshName();
      const store = openStore(name);
      await store.commit([{put: 'a', value: 'before'}]);
      const {put} = IDBObjectStore.prototype;
      let succeeded = 0;
      replace(IDBObjectStore.prototype, 'put', function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
        const request = put.apply(this, args);
        request.addEventListener('success', () => {
          succeeded++;
          this.transaction.abort();
        });
        return request;
      });
      await rejection(store.commit([{put: 'a', value: 'after'}]));
      expect(succeeded).to.be.greaterThan(0);
      replaced.pop()?.();
      expect(await openStore(name).get('a')).to.equal('before');
    });

    it('has not committed yet when the requests have only succeeded', async () => {
      const store = openStore(freshName());
      const order: string[] = [];
      const {transaction} = IDBDatabase.prototype;
      replace(IDBDatabase.prototype, 'transaction', function (this: IDBDatabase, ...args: Parameters<typeof transaction>) {
        const made = transaction.apply(this, args);
        made.addEventListener('complete', () => order.push('complete'));
        return made;
      });
      const {put} = IDBObjectStore.prototype;
      replace(IDBObjectStore.prototype, 'put', function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
        const request = put.apply(this, args);
        request.addEventListener('success', () => order.push('success'));
        return request;
      });
      await store.commit([{put: 'a', value: 1}]);
      order.push('committed');
      expect(order).to.deep.equal(['success', 'complete', 'committed']);
    });
  });

  describe('when storage fails', () => {
    it('refuses, and does not throw, where merely naming IndexedDB is forbidden', async () => {
      const before = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
      Object.defineProperty(globalThis, 'indexedDB', {
        configurable: true,
        get() {
          throw new DOMException('forbidden in this frame', 'SecurityError');
        },
      });
      replaced.push(() => before && Object.defineProperty(globalThis, 'indexedDB', before));
      const store = openStore(freshName());
      expect((await rejection(store.get('a'))).name).to.equal('SecurityError');
      expect((await rejection(store.commit([{put: 'a', value: 1}]))).name).to.equal('SecurityError');
    });

    it('tries anew after an opening that failed', async () => {
      const {open} = IDBFactory.prototype;
      let failures = 1;
      replace(IDBFactory.prototype, 'open', function (this: IDBFactory, ...args: Parameters<typeof open>) {
        if (failures-- > 0) throw new DOMException('backing store', 'UnknownError');
        return open.apply(this, args);
      });
      const store = openStore(freshName());
      await rejection(store.commit([{put: 'a', value: 1}]));
      await store.commit([{put: 'a', value: 2}]);
      expect(await store.get('a')).to.equal(2);
    });

    it('gives up an opening that does not settle within four seconds, and closes it when it comes after all', async () => {
      const name = freshName();
      const {open} = IDBFactory.prototype;
      // Another connection that will not make room: an upgrade has to wait for it, and so does every later opening.
      const holder = await settled(indexedDB.open(name, 1));
      const upgrade = indexedDB.open(name, 2);
      const blocked = new Promise((resolve) => (upgrade.onblocked = resolve));
      upgrade.onupgradeneeded = () => upgrade.result.createObjectStore('records');
      await blocked;

      let opening: IDBOpenDBRequest | undefined;
      replace(IDBFactory.prototype, 'open', function (this: IDBFactory, ...args: Parameters<typeof open>) {
        opening = open.apply(this, args);
        return opening;
      });
      const {setTimeout} = globalThis;
      const patience: unknown[] = [];
      replace(globalThis, 'setTimeout', ((run: () => void, ms: number) => {
        patience.push(ms);
        return setTimeout(run, ms / 100);
      }) as typeof setTimeout);
      const store = openStore(name);
      expect((await rejection(store.commit([{put: 'a', value: 1}]))).name).to.equal('TimeoutError');
      expect(patience).to.deep.equal([4_000]);
      replaced.pop()?.();
      replaced.pop()?.();

      const came = new Promise((resolve) => opening?.addEventListener('success', resolve));
      holder.close();
      (await settled(upgrade)).close();
      await came;
      expect(() => opening?.result.transaction('records')).to.throw(DOMException);
      await store.commit([{put: 'a', value: 2}]);
      expect(await store.get('a')).to.equal(2);
    });

    it('opens once for many calls', async () => {
      const {open} = IDBFactory.prototype;
      let opened = 0;
      replace(IDBFactory.prototype, 'open', function (this: IDBFactory, ...args: Parameters<typeof open>) {
        opened++;
        return open.apply(this, args);
      });
      const store = openStore(freshName());
      await Promise.all([1, 2, 3].map((n) => store.commit([{put: `${n}`, value: n}])));
      await store.page('', {limit: 5});
      expect(opened).to.equal(1);
    });

    /** Every connection opened from now on, to break it under the store. */
    const connections = (): IDBDatabase[] => {
      const found: IDBDatabase[] = [];
      const {transaction} = IDBDatabase.prototype;
      replace(IDBDatabase.prototype, 'transaction', function (this: IDBDatabase, ...args: Parameters<typeof transaction>) {
        if (!found.includes(this)) found.push(this);
        return transaction.apply(this, args);
      });
      return found;
    };

    it('reopens and starts over when the connection was closed under it', async () => {
      const found = connections();
      const store = openStore(freshName());
      await store.commit([{put: 'a', value: 1}]);
      found[0]?.close();
      await store.commit([{put: 'b', value: 2}]);
      found[1]?.close();
      expect(await store.page('', {limit: 5})).to.deep.equal([
        ['a', 1],
        ['b', 2],
      ]);
      expect(found).to.have.length(3);
    });

    it('starts over once only', async () => {
      const store = openStore(freshName());
      let tries = 0;
      replace(IDBDatabase.prototype, 'transaction', () => {
        tries++;
        throw new DOMException('The database connection is closing.', 'InvalidStateError');
      });
      expect((await rejection(store.commit([{put: 'a', value: 1}]))).name).to.equal('InvalidStateError');
      expect(tries).to.equal(2);
    });

    it('does not start over when there is no room', async () => {
      const store = openStore(freshName());
      let tries = 0;
      replace(IDBObjectStore.prototype, 'put', () => {
        tries++;
        throw new DOMException('full', 'QuotaExceededError');
      });
      expect((await rejection(store.commit([{put: 'a', value: 1}]))).name).to.equal('QuotaExceededError');
      expect(tries).to.equal(1);
    });

    it('drops the connection that the browser closed', async () => {
      const found = connections();
      const store = openStore(freshName());
      await store.commit([{put: 'a', value: 1}]);
      found[0]?.dispatchEvent(new Event('close'));
      expect(await store.get('a')).to.equal(1);
      expect(found).to.have.length(2);
    });

    it('drops the connection when the page is hidden for good or for the back-forward cache', async () => {
      const found = connections();
      const store = openStore(freshName());
      await store.commit([{put: 'a', value: 1}]);
      dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
      expect(() => found[0]?.transaction('records')).to.throw(DOMException);
      expect(await store.get('a')).to.equal(1);
    });
  });

  describe('with other tabs and other builds', () => {
    it('shares one database between two handles', async () => {
      const name = freshName();
      const [one, other] = [openStore(name), openStore(name)];
      await Promise.all([one.commit([{put: '1', value: 'one'}]), other.commit([{put: '2', value: 'other'}])]);
      expect(await one.get('2')).to.equal('other');
      expect(await other.get('1')).to.equal('one');
      const outcomes = await Promise.allSettled(
        [one, other].map((store) =>
          store.commit([
            {expect: '3', value: undefined},
            {put: '3', value: 'mine'},
          ]),
        ),
      );
      expect(outcomes.map(({status}) => status).sort()).to.deep.equal(['fulfilled', 'rejected']);
    });

    it('makes room for another tab that upgrades or deletes the database', async () => {
      const name = freshName();
      const store = openStore(name);
      await store.commit([{put: 'a', value: 1}]);
      const upgraded = await settled(indexedDB.open(name, 7));
      upgraded.close();
      expect(await store.get('a')).to.equal(1);
      await settled(indexedDB.deleteDatabase(name));
      expect(await store.get('a')).to.equal(undefined);
      expect(await exists(name)).to.equal(false);
      await store.commit([{put: 'a', value: 2}]);
      expect(await store.get('a')).to.equal(2);
    });

    it('adds its store to a database of that name that has none, keeping the others', async () => {
      const name = freshName();
      const opening = indexedDB.open(name, 3);
      opening.onupgradeneeded = () => opening.result.createObjectStore('strange');
      (await settled(opening)).close();
      const store = openStore(name);
      expect(await store.get('a')).to.equal(undefined);
      await store.commit([{put: 'a', value: 1}]);
      expect(await store.get('a')).to.equal(1);
      store.close();
      const database = await settled(indexedDB.open(name));
      expect([...database.objectStoreNames]).to.deep.equal(['records', 'strange']);
      database.close();
    });
  });
});
