import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import {launch, type Page} from 'puppeteer-core';
import {findChromium, missingEngine} from '../src/browsers/engines.mjs';
import {launchOptions} from '../src/browsers/launch-options.js';
import {hostPage, serveHost, type Host} from '../src/pages/serve-host.js';
import {eachEngine, openBrowser} from '../src/person/index.js';
import {until} from '../src/person/until.js';
import {held} from '../src/site/flyer-parent.js';

/** The documented line, in a worker of the host's own. */
const WORKER = `importScripts('/dist/ppgp-sync.js');
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
`;
const PAGE = hostPage(
  '<script type="module" src="/dist/ppgp.js"></script><script type="module" src="/host.js"></script>',
  '<p>Une page</p>',
);
/** Under our strict policy a page may name a worker only through a policy of its own. */
const HOST = `const plain = {createScriptURL: (url) => url};
const policy = globalThis.trustedTypes?.createPolicy('host', plain) ?? plain;
globalThis.controlled = new Promise((resolve) => {
  if (navigator.serviceWorker.controller) resolve();
  else navigator.serviceWorker.addEventListener('controllerchange', resolve, {once: true});
});
await navigator.serviceWorker.register(policy.createScriptURL('/worker.js'));
`;

type Outboxes = Record<symbol, {save(answer: object): Promise<void>} | undefined>;

/** In the page: saves an answer, as an element does. */
async function save(): Promise<void> {
  await (globalThis as {controlled?: Promise<void>}).controlled;
  const outbox = (globalThis as unknown as Outboxes)[Symbol.for('ppgp.outbox/1')];
  if (!outbox) throw new Error('There is no outbox.');
  const endpoint = new URL('/v1/answers', location.href).href;
  const payload = JSON.stringify({answers: {q: 'oui'}});
  await outbox.save({id: crypto.randomUUID(), endpoint, campaign: 'c', version: '1', day: '2026-11-22', payload});
}

/** What `navigator.serviceWorker.register` gave, as the browser's tools name it. */
async function registrationOf(page: Page): Promise<{registrationId: string; dispatch: () => Promise<void>}> {
  const session = await page.createCDPSession();
  const origin = new URL(page.url()).origin;
  const registrationId = await new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({registrations}) => {
      const one = registrations.find(({scopeURL}) => scopeURL.startsWith(origin));
      if (one) resolve(one.registrationId);
    });
    void session.send('ServiceWorker.enable');
  });
  const dispatch = (): Promise<void> =>
    session.send('ServiceWorker.dispatchSyncEvent', {origin, registrationId, tag: 'ppgp-outbox', lastChance: false});
  return {registrationId, dispatch};
}

let host: Host;
before(async () => {
  host = await serveHost({
    '/': PAGE,
    '/host.js': HOST,
    // Without the policy, under which importScripts takes no text.
    '/worker.js': (_request, response) => void response.writeHead(200, {'content-type': 'text/javascript'}).end(WORKER),
    '/bare': hostPage('', '<p>Sans rien</p>'),
  });
});
after(() => host.close());

eachEngine((engine) => {
  it('a page with the worker saves, sends and breaks nothing, whether the browser has Background Sync or not (mode 89)', async () => {
    host.collects = 'up';
    host.payloads.length = 0;
    const browser = await openBrowser(engine);
    try {
      const person = await browser.open(host.url);
      await person.evaluate(save);
      await until(() => Promise.resolve(host.payloads.length === 1 || 'nothing arrived'), 10);
      await until(async () => (await held(person)) === 0 || 'it is still on the device', 10);
      assert.equal(host.payloads.length, 1);
    } finally {
      await browser.close();
    }
  });

  if (engine !== 'chromium') return;

  it('the worker, woken by the browser with no page open, sends what waits, and only what the collector proved goes', async () => {
    host.collects = 'down';
    host.payloads.length = 0;
    const executablePath = findChromium();
    if (!executablePath) throw new Error(missingEngine('chromium'));
    const browser = await launch(launchOptions.chromium(executablePath));
    try {
      const page = await browser.newPage();
      await page.goto(host.url);
      await page.evaluate(`(${save.toString()})()`);
      // Another page of the host's, without anything of ours.
      await page.goto(`${host.url}/bare`);
      const {dispatch} = await registrationOf(page);
      const left = (): Promise<number> => page.evaluate(`(${held.toString()})({evaluate: (work) => work()})`) as Promise<number>;
      await dispatch();
      assert.equal(await left(), 1);
      host.collects = 'up';
      await until(async () => {
        await dispatch();
        return (await left()) === 0 || 'it is still on the device';
      }, 20);
      assert.deepEqual(host.payloads, [{answers: {q: 'oui'}}]);
    } finally {
      await browser.close();
    }
  });
});
