import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, it} from 'node:test';
import type {Payload} from '@ppgp/schema';
import {startFaultProxy, type FaultProxy} from '../src/fault-proxy/fault-proxy.js';
import {eachEngine, openBrowser, type Browser, type Person} from '../src/person/index.js';
import {difference} from './difference.js';
import {until} from '../src/person/until.js';
import {startSite, type Site} from '../src/site/start-site.js';

const PAGE = '/examples/waiting-room/';
/** What no sent board may hold: chosen by those who walk away, and what is hard to say. */
const CANARIES = ['contraception', 'logement', 'deuil', 'violences'];

interface Batch {
  items: {id: string; payload: string}[];
}

const LIMIT = {timeout: 120_000};

/** What is on the screen and behind it: every word, and what is ticked. */
const standing = (person: Person): Promise<string> =>
  person.evaluate(() => {
    const {shadowRoot} = document.querySelector('needs-plateau') as HTMLElement;
    const ticked = shadowRoot?.querySelectorAll('input:checked, .chosen').length ?? 0;
    return `${shadowRoot?.textContent.replace(/\s+/g, ' ').trim()} | ${ticked} | ${document.title} | ${location.href}`;
  });

/** Whether the question on top lets nothing through of what was chosen. */
const isOpaque = (person: Person): Promise<boolean> =>
  person.evaluate(() => {
    const dialog = document.querySelector('needs-plateau')?.shadowRoot?.querySelector('dialog:modal');
    if (!dialog) return false;
    const {backgroundColor, opacity} = getComputedStyle(dialog, '::backdrop');
    return opacity === '1' && !/rgba|\/|transparent/.test(backgroundColor);
  });

/** Everything that the page's origin stores, but the files of the page itself. */
const stored = (person: Person): Promise<string> =>
  person.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(request.error?.message));
      });
    const kept: unknown[] = [{...localStorage}, {...sessionStorage}];
    for (const {name = ''} of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames) kept.push(name, await done(database.transaction(store).objectStore(store).getAll()));
      database.close();
    }
    return JSON.stringify(kept);
  });

/** A clock of the page that a test moves on: what asks how late it is, is told so many seconds more. */
const later = (person: Person, seconds: number): Promise<void> =>
  person.evaluate((more) => {
    const {now} = performance;
    performance.now = () => now.call(performance) + more * 1000;
  }, seconds);

/** A parent chooses themes by their places, goes all the way and sends, without a pause; waits until it is kept. */
const gives = (person: Person, places: number[]): Promise<string> =>
  person.evaluate(async (chosen) => {
    const tag = document.querySelector('needs-plateau') as HTMLElement & {updateComplete: Promise<boolean>};
    const presses = async (part: string, within = ''): Promise<void> => {
      (tag.shadowRoot?.querySelector(`${within} [part=${part}]`) as HTMLElement).click();
      await tag.updateComplete;
    };
    await presses('start');
    for (const place of chosen) (tag.shadowRoot?.querySelectorAll('.tile input')[place] as HTMLElement).click();
    await presses('next');
    // More than there is time for: three of them are for today.
    for (let more = chosen.length > 3 ? 3 : 0; more > 0; more -= 1) await presses('move', '[part=later]');
    await presses('next');
    const kept = new Promise((resolve) => tag.addEventListener('ppgp-saved', resolve, {once: true}));
    await presses('send');
    await kept;
    const said = tag.shadowRoot?.textContent ?? '';
    while (!tag.shadowRoot?.querySelector('[part=finish]')) await new Promise(requestAnimationFrame);
    await presses('finish');
    return said;
  }, places);

/** A child hits the screen 200 times, wherever a pseudo-random number leads; what it sends is told. */
const mashes = (person: Person): Promise<number> =>
  person.evaluate(async () => {
    const tag = document.querySelector('needs-plateau') as HTMLElement;
    let sent = 0;
    tag.addEventListener('ppgp-saved', () => (sent += 1));
    let random = 20261122;
    const draws = (below: number): number => {
      random = (Math.imul(random, 1103515245) + 12345) & 0x7fffffff;
      return random % below;
    };
    for (let hit = 0; hit < 200; hit += 1) {
      const [clientX, clientY] = [draws(innerWidth), draws(innerHeight)];
      const target = tag.shadowRoot?.elementFromPoint(clientX, clientY);
      const at = {bubbles: true, cancelable: true, composed: true, isPrimary: true, clientX, clientY, detail: 1};
      if (target && !target.closest('a')) {
        target.dispatchEvent(new PointerEvent('pointerdown', at));
        target.dispatchEvent(new PointerEvent('pointerup', at));
        target.dispatchEvent(new MouseEvent('click', at));
      }
      if (hit % 4 === 0) await new Promise(requestAnimationFrame);
    }
    // Where its hand lands at last: on what goes on, as far as there is such a thing.
    for (let step = 0; step < 5 && sent === 0; step += 1) {
      const onward = ['send', 'next', 'back', 'go-on'].map((part) => tag.shadowRoot?.querySelector<HTMLElement>(`[part=${part}]`));
      onward.find(Boolean)?.click();
      for (let frame = 0; frame < 10; frame += 1) await new Promise(requestAnimationFrame);
    }
    return sent;
  });

eachEngine((engine) => {
  /** The whole day in one engine; the others see the same hours with fewer people. */
  const parents = engine === 'chromium' ? 40 : 8;
  const outage = {from: Math.ceil(parents * 0.4), to: Math.ceil(parents * 0.8)};
  const walkAway = (engine === 'chromium' ? [0.2, 0.5, 0.9] : [0.5]).map((part) => Math.floor(parents * part));
  let site: Site;
  let proxy: FaultProxy;
  let profile: string;
  let browser: Browser;
  let person: Person;
  before(async () => {
    site = await startSite();
    proxy = await startFaultProxy(site.url);
    profile = await mkdtemp(join(tmpdir(), 'ppgp-day-'));
    await opens();
  }, LIMIT);
  after(async () => {
    await browser.close();
    await proxy.close();
    await site.close();
    await rm(profile, {recursive: true, force: true, maxRetries: 5});
  }, LIMIT);

  /** The tablet is switched on. */
  async function opens(): Promise<void> {
    browser = await openBrowser(engine, {viewport: {width: 768, height: 1024}, ...(engine === 'webkit' ? {} : {profile})});
    person = await browser.open(proxy.url + PAGE);
    await person.sees('Touchez pour commencer');
  }

  it(
    `a day in a waiting room: ${parents} parents, ${walkAway.length} of them walk away, no network from 11 to 15 h, a power cut, a child`,
    LIMIT,
    async () => {
      const isKept = (): Promise<boolean> => person.evaluate(async () => (await caches.match(location.href)) !== undefined);
      await until(async () => (await isKept()) || 'the page is not kept', person.patience);
      const fresh = await standing(person);
      const picture = await person.looks();
      /** Nobody sees anything of the person before, nor finds what must not be kept. */
      const isClean = async (what: string): Promise<void> => {
        assert.equal(await standing(person), fresh, what);
        await until(async () => {
          const otherwise = difference(await person.looks(), picture);
          return otherwise === 0 || `${what}: ${otherwise} pixels look otherwise`;
        }, person.patience);
        const kept = await stored(person);
        assert.deepEqual(
          CANARIES.filter((canary) => kept.includes(canary)),
          [],
          `${what}: in storage`,
        );
      };

      const themes: Record<string, number> = {};
      const codes = [
        'grossesse',
        'accouchement',
        'arrivee',
        'allaitement',
        'corps',
        'preparer',
        'papiers_naissance',
        'travail',
        'aines',
        'coparent',
      ];
      let sent = 0;
      for (let parent = 0; parent < parents; parent += 1) {
        if (parent === outage.from) await proxy.pull();
        if (parent === outage.to) {
          await proxy.plug();
          await person.evaluate(() => void dispatchEvent(new Event('online')));
        }
        // In the middle of the outage, the battery is empty.
        if (parent === Math.floor((outage.from + outage.to) / 2) && browser.persistent) {
          await browser.kill();
          await opens();
          await isClean('after the power cut');
        }
        if (walkAway.includes(parent)) {
          await person.taps('Touchez pour commencer');
          await person.taps('Le logement');
          await person.taps('C’est difficile à dire');
          await person.taps('J’ai perdu un bébé');
          assert.ok(difference(await person.looks(), picture) > 10_000, 'pictures tell nothing apart');
          await later(person, 61);
          await person.sees('Vous êtes encore là ?');
          assert.equal(await isOpaque(person), true, 'the next person sees through the question');
          await later(person, 21);
          await person.sees('Touchez pour commencer');
          await isClean(`after parent ${parent}, who walked away`);
          continue;
        }
        const places = [0, 1, 2, 3, 4].slice(0, (parent % 5) + 1).map((place) => (place * 2 + parent) % codes.length);
        const said = await gives(person, places);
        assert.match(said, /Votre réponse est bien arrivée|pas encore envoyé/);
        for (const place of places) themes[codes[place] ?? ''] = (themes[codes[place] ?? ''] ?? 0) + 1;
        sent += 1;
        if (parent % 5 === 0) await isClean(`after parent ${parent}`);
      }

      await person.taps('Touchez pour commencer');
      const byChild = await mashes(person);
      // Wherever it left the tablet.
      await until(async () => {
        if ((await person.text()).includes('Touchez pour commencer')) return true;
        await later(person, 30);
        return 'the screen is not cleared';
      }, person.patience);
      await isClean('after the child');

      const figures = () => site.figures('plateau');
      await until(
        async () => (await figures()).received >= sent + byChild || `${(await figures()).received} of ${sent + byChild}`,
        person.patience,
      );
      const {received, counted, questions} = await figures();
      assert.deepEqual([received, counted], [sent + byChild, sent + byChild]);
      const posted = new Map(
        proxy.posts.flatMap(({body}) => (body ? (JSON.parse(body) as Batch).items.map(({id, payload}) => [id, payload] as const) : [])),
      );
      const payloads = [...posted.values()].map((payload) => JSON.parse(payload) as Payload);
      const flagged = payloads.filter(({signals}) => signals?.includes('fast'));
      assert.deepEqual([payloads.length, flagged.length], [sent + byChild, byChild], 'who was flagged');
      for (const {answers} of flagged) for (const code of answers['chosen'] as string[]) themes[code] = (themes[code] ?? 0) + 1;
      // Fewer than five people may be in a cell that is hidden then.
      const shown = Object.entries(questions['chosen']?.cells ?? {}).filter(([, count]) => (count as number | null) !== null);
      for (const [code, count] of shown) assert.equal(count, themes[code] ?? 0, code);
      if (engine === 'chromium') assert.ok(shown.length >= codes.length, 'no figures are shown');
      const given: Record<string, number> = {};
      for (const {answers} of payloads) for (const code of answers['chosen'] as string[]) given[code] = (given[code] ?? 0) + 1;
      assert.deepEqual(Object.fromEntries(Object.entries(given).sort()), Object.fromEntries(Object.entries(themes).sort()));
      assert.equal(/"(?:chosen|parcel)/.test(await stored(person)), false, 'something is left on the tablet');
      assert.deepEqual(await person.violations(), []);
    },
  );
});
