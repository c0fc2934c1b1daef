// @ts-check
/**
 * `npm run bench -- --plateau`: how long a touch of a picture of `<needs-plateau>` takes to paint against a plain HTML button that does as
 * much (chosen or not) in the same run, with the processor slowed down. In Chromium. What it means: `docs/benchmark.md`.
 */
/* global requestAnimationFrame, addEventListener, MessageChannel, performance */
import {median, ratioOf} from '../figures.mjs';
import {page, servePages} from '../serve-pages.mjs';
import {CPU_SLOWDOWN} from '../visit.mjs';

const TOUCHES = 13;
/** On the ready-made board. */
const PICTURES = 39;
const TABLET = {width: 768, height: 1024, deviceScaleFactor: 1};
const VISITS = 7;
/** At most this much slower than a plain button. */
const GOAL = 1.3;

const button = `<button aria-pressed="false" onclick="this.setAttribute('aria-pressed', this.getAttribute('aria-pressed') !== 'true')">Le sommeil</button> `;
/** @type {Record<string, string>} */
const pages = {
  '/plain.html': page(button),
  '/buttons.html': page(button.repeat(PICTURES)),
  '/plateau.html': page('<script type="module" src="/dist/needs-plateau.js"></script><needs-plateau></needs-plateau>'),
};

/** Clicks and waits; from the click to the frame that it led to, in ms. @param {import('puppeteer-core').Page} page @param {string} selector */
async function touch(page, selector) {
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
  await (await page.waitForSelector(selector))?.click();
  return /** @type {Promise<number>} */ (painted);
}

/** Touches of one visit, in a window of its own. @param {import('puppeteer-core').Browser} browser @param {string} address @param {string} selector */
async function touchesOf(browser, address, selector) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(TABLET);
    await page.goto(address);
    await page.waitForSelector(selector);
    await (await page.createCDPSession()).send('Emulation.setCPUThrottlingRate', {rate: CPU_SLOWDOWN});
    const times = [];
    for (let at = 0; at < TOUCHES; at += 1) times.push(await touch(page, selector));
    // The first ones warm up.
    return median(times.slice(3));
  } finally {
    await context.close();
  }
}

/** @param {import('puppeteer-core').Browser} browser @param {(line: string) => void} say @param {string} [dist] */
export async function benchPlateau(browser, say, dist = 'dist') {
  const site = await servePages(pages, dist);
  /** @type {{plain: number[], buttons: number[], plateau: number[]}} */
  const times = {plain: [], buttons: [], plateau: []};
  try {
    for (let visit = 0; visit < VISITS; visit += 1) {
      times.plain.push(await touchesOf(browser, `${site.url}/plain.html`, 'button'));
      times.buttons.push(await touchesOf(browser, `${site.url}/buttons.html`, 'button'));
      times.plateau.push(await touchesOf(browser, `${site.url}/plateau.html`, 'needs-plateau >>> .tile input'));
    }
    for (const [what, plain] of /** @type {const} */ ([
      ['a plain button', times.plain],
      [`one of ${PICTURES} plain buttons`, times.buttons],
    ])) {
      const {ratio, from, to} = ratioOf(times.plateau, plain);
      const ms = `${median(times.plateau).toFixed(1)} and ${median(plain).toFixed(1)} ms`;
      say(`a touch, processor ÷ ${CPU_SLOWDOWN}: ${ratio} × ${what} (half of the rounds ${from}–${to}; goal ${GOAL}); ${ms}`);
    }
  } finally {
    site.close();
  }
}
