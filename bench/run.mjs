// @ts-check
/** The rounds: in each, every page is visited once, one after the other, so that they share the machine's good and bad moments. */
import {median, quantile, ratioOf} from './figures.mjs';
import {visit} from './visit.mjs';

/** @typedef {import('./pages.mjs').Name} Name */
/** @typedef {import('./pages.mjs').Layout} Layout */
/** @typedef {import('./visit.mjs').Visit} Visit */
/** @typedef {Record<string, Visit[]>} Visits by `name layout size`, one of each round */

/** In one visit; over all rounds there are at least 30. */
const TAPS = 12;

/** @param {Name} name @param {Layout} layout @param {number} size */
export const key = (name, layout, size) => `${name} ${layout} ${size}`;

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} url
 * @param {{sizes: number[], names: Name[], rounds: number, say: (line: string) => void}} plan the first round is thrown away
 * @returns {Promise<Visits>}
 */
export async function runRounds(browser, url, {sizes, names, rounds, say}) {
  /** @type {Visits} */
  const visits = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const size of sizes) {
      say(`round ${round + 1} of ${rounds}${round === 0 ? ' (thrown away)' : ''}: ${size} questions`);
      for (const layout of /** @type {const} */ (['question', 'page']))
        for (const name of names) {
          const what = {name, size, layout, taps: layout === 'page' ? TAPS : 0};
          // A visit in which a tap went astray is not a slow one: it is made once more, and said.
          const one = await visit(browser, url, what).catch((error) => {
            say(`once more: ${error instanceof Error ? error.message : error}`);
            return visit(browser, url, what);
          });
          if (round > 0) (visits[key(name, layout, size)] ??= []).push(one);
        }
    }
  }
  return visits;
}

/** One figure of each round. @type {Record<string, {layout: Layout, of: (visit: Visit) => number}>} */
export const measures = {
  firstPainted: {layout: 'question', of: ({first}) => first},
  firstWork: {layout: 'question', of: ({work}) => work},
  allPainted: {layout: 'page', of: ({all}) => all},
  tapWork: {layout: 'page', of: ({tapWork}) => median(tapWork)},
  tapWorkP95: {layout: 'page', of: ({tapWork}) => quantile(tapWork, 0.95)},
  tapToPaint: {layout: 'page', of: ({tapToPaint}) => median(tapToPaint)},
  tapToPaintP95: {layout: 'page', of: ({tapToPaint}) => quantile(tapToPaint, 0.95)},
  work: {layout: 'page', of: ({work}) => work},
  script: {layout: 'page', of: ({script}) => script},
  heap: {layout: 'page', of: ({heap}) => heap},
  nodes: {layout: 'page', of: ({nodes}) => nodes},
};

/**
 * All ratios of two pages.
 * @param {Visits} visits
 * @param {Name} these
 * @param {Name} those
 * @param {number} size
 * @returns {Record<string, import('./figures.mjs').Ratio>}
 */
export function compare(visits, these, those, size) {
  return Object.fromEntries(
    Object.entries(measures).map(([name, {layout, of}]) => {
      /** @param {Name} page */
      const figures = (page) => (visits[key(page, layout, size)] ?? []).map(of);
      return [name, ratioOf(figures(these), figures(those))];
    }),
  );
}

/**
 * What one question more costs on the long half of the way (from the middle size to the largest), against the short half: 1 = linear.
 * @param {Visits} visits
 * @param {Name} name
 * @param {number[]} sizes three of them
 */
export function linearity(visits, name, [small = 0, middle = 0, large = 0]) {
  /** @param {number} size */
  const all = (size) => median((visits[key(name, 'page', size)] ?? []).map(({all}) => all));
  return (all(large) - all(middle)) / (large - middle) / ((all(middle) - all(small)) / (middle - small));
}
