// @ts-check
/** What the visits come to: medians, and ratios taken round by round, because two visits of one round met the same machine. */

/** @param {number[]} values @param {number} share 0…1 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low = NaN, high = NaN] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

/** @param {number[]} values */
export const median = (values) => quantile(values, 0.5);

/**
 * The median of the ratios of each round, and between which two half of them lie.
 * @typedef {{ratio: number, from: number, to: number}} Ratio
 */
/** @param {number[]} these of each round @param {number[]} those of the same rounds @returns {Ratio} */
export function ratioOf(these, those) {
  const ratios = these.map((value, round) => value / /** @type {number} */ (those[round]));
  return {ratio: rounded(median(ratios)), from: rounded(quantile(ratios, 0.25)), to: rounded(quantile(ratios, 0.75))};
}

/** Two digits behind the point. @param {number} value */
export const rounded = (value) => Math.round(value * 100) / 100;

/** @param {Ratio | undefined} ratio */
export const said = (ratio) => (ratio ? `${ratio.ratio.toFixed(2)} (${ratio.from.toFixed(2)}–${ratio.to.toFixed(2)})` : '–');

/** @param {string[][]} rows the first is the head */
export function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  /** @param {string[]} row */
  const line = (row) => `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)].join('\n');
}
