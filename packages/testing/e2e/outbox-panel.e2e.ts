import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {hostPage, serveHost, type Host} from '../src/pages/serve-host.js';
import {eachEngine, openBrowser, type Browser, type Person} from '../src/person/index.js';
import {until} from '../src/person/until.js';
import {atSite} from '../src/site/at-site.js';
import {CAMPAIGN, NOT_SENT, PAGE, held, sends} from '../src/site/flyer-parent.js';
import {startSite, type Site} from '../src/site/start-site.js';

const PANEL = '/examples/boite-d-envoi/';
const pictures = process.env['PICTURES'];

/** A file as the browser was given it: its name and text. Nothing is written to the disk of the test. */
interface Offered {
  name: string;
  text: string;
}

/** From now on what the page offers for download is noted. */
const notesDownloads = (person: Person): Promise<unknown> =>
  person.evaluate(() => {
    const blobs = new Map<string, Blob>();
    const offered: Promise<Offered>[] = [];
    Object.assign(globalThis, {offered});
    const {createObjectURL} = URL;
    URL.createObjectURL = (blob: Blob) => {
      const url = createObjectURL(blob);
      blobs.set(url, blob);
      return url;
    };
    HTMLAnchorElement.prototype.click = function () {
      const file = blobs.get(this.href);
      if (file)
        offered.push(
          file.arrayBuffer().then((bytes) => ({name: this.download, text: new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)})),
        );
    };
  });

/** The last file that was offered. */
const lastOffered = async (person: Person): Promise<Offered> => {
  await person.sees('Export prêt');
  const file = await person.evaluate(() => (globalThis as unknown as {offered: Promise<Offered>[]}).offered.at(-1));
  assert.ok(file);
  return file;
};

/** Answers twice without a network; the first page stays closed. */
async function answersTwice(person: Person, page: string): Promise<void> {
  await sends(person);
  await person.sees(NOT_SENT);
  await person.goes(page);
  await sends(person);
  await person.sees(NOT_SENT);
}

atSite({page: PAGE, campaign: CAMPAIGN}, (it) => {
  it('what waits is listed, exported, removed only then, and nothing is left nor counted', async ({
    engine,
    site,
    proxy,
    person,
    received,
  }) => {
    proxy.fault = {kind: 'refuse'};
    await answersTwice(person, proxy.url + PAGE);
    await person.goes(proxy.url + PANEL);
    await person.sees('2 réponses ne sont pas encore envoyées');
    await person.sees('Enquête « tarn-flyer » : 2 réponses');
    await person.sees('Le serveur ne répond pas');
    assert.deepEqual(await person.axe(), []);
    await notesDownloads(person);

    await person.taps('Exporter en tableau (CSV)');
    const table = await lastOffered(person);
    assert.match(table.name, /^reponses-\d{4}-\d\d-\d\d\.csv$/);
    const lines = table.text.split('\r\n');
    assert.match(lines[0] ?? '', /^\ufeffenquête;version;jour;.*;ff_recu\.lettre_1;/);
    assert.equal(lines.length, 4);
    assert.equal((await person.text()).includes('Supprimer'), false, 'a table removes nothing');

    await person.taps('Exporter');
    await person.sees('.json');
    const file = await lastOffered(person);
    const {format, items} = JSON.parse(file.text) as {format: string; items: {endpoint: string; item: {payload: string; hash: string}}[]};
    assert.equal(format, 'ppgp-outbox/1');
    assert.deepEqual(new Set(items.map(({endpoint}) => endpoint)), new Set([`${proxy.url}/v1/answers`]));
    assert.equal((JSON.parse(items[0]?.item.payload ?? '') as {answers: {ff_recu: {flyer: string}}}).answers.ff_recu.flyer, 'non');
    assert.deepEqual(await person.axe(), []);
    if (pictures) await person.screenshot(join(pictures, `outbox-exported-${engine}.png`));

    await person.taps('Supprimer ces 2 réponses d’ici');
    await person.sees('Supprimer ces 2 réponses de cet appareil ?');
    assert.ok((await held(person)) >= 2, 'the first press removes nothing');
    assert.deepEqual(await person.axe(), []);
    if (pictures) await person.screenshot(join(pictures, `outbox-sure-${engine}.png`));
    await person.taps('Oui, supprimer');
    await person.sees('Plus rien n’attend ici');
    assert.match(await person.focused(), /Plus rien n’attend ici/);
    proxy.fault = undefined;
    await person.reloads();
    await person.sees('Rien n’attend ici');
    assert.equal(await held(person), 0);
    assert.equal((await site.figures(CAMPAIGN)).received, received);
    assert.deepEqual(await person.violations(), []);
  });

  it('with the network back, « Envoyer maintenant » sends each once and says so', async ({engine, site, proxy, person, received}) => {
    proxy.fault = {kind: 'status', status: 503, retryAfter: 3600};
    await answersTwice(person, proxy.url + PAGE);
    await person.goes(proxy.url + PANEL);
    await person.sees('Le serveur a un problème.');
    if (pictures) await person.screenshot(join(pictures, `outbox-waiting-${engine}.png`));
    await person.taps('Envoyer maintenant');
    await person.sees('Rien n’a pu partir : 2 réponses attendent encore');
    proxy.fault = undefined;
    await person.taps('Envoyer maintenant');
    await person.sees('Les 2 réponses sont arrivées.');
    await person.sees('Tout est envoyé');
    assert.equal(await held(person), 0);
    assert.equal((await site.figures(CAMPAIGN)).received, received + 2);
    assert.deepEqual(await person.axe(), []);
    assert.deepEqual(await person.violations(), []);
  });
});

describe('a site that has moved', () => {
  let old: Host;
  let site: Site;
  before(async () => {
    const example = (name: string): string => readFileSync(new URL(`../../../examples/boite-d-envoi/${name}`, import.meta.url), 'utf8');
    const files: Record<string, string> = {};
    const allowed: Record<string, string[]> = {'connect-src': []};
    const tag = `<flyer-feedback campaign="${CAMPAIGN}" endpoint="/v1/answers"></flyer-feedback>`;
    files['/'] = hostPage('<script type="module" src="/dist/ppgp.js"></script>', tag);
    old = await serveHost(files, allowed);
    old.collects = 'down';
    process.env['PPGP_ORIGINS'] = old.url;
    site = await startSite();
    allowed['connect-src']?.push(site.url);
    files['/secours.css'] = example('secours.css');
    files['/secours.html'] = example('secours.html').replace('endpoint="/v1/answers"', `endpoint="${site.url}/v1/answers"`);
  });
  after(async () => {
    delete process.env['PPGP_ORIGINS'];
    old.close();
    await site.close();
  });

  eachEngine((engine) => {
    let browser: Browser;
    before(async () => {
      browser = await openBrowser(engine, {viewport: {width: 460, height: 800}});
    });
    after(() => browser.close());

    it('has a rescue page at its old origin, which sends what waits there to the new one, once (mode 88)', async () => {
      const {received} = await site.figures(CAMPAIGN);
      const person = await browser.open(`${old.url}/`);
      await sends(person);
      await person.sees(NOT_SENT);
      await person.goes(`${old.url}/secours.html`);
      await person.sees('1 réponse n’est pas encore envoyée');
      await person.sees('Le serveur a un problème.');
      await person.taps('Envoyer à une autre adresse');
      await person.taps('Continuer');
      await person.sees(`Envoyer cette réponse à ${site.url}/v1/answers ?`);
      assert.deepEqual(await person.axe(), []);
      await person.taps('Oui, changer l’adresse');
      await person.sees('Tout est envoyé');
      assert.equal(await held(person), 0);
      await until(async () => (await site.figures(CAMPAIGN)).received === received + 1 || 'it was not counted once', person.patience);
      assert.deepEqual(await person.violations(), []);
      await person.closes();
    });
  });
});
