import assert from 'node:assert/strict';
import {isDeepStrictEqual} from 'node:util';
import {mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {mkdtemp} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, before, beforeEach, it} from 'node:test';
import {startMiniBrowser} from '../src/browsers/mini-browser.js';
import {readBody} from '../src/pages/read-body.js';
import {hostPage, serveHost, type Host} from '../src/pages/serve-host.js';
import {eachEngine, openBrowser, type Person} from '../src/person/index.js';
import {until} from '../src/person/until.js';
import {ARRIVED, NOT_SENT, held, networkIsBack, sends, state} from '../src/site/flyer-parent.js';

const UNSAVED = 'Pas encore enregistré sur cet appareil.';
const SCRIPT = '<script type="module" src="/dist/ppgp.js"></script>';

/**
 * A page that saves one answer after the other with the page's outbox, and says what becomes of each: `saved 3`, or `unsaved 3` and why.
 * Asked to, it says what the outbox counts.
 */
const saving = `
const say = async (text) => {
  for (;;) {
    try {
      const reply = await fetch('/say', {method: 'POST', body: text});
      if (reply.ok) return reply.text();
    } catch {}
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
const outboxes = () => globalThis[Symbol.for('ppgp.outbox/1')];
while (!outboxes()) await new Promise((resolve) => setTimeout(resolve, 20));
const outbox = outboxes();
const endpoint = new URL('/v1/answers', location.href).href;
const id = () => crypto.randomUUID();
let wanted = await say('loaded');
for (let n = 1; ; n++) {
  if (wanted === 'count') {
    wanted = await say('counts ' + JSON.stringify(await outbox.counts()));
  } else if (wanted === 'send') {
    outbox.sendNow();
    wanted = await say('sending');
  } else {
    const payload = JSON.stringify({answers: {mark: location.hash + n}});
    try {
      await outbox.save({id: id(), endpoint, campaign: 'c', version: '1', day: '2026-11-22', payload});
      wanted = await say('saved ' + payload);
    } catch (error) {
      wanted = await say('unsaved ' + payload + ' ' + error.cause);
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
}
`;

/** What the page's outbox says of the device. */
const counts = (person: Person): Promise<{pending: number; partial: boolean}> =>
  person.evaluate(async () => {
    type Page = Record<symbol, {counts(): Promise<{pending: number; partial: boolean}>} | undefined>;
    const outbox = () => (globalThis as unknown as Page)[Symbol.for('ppgp.outbox/1')];
    while (!outbox()) await new Promise((resolve) => requestAnimationFrame(resolve));
    const {pending = -1, partial = false} = (await outbox()?.counts()) ?? {};
    return {pending, partial};
  });

/** WebKit, for real: the process that holds IndexedDB dies. */
function lostServer(): void {
  it('its network process killed again and again, the same page keeps new answers and loses none (mode 1)', async () => {
    const said: string[] = [];
    let wanted = 'save';
    const host = await serveHost({
      '/': hostPage(`${SCRIPT}<script type="module" src="/saving.js"></script>`, '<p>Une page</p>'),
      '/saving.js': saving,
      '/say': (request, response) =>
        void readBody(request).then((text) => {
          // Broken off, it is said again.
          if (text === undefined) return;
          said.push(text);
          response.end(wanted);
        }),
    });
    host.collects = 'down';
    const profile = await mkdtemp(join(tmpdir(), 'ppgp-healing-'));
    let browser = await startMiniBrowser({profile, url: `${host.url}/#one-`});
    // What is said while the process dies may be said twice.
    const saved = (): string[] => [...new Set(said.flatMap((text) => (text.startsWith('saved ') ? [text.slice(6)] : [])))];
    const savesMore = (count: number, seconds: number): Promise<void> => {
      const least = saved().length + count;
      return until(
        () => Promise.resolve(saved().length >= least || `${saved().length} of ${least}: ${said.slice(-5).join(' | ')}`),
        seconds,
      );
    };
    const counts = async (): Promise<{pending: number}> => {
      said.length = 0;
      wanted = 'count';
      await until(() => Promise.resolve(said.some((text) => text.startsWith('counts')) || 'nothing was counted'), 10);
      return JSON.parse(said.find((text) => text.startsWith('counts'))?.slice(7) ?? '') as {pending: number};
    };
    try {
      await savesMore(5, 30);
      for (let kills = 1; kills <= 5; kills++) {
        await browser.killNetworkProcess();
        // The promise is five seconds for the first one.
        await savesMore(1, 5);
        await savesMore(4, 30);
      }
      assert.equal(said.filter((text) => text === 'loaded').length, 1);
      const all = saved();
      const {pending} = await counts();
      assert.ok(pending >= all.length, `${pending} wait, ${all.length} were saved`);
      await browser.close();

      browser = await startMiniBrowser({profile, url: `${host.url}/#two-`});
      assert.equal((await counts()).pending, pending);
      host.collects = 'up';
      wanted = 'send';
      const arrived = (): Set<string> => new Set(host.payloads.map((payload) => JSON.stringify(payload)));
      await until(
        () => Promise.resolve(all.every((payload) => arrived().has(payload)) || `${arrived().size} of ${all.length} arrived`),
        30,
      );
    } finally {
      await browser.kill();
      host.close();
      rmSync(profile, {recursive: true, force: true, maxRetries: 5});
    }
  });
}

/** The one file of a profile whose path holds `part` and ends so. */
function findFile(profile: string, part: string, ending: string): string {
  const found = (readdirSync(profile, {recursive: true}) as string[]).filter((path) => path.includes(part) && path.endsWith(ending));
  assert.equal(found.length, 1, `${part} … ${ending}: ${found.join(', ')}`);
  return join(profile, found[0] ?? '');
}

/** Damages a closed browser's databases of the origin at `port` so that they do not repair themselves; what is returned undoes it. */
const damages: Record<'chromium' | 'firefox', (profile: string, port: string) => () => void> = {
  // In the place of the file that names the manifest stands a folder that is not empty.
  chromium(profile, port) {
    const file = findFile(profile, `_${port}.indexeddb.leveldb`, 'CURRENT');
    renameSync(file, `${file}.kept`);
    mkdirSync(file);
    writeFileSync(join(file, 'stray'), 'stray');
    return () => {
      rmSync(file, {recursive: true});
      renameSync(`${file}.kept`, file);
    };
  },
  // As a newer Firefox would leave it: the database's `user_version`, at byte 60, is a schema that this one does not know.
  firefox(profile, port) {
    const file = findFile(profile, join(`+${port}`, 'idb'), '.sqlite');
    const kept = readFileSync(file);
    const newer = Buffer.from(kept);
    newer.writeUInt32BE(0x7fff_fff0, 60);
    writeFileSync(file, newer);
    return () => writeFileSync(file, kept);
  },
};

const titles = {
  chromium: 'a damaged store is set aside, a second one keeps what is new, and both are sent once the first can be read (mode 8)',
  firefox: 'a newer profile’s store is set aside, a second one keeps what is new, and both are sent once the first can be read (mode 9)',
};

function damagedStore(engine: 'chromium' | 'firefox'): void {
  let host: Host;
  let profile: string;
  before(async () => {
    profile = await mkdtemp(join(tmpdir(), 'ppgp-damage-'));
    host = await serveHost({'/': hostPage(SCRIPT, '<flyer-feedback endpoint="/v1/answers"></flyer-feedback>')});
    host.collects = 'down';
  });
  after(() => {
    host.close();
    rmSync(profile, {recursive: true, force: true, maxRetries: 5});
  });
  const atHost = async (act: (person: Person) => Promise<void>): Promise<void> => {
    const browser = await openBrowser(engine, {profile, viewport: {width: 460, height: 800}});
    try {
      const person = await browser.open(host.url);
      await person.sees('Question 1 sur 12');
      await act(person);
    } finally {
      await browser.close();
    }
  };

  it(titles[engine], async () => {
    await atHost(async (person) => {
      await sends(person);
      await person.sees(NOT_SENT);
    });
    const repair = damages[engine](profile, new URL(host.url).port);
    await atHost(async (person) => {
      await sends(person);
      await person.sees(NOT_SENT);
      assert.equal(await state(person), 'saved');
      assert.deepEqual(await counts(person), {pending: 1, partial: true});
      await person.reloads();
      await person.sees('Question 1 sur 12');
      assert.deepEqual(await counts(person), {pending: 1, partial: true});
      host.collects = 'up';
      await networkIsBack(person);
      await until(() => Promise.resolve(host.payloads.length === 1 || 'the second answer has not arrived'), person.patience);
      assert.deepEqual(await person.violations(), []);
    });
    repair();
    await atHost(async (person) => {
      await until(() => Promise.resolve(host.payloads.length === 2 || 'the first answer has not arrived'), person.patience);
      const quiet = async (): Promise<boolean> => isDeepStrictEqual(await counts(person), {pending: 0, partial: false});
      await until(async () => (await quiet()) || `not quiet: ${JSON.stringify(await counts(person))}`, person.patience);
      assert.equal(await held(person), 0);
      assert.deepEqual(await person.violations(), []);
    });
    assert.equal(host.payloads.length, 2);
  });
}

/** Firefox as a person, or their company, may have set it. */
function preferences(): void {
  let host: Host;
  beforeEach(async () => {
    host = await serveHost({'/': hostPage(SCRIPT, '<flyer-feedback endpoint="/v1/answers"></flyer-feedback>')});
    host.collects = 'down';
  });
  afterEach(() => host.close());
  const withPreference = async (name: string, value: unknown, act: (person: Person) => Promise<void>): Promise<void> => {
    const profile = await mkdtemp(join(tmpdir(), 'ppgp-preference-'));
    writeFileSync(join(profile, 'prefs.js'), `user_pref("${name}", ${JSON.stringify(value)});\n`);
    const browser = await openBrowser('firefox', {profile, viewport: {width: 460, height: 800}});
    try {
      const person = await browser.open(host.url);
      await person.sees('Question 1 sur 12');
      await act(person);
    } finally {
      await browser.close();
      rmSync(profile, {recursive: true, force: true, maxRetries: 5});
    }
  };
  const arrives = async (person: Person): Promise<void> => {
    host.collects = 'up';
    await networkIsBack(person);
    await person.sees(ARRIVED);
    assert.equal(host.payloads.length, 1);
    assert.deepEqual(await person.violations(), []);
  };

  it('in a private window an answer is not called saved, and is sent (mode 13)', () =>
    withPreference('browser.privatebrowsing.autostart', true, async (person) => {
      await sends(person);
      await person.sees(UNSAVED);
      assert.equal(await state(person), 'unsaved');
      await arrives(person);
    }));

  it('where storage is refused an answer is not called saved, and is sent (mode 14)', () =>
    withPreference('network.cookie.cookieBehavior', 2, async (person) => {
      assert.equal(
        await person.evaluate(() => new Promise((resolve) => (indexedDB.open('any').onerror = resolve)).catch(({name}: Error) => name)),
        'SecurityError',
      );
      await sends(person);
      await person.sees(UNSAVED);
      assert.equal(await state(person), 'unsaved');
      await arrives(person);
    }));

  it('with no room left an answer is not called saved, and is once there is room again (mode 5)', () =>
    // In kibibytes; a site may have a part of it.
    withPreference('dom.quotaManager.temporaryStorage.fixedLimit', 20_480, async (person) => {
      await person.evaluate(fills);
      await sends(person);
      await person.sees(UNSAVED);
      assert.equal(await state(person), 'unsaved');
      await person.evaluate(() => indexedDB.deleteDatabase('full') && undefined);
      await arrives(person);
    }));
}

/** Fills what this origin may store with what cannot be compressed, to the last half kilobyte. */
async function fills(): Promise<void> {
  const adds = (bytes: Uint8Array): Promise<boolean> =>
    new Promise((resolve) => {
      // A connection for each: Firefox closes one that met the limit.
      const opening = indexedDB.open('full', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('bytes', {autoIncrement: true});
      opening.onerror = () => resolve(false);
      opening.onsuccess = () => {
        const transaction = opening.result.transaction('bytes', 'readwrite');
        transaction.objectStore('bytes').add(bytes);
        transaction.oncomplete = () => resolve(true);
        transaction.onabort = () => resolve(false);
        opening.result.close();
      };
    });
  for (let size = 2 ** 22; size >= 2 ** 9;) {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += 2 ** 16) crypto.getRandomValues(bytes.subarray(at, Math.min(at + 2 ** 16, size)));
    if (!(await adds(bytes))) size /= 2;
  }
}

eachEngine((engine) => {
  if (engine !== 'webkit') damagedStore(engine);
  if (engine === 'firefox') preferences();
  // Safari lets nobody at its processes.
  if (engine === 'webkit' && process.platform === 'linux') lostServer();
});
