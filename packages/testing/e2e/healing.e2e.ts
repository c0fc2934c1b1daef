import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {mkdtemp} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {hasEngine, wantedEngines} from '../src/browsers/engines.mjs';
import {startMiniBrowser} from '../src/browsers/mini-browser.js';
import {hostPage, serveHost, type Host} from '../src/pages/serve-host.js';
import {openBrowser, type Person} from '../src/person/index.js';
import {until} from '../src/person/until.js';
import {NOT_SENT, held, networkIsBack, sends, state} from '../src/site/flyer-parent.js';

const SCRIPT = '<script type="module" src="/dist/ppgp.js"></script>';
const has = (engine: 'chromium' | 'firefox' | 'webkit'): boolean => wantedEngines().includes(engine) && hasEngine(engine);

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

describe('webkit', {skip: has('webkit') && process.platform === 'linux' ? false : 'needs WebKitGTK'}, () => {
  it('its network process killed again and again, the same page keeps new answers and loses none (mode 1)', async () => {
    const said: string[] = [];
    let wanted = 'save';
    const host = await serveHost({
      '/': hostPage(`${SCRIPT}<script type="module" src="/saving.js"></script>`, '<p>Une page</p>'),
      '/saving.js': saving,
      '/say': (request, response) => {
        void (async () => {
          let text = '';
          for await (const chunk of request) text += String(chunk);
          said.push(text);
          response.end(wanted);
        })();
      },
    });
    host.collects = 'down';
    const profile = await mkdtemp(join(tmpdir(), 'ppgp-healing-'));
    let browser = await startMiniBrowser({profile, url: `${host.url}/#one-`});
    const saved = (): string[] => said.flatMap((text) => (text.startsWith('saved ') ? [text.slice(6)] : []));
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
        await savesMore(5, 5);
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
});

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

for (const engine of ['chromium', 'firefox'] as const) {
  describe(engine, {skip: has(engine) ? false : `needs ${engine}`}, () => {
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
        await person.reloads();
        await person.sees('Question 1 sur 12');
        host.collects = 'up';
        await networkIsBack(person);
        await until(() => Promise.resolve(host.payloads.length === 1 || 'the second answer has not arrived'), person.patience);
        assert.deepEqual(await person.violations(), []);
      });
      repair();
      await atHost(async (person) => {
        await until(() => Promise.resolve(host.payloads.length === 2 || 'the first answer has not arrived'), person.patience);
        assert.equal(await held(person), 0);
        assert.deepEqual(await person.violations(), []);
      });
      assert.equal(host.payloads.length, 2);
    });
  });
}
