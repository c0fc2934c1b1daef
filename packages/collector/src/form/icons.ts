import {html} from 'hono/html';
import type {Html} from './wording.js';

const icon = (path: string): Html => html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${path}" /></svg>`;

/** Line icons on a 24 grid, those of the elements. */
export const icons = {
  warning: icon('M12 3.5L22 20.5H2zM12 10v4.5M12 17.3v.2'),
  clock: icon('M12 3a9 9 0 1 0 .1 0M12 7v5l3.5 2.5'),
  shield: icon('M12 3l8 3v6c0 4-3 8-8 9-5-1-8-5-8-9V6zM8.5 12l2.5 2.5 4.5-5'),
  check: icon('M4.5 12.5l5 5 10-11'),
  lock: icon('M5 10.5h14v10H5zM8 10V8a4 4 0 0 1 8 0v2'),
  phone: icon(
    'M6 3.5h3.5l1.5 5L8.5 10c1 2.5 3 4.5 5.5 5.5l1.5-2.5 5 1.5V18a2.5 2.5 0 0 1-2.8 2.5C10.5 19.5 4.5 13.5 3.5 6.3A2.5 2.5 0 0 1 6 3.5z',
  ),
};

/** A pictogram on a 48 grid: a dark line with one flat tinted shape slipped under it. */
const drawing = (tint: string, lines: string): Html =>
  html`<svg class="drawing" viewBox="0 0 48 48" aria-hidden="true"><path class="tint" d="${tint}" /><path d="${lines}" /></svg>`;

const round = (x: number, y: number): string => `M${x} ${y - 18.5}a18.5 18.5 0 1 0 .1 0`;
const MOUTHS = ['M15 28c3.5 7 14.5 7 18 0', 'M16 31h16', 'M15.5 34c3.5-6.5 13.5-6.5 17 0'];

/** One of three faces, best first: only the mouth changes. */
export const face = (index: number): Html => drawing(round(26, 26.5), `${round(24, 24)}M17.5 18.5v3M30.5 18.5v3${MOUTHS[index] ?? ''}`);

/** An envelope with a heart. */
export const thanks = drawing(
  'M10 20h34v24H10z',
  'M6 17v22.5h36V17M6 17l18 14 18-14M6 17l8-5.5M42 17l-8-5.5M24 23c-6-5-9-8-9-12 0-6 7.6-6.5 9-1 1.4-5.5 9-5 9 1 0 4-3 7-9 12z',
);
