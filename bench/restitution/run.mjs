// @ts-check
/**
 * `npm run bench -- --results`: from opening a page to the last of 400 questions painted, with `<ppgp-results>` against a plain HTML table
 * of the same numbers, once written in the page, once made by a script from the same file. Processor slowed down, in Chromium.
 */
/* global requestAnimationFrame, MessageChannel, performance, document */
import {median, ratioOf} from '../figures.mjs';
import {page, servePages} from '../serve-pages.mjs';
import {CPU_SLOWDOWN} from '../visit.mjs';

const QUESTIONS = 400;
const CHOICES = ['Oui, tout à fait', 'Plutôt oui', 'Plutôt non', 'Pas du tout', 'Je ne sais pas'];
const VISITS = 9;
/** At most this much slower than a plain table. */
const GOAL = 1.5;

const questions = Array.from({length: QUESTIONS}, (_, at) => ({
  id: `q${at + 1}`,
  type: 'single',
  label: `Question n° ${at + 1} : est-ce que cela vous convient ?`,
  choices: CHOICES.map((label, choice) => ({id: `c${choice}`, label, ...(choice < 2 ? {favourable: true} : {})})),
}));
/** Different counts in each question, that sum up to their base. @param {number} at */
function countsOf(at) {
  const counts = CHOICES.map((_, choice) => 5 + ((at * 7 + choice * 13) % 40));
  return {counts, base: counts.reduce((sum, count) => sum + count, 0)};
}
const BASE = Math.max(...questions.map((_, at) => countsOf(at).base));
const results = {
  ...{
    format: 'ppgp-results/1',
    campaign: 'banc',
    versions: ['1'],
    audience: 'team',
    k: 5,
    asOf: '2026-11-22',
    received: BASE,
    counted: BASE,
  },
  definition: {format: 'ppgp/1', kind: 'questionnaire', id: 'banc', version: '1', title: 'Banc', questions},
  questions: Object.fromEntries(
    questions.map(({id}, at) => {
      const {counts, base} = countsOf(at);
      return [id, {base, cells: Object.fromEntries(counts.map((count, choice) => [`c${choice}`, count]))}];
    }),
  ),
};

/** @param {number} k @param {number} n */
const share = (k, n) => `${k} sur ${n} (${Math.round((100 * k) / n)} %)`;
const written = questions
  .map(({label, choices}, at) => {
    const {counts, base} = countsOf(at);
    const rows = choices.map((choice, place) => `<tr><th scope="row">${choice.label}</th><td>${share(counts[place] ?? 0, base)}</td></tr>`);
    return `<h2>${label}</h2><table>${rows.join('')}</table>`;
  })
  .join('');

/** Runs in the page: the same tables from the same file. */
async function make() {
  /** @type {typeof results} */
  const file = await (await fetch('/resultats.json')).json();
  const parts = file.definition.questions.flatMap(({id, label, choices}) => {
    const {base = 0, cells = {}} = file.questions[id] ?? {};
    const table = document.createElement('table');
    for (const choice of choices) {
      const row = table.insertRow();
      const head = document.createElement('th');
      head.scope = 'row';
      head.textContent = choice.label;
      const k = cells[choice.id] ?? 0;
      row.append(head);
      row.insertCell().textContent = `${k} sur ${base} (${Math.round((100 * k) / base)} %)`;
    }
    const title = document.createElement('h2');
    title.textContent = label;
    return [title, table];
  });
  document.body.append(...parts);
}

/** @type {Record<string, string>} */
const pages = {
  '/written.html': page(written),
  '/made.html': page(`<script type="module">(${make})()</script>`),
  '/results.html': page('<ppgp-results src="/resultats.json"></ppgp-results><script type="module" src="/dist/ppgp-results.js"></script>'),
  '/resultats.json': JSON.stringify(results),
};

/** Milliseconds from opening the address to the frame with the last question. @param {import('puppeteer-core').Browser} browser @param {string} address */
async function paintOf(browser, address) {
  const context = await browser.createBrowserContext();
  try {
    const tab = await context.newPage();
    await (await tab.createCDPSession()).send('Emulation.setCPUThrottlingRate', {rate: CPU_SLOWDOWN});
    await tab.evaluateOnNewDocument((last) => {
      const frame = () => {
        const found = document.querySelector('ppgp-results')?.shadowRoot ?? document.body;
        if (!found?.textContent?.includes(last)) return void requestAnimationFrame(frame);
        const {port1, port2} = new MessageChannel();
        port1.onmessage = () => Object.assign(globalThis, {painted: performance.now()});
        requestAnimationFrame(() => port2.postMessage(0));
      };
      requestAnimationFrame(frame);
    }, `Question n° ${QUESTIONS} `);
    await tab.goto(address);
    const painted = await tab.waitForFunction(() => /** @type {{painted?: number}} */ (globalThis).painted);
    return /** @type {number} */ (await painted.jsonValue());
  } finally {
    await context.close();
  }
}

/** @param {import('puppeteer-core').Browser} browser @param {(line: string) => void} say @param {string} [dist] */
export async function benchResults(browser, say, dist = 'dist') {
  const site = await servePages(pages, dist);
  /** @type {{written: number[], made: number[], results: number[]}} */
  const times = {written: [], made: [], results: []};
  try {
    for (let visit = 0; visit < VISITS; visit += 1)
      for (const name of /** @type {const} */ (['written', 'made', 'results'])) {
        const time = await paintOf(browser, `${site.url}/${name}.html`);
        // The first visit warms up.
        if (visit > 0) times[name].push(time);
      }
    for (const [what, plain] of /** @type {const} */ ([
      ['made by a script of the same file', times.made],
      ['written in the page', times.written],
    ])) {
      const {ratio, from, to} = ratioOf(times.results, plain);
      const ms = `${median(times.results).toFixed(0)} and ${median(plain).toFixed(0)} ms`;
      say(
        `${QUESTIONS} questions, processor ÷ ${CPU_SLOWDOWN}: ${ratio} × a plain table ${what} (half of the rounds ${from}–${to}; goal ${GOAL}); ${ms}`,
      );
    }
  } finally {
    site.close();
  }
}
