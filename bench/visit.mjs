// @ts-check
/** One visit: a new browser context (nothing cached), a phone's screen, the processor slowed down. */
import {readFileSync} from 'node:fs';
import {askedFirst, tapsOn} from './questionnaire.mjs';
import {places} from './pages.mjs';

/** How much slower than this machine. */
export const CPU_SLOWDOWN = 4;
/** A busy machine is slow, not broken. */
const PATIENCE_S = 150;
const PHONE = {width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 1};
const probe = readFileSync(new URL('probe.js', import.meta.url), 'utf8');

/**
 * Times in ms, heap in bytes. `tapWork`: main-thread time that a tap takes, all told; `tapToPaint`: from the click to its frame.
 * @typedef {{first: number, all: number, script: number, work: number, heap: number, nodes: number, tapWork: number[], tapToPaint: number[]}} Visit
 */

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} url of the server
 * @param {{name: import('./pages.mjs').Name, size: number, layout: import('./pages.mjs').Layout, taps: number}} what
 * @returns {Promise<Visit>}
 */
export async function visit(browser, url, {name, size, layout, taps}) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(PHONE);
    page.setDefaultTimeout(PATIENCE_S * 1000);
    /** @type {string[]} */
    const faults = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    // The process of the site is there before the clock starts.
    await page.goto(`${url}/blank.html`);
    const count = layout === 'page' ? askedFirst(size) : 1;
    await page.evaluateOnNewDocument(`globalThis.benchPlace = ${JSON.stringify({...places[name], count})};\n${probe}`);
    const client = await page.createCDPSession();
    await client.send('Performance.enable', {timeDomain: 'threadTicks'});
    await client.send('Emulation.setCPUThrottlingRate', {rate: CPU_SLOWDOWN});
    await page.goto(`${url}/visit/${name}/${size}/${layout}.html`, {waitUntil: 'load'});

    const {first, all} = /** @type {{first: number, all: number}} */ (
      await inTime(page.evaluate('bench.painted'), `${name} ${size} ${layout}`)
    );
    await page.waitForNetworkIdle({idleTime: 150});
    await page.evaluate('bench.settled()');
    const {ScriptDuration, TaskDuration} = await metrics(client);
    const shown = await page.evaluate('bench.shown()');
    if (shown !== count) throw new Error(`${name}: ${shown} questions are shown, not ${count}`);

    await client.send('HeapProfiler.collectGarbage');
    const {JSHeapUsedSize, Nodes} = await metrics(client);

    /** @type {number[]} */
    const tapWork = [];
    /** @type {number[]} */
    const tapToPaint = [];
    for (const tap of tapsOn(size, taps)) {
      const {x, y} = /** @type {{x: number, y: number}} */ (await page.evaluate(`bench.aim(${JSON.stringify(tap)})`));
      const before = await metrics(client);
      await page.touchscreen.tap(x, y);
      tapToPaint.push(/** @type {number} */ (await inTime(page.evaluate('bench.tapped'), `a tap on ${name} ${JSON.stringify(tap)}`)));
      await page.evaluate('bench.settled()');
      const after = await metrics(client);
      if (!(await page.evaluate(`bench.isChosen(${JSON.stringify(tap)})`)))
        throw new Error(`${name}: ${JSON.stringify(tap)} was not chosen`);
      tapWork.push((after.TaskDuration - before.TaskDuration) * 1000);
    }
    if (faults.length) throw new Error(`${name}: ${faults.join('\n')}`);
    return {
      first,
      all,
      script: ScriptDuration * 1000,
      work: TaskDuration * 1000,
      heap: JSHeapUsedSize,
      nodes: Nodes,
      tapWork,
      tapToPaint,
    };
  } finally {
    await context.close();
  }
}

/** @param {import('puppeteer-core').CDPSession} client */
async function metrics(client) {
  const {metrics} = await client.send('Performance.getMetrics');
  const read = Object.fromEntries(metrics.map(({name, value}) => [name, value]));
  return /** @type {Record<'ScriptDuration' | 'TaskDuration' | 'JSHeapUsedSize' | 'Nodes', number>} */ (read);
}

/** @template T @param {Promise<T>} waited @param {string} what @returns {Promise<T>} */
async function inTime(waited, what) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`Nothing came within ${PATIENCE_S} s: ${what}`)), PATIENCE_S * 1000);
  });
  try {
    return await /** @type {Promise<T>} */ (Promise.race([waited, late]));
  } finally {
    clearTimeout(timer);
  }
}
