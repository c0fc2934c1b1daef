import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after as afterAll, afterEach, before as beforeAll, beforeEach, it} from 'node:test';
import {startFaultProxy, type Fault, type FaultProxy} from '../src/fault-proxy/fault-proxy.js';
import {eachEngine, openBrowser, type Browser, type Person} from '../src/person/index.js';
import {until} from '../src/person/until.js';
import {startSite, type Site} from '../src/site/start-site.js';

const CAMPAIGN = 'tarn-flyer';
const PAGE = '/examples/tarn-flyer/';
const DOCUMENTS = ['La lettre n° 1', 'La lettre n° 2', 'Le flyer'];
const NOT_SENT = 'pas encore envoyé';
const ARRIVED = 'Merci. Votre réponse est bien arrivée.';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/** Received the flyer only: as far as the second of twelve questions. */
async function begins(person: Person): Promise<void> {
  for (const document of DOCUMENTS) await person.taps(document === 'Le flyer' ? 'Oui' : 'Non', {within: document});
  await person.taps('Continuer');
  await person.sees('L’avez-vous remarqué dans le courrier ?');
}

/** From the second question to the review. */
async function goesOn(person: Person): Promise<void> {
  await person.taps('Oui, tout de suite');
  await person.taps('Continuer');
  await person.taps('Un peu', {within: 'Le flyer'});
  await person.taps('Continuer');
  for (const sentence of ['Il est attirant.', 'Il est facile à lire.', 'Il donne envie de rencontrer la PMI.']) {
    await person.sees(sentence);
    await person.taps('Oui', {within: 'Le flyer'});
    await person.taps('Continuer');
  }
  await person.taps('Au bon moment');
  await person.taps('Continuer');
  await person.taps('Est gratuite');
  await person.taps('Continuer');
  await person.taps('J’ai gardé le papier');
  await person.taps('Continuer');
  await person.sees('Lequel préférez-vous ?');
  await person.taps('Continuer');
  await person.taps('Ça va');
  await person.taps('Continuer');
  await person.types('Que changer dans ces documents ?', 'Écrire plus gros, c’est tout !');
  await person.taps('Relire mes réponses');
  await person.sees('Vous avez répondu à 11 questions sur 12.');
}

/** Received nothing: three questions, then sends. */
async function sends(person: Person): Promise<void> {
  for (const document of DOCUMENTS) await person.taps('Non', {within: document});
  await person.taps('Continuer');
  await person.taps('Ça va');
  await person.taps('Continuer');
  await person.taps('Relire mes réponses');
  await person.taps('Envoyer mes réponses');
}

/** The device says that the network is back: what waits is tried now. */
const networkIsBack = (person: Person): Promise<boolean> => person.evaluate(() => dispatchEvent(new Event('online')));

const state = (person: Person): Promise<string | undefined> =>
  person.evaluate(() => (document.querySelector('flyer-feedback') as {state?: string} | null)?.state);

/** Answers that the device holds. */
const held = (person: Person): Promise<number> =>
  person.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({name}) => name);
    if (!names.includes('ppgp-outbox')) return 0;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('ppgp-outbox');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('The database could not be opened.'));
    });
    const [store] = database.objectStoreNames;
    const count = await new Promise<number>((resolve) => {
      const request = database
        .transaction(store ?? '')
        .objectStore(store ?? '')
        .count();
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    return count;
  });

eachEngine((engine) => {
  let proxy: FaultProxy;
  let browser: Browser;
  let person: Person;
  let before: number;

  // A proxy of its own is an origin of its own: one browser serves all tests, each with an empty storage.
  beforeAll(async () => {
    browser = await openBrowser(engine, {viewport: {width: 460, height: 800}});
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    proxy = await startFaultProxy(site.url);
    person = await browser.open(proxy.url + PAGE);
    before = (await site.figures(CAMPAIGN)).received;
  });
  afterEach(async () => {
    await person.closes().catch(() => undefined);
    await proxy.close();
  });

  const countedOnce = async (): Promise<void> => assert.equal((await site.figures(CAMPAIGN)).received, before + 1);

  it('a parent’s answer reaches the figures, with no finding of axe and no violation of the policy on the way', async () => {
    const judged = async (): Promise<number> => (await site.figures(CAMPAIGN)).questions['ff_attire']?.rows?.['flyer']?.base ?? 0;
    const judgedBefore = await judged();
    await person.sees('Question 1 sur 12');
    assert.equal(await held(person), 0, 'nothing is stored before the first answer');
    assert.deepEqual(await person.axe(), []);
    await begins(person);
    assert.deepEqual(await person.axe(), []);
    await goesOn(person);
    assert.deepEqual(await person.axe(), []);
    await person.taps('Envoyer mes réponses');
    await person.sees(ARRIVED);
    await person.sees('Rien ne reste sur cet appareil.');
    assert.deepEqual(await person.axe(), []);
    assert.deepEqual(await person.violations(), []);
    assert.equal(await held(person), 0);
    await countedOnce();
    assert.equal(await judged(), judgedBefore + 1);
  });

  it('with the network pulled in the middle, the answer is kept, said to be kept, and counted once when it is back', async () => {
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

  it('an answer that waits is said to wait after a reload, and sent from there', async () => {
    proxy.fault = {kind: 'refuse'};
    await sends(person);
    await person.sees(NOT_SENT);
    await person.reloads();
    await person.sees('1 réponse enregistrée sur cet appareil, pas encore envoyée.');
    assert.deepEqual(await person.axe(), []);
    proxy.fault = undefined;
    const post = proxy.nextPost();
    await person.reloads();
    await post;
    await person.seesNoMore('1 réponse enregistrée sur cet appareil');
    await countedOnce();
  });

  it('the tab is closed with an answer waiting: the next visit sends it', async () => {
    proxy.fault = {kind: 'status', status: 503};
    await sends(person);
    await person.sees(NOT_SENT);
    await person.closes();
    proxy.fault = undefined;
    const post = proxy.nextPost();
    const later = await browser.open(proxy.url + PAGE);
    await post;
    await later.seesNoMore('réponse enregistrée sur cet appareil');
    await countedOnce();
  });

  const liars: [string, Fault][] = [
    ['answers 200 with a page of a public Wi-Fi', {kind: 'portal'}],
    ['answers 500', {kind: 'status', status: 500}],
    ['answers 204', {kind: 'no-content'}],
    ['echoes another hash', {kind: 'wrong-hash'}],
    ['takes the answer and breaks off', {kind: 'lose-reply'}],
  ];
  for (const [name, fault] of liars) {
    it(`a server that ${name} is not believed, and the answer counts once`, async () => {
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

  it('the collector is killed between receiving and answering: the answer counts once', async () => {
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

  it('two tabs send what waits, and each answer counts once', async () => {
    proxy.fault = {kind: 'refuse'};
    await sends(person);
    await person.sees(NOT_SENT);
    const other = await browser.open(proxy.url + PAGE);
    await sends(other);
    await other.sees(NOT_SENT);
    proxy.fault = undefined;
    await Promise.all([networkIsBack(person), networkIsBack(other)]);
    await Promise.all([person.sees(ARRIVED), other.sees(ARRIVED)]);
    assert.equal((await site.figures(CAMPAIGN)).received, before + 2);
  });

  it('a device that refuses to store says so, and still sends', async () => {
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

  it('a person need not wait as long as a server asks', async () => {
    proxy.fault = {kind: 'status', status: 503, retryAfter: 3600};
    await sends(person);
    await person.sees(NOT_SENT);
    proxy.fault = undefined;
    await person.taps('Essayer maintenant');
    await person.sees(ARRIVED);
    await countedOnce();
  });

  it('an unknown campaign is not the parent’s affair: the answer waits, the integrator hears', async () => {
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

  const sources: [string, string, string, string][] = [
    ['missing', '/v1/campaigns/rien', 'definition-missing', 'Il n’a pas pu être chargé.'],
    ['not JSON', '/examples/tarn-flyer/site.css', 'definition-invalid', 'Il y a une erreur dans ce questionnaire.'],
    ['a page of HTML', '/examples/tarn-flyer/', 'definition-invalid', 'Il y a une erreur dans ce questionnaire.'],
    ['no definition', '/dist/sri.json', 'definition-invalid', 'Il y a une erreur dans ce questionnaire.'],
  ];
  it('a definition that is missing or broken leaves a sentence, the phone number, and a code for the integrator', async () => {
    for (const [name, src, code, sentence] of sources) {
      const heard = person.evaluate(
        (address) =>
          new Promise<string>((resolve) => {
            const element = document.querySelector('flyer-feedback');
            element?.addEventListener('ppgp-error', (event) => resolve(event.code), {once: true});
            element?.setAttribute('src', address);
          }),
        src,
      );
      assert.equal(await heard, code, name);
      await person.sees('Le questionnaire ne peut pas s’afficher.');
      await person.sees(sentence);
      await person.sees('05 36 49 10 00');
      assert.deepEqual(await person.axe(), []);
    }
  });

  it('a parent answers by keyboard alone', async () => {
    await person.evaluate(() => document.querySelector('flyer-feedback')?.scrollIntoView());
    const tabTo = async (wanted: RegExp): Promise<void> => {
      for (let step = 0; step < 60; step += 1) {
        if (wanted.test(await person.focused())) return;
        await person.presses('Tab');
      }
      assert.fail(`${wanted.source} was never reached; the focus is on ${await person.focused()}`);
    };
    for (let document = 0; document < DOCUMENTS.length; document += 1) {
      await tabTo(/^radio “Oui”/);
      await person.presses('ArrowDown');
      await person.presses('Tab');
    }
    await tabTo(/“Continuer”/);
    await person.presses('Enter');
    await person.sees('Question 2 sur 3');
    assert.match(await person.focused(), /Vous recevez beaucoup de courriers/, 'the focus is where reading goes on');
    await tabTo(/^radio “Je m’y perds”/);
    await person.presses('Space');
    await tabTo(/“Continuer”/);
    await person.presses('Enter');
    await tabTo(/^textarea/);
    await tabTo(/“Relire mes réponses”/);
    await person.presses('Enter');
    await person.sees('Vos réponses');
    assert.match(await person.focused(), /Vos réponses/);
    await tabTo(/“Envoyer mes réponses”/);
    await person.presses('Enter');
    await person.sees(ARRIVED);
    assert.match(await person.focused(), /bien arrivée/);
    await countedOnce();
  });

  it('what is missing is said, reached and announced', async () => {
    await person.taps('Oui', {within: 'Le flyer'});
    await person.taps('Continuer');
    await person.sees('Il manque 2 réponses.');
    assert.match(await person.focused(), /À compléter|Il manque/);
    assert.deepEqual(await person.axe(), []);
    await person.taps('La lettre n° 2 (après la naissance) : L’avez-vous reçu ?');
    assert.match(await person.focused(), /^radio “Oui”/);
    for (const document of DOCUMENTS.slice(0, 2)) await person.taps('Je ne sais plus', {within: document});
    await person.taps('Continuer');
    await person.sees('L’avez-vous remarqué dans le courrier ?');
  });

  it('the figures show the answer, and a wrong key says so', async () => {
    await sends(person);
    await person.sees(ARRIVED);
    const team = await browser.open(site.figuresUrl);
    await team.sees('réponse');
    await team.sees('1 sur');
    assert.equal(await team.evaluate(() => location.hash), '', 'the key leaves the address');
    assert.deepEqual(await team.axe(), []);
    assert.deepEqual(await team.violations(), []);
    const stranger = await browser.open(`${site.url}${PAGE}resultats.html#token=AAAA`);
    await stranger.sees('Cette clé n’ouvre pas ces chiffres.');
  });
});

eachEngine((engine) => {
  it('the browser is killed with an answer waiting: the next start sends it, where the engine keeps a profile', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'ppgp-killed-'));
    const proxy = await startFaultProxy(site.url);
    const {received} = await site.figures(CAMPAIGN);
    let browser = await openBrowser(engine, {profile});
    proxy.fault = {kind: 'refuse'};
    const person = await browser.open(proxy.url + PAGE);
    await sends(person);
    await person.sees(NOT_SENT);
    await browser.kill();
    proxy.fault = undefined;
    browser = await openBrowser(engine, {profile});
    if (browser.persistent) {
      const post = proxy.nextPost();
      const later = await browser.open(proxy.url + PAGE);
      await post;
      await later.seesNoMore('réponse enregistrée sur cet appareil');
      assert.equal((await site.figures(CAMPAIGN)).received, received + 1);
    }
    await browser.close();
    await proxy.close();
    await rm(profile, {recursive: true, maxRetries: 5});
  });
});
