import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {openBrowser, type Person} from '../src/person/index.js';
import {until} from '../src/person/until.js';
import {atSite} from '../src/site/at-site.js';
import {ARRIVED, NOT_SENT, held, networkIsBack} from '../src/site/flyer-parent.js';

const PAGE = '/examples/enquete-parents/';
const CAMPAIGN = 'enquete-parents';
const FOUND = 'Nous avons retrouvé vos réponses.';

interface Survey {
  answers: Record<string, unknown>;
  draftKeeper?: {settled(): Promise<void>};
}

const answers = (person: Person): Promise<Record<string, unknown> | undefined> =>
  person.evaluate(() => (document.querySelector('ppgp-survey') as unknown as Survey | null)?.answers);
/** Where the draft on the device says that the person is. */
const kept = (person: Person): Promise<string> =>
  person.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({name}) => name);
    if (!names.includes('ppgp-outbox')) return '';
    const read = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('The database could not be read.'));
      });
    const database = await read(indexedDB.open('ppgp-outbox'));
    const [store = ''] = database.objectStoreNames;
    const record = (await read(database.transaction(store).objectStore(store).get('draft/enquete-parents/usagers'))) as
      {text: string} | undefined;
    database.close();
    return record?.text ?? '';
  });
/** As if so many hours had passed since it was kept. */
const ages = (person: Person, hours: number): Promise<void> =>
  person.evaluate(async (passed) => {
    const read = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('The database could not be read.'));
      });
    const database = await read(indexedDB.open('ppgp-outbox'));
    const [name = ''] = database.objectStoreNames;
    const key = 'draft/enquete-parents/usagers';
    const store = database.transaction(name, 'readwrite').objectStore(name);
    const record = (await read(store.get(key))) as {hour: number};
    await read(store.put({...record, hour: record.hour - passed}, key));
    database.close();
  }, hours);
const isKept = (person: Person, wanted: string): Promise<void> =>
  until(async () => {
    const draft = await kept(person);
    return draft.includes(wanted) || `the draft is ${draft}`;
  }, person.patience);

/** Answers two questions of the survey, as far as the third, and has it kept. */
async function begins(person: Person): Promise<void> {
  await person.taps('Moyen');
  await person.taps('Continuer');
  await person.taps('J’attends un enfant');
  await person.taps('Continuer');
  await person.sees('C’est votre premier enfant ?');
  await isKept(person, '"at":"u_premier"');
}
const given = {u_general: 'moyen', u_moment: ['grossesse']};

async function sends(person: Person): Promise<void> {
  await person.taps('Relire et envoyer maintenant');
  await person.taps('Envoyer mes réponses');
}

atSite({page: PAGE, campaign: CAMPAIGN}, (it) => {
  it('nothing is on the device before the first answer; what is then kept is said, and nothing is left after sending', async ({
    person,
    countedOnce,
  }) => {
    await person.sees('Question 1 sur');
    await person.sees('Vos réponses restent sur cet appareil pendant 24 heures');
    assert.deepEqual(await person.evaluate(async () => (await indexedDB.databases()).map(({name}) => name)), []);
    await begins(person);
    assert.deepEqual(await person.axe(), []);
    await sends(person);
    await person.sees(ARRIVED);
    assert.equal(await held(person), 0);
    assert.deepEqual(await person.violations(), []);
    await countedOnce();
    await person.reloads();
    await person.sees('Question 1 sur');
    assert.deepEqual(await answers(person), {});
  });

  it('a reload brings back the step and the answers, and says so', async ({person, countedOnce}) => {
    await begins(person);
    await person.reloads();
    await person.sees(FOUND);
    await person.sees('C’est votre premier enfant ?');
    assert.deepEqual(await answers(person), given);
    assert.deepEqual(await person.axe(), []);
    await person.taps('Oui');
    await sends(person);
    await person.sees(ARRIVED);
    await countedOnce();
  });

  it('erased by the person, nothing comes back', async ({person}) => {
    await begins(person);
    await person.reloads();
    await person.sees(FOUND);
    await person.taps('Effacer mes réponses');
    await person.sees('Question 1 sur');
    assert.equal(await held(person), 0);
    await person.reloads();
    await person.sees('Question 1 sur');
    await person.seesNoMore(FOUND);
    assert.deepEqual(await answers(person), {});
  });

  it('after a day it is erased by any page of the site, also one that asks something else', async ({browser, proxy, person}) => {
    await begins(person);
    await ages(person, 23);
    await person.closes();
    const other = await browser.open(`${proxy.url}/examples/tarn-flyer/`);
    await other.sees('Question 1 sur');
    await other.evaluate(() => dispatchEvent(new Event('online')));
    await isKept(other, '"at":"u_premier"');
    await ages(other, 1);
    await other.reloads();
    await until(async () => {
      const draft = await kept(other);
      return draft === '' || `the draft is ${draft}`;
    }, other.patience);
    await other.closes();
  });

  it('an answer sent without a network takes the place of its draft, and counts once', async ({proxy, person, countedOnce}) => {
    await begins(person);
    await person.reloads();
    await person.sees(FOUND);
    await proxy.pull();
    await sends(person);
    await person.sees(NOT_SENT);
    assert.equal(await kept(person), '');
    assert.equal(await held(person), 1);
    await proxy.plug();
    await networkIsBack(person);
    await person.sees(ARRIVED);
    assert.equal(await held(person), 0);
    await countedOnce();
  });

  it('a second tab goes on where the first one is, and the answer that is sent counts once', async ({
    browser,
    proxy,
    person,
    countedOnce,
  }) => {
    await begins(person);
    const other = await browser.open(proxy.url + PAGE);
    await other.sees(FOUND);
    assert.deepEqual(await answers(other), given);
    await other.taps('Non');
    await isKept(other, '"u_premier":"non"');
    await sends(other);
    await other.sees(ARRIVED);
    assert.equal(await held(other), 0);
    await person.closes();
    await countedOnce();
    await other.closes();
  });

  it('the browser is killed midway: the next start finds the step and the answers, where the engine keeps a profile', async ({
    engine,
    proxy,
    countedOnce,
  }) => {
    const profile = await mkdtemp(join(tmpdir(), 'ppgp-midway-'));
    let browser = await openBrowser(engine, {profile, viewport: {width: 460, height: 800}});
    await begins(await browser.open(proxy.url + PAGE));
    await browser.kill();
    browser = await openBrowser(engine, {profile, viewport: {width: 460, height: 800}});
    if (browser.persistent) {
      const person = await browser.open(proxy.url + PAGE);
      await person.sees(FOUND);
      await person.sees('C’est votre premier enfant ?');
      assert.deepEqual(await answers(person), given);
      await sends(person);
      await person.sees(ARRIVED);
      await countedOnce();
    }
    await browser.close();
    await rm(profile, {recursive: true, maxRetries: 5});
  });
});
