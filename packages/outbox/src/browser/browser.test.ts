import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import type {Lock} from '../ports.js';

/** Puts a browser's global in place, for the rest of this file. */
function provide(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, {value, configurable: true, writable: true});
}

describe('the lock among tabs', () => {
  const endpoint = 'https://collector.example/v1/answers';
  const load = async (): Promise<Lock['run']> => (await import('./lock.js')).browserLock.run;
  type Request = (name: string, options: {signal: AbortSignal}, work: () => Promise<void>) => Promise<void>;
  const withLocks = (request: Request): void => provide('navigator', {locks: {request}});

  it('is done without where there are no locks, as on plain HTTP (mode 45)', async () => {
    for (const navigator of [undefined, {}]) {
      provide('navigator', navigator);
      let runs = 0;
      await (
        await load()
      )(async () => void runs++, endpoint);
      assert.equal(runs, 1);
    }
  });

  it('runs the work inside the lock', async () => {
    const order: string[] = [];
    withLocks(async (name, _options, work) => {
      order.push(`${name} granted`);
      await work();
      order.push('released');
    });
    await (
      await load()
    )(async () => void order.push('work'), endpoint);
    assert.deepEqual(order, [`ppgp-outbox ${endpoint} granted`, 'work', 'released']);
  });

  it('stops waiting for a tab that keeps the lock, and runs the work beside it; the next time sooner (mode 46) (mode 47)', async () => {
    const timeout = AbortSignal.timeout;
    const patience: number[] = [];
    AbortSignal.timeout = (ms) => {
      patience.push(ms);
      return AbortSignal.abort();
    };
    const run = await load();
    let runs = 0;
    const work = async (): Promise<void> => void runs++;
    try {
      withLocks((_name, _options, granted) => granted());
      await run(work, endpoint);
      withLocks(async (_name, {signal}) => signal.throwIfAborted());
      await run(work, endpoint);
      await run(work, endpoint);
      withLocks((_name, _options, granted) => granted());
      await run(work, endpoint);
      await run(work, endpoint);
    } finally {
      AbortSignal.timeout = timeout;
    }
    assert.equal(runs, 5);
    assert.deepEqual(patience.slice(1), [20_000, 100, 100, 20_000]);
  });

  it('does not run the work twice when it fails, and lets go of the lock (mode 43)', async () => {
    withLocks((_name, _options, work) => work());
    let runs = 0;
    const work = async (): Promise<void> => {
      runs++;
      throw new Error('of the work');
    };
    await assert.rejects((await load())(work, endpoint), /of the work/);
    assert.equal(runs, 1);
  });

  it('is done without where it may not be asked for', async () => {
    withLocks(async () => {
      throw new DOMException('not here', 'SecurityError');
    });
    let runs = 0;
    await (
      await load()
    )(async () => void runs++, endpoint);
    assert.equal(runs, 1);
  });
});

describe('a page’s outbox', () => {
  const asked: {url: unknown; init: RequestInit}[] = [];
  let reply = (): Response => new Response('', {status: 503, headers: {'Retry-After': '7'}});
  const listeners = new Map<string, () => void>();

  /** A page without a database, which a third-party frame may be. */
  async function page(copy: string): Promise<typeof import('./index.js')> {
    provide('fetch', async (url: unknown, init: RequestInit) => {
      asked.push({url, init});
      return reply();
    });
    provide('document', {hidden: false});
    // Nothing of the outbox may need these: a channel keeps pages out of the back-forward cache, and the hint lies.
    provide('BroadcastChannel', undefined);
    provide('navigator', {onLine: false});
    // A page's timers end with it; these must not keep the test waiting.
    const {setTimeout} = globalThis;
    provide('setTimeout', (call: () => void, ms: number) => setTimeout(call, ms).unref());
    provide('addEventListener', (type: string, listener: () => void) => listeners.set(type, listener));
    return (await import(`./index.js?${copy}`)) as typeof import('./index.js');
  }

  it('is one for all copies of the library on the page, and does nothing while nothing waits (mode 50) (mode 41) (mode 52)', async () => {
    const [one, other] = [await page('one'), await page('other')];
    assert.notEqual(one, other);
    assert.equal(one.pageOutbox(), other.pageOutbox());
    assert.equal((globalThis as Record<symbol, unknown>)[Symbol.for('ppgp.outbox/1')], one.pageOutbox());
    other.pageOutbox().wake();
    assert.deepEqual([...listeners.keys()], ['pagehide', 'online', 'focus', 'pageshow', 'visibilitychange']);
    assert.deepEqual(asked, []);
  });

  it('says that it cannot keep an answer where storage is refused, and sends it all the same, without cookies or redirects (mode 14) (mode 33) (mode 78)', async () => {
    const {pageOutbox} = await page('one');
    const outbox = pageOutbox();
    const answer = {
      id: '6f1c0e5e-0000-4000-8000-00000000000a',
      endpoint: 'https://collector.example/v1/answers',
      campaign: 'c',
      version: '1',
      day: '2026-11-21',
      payload: '{"é":1}',
    };
    await assert.rejects(outbox.save(answer), {name: 'OutboxError', reason: 'refused'});
    const awake = setInterval(() => undefined, 1_000);
    const heard = new Promise((resolve) => outbox.watch(resolve));
    await outbox.sendUnsaved(answer);
    const event = await heard;
    assert.deepEqual(event, {...(event as object), type: 'retry', ids: [answer.id], reason: 'server'});
    const [request] = asked;
    assert.equal(request?.url, answer.endpoint);
    const {signal, body, ...init} = request?.init ?? {};
    assert.ok(signal instanceof AbortSignal);
    assert.equal((JSON.parse(String(body)) as {items: {payload: string}[]}).items[0]?.payload, answer.payload);
    assert.deepEqual(init, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      keepalive: false,
    });

    const sent = new Promise((resolve) => outbox.watch((event) => event.type === 'sent' && resolve(event)));
    const {hash} = (JSON.parse(String(body)) as {items: {hash: string}[]}).items[0] ?? {};
    reply = () =>
      Response.json({protocol: 'reponses/1', storeEpoch: 'e', retryAfter: 0, results: [{id: answer.id, status: 'stored', hash}]});
    outbox.sendNow();
    assert.deepEqual(await sent, {type: 'sent', id: answer.id, previousId: undefined});
    clearInterval(awake);
  });

  it('tries whatever the device says of its network, without locks, Storage API or service worker (mode 19) (mode 21) (mode 89)', () => {
    assert.equal(navigator.onLine, false);
    assert.equal(
      Reflect.get(navigator, 'storage') ?? Reflect.get(navigator, 'serviceWorker') ?? Reflect.get(navigator, 'locks'),
      undefined,
    );
    assert.ok(asked.length >= 2);
  });

  it('tells collectors the version of its package', async () => {
    const {version} = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {version: string};
    assert.equal((await import('./index.js')).LIB, version);
  });
});

describe('the note of what waits', () => {
  const withStorage = (storage: unknown): void => provide('localStorage', storage);

  it('is a number in localStorage, gone when nothing waits', async () => {
    const {browserCanary} = await import('./canary.js');
    const kept = new Map<string, string>();
    withStorage({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    });
    assert.equal(browserCanary.read(), undefined);
    browserCanary.write(3);
    assert.equal(browserCanary.read(), 3);
    assert.deepEqual([...kept], [['ppgp-outbox', '3']]);
    browserCanary.write(undefined);
    assert.deepEqual([...kept], []);
  });

  it('is done without where localStorage is refused', async () => {
    const {browserCanary} = await import('./canary.js');
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('not here', 'SecurityError');
      },
    });
    browserCanary.write(1);
    assert.equal(browserCanary.read(), undefined);
  });
});

describe('a service worker of the host', () => {
  it('is asked to be woken when the network is back, where the page has one and the browser can', async () => {
    const {afterSave} = await import('./after-save.js');
    const tags: string[] = [];
    const ready = Promise.resolve({sync: {register: async (tag: string) => void tags.push(tag)}});
    for (const serviceWorker of [undefined, {}, {controller: {}, ready: Promise.resolve({})}, {controller: {}, ready}]) {
      provide('navigator', {serviceWorker});
      await afterSave();
    }
    assert.deepEqual(tags, ['ppgp-outbox']);
  });
});
