import {frRestitution as words} from '@ppgp/words';
import {html, nothing, type TemplateResult} from 'lit';
import {bar, masked} from '../drawing.js';
import type {Figures} from '../figures.js';

/** The Monday of an ISO week, in days since 1970. */
function mondayOf(week: string): number {
  const [year, number] = [Number(week.slice(0, 4)), Number(week.slice(-2))];
  const fourth = Date.UTC(year, 0, 4) / 86_400_000;
  return fourth - ((fourth + 3) % 7) + 7 * (number - 1);
}

/** Whether weeks lie between two that are named: their answers are nobody's, and a row says so by its absence otherwise. */
export function withEmptyWeeks(weeks: Record<string, number | null>): [string, number | null][] {
  const named = Object.entries(weeks)
    .filter(([week]) => /^\d{4}-W\d{2}$/.test(week))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return named.flatMap(([week, count], at): [string, number | null][] => {
    const before = named[at - 1];
    const gap = before ? (mondayOf(week) - mondayOf(before[0])) / 7 - 1 : 0;
    // A long silence is one line, not a page of zeros.
    const empty =
      gap > 0 && gap <= 8 && before
        ? Array.from({length: gap}, (_, i): [string, number] => [weekOf(mondayOf(before[0]) + 7 * (i + 1)), 0])
        : [];
    return [...empty, [week, count]];
  });
}

/** The ISO week of a Monday. */
function weekOf(monday: number): string {
  const thursday = new Date((monday + 3) * 86_400_000);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return `${thursday.getUTCFullYear()}-W${String(1 + Math.floor((thursday.getTime() - first) / 604_800_000)).padStart(2, '0')}`;
}

/** Answers received week by week; the longest bar is the fullest week. */
export function weeks({results}: Figures): TemplateResult {
  const rows = withEmptyWeeks(results.weeks ?? {});
  if (rows.length === 0) return html`<p class="soft">${words.noWeeks}</p>`;
  const most = Math.max(1, ...rows.map(([, count]) => count ?? 0));
  return html`<table class="bars">
    <thead>
      <tr><th scope="col">${words.weekHead}</th><th scope="col">${words.receivedHead}</th></tr>
    </thead>
    <tbody>
      ${rows.map(
        ([week, count]) => html`<tr>
          <th scope="row">${words.week({week})}${count === null ? nothing : bar(count, most, 'plain')}</th>
          <td>${count === null ? masked() : words.qualified({count})}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}
