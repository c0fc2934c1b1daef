// @ts-check
/** The tables that are printed, and what is said of each target. */
import {rounded, said, table} from './figures.mjs';
import {titles} from './pages.mjs';
import {compare, linearity, measures} from './run.mjs';

/** @typedef {import('./pages.mjs').Name} Name */
/** By size, by pair of pages, by measure. @typedef {Record<string, Record<string, Record<string, import('./figures.mjs').Ratio>>>} Ratios */

const named = {
  firstPainted: 'first question painted',
  firstWork: 'first screen: main-thread work',
  allPainted: 'all painted, one page',
  tapWork: 'tap: main-thread work, median',
  tapWorkP95: 'tap: main-thread work, p95',
  tapToPaint: 'tap to painted frame, median',
  tapToPaintP95: 'tap to painted frame, p95',
  work: 'one page: main-thread work',
  script: 'one page: script, as the browser counts it',
  heap: 'heap after load',
  nodes: 'nodes',
};

/**
 * @param {import('./run.mjs').Visits} visits
 * @param {{sizes: number[], names: Name[], rounds: number}} plan
 */
export function report(visits, {sizes, names, rounds}) {
  const others = names.filter((name) => name !== 'plain');
  /** @type {Ratios} */
  const ratios = {};
  for (const size of sizes) {
    const toPlain = Object.fromEntries(others.map((name) => [name, compare(visits, name, 'plain', size)]));
    ratios[String(size)] = {...toPlain, 'ppgp to lit': compare(visits, 'ppgp', 'lit', size)};
    if (names.includes('surveyjs'))
      Object.assign(ratios[String(size)] ?? {}, {'surveyjs to ppgp': compare(visits, 'surveyjs', 'ppgp', size)});
  }
  /** @type {Record<string, number>} */
  const linear = sizes.length < 3 ? {} : Object.fromEntries(names.map((name) => [name, rounded(linearity(visits, name, sizes))]));
  return {rounds: rounds - 1, sizes, ratios, linear, targets: targets({sizes, ratios, linear})};
}

/** @param {{sizes: number[], ratios: Ratios, linear: Record<string, number>}} figures */
function targets({sizes, ratios, linear}) {
  /** @param {string} what @param {number | undefined} is @param {number} limit @param {boolean} atLeast */
  const target = (what, is, limit, atLeast = false) => ({
    what,
    is,
    limit: `${atLeast ? '≥' : '≤'} ${limit}`,
    isMet: is !== undefined && (atLeast ? is >= limit : is <= limit),
  });
  const largest = Math.max(...sizes);
  /** @param {number} size @param {string} pair @param {string} measure */
  const ratio = (size, pair, measure) => ratios[String(size)]?.[pair]?.[measure]?.ratio;
  return [
    ...sizes.map((size) => target(`first screen, ${size} questions, to the plain form`, ratio(size, 'ppgp', 'firstPainted'), 1.4)),
    ...sizes.map((size) => target(`all on one page, ${size} questions, to bare Lit`, ratio(size, 'ppgp to lit', 'allPainted'), 1.15)),
    ...sizes.map((size) =>
      target(`SurveyJS’s first screen, ${size} questions, to ours`, ratio(size, 'surveyjs to ppgp', 'firstPainted'), 4, true),
    ),
    ...sizes.map((size) =>
      target(`SurveyJS’s one page, ${size} questions, to ours`, ratio(size, 'surveyjs to ppgp', 'allPainted'), 4, true),
    ),
    target(`main-thread work of a tap, ${largest} questions, to the plain form`, ratio(largest, 'ppgp', 'tapWork'), 1.2),
    ...(sizes.length < 3 ? [] : [target('a question more: late to early on the way to 400', linear['ppgp'], 1.25)]),
  ].filter(({is}) => is !== undefined);
}

/** @param {ReturnType<typeof report>} figures @param {Name[]} names */
export function printed({sizes, ratios, linear, targets}, names) {
  const others = names.filter((name) => name !== 'plain');
  const parts = sizes.map((size) => {
    const rows = Object.keys(measures).map((measure) => [
      named[/** @type {keyof typeof named} */ (measure)],
      ...[...others, 'ppgp to lit'].map((pair) => said(ratios[String(size)]?.[pair]?.[measure])),
    ]);
    const head = [`${size} questions`, ...others.map((name) => `${titles[name]} ÷ plain`), 'ppgp-survey ÷ bare Lit'];
    return table([head, ...rows]);
  });
  const ends = targets.map(({what, is, limit, isMet}) => [what, String(is), limit, isMet ? 'met' : 'missed']);
  if (Object.keys(linear).length)
    parts.push(
      `A question more, late ÷ early: ${Object.entries(linear)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ')}`,
    );
  return [...parts, table([['target', 'is', 'wanted', ''], ...ends])].join('\n\n');
}
