import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {hostPage, serveHost, type Host} from '../src/pages/serve-host.js';
import {eachEngine, openBrowser, type Browser} from '../src/person/index.js';
import {until} from '../src/person/until.js';

const TAGS = ['flyer-feedback', 'ppgp-survey instrument="usagers"', 'needs-plateau', 'pemat-grid instrument="pemat-p"', 'ppgp-outbox'];
/** How long nobody does anything. There is no event for what does not happen. */
const IDLE_MS = 2_000;

/** Notes every timer, frame and request that our files begin, and every timer of theirs that rings: a browser's driver has some of its own. */
const watcher = `globalThis.begun = [];
for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback', 'fetch']) {
  const own = globalThis[name];
  if (!own) continue;
  globalThis[name] = function (work, ...more) {
    if (!new Error().stack.includes('/dist/')) return own.call(globalThis, work, ...more);
    begun.push(name);
    if (typeof work !== 'function') return own.call(globalThis, work, ...more);
    return own.call(globalThis, function (...given) { begun.push(name + ' rings'); return work.apply(this, given); }, ...more);
  };
}`;

eachEngine((engine) => {
  let host: Host;
  let browser: Browser;
  before(async () => {
    host = await serveHost({
      '/watcher.js': watcher,
      '/': hostPage(
        '<script src="/watcher.js"></script><script type="module" src="/dist/ppgp.js"></script>',
        TAGS.map((tag) => `<${tag} endpoint="/v1/answers"></${tag.split(' ')[0]}>`).join(''),
      ),
      '/nothing': hostPage('<script src="/watcher.js"></script><script type="module" src="/dist/ppgp.js"></script>', '<p>Une page.</p>'),
    });
    browser = await openBrowser(engine);
  });
  after(async () => {
    await browser.close();
    host.close();
  });

  for (const [what, path] of [
    ['every tag on it', '/'],
    ['no tag on it', '/nothing'],
  ] as const)
    it(`a page with ${what} that nobody touches does nothing: no timer, no frame, no request`, async () => {
      const person = await browser.open(host.url + path);
      const begun = (): Promise<string[]> => person.evaluate(() => (globalThis as unknown as {begun: string[]}).begun.splice(0));
      await until(
        () =>
          person.evaluate(
            (tags) => {
              const waits = tags.filter(
                (tag) => document.querySelector(tag) && !document.querySelector(tag)?.shadowRoot?.querySelector('.body'),
              );
              return waits.length === 0 || `waits for ${waits.join(', ')}`;
            },
            TAGS.map((tag) => tag.split(' ')[0] ?? ''),
          ),
        person.patience,
      );
      // What the start has begun ends by itself; it is noted, or nothing would be.
      let started = 0;
      await until(async () => {
        const more = await begun();
        started += more.length;
        if (more.length === 0 && started > 0) return true;
        await pause(IDLE_MS);
        return started === 0 ? 'nothing was noted' : `still busy: ${more.join(', ')}`;
      }, person.patience);
      await pause(IDLE_MS);
      assert.deepEqual(await begun(), []);
      await person.closes();
    });
});
