// @ts-check
/**
 * `npm run bench -- --grid`: how long a tick of `<pemat-grid>` takes to paint against a plain HTML radio button in the same run, with the
 * processor slowed down; and how long a dossier of 10 raters × 50 documents takes to open. In Chromium. What it means: `docs/benchmark.md`.
 */
/* global requestAnimationFrame, addEventListener, MessageChannel, performance */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {median, ratioOf} from '../figures.mjs';
import {page, servePages} from '../serve-pages.mjs';
import {CPU_SLOWDOWN} from '../visit.mjs';

const TICKS = 13;
const PHONE = {width: 390, height: 844, deviceScaleFactor: 1};
const VISITS = 7;
/** What follows a tick (scores, the disk), or a new tab, is over by then, ms: nobody ticks again sooner. */
const QUIET = 400;
const DOCUMENTS = 50;
const RATERS = 10;
/** Goals: at most this much slower than a plain radio button; ms. */
const GOALS = {tick: 1.3, open: 300};

/** @type {Record<string, string>} */
const pages = {
  '/plain.html': page(
    '<fieldset><legend>Un énoncé</legend><label><input type="radio" name="a" value="yes">D’accord</label> <label><input type="radio" name="a" value="no">Pas d’accord</label></fieldset>',
  ),
  '/grid.html': page('<script type="module" src="/dist/pemat-grid.js"></script><pemat-grid></pemat-grid>'),
  '/later.html': page('<p></p>'),
};

/** Every document rated by every rater, every item marked, some with a remark. */
function dossier() {
  const items = [...Array(26).keys()].map((at) => `i${at + 1}`).filter((id) => id !== 'i13' && id !== 'i14');
  const ratings = [...Array(DOCUMENTS * RATERS).keys()].map((at) => {
    const [document, rater] = [Math.floor(at / RATERS), at % RATERS];
    const marks = Object.fromEntries(items.map((id, item) => [id, (item * 7 + rater + document) % 3 === 0 ? 'no' : 'yes']));
    return {
      v: 1,
      ...{document: `document-${document}`, documentVersion: 'v1', rater: `r-${rater}`, grid: {id: 'pemat-p', version: '1'}},
      ...{title: `Document ${document}`, version: '1', raterLabel: `relectrice ${rater}`, day: '2026-11-20', edits: {va: 24}},
      rated: {marks, facts: [], notes: {i3: {text: 'Trop de mots de métier.'}}, before: {}},
    };
  });
  return JSON.stringify({format: 'ppgp-dossier/1', exportedOn: '2026-11-20', ratings});
}

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits for something that may be in a shadow root, whose changes puppeteer’s own waiting does not see. @param {import('puppeteer-core').Page} page @param {string} selector */
async function appears(page, selector) {
  for (let tries = 0; tries < 600; tries += 1) {
    const found = await page.$(selector);
    if (found) return found;
    await pause(50);
  }
  throw new Error(`It did not come: ${selector}`);
}

/** @param {import('puppeteer-core').Page} page @param {string} selector */
const press = async (page, selector) => (await appears(page, selector)).evaluate((button) => /** @type {HTMLElement} */ (button).click());

/** Clicks and waits; from the click to the frame that it led to, in ms. @param {import('puppeteer-core').Page} page @param {string} selector */
async function tick(page, selector) {
  await pause(QUIET);
  const painted = page.evaluate(
    () =>
      new Promise((done) => {
        const drawn = (/** @type {number} */ from) => {
          const {port1, port2} = new MessageChannel();
          port1.onmessage = () => done(performance.now() - from);
          port2.postMessage(0);
        };
        const clicked = () => {
          const from = performance.now();
          requestAnimationFrame(() => drawn(from));
        };
        addEventListener('click', clicked, {capture: true, once: true});
      }),
  );
  await (await page.$(selector))?.click();
  return /** @type {Promise<number>} */ (painted);
}

/** Ticks of one visit, in a window of its own: a tab that comes to the front would be drawn whole. @param {import('puppeteer-core').Browser} browser @param {string} address @param {string} radio @param {string} [first] what to press before */
async function ticksOf(browser, address, radio, first) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(PHONE);
    await page.goto(address);
    if (first) await press(page, first);
    await appears(page, radio);
    await (await page.createCDPSession()).send('Emulation.setCPUThrottlingRate', {rate: CPU_SLOWDOWN});
    const times = [];
    for (let at = 0; at < TICKS; at += 1) times.push(await tick(page, `${radio}[value=${at % 2 ? 'no' : 'yes'}]`));
    // The first ones warm up.
    return median(times.slice(3));
  } finally {
    await context.close();
  }
}

/** @param {import('puppeteer-core').Browser} browser @param {string} url */
async function ticks(browser, url) {
  /** @type {{plain: number[], grid: number[]}} */
  const times = {plain: [], grid: []};
  for (let visit = 0; visit < VISITS; visit += 1) {
    times.plain.push(await ticksOf(browser, `${url}/plain.html`, 'input'));
    times.grid.push(await ticksOf(browser, `${url}/grid.html`, 'pemat-grid >>> input[type=radio]', 'pemat-grid >>> [part=next]'));
  }
  return times;
}

/** From the tag on the page to the frame that shows the last document, its ratings in the database, in ms. @param {import('puppeteer-core').Browser} browser @param {string} url */
async function openings(browser, url) {
  const folder = mkdtempSync(join(tmpdir(), 'ppgp-bench-'));
  const context = await browser.createBrowserContext();
  try {
    writeFileSync(join(folder, 'dossier.json'), dossier());
    const first = await context.newPage();
    await first.goto(`${url}/grid.html`);
    await press(first, 'pemat-grid >>> [part~=to-dossier]');
    // The other one opens a document.
    const input = await appears(first, 'pemat-grid >>> input[accept*=json]');
    await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(join(folder, 'dossier.json'));
    await appears(first, 'pemat-grid >>> [part=version]');
    await first.evaluate('document.querySelector("pemat-grid").updateComplete');
    await first.close();
    const times = [];
    for (let visit = 0; visit < VISITS; visit += 1) {
      const page = await context.newPage();
      await page.goto(`${url}/later.html`);
      await pause(2 * QUIET);
      times.push(/** @type {number} */ (await page.evaluate(OPEN)));
      await page.close();
    }
    return times;
  } finally {
    await context.close();
    rmSync(folder, {recursive: true});
  }
}

/** Runs in the page: the script first, then the tag. */
const OPEN = `(async () => {
  await import('/dist/pemat-grid.js');
  const from = performance.now();
  const grid = document.createElement('pemat-grid');
  document.body.append(grid);
  while ((grid.shadowRoot?.querySelectorAll('[part=document]').length ?? 0) < ${DOCUMENTS}) await new Promise(requestAnimationFrame);
  await new Promise((done) => { const {port1, port2} = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
  return performance.now() - from;
})()`;

/** @param {import('puppeteer-core').Browser} browser @param {(line: string) => void} say @param {string} [dist] */
export async function benchGrid(browser, say, dist = 'dist') {
  const site = await servePages(pages, dist);
  try {
    const {plain, grid} = await ticks(browser, site.url);
    const {ratio, from, to} = ratioOf(grid, plain);
    say(
      `a tick, processor ÷ ${CPU_SLOWDOWN}: ${ratio} × a plain radio button (half of the rounds ${from}–${to}; goal ${GOALS.tick}); ${median(grid).toFixed(1)} and ${median(plain).toFixed(1)} ms`,
    );
    const open = await openings(browser, site.url);
    say(
      `${RATERS} raters × ${DOCUMENTS} documents: open in ${Math.round(median(open))} ms (goal ${GOALS.open}; ${open.map((time) => Math.round(time)).join(', ')})`,
    );
  } finally {
    site.close();
  }
}
