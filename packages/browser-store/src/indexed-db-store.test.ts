import {expect} from '@open-wc/testing';
import {openStore} from './indexed-db-store.js';
import {freshName, putBack, replace, replaced, settled} from './faults.suite.js';
import type {Realm} from './realm.js';
import {behavesAsKeyValueStore, rejection} from './key-value-store.suite.js';

const everyName = async (): Promise<string[]> => [
  ...(await indexedDB.databases()).map(({name = ''}) => name),
  ...((await (navigator as Realm['navigator'])?.storageBuckets?.keys()) ?? []),
];

// WebKit goes on listing, as version 0, a database whose first upgrade was aborted.
const exists = async (name: string): Promise<boolean> =>
  (await indexedDB.databases()).some((database) => database.name === name && database.version !== 0);

describe('openStore', () => {
  afterEach(putBack);

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
      expect(await exists(`${name}-b`)).to.equal(false);
    });

    it('can be read and written at once', async () => {
      const store = openStore(freshName());
      const [read] = await Promise.all([store.get('a'), store.commit([{put: 'a', value: 1}]), store.last('')]);
      expect(read).to.be.oneOf([undefined, 1]);
      expect(await store.get('a')).to.equal(1);
    });
  });

  describe('durability', () => {
    it('asks for strict durability with every commit (mode 6)', async () => {
      const asked: unknown[] = [];
      const {transaction} = IDBDatabase.prototype;
      replace(IDBDatabase.prototype, 'transaction', function (this: IDBDatabase, ...args: Parameters<typeof transaction>) {
        if (args[1] === 'readwrite') asked.push(args[2]);
        return transaction.apply(this, args);
      });
      await openStore(freshName()).commit([{put: 'a', value: 1}]);
      expect(asked).to.deep.equal([{durability: 'strict'}]);
    });

    it('refuses when the transaction is aborted after every request succeeded, as with a full quota (mode 5)', async () => {
      const name = freshName();
      const store = openStore(name);
      await store.commit([{put: 'a', value: 'before'}]);
      const {put} = IDBObjectStore.prototype;
      let succeeded = 0;
      // What the browser does by itself is refused to a page that has asked for the end.
      replace(IDBTransaction.prototype, 'commit', () => undefined);
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
      putBack();
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
    it('refuses, and does not throw, where merely naming IndexedDB is forbidden (mode 14)', async () => {
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
      expect(store.isPartial()).to.equal(false);
    });

    it('tries anew after an opening that failed: a disk that was full is refused as such, and free again (mode 3) (mode 7)', async () => {
      const {open} = IDBFactory.prototype;
      let failures = 1;
      replace(IDBFactory.prototype, 'open', function (this: IDBFactory, ...args: Parameters<typeof open>) {
        if (failures-- > 0) throw new DOMException('Encountered full disk while opening backing store.', 'QuotaExceededError');
        return open.apply(this, args);
      });
      const name = freshName();
      const store = openStore(name);
      expect((await rejection(store.commit([{put: 'a', value: 1}]))).name).to.equal('QuotaExceededError');
      await store.commit([{put: 'a', value: 2}]);
      expect(await store.get('a')).to.equal(2);
      expect(await everyName()).to.not.include(`${name}-b`);
      expect(store.isPartial()).to.equal(false);
    });

    it('gives up an opening that does not settle within four seconds, and closes it when it comes after all (mode 4) (mode 48)', async () => {
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
      expect(patience.at(-1)).to.equal(4_000);
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

    it('reopens and starts over when the connection was closed under it (mode 2)', async () => {
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

    it('starts over twice only', async () => {
      const store = openStore(freshName());
      let tries = 0;
      replace(IDBDatabase.prototype, 'transaction', () => {
        tries++;
        throw new DOMException('The database connection is closing.', 'InvalidStateError');
      });
      expect((await rejection(store.commit([{put: 'a', value: 1}]))).name).to.equal('InvalidStateError');
      expect(tries).to.equal(3);
    });

    it('does not start over when there is no room, and sets nothing aside (mode 5)', async () => {
      const name = freshName();
      const store = openStore(name);
      let tries = 0;
      replace(IDBObjectStore.prototype, 'put', () => {
        tries++;
        throw new DOMException('full', 'QuotaExceededError');
      });
      expect((await rejection(store.commit([{put: 'a', value: 1}]))).name).to.equal('QuotaExceededError');
      expect(tries).to.equal(1);
      expect(await everyName()).to.not.include(`${name}-b`);
    });

    it('starts over when a request finds its transaction over, as after a loss (mode 17)', async () => {
      const store = openStore(freshName());
      await store.commit([{put: 'a', value: 1}]);
      const {get} = IDBObjectStore.prototype;
      let failures = 1;
      replace(IDBObjectStore.prototype, 'get', function (this: IDBObjectStore, ...args: Parameters<typeof get>) {
        if (failures-- > 0)
          throw new DOMException('Attempt to get a record from database without an in-progress transaction', 'UnknownError');
        return get.apply(this, args);
      });
      expect(await store.get('a')).to.equal(1);
    });

    it('keeps nothing of a commit with what cannot be cloned (mode 18)', async () => {
      const store = openStore(freshName());
      for (const value of [new Proxy({}, {}), () => undefined, Symbol('a')]) {
        const error = await rejection(
          store.commit([
            {put: 'a', value: 1},
            {put: 'b', value},
          ]),
        );
        expect(error.name).to.equal('DataCloneError');
      }
      expect(await store.page('', {limit: 5})).to.deep.equal([]);
    });

    it('reads no more rows at once than it was asked for (mode 20)', async () => {
      const store = openStore(freshName());
      const keys = Array.from({length: 500}, (_, n) => `n/${String(n).padStart(3, '0')}`);
      await store.commit(keys.map((put) => ({put, value: 'v'})));
      const {getAll} = IDBObjectStore.prototype;
      const read: unknown[] = [];
      replace(IDBObjectStore.prototype, 'getAll', function (this: IDBObjectStore, ...args: Parameters<typeof getAll>) {
        const request = getAll.apply(this, args);
        request.addEventListener('success', () => read.push(request.result.length));
        return request;
      });
      const found: string[] = [];
      for (let after: string | undefined; ; after = found.at(-1)) {
        const page = await store.page('n/', {after, limit: 50});
        if (page.length === 0) break;
        found.push(...page.map(([key]) => key));
      }
      expect(found).to.deep.equal(keys);
      expect(read).to.deep.equal([...Array<number>(10).fill(50), 0]);
    });

    it('drops the connection that the browser closed', async () => {
      const found = connections();
      const store = openStore(freshName());
      await store.commit([{put: 'a', value: 1}]);
      found[0]?.dispatchEvent(new Event('close'));
      expect(await store.get('a')).to.equal(1);
      expect(found).to.have.length(2);
    });

    it('drops the connection when the page is hidden for good or for the back-forward cache (mode 40)', async () => {
      const found = connections();
      const store = openStore(freshName());
      await store.commit([{put: 'a', value: 1}]);
      dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
      expect(() => found[0]?.transaction('records')).to.throw(DOMException);
      expect(await store.get('a')).to.equal(1);
    });

    it('ends what is under way when the page is hidden, for WebKit would keep it open in its cache, and does it again later (mode 40)', async () => {
      const store = openStore(freshName());
      await store.commit([{put: 'a', value: 1}]);
      const ended: string[] = [];
      const {transaction} = IDBDatabase.prototype;
      IDBDatabase.prototype.transaction = function (...args) {
        const made = transaction.apply(this, args);
        const abort = made.abort.bind(made);
        made.abort = () => {
          abort();
          ended.push(made.mode);
        };
        if (made.mode === 'readwrite') queueMicrotask(() => dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true})));
        IDBDatabase.prototype.transaction = made.mode === 'readwrite' ? transaction : IDBDatabase.prototype.transaction;
        return made;
      };
      try {
        const read = store.page('', {limit: 50});
        const changed = store.commit([
          {expect: 'a', value: 1},
          {put: 'a', value: 2},
        ]);
        await changed;
        expect((await read).map(([key]) => key)).to.deep.equal(['a']);
        expect(await store.get('a')).to.equal(2);
        expect(ended).to.have.members(['readonly', 'readwrite']);
      } finally {
        IDBDatabase.prototype.transaction = transaction;
      }
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

    it('makes room for another tab that upgrades or deletes the database, and opens the newer one (mode 48) (mode 49)', async () => {
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

    it('adds its store to a database of that name that has none, keeping the others (mode 16)', async () => {
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
