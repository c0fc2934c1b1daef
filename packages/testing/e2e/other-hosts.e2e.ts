import assert from 'node:assert/strict';
import {after, afterEach, before, it} from 'node:test';
import {launch} from 'puppeteer-core';
import {findChromium, missingEngine} from '../src/browsers/engines.mjs';
import {launchOptions} from '../src/browsers/launch-options.js';
import {HOSTS, exampleHosts} from '../src/pages/example-hosts.js';
import {selfSigned} from '../src/pages/self-signed.js';
import {serveHost, type Host} from '../src/pages/serve-host.js';
import {eachEngine, openBrowser, type Browser} from '../src/person/index.js';
import {until} from '../src/person/until.js';
import {NOT_SENT, held, networkIsBack, sends} from '../src/site/flyer-parent.js';

/** A name that leads to this machine, as an intranet's, and is not one that browsers trust without a certificate. */
const NAME = 'pmi.example';
const WANTED = {answers: {ff_recu: {lettre_1: 'non', lettre_2: 'non', flyer: 'non'}, ff_trop: 'ca_va'}, lang: 'fr', mode: 'web'};
const pathOf = (name: string): string => `${HOSTS}${name}.html`;
const named = (url: string): string => url.replace('127.0.0.1', NAME);

eachEngine((engine) => {
  let browser: Browser;
  const hosts: Host[] = [];
  const serves = async (...how: Parameters<typeof serveHost> extends [unknown, ...infer Rest] ? Rest : never): Promise<Host> => {
    const host = await serveHost(exampleHosts(), ...how);
    hosts.push(host);
    return host;
  };
  before(async () => {
    browser = await openBrowser(engine, {viewport: {width: 460, height: 800}, names: [NAME], trusting: true});
  });
  after(() => browser.close());
  afterEach(() => hosts.splice(0).forEach((host) => host.close()));

  it('a page that is left while an answer waits, and to which one comes back, sends it once', async () => {
    const host = await serves();
    host.collects = 'down';
    const person = await browser.open(host.url + pathOf('left-and-back'));
    await person.sees('Question 1 sur 12');
    await sends(person);
    await person.sees(NOT_SENT);
    await person.taps('Les horaires');
    await person.sees('Du lundi au vendredi');
    host.collects = 'up';
    await person.evaluate(() => void setTimeout(() => history.back()));
    await until(async () => (await held(person)) === 0 || 'it still waits', person.patience);
    assert.deepEqual(host.payloads, [WANTED]);
    // Kept as it was by browsers that do so: what the person read is there still, and turns.
    if ((await person.evaluate(() => document.documentElement.dataset['shown'])) === 'again') await person.seesNoMore(NOT_SENT);
    await person.closes();
  });

  it('in a frame that may store nothing, an answer is sent while the page is open (mode 14)', async () => {
    const more: Record<string, readonly string[]> = {'frame-src': ["'self'"]};
    const host = await serves(more, {open: true});
    // What has no origin is nobody's self in WebKit: the policy names the site.
    for (const name of ['script-src', 'style-src', 'img-src', 'connect-src']) more[name] = [host.url];
    const person = await browser.open(host.url + pathOf('sandboxed'));
    await until(() => Promise.resolve(host.payloads.length > 0 || 'nothing arrived'), person.patience);
    assert.equal(host.payloads.length, 1);
    assert.deepEqual(await person.violations(), []);
    await person.closes();
  });

  // Its driver knows neither names of an intranet nor certificates of one's own.
  if (engine === 'webkit') return;

  it('over plain HTTP under a name of an intranet, without the browser’s own hashes and locks, an answer is kept and sent once', async () => {
    const host = await serves();
    host.collects = 'down';
    const person = await browser.open(named(host.url) + pathOf('quiet'));
    await person.sees('Question 1 sur 12');
    const missing = await person.evaluate(() => ({
      secure: isSecureContext,
      has: [crypto.subtle as unknown, navigator.locks as unknown, navigator.serviceWorker as unknown].filter((one) => one !== undefined)
        .length,
    }));
    assert.deepEqual(missing, {secure: false, has: 0});
    await sends(person);
    await person.sees(NOT_SENT);
    assert.equal(await held(person), 1);
    host.collects = 'up';
    await networkIsBack(person);
    await until(async () => (await held(person)) === 0 || 'it still waits', person.patience);
    assert.deepEqual(host.payloads, [WANTED]);
    await person.closes();
  });

  it('on an https page whose collector is http, an answer is kept, and #ppgp-check says why it does not leave (mode 28)', async () => {
    const collector = await serves({}, {open: true});
    const endpoint = named(collector.url);
    const host = await serves({'connect-src': [endpoint]}, {secure: selfSigned()});
    const person = await browser.open(`${host.url}${pathOf('mixed')}?collecteur=${endpoint}`);
    await person.sees('Question 1 sur 12');
    await sends(person);
    await person.sees(NOT_SENT);
    assert.equal(await held(person), 1);
    await person.evaluate(() => void (location.hash = '#ppgp-check'));
    await person.sees('cette page est en https, et l’adresse en http : le navigateur refuse.');
    assert.deepEqual(collector.payloads, []);
    await person.closes();
  });

  if (engine !== 'chromium') return;

  it('a page that is printed has its own words and the question on paper, nothing wider than the sheet, and goes on afterwards', async () => {
    const host = await serves();
    const executablePath = findChromium();
    if (!executablePath) throw new Error(missingEngine('chromium'));
    const printer = await launch(launchOptions.chromium(executablePath));
    try {
      const page = await printer.newPage();
      // A4 within its margins.
      await page.setViewport({width: 718, height: 1000});
      await page.goto(host.url + pathOf('printed'));
      await page.waitForSelector('flyer-feedback >>> [part~=question]');
      await page.emulateMediaType('print');
      const paper = await page.evaluate(() => {
        const tag = document.querySelector('flyer-feedback');
        const inside = [...(tag?.shadowRoot?.querySelectorAll('*') ?? [])];
        return {
          menu: document.querySelector('nav')?.checkVisibility(),
          words: [...document.querySelectorAll('p')].every((one) => one.checkVisibility()),
          question: tag?.shadowRoot?.querySelector('[part~=question]')?.checkVisibility(),
          wider: document.documentElement.scrollWidth > innerWidth,
          over: inside.filter((one) => getComputedStyle(one).position === 'fixed').length,
        };
      });
      assert.deepEqual(paper, {menu: false, words: true, question: true, wider: false, over: 0});
      assert.equal(Buffer.from(await page.pdf({format: 'A4'})).toString('latin1', 0, 5), '%PDF-');
      await page.emulateMediaType('screen');
      await page.click('flyer-feedback >>> [part~=choice]');
      assert.equal(await page.$eval('flyer-feedback', (tag) => tag.shadowRoot?.querySelectorAll('input:checked').length), 1);
    } finally {
      await printer.close();
    }
  });
});
