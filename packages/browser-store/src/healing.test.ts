import {expect} from '@open-wc/testing';
import {openStore} from './indexed-db-store.js';
import {define, freshName, putBack, replace, settled} from './faults.suite.js';
import {rejection} from './key-value-store.suite.js';

type Open = IDBFactory['open'];
type PageWindow = Window & typeof globalThis;

const frames = (): HTMLIFrameElement[] => [...document.querySelectorAll('iframe')];
const isBucketed = 'storageBuckets' in navigator;

/** As when WebKit has lost its server: this realm's databases cannot be used any more, and it lists none. Gives the connections there were. */
function loseServer(realm: Window = window): void {
  const {IDBDatabase, IDBFactory} = realm as PageWindow;
  replace(IDBFactory.prototype, 'open', () => {
    throw new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError');
  });
  replace(IDBFactory.prototype, 'databases', async () => []);
  replace(IDBDatabase.prototype, 'transaction', () => {
    throw new DOMException('An internal error was encountered in the Indexed Database server', 'UnknownError');
  });
}

/** Does something to this realm and to each one that is looked at from now on. */
function inEveryRealm(act: (realm: PageWindow) => void): void {
  const done = new Set<Window>();
  const once = (realm: Window): void => {
    if (done.has(realm)) return;
    done.add(realm);
    act(realm as PageWindow);
  };
  once(window);
  const getter = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')?.get;
  define(HTMLIFrameElement.prototype, 'contentWindow', {
    get(this: HTMLIFrameElement) {
      const realm = getter?.call(this) as Window | null;
      if (realm) once(realm);
      return realm;
    },
  });
}

/** One database of the origin is damaged: it opens nowhere, with the words of Firefox. */
function damage(name: string): void {
  inEveryRealm(({IDBFactory}) => {
    const {open} = IDBFactory.prototype;
    replace(IDBFactory.prototype, 'open', function (this: IDBFactory, ...args: Parameters<Open>) {
      if (args[0] === name) throw new DOMException('The operation failed for reasons unrelated to the database itself.', 'UnknownError');
      return open.apply(this, args);
    });
  });
}

describe('healing', () => {
  afterEach(() => {
    putBack();
    for (const frame of frames()) frame.remove();
  });

  describe('after the browser lost its databases under the page', () => {
    it('keeps what is new and reads what was there, through a fresh realm in the page (mode 1)', async () => {
      const name = freshName();
      const store = openStore(name);
      await store.commit([{put: 'a', value: {before: [1]}}]);
      expect(frames()).to.have.length(0);
      loseServer();
      await store.commit([{put: 'b', value: 2}]);
      expect(await store.page('', {limit: 5})).to.deep.equal([
        ['a', {before: [1]}],
        ['b', 2],
      ]);
      expect(store.isPartial()).to.equal(false);
      const [frame, ...more] = frames();
      expect(more).to.deep.equal([]);
      expect(frame?.hidden).to.equal(true);
      expect(frame?.getAttributeNames()).to.deep.equal(['hidden']);
      putBack();
      expect(await openStore(name).get('b')).to.equal(2);
    });

    it('does not take what it cannot see for nothing (mode 1)', async () => {
      const store = openStore(freshName());
      await store.commit([{put: 'a', value: 1}]);
      store.close();
      loseServer();
      expect(await store.get('a')).to.equal(1);
    });

    it('takes a new realm for each new loss, and lets go of the one before (mode 1)', async () => {
      const store = openStore(freshName());
      await store.commit([{put: '0', value: 0}]);
      const seen = new Set<HTMLIFrameElement | undefined>();
      let lost: Window | null = window;
      for (const n of [1, 2, 3]) {
        if (lost) loseServer(lost);
        await store.commit([{put: `${n}`, value: n}]);
        expect(frames()).to.have.length(1);
        seen.add(frames()[0]);
        lost = frames()[0]?.contentWindow ?? null;
      }
      expect(seen.size).to.equal(3);
      expect(await store.page('', {limit: 5})).to.have.length(4);
    });

    it('goes on when the host page removes the frame', async () => {
      const store = openStore(freshName());
      await store.commit([{put: 'a', value: 1}]);
      loseServer();
      await store.commit([{put: 'b', value: 2}]);
      frames()[0]?.remove();
      await store.commit([{put: 'c', value: 3}]);
      expect(await store.page('', {limit: 5})).to.have.length(3);
    });

    it('gives up after two seconds an opening that never settles again, and heals (mode 4)', async () => {
      const store = openStore(freshName());
      await store.commit([{put: 'a', value: 1}]);
      store.close();
      replace(IDBFactory.prototype, 'open', () => ({}) as IDBOpenDBRequest);
      const {setTimeout} = globalThis;
      const patience: unknown[] = [];
      replace(globalThis, 'setTimeout', ((run: () => void, ms: number) => {
        patience.push(ms);
        return setTimeout(run, ms === 2_000 && patience.length === 1 ? 20 : ms);
      }) as typeof setTimeout);
      expect(await store.get('a')).to.equal(1);
      expect(patience[0]).to.equal(2_000);
    });
  });

  describe('where storage is refused', () => {
    it('makes no frame and no second database, and says the browser’s own reason (mode 14)', async () => {
      for (const reason of ['SecurityError', 'InvalidStateError', 'QuotaExceededError', 'TimeoutError']) {
        const name = freshName();
        replace(IDBFactory.prototype, 'open', () => {
          throw new DOMException('no', reason);
        });
        const store = openStore(name);
        expect((await rejection(store.commit([{put: 'a', value: 1}]))).name).to.equal(reason);
        putBack();
        expect(frames()).to.have.length(0);
        await store.commit([{put: 'a', value: 1}]);
        store.close();
        expect(await openStore(name).get('a')).to.equal(1);
        expect(store.isPartial()).to.equal(false);
      }
    });
  });

  describe('where the database is damaged', () => {
    const filled = async (records: [string, unknown][]): Promise<string> => {
      const name = freshName();
      const store = openStore(name);
      await store.commit(records.map(([put, value]) => ({put, value})));
      store.close();
      return name;
    };
    const inFirst = async (name: string): Promise<unknown[]> => {
      const database = await settled(indexedDB.open(name));
      const keys = await settled(database.transaction('records').objectStore('records').getAllKeys());
      database.close();
      return keys;
    };
    const everything = (store: ReturnType<typeof openStore>): Promise<[string, unknown][]> => store.page('', {limit: 500});

    it('a second one takes over for writing, says that something is not seen, and goes on when the page is loaded again (mode 8) (mode 9)', async () => {
      const name = await filled([['a', 1]]);
      damage(name);
      const store = openStore(name);
      expect((await rejection(everything(store))).name).to.equal('UnknownError');
      expect(store.isPartial()).to.equal(false);
      // As one who saves does, which needs the key first.
      expect(await store.last('')).to.equal(undefined);
      expect(store.isPartial()).to.equal(true);
      await store.commit([{put: 'b', value: 2}]);
      expect(await everything(store)).to.deep.equal([['b', 2]]);
      expect(await store.get('b')).to.equal(2);
      expect(await store.last('')).to.equal('b');
      store.close();
      const later = openStore(name);
      expect(await everything(later)).to.deep.equal([['b', 2]]);
      expect(later.isPartial()).to.equal(true);
      await later.commit([{remove: 'b'}]);
      expect(await everything(later)).to.deep.equal([]);
      expect(later.isPartial()).to.equal(true);
    });

    it('what can be read again is moved into the second one, once, and nothing is missing any more (mode 8) (mode 9)', async () => {
      const many = Array.from({length: 120}, (_, n): [string, unknown] => [`n/${String(n).padStart(3, '0')}`, n]);
      const name = await filled(many);
      damage(name);
      const store = openStore(name);
      await store.commit([{put: 'z', value: 'new'}]);
      store.close();
      putBack();
      const later = openStore(name);
      expect(await everything(later)).to.deep.equal([...many, ['z', 'new']]);
      expect(later.isPartial()).to.equal(false);
      expect(await inFirst(name)).to.deep.equal([]);
      await later.commit([{put: 'zz', value: 'newer'}]);
      later.close();
      expect(await everything(openStore(name))).to.have.length(122);
      expect(await inFirst(name)).to.deep.equal([]);
    });

    it('a move that stops midway loses nothing, and is finished by the next page', async () => {
      const name = await filled([
        ['a', 1],
        ['b', 2],
      ]);
      damage(name);
      const store = openStore(name);
      await store.commit([{put: 'c', value: 3}]);
      store.close();
      putBack();
      replace(IDBObjectStore.prototype, 'delete', () => {
        throw new DOMException('no', 'DataError');
      });
      const halfway = openStore(name);
      expect(await everything(halfway)).to.have.length(3);
      expect(halfway.isPartial()).to.equal(true);
      putBack();
      halfway.close();
      const later = openStore(name);
      expect(await everything(later)).to.have.length(3);
      expect(later.isPartial()).to.equal(false);
      expect(await inFirst(name)).to.deep.equal([]);
    });

    it('what stands otherwise in both stays in both, and that is said', async () => {
      const name = await filled([
        ['n/a', 'old'],
        ['n/b', 'same'],
      ]);
      damage(name);
      const store = openStore(name);
      await store.commit([
        {put: 'n/a', value: 'new'},
        {put: 'n/b', value: 'same'},
      ]);
      store.close();
      putBack();
      const later = openStore(name);
      expect(await everything(later)).to.deep.equal([
        ['n/a', 'new'],
        ['n/b', 'same'],
      ]);
      expect(later.isPartial()).to.equal(true);
      expect(await inFirst(name)).to.deep.equal(['n/a']);
    });

    it('a mark of the database itself gives way to that of the second one, and nothing is missing', async () => {
      const name = await filled([
        ['mark', 'of the first'],
        ['n/a', 1],
      ]);
      damage(name);
      const store = openStore(name);
      await store.commit([{put: 'mark', value: 'of the second'}]);
      store.close();
      putBack();
      const later = openStore(name);
      expect(await everything(later)).to.deep.equal([
        ['mark', 'of the second'],
        ['n/a', 1],
      ]);
      expect(later.isPartial()).to.equal(false);
      expect(await inFirst(name)).to.deep.equal([]);
    });

    it('it is set aside too when it opens and nothing can be written', async () => {
      const name = await filled([['a', 1]]);
      const {put} = IDBObjectStore.prototype;
      replace(IDBObjectStore.prototype, 'put', function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
        if (this.transaction.db.name === name) throw new DOMException('Internal error.', 'UnknownError');
        return put.apply(this, args);
      });
      const store = openStore(name);
      await store.commit([{put: 'b', value: 2}]);
      expect(store.isPartial()).to.equal(true);
      store.close();
      putBack();
      expect(await everything(openStore(name))).to.deep.equal([
        ['a', 1],
        ['b', 2],
      ]);
    });

    it('a condition about a record that cannot be read does not hold', async () => {
      const name = await filled([['a', 1]]);
      damage(name);
      const refused = openStore(name).commit([
        {expect: 'a', value: 1},
        {put: 'a', value: 2},
      ]);
      expect((await rejection(refused)).name).to.equal('ChangedError');
    });

    if (isBucketed) {
      it('the second one is in a storage bucket, where the damage of the origin’s databases does not reach (mode 8)', async () => {
        const name = await filled([['a', 1]]);
        // Chromium keeps all databases of an origin in one LevelDB.
        inEveryRealm(({indexedDB}) =>
          replace(indexedDB, 'open', () => {
            throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
          }),
        );
        const store = openStore(name);
        await store.commit([{put: 'b', value: 2}]);
        expect(await store.get('b')).to.equal(2);
        store.close();
        putBack();
        expect(await everything(openStore(name))).to.deep.equal([
          ['a', 1],
          ['b', 2],
        ]);
      });
    }
  });
});
