import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Fault} from '../src/fault-proxy/fault-proxy.js';
import {openBrowser, type Person} from '../src/person/index.js';
import {until} from '../src/person/until.js';
import {ARRIVED, CAMPAIGN, NOT_SENT, PAGE, begins, goesOn, held, networkIsBack, sends, state} from '../src/site/flyer-parent.js';
import {atSite} from '../src/site/at-site.js';

/** What arrived is no longer on the device. */
const keepsNothing = (person: Person): Promise<void> =>
  until(async () => {
    const count = await held(person);
    return count === 0 || `${count} on the device`;
  }, person.patience);

atSite({page: PAGE, campaign: CAMPAIGN}, (it) => {
  it('with the network pulled in the middle, the answer is kept, said to be kept, and counted once when it is back', async ({
    proxy,
    person,
    countedOnce,
  }) => {
    await begins(person);
    await proxy.pull();
    await goesOn(person);
    await person.taps('Envoyer mes réponses');
    await person.sees(NOT_SENT);
    assert.equal(await state(person), 'saved');
    assert.equal(await held(person), 1);
    assert.deepEqual(await person.axe(), []);
    await proxy.plug();
    await networkIsBack(person);
    await person.sees(ARRIVED);
    await countedOnce();
  });

  it('an answer that waits is said to wait after a reload, and sent from there', async ({proxy, person, countedOnce}) => {
    proxy.fault = {kind: 'refuse'};
    await sends(person);
    await person.sees(NOT_SENT);
    await person.reloads();
    await person.sees('1 réponse enregistrée sur cet appareil, pas encore envoyée.');
    assert.deepEqual(await person.axe(), []);
    proxy.fault = undefined;
    const reply = proxy.nextReply();
    await person.reloads();
    await reply;
    await keepsNothing(person);
    await person.seesNoMore('1 réponse enregistrée sur cet appareil');
    await countedOnce();
  });

  it('the tab is closed with an answer waiting: the next visit sends it', async ({browser, proxy, person, countedOnce}) => {
    proxy.fault = {kind: 'status', status: 503};
    await sends(person);
    await person.sees(NOT_SENT);
    await person.closes();
    proxy.fault = undefined;
    const reply = proxy.nextReply();
    const later = await browser.open(proxy.url + PAGE);
    await reply;
    await keepsNothing(later);
    await later.seesNoMore('réponse enregistrée sur cet appareil');
    await countedOnce();
  });

  it('left while it reads what waits, a page in the back-forward cache holds up no later answer (mode 40)', async ({proxy, person}) => {
    proxy.fault = {kind: 'refuse'};
    await sends(person);
    await person.sees(NOT_SENT);
    // A read that takes as long as the page is there.
    await person.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const {getAll, get} = IDBObjectStore.prototype;
          IDBObjectStore.prototype.getAll = function (...args) {
            const again = (): void => void (get.call(this, 'nothing').onsuccess = again);
            again();
            resolve();
            return getAll.apply(this, args);
          };
          dispatchEvent(new Event('focus'));
        }),
    );
    await person.goes(`${proxy.url}${PAGE}?encore`);
    await sends(person);
    await person.sees(NOT_SENT);
    assert.equal(await held(person), 2);
  });

  const liars: [string, Fault][] = [
    ['answers 200 with a page of a public Wi-Fi', {kind: 'portal'}],
    ['answers 500', {kind: 'status', status: 500}],
    ['answers 204', {kind: 'no-content'}],
    ['echoes another hash', {kind: 'wrong-hash'}],
    ['takes the answer and breaks off', {kind: 'lose-reply'}],
  ];
  for (const [name, fault] of liars) {
    it(`a server that ${name} is not believed, and the answer counts once`, async ({proxy, person, countedOnce}) => {
      proxy.fault = fault;
      await sends(person);
      await person.sees(NOT_SENT);
      assert.equal(await held(person), 1);
      proxy.fault = undefined;
      await networkIsBack(person);
      await person.sees(ARRIVED);
      assert.equal(await held(person), 0);
      await countedOnce();
    });
  }

  it('the collector is killed between receiving and answering: the answer counts once', async ({site, proxy, person, countedOnce}) => {
    proxy.fault = {kind: 'hold'};
    const post = proxy.nextPost();
    await sends(person);
    await post;
    proxy.fault = undefined;
    proxy.release();
    await site.kill();
    await person.sees(NOT_SENT);
    await site.restart();
    await networkIsBack(person);
    await person.sees(ARRIVED);
    await countedOnce();
  });

  it('two tabs send what waits, and each answer counts once', async ({site, browser, proxy, person, received}) => {
    proxy.fault = {kind: 'refuse'};
    await sends(person);
    await person.sees(NOT_SENT);
    const other = await browser.open(proxy.url + PAGE);
    await sends(other);
    await other.sees(NOT_SENT);
    proxy.fault = undefined;
    await Promise.all([networkIsBack(person), networkIsBack(other)]);
    await Promise.all([person.sees(ARRIVED), other.sees(ARRIVED)]);
    assert.equal((await site.figures(CAMPAIGN)).received, received + 2);
  });

  it('a device that refuses to store says so, and still sends', async ({proxy, person, countedOnce}) => {
    await person.evaluate(() => {
      Object.defineProperty(globalThis, 'indexedDB', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    proxy.fault = {kind: 'refuse'};
    await sends(person);
    await person.sees('Pas encore enregistré sur cet appareil.');
    assert.equal(await state(person), 'unsaved');
    assert.deepEqual(await person.axe(), []);
    proxy.fault = undefined;
    await networkIsBack(person);
    await person.sees(ARRIVED);
    await countedOnce();
  });

  it('a person need not wait as long as a server asks', async ({proxy, person, countedOnce}) => {
    proxy.fault = {kind: 'status', status: 503, retryAfter: 3600};
    const refused = proxy.nextPost();
    await sends(person);
    await person.sees(NOT_SENT);
    // What is saved is said so before it is tried.
    await refused;
    proxy.fault = undefined;
    await person.taps('Essayer maintenant');
    await person.sees(ARRIVED);
    await countedOnce();
  });

  it('an unknown campaign is not the parent’s affair: the answer waits, the integrator hears', async ({person}) => {
    await person.evaluate(() => {
      const element = document.querySelector('flyer-feedback');
      element?.setAttribute('campaign', 'pas-encore-la');
      const heard: string[] = [];
      (globalThis as {heard?: string[]}).heard = heard;
      element?.addEventListener('ppgp-error', (event) => heard.push(event.code));
    });
    await sends(person);
    await person.sees(NOT_SENT);
    await person.sees('Gardez cette page ouverte');
    await until(async () => {
      const heard = await person.evaluate(() => (globalThis as {heard?: string[]}).heard);
      return heard?.includes('unknown-campaign') === true || `heard ${String(heard)}`;
    }, person.patience);
    assert.equal(await held(person), 1);
  });

  it('the browser is killed with an answer waiting: the next start sends it, where the engine keeps a profile', async ({
    engine,
    proxy,
    countedOnce,
  }) => {
    const profile = await mkdtemp(join(tmpdir(), 'ppgp-killed-'));
    let browser = await openBrowser(engine, {profile});
    proxy.fault = {kind: 'refuse'};
    const person = await browser.open(proxy.url + PAGE);
    await sends(person);
    await person.sees(NOT_SENT);
    await browser.kill();
    proxy.fault = undefined;
    browser = await openBrowser(engine, {profile});
    if (browser.persistent) {
      const reply = proxy.nextReply();
      const later = await browser.open(proxy.url + PAGE);
      await reply;
      await keepsNothing(later);
      await later.seesNoMore('réponse enregistrée sur cet appareil');
      await countedOnce();
    }
    await browser.close();
    await rm(profile, {recursive: true, maxRetries: 5});
  });
});
