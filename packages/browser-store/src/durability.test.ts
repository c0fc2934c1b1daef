import {expect} from '@open-wc/testing';
import {openStore} from './indexed-db-store.js';
import {isEphemeral} from './is-ephemeral.js';
import {define, freshName, putBack} from './faults.suite.js';

/** The browser's Storage API, or none. */
const withStorage = (storage: object | undefined): void => define(navigator, 'storage', {value: storage});

describe('what can be known and asked for about durability', () => {
  afterEach(putBack);

  it('persistence is asked for after the first commit, once, and waited for by nothing (mode 10)', async () => {
    let asked = 0;
    const persist = (): Promise<boolean> => {
      asked++;
      // As in Firefox, until the person answers.
      return new Promise(() => undefined);
    };
    withStorage({persist});
    const store = openStore(freshName());
    await store.get('a');
    await store.commit([]);
    expect(asked).to.equal(0);
    await store.commit([{put: 'a', value: 1}]);
    expect(asked).to.equal(1);
    await store.commit([{put: 'a', value: 2}]);
    expect(asked).to.equal(1);
    expect(await store.get('a')).to.equal(2);
  });

  it('answers are kept where persistence is refused, and where there is no Storage API (mode 19)', async () => {
    const persist = (): Promise<boolean> => Promise.reject(new TypeError('not here'));
    for (const storage of [undefined, {}, {persist}]) {
      withStorage(storage);
      const store = openStore(freshName());
      await store.commit([{put: 'a', value: 1}]);
      expect(await store.get('a')).to.equal(1);
      expect(await isEphemeral()).to.equal(false);
    }
  });

  it('storage is ephemeral in a private window of Firefox, which refuses this folder (mode 13)', async () => {
    withStorage({getDirectory: () => Promise.reject(new DOMException('Security error when calling GetDirectory', 'SecurityError'))});
    expect(await isEphemeral()).to.equal(true);
    withStorage({getDirectory: () => Promise.reject(new DOMException('unknown transient reason', 'UnknownError'))});
    expect(await isEphemeral()).to.equal(false);
  });

  it('storage is ephemeral in a frame without credentials (mode 13)', async () => {
    define(globalThis, 'credentialless', {value: true});
    expect(await isEphemeral()).to.equal(true);
  });

  it('nothing is said of an ordinary window', async () => {
    expect(await isEphemeral()).to.equal(false);
  });
});
