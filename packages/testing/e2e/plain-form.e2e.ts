import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {serve, type Serving} from '@ppgp/collector';
import {flyer, usagers} from '@ppgp/instruments';
import type {Campaign, Payload, Questionnaire} from '@ppgp/schema';
import {launch} from 'puppeteer-core';
import {findChromium} from '../src/browsers/engines.mjs';
import {launchOptions} from '../src/browsers/launch-options.js';
import {eachEngine, openBrowser, type Browser, type Person} from '../src/person/index.js';

const gallery = new URL('../../../examples/galerie/', import.meta.url);
const SUMMARY = /Il y a une réponse à revoir/;
const THANKS = 'Merci. Votre réponse est bien enregistrée.';

let data: string;
let collector: Serving;

before(async () => {
  data = await mkdtemp(join(tmpdir(), 'ppgp-plain-form-'));
  const questions = JSON.parse(await readFile(new URL('questions.json', gallery), 'utf8')) as Questionnaire;
  collector = await serve({
    data,
    host: '127.0.0.1',
    port: 0,
    origins: [],
    extra: (app) =>
      app.get('/v1/campaigns/:picture{[a-z]+\\.svg}', async (context) => {
        const picture = await readFile(new URL(context.req.param('picture'), gallery), 'utf8');
        return context.body(picture, 200, {'Content-Type': 'image/svg+xml'});
      }),
  });
  const register = (id: string, definition: Questionnaire, settings: Partial<Campaign> = {}) =>
    collector.store.register({format: 'ppgp-campaign/1', id, definition, ...settings}, definition, '2026-11-21');
  await register('galerie', questions);
  await register('terminee', questions, {closes: '2020-01-01'});
  await register('chiffree', questions, {publicKey: {keyId: 'k', key: 'AAAA'}});
  await register('flyer', flyer);
  await register('usagers', usagers);
});
after(async () => {
  await collector.close();
  await rm(data, {recursive: true, force: true});
});

async function lastStored(campaign: string): Promise<Payload> {
  const [last] = (await collector.store.answers(campaign, 0, 1000)).slice(-1);
  assert.ok(last, 'something is stored');
  return JSON.parse(Buffer.from(last.payload).toString()) as Payload;
}

/** A list is chosen from as its own keys and pop-up would do, which differ from one system to the next. */
const picks = (person: Person, name: string, value: string): Promise<void> =>
  person.evaluate(
    (field, chosen) => {
      const list = document.querySelector<HTMLSelectElement>(`select[name="${field}"]`);
      if (list) list.value = chosen;
    },
    name,
    value,
  );

async function tabTo(person: Person, wanted: RegExp): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (wanted.test(await person.focused())) return;
    await person.presses('Tab');
  }
  assert.fail(`${wanted.source} was never reached; the focus is on ${await person.focused()}`);
}

const sideways = (person: Person): Promise<number> =>
  person.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What a finger must hit, and is under 44 pixels high. */
const smallTargets = (person: Person): Promise<string[]> =>
  person.evaluate(() =>
    [...document.querySelectorAll('main :is(button, summary, select, textarea, .note a, .contact a, label:has(input), input.field)')]
      .filter((element) => !element.closest('.trap, details:not([open]) > :not(summary)') && element.getBoundingClientRect().height < 44)
      .map((element) => `${element.localName}.${element.className} ${element.textContent.trim().slice(0, 40)}`),
  );

eachEngine((engine) => {
  let browser: Browser;
  let person: Person;
  before(async () => {
    browser = await openBrowser(engine, {viewport: {width: 460, height: 800}});
  });
  after(() => browser.close());
  beforeEach(async () => {
    person = await browser.open(`${collector.url}/f/galerie`);
  });
  afterEach(() => person.closes());

  it('a parent answers every kind of question on a page without a script, and mends what is missing', async () => {
    await person.sees('1. Comment cela se passe avec la PMI ?');
    assert.equal(await person.evaluate(() => document.scripts.length === 0 || document.scripts[0]?.src.includes('__watch')), true);
    assert.deepEqual(await person.axe(), []);
    assert.deepEqual(await smallTargets(person), []);

    await person.taps('Trois-Ponts');
    await person.taps('Autre chose', {within: 'Pour vous, la PMI'});
    await person.types('« Autre chose » : dites-le', 'Un lieu', {within: 'Pour vous, la PMI'});
    await person.taps('Les horaires');
    await person.taps('La langue');
    await person.taps('Plutôt d’accord');
    await person.taps('4', {within: 'quelle note donnez-vous'});
    await person.taps('Je connais', {within: 'La visite chez vous'});
    await picks(person, 'priorites.1', 'prevention');
    await picks(person, 'priorites.2', 'parentalite');
    await person.types('Combien d’enfants', '2');
    await picks(person, 'naissance.month', '03');
    await person.types('Année', '2025', {within: 'Quel mois votre enfant'});
    await person.taps('Oui', {within: 'C’est votre premier enfant'});
    await person.types('Une idée pour le service', 'Ouvrir le samedi, c’est tout !');
    await person.taps('Non', {within: 'Peut-on citer votre phrase'});
    await person.taps('Envoyer mes réponses');

    await person.sees('Il y a une réponse à revoir.');
    assert.match(await person.focused(), SUMMARY, 'the focus is on what is to be mended');
    assert.match(await person.evaluate(() => document.title), /^1\sréponse à revoir/);
    assert.deepEqual(await person.axe(), []);
    assert.deepEqual(await smallTargets(person), []);
    await person.taps('Comment cela se passe avec la PMI ?');
    await person.presses('Tab');
    await person.presses('Shift+Tab');
    assert.match(await person.focused(), /^radio/, 'the link leads to the answers');
    await person.taps('Moyen', {within: 'Comment cela se passe avec la PMI'});
    await person.taps('Envoyer mes réponses');
    await person.sees(THANKS);
    assert.deepEqual(await person.axe(), []);
    assert.equal(await person.evaluate(() => location.pathname), '/f/galerie/merci');
    assert.deepEqual(await lastStored('galerie'), {
      answers: {
        humeur: 'moyen',
        territoire: 'trois_ponts',
        image: 'autre',
        mieux: ['horaires', 'langue'],
        clair: 'plutot',
        note: 'n4',
        services: {domicile: 'connu'},
        priorites: ['prevention', 'parentalite'],
        enfants: 2,
        naissance: '2025-03',
        premier: true,
        idee: 'Ouvrir le samedi, c’est tout !',
        citer: false,
      },
      other: {image: 'Un lieu'},
      lang: 'fr',
      mode: 'web',
      territory: 'trois_ponts',
    });
  });

  it('a parent answers by keyboard alone', async () => {
    await person.goes(`${collector.url}/f/usagers`);
    await person.sees('Votre avis sur la PMI');
    await tabTo(person, /“Bien”/);
    await person.presses('Space');
    await person.presses('ArrowDown');
    assert.match(await person.focused(), /“Moyen”/);
    await tabTo(person, /“J’attends un enfant”/);
    await person.presses('Space');
    for (let step = 0; step < 200 && !/“Envoyer mes réponses”/.test(await person.focused()); step += 1) await person.presses('Tab');
    await person.presses('Enter');
    await person.sees(THANKS);
    assert.deepEqual((await lastStored('usagers')).answers, {u_general: 'moyen', u_moment: ['grossesse']});
  });

  it('pages that only tell have no finding of axe', async () => {
    for (const [path, words] of [
      ['terminee', 'Ce questionnaire est terminé.'],
      ['chiffree', 'Cette page ne peut pas protéger vos réponses.'],
      ['nulle-part', 'Ce questionnaire n’est pas ici.'],
      ['flyer', 'L’avez-vous reçu ?'],
      ['usagers', 'Vous et la PMI'],
    ]) {
      await person.goes(`${collector.url}/f/${path}`);
      await person.sees(words ?? '');
      assert.deepEqual(await person.axe(), [], path);
    }
  });

  // WebKit on Linux gets no narrower than 447 pixels.
  if (engine !== 'webkit') {
    it('nothing has to be scrolled sideways at 320 pixels', async () => {
      for (const path of ['galerie', 'flyer', 'usagers', 'galerie/merci', 'terminee']) {
        await person.goes(`${collector.url}/f/${path}`);
        await person.resize(320, 640);
        assert.equal(await sideways(person), 0, path);
      }
      await person.resize(460, 800);
    });
  }
});

describe('with JavaScript switched off (Chromium)', {skip: findChromium() === undefined && 'Chromium is not installed'}, () => {
  it('the form is answered and sent all the same', async () => {
    const browser = await launch(launchOptions.chromium(findChromium() ?? ''));
    try {
      const page = await browser.newPage();
      await page.setJavaScriptEnabled(false);
      await page.goto(`${collector.url}/f/usagers?territoire=x&source=y`);
      for (let step = 0; step < 40; step += 1) {
        await page.keyboard.press('Tab');
        if ((await page.evaluate('document.activeElement.name')) === 'u_general') break;
      }
      await page.keyboard.press('Space');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      assert.equal(new URL(page.url()).pathname, '/f/usagers/merci');
      assert.deepEqual((await lastStored('usagers')).answers, {u_general: 'bien'});
    } finally {
      await browser.close();
    }
  });
});
