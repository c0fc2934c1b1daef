import {html, type TemplateResult} from 'lit';

/** A line icon on a 24 grid. One that points is mirrored in right-to-left text (`flip`). */
export const icon = (path: string, flip = ''): TemplateResult =>
  html`<svg class=${flip} viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

/** The icons of more than one screen; others stand where they are used. */
export const icons = {
  back: icon('M19 12H5M11 6l-6 6 6 6', 'flip'),
  next: icon('M5 12h14M13 6l6 6-6 6', 'flip'),
  check: icon('M4.5 12.5l5 5 10-11'),
  clock: icon('M12 3a9 9 0 1 0 .1 0M12 7v5l3.5 2.5'),
  shield: icon('M12 3l8 3v6c0 4-3 8-8 9-5-1-8-5-8-9V6zM8.5 12l2.5 2.5 4.5-5'),
  warning: icon('M12 3.5L22 20.5H2zM12 10v4.5M12 17.3v.2'),
};

/** A pictogram on a 48 grid: a dark line with one flat tinted shape slipped under it. */
export const drawing = (name: string, tint: string, lines: string): TemplateResult =>
  html`<svg class=${name} viewBox="0 0 48 48" aria-hidden="true"><path class="tint" d=${tint} /><path d=${lines} /></svg>`;

const round = (x: number, y: number): string => `M${x} ${y - 18.5}a18.5 18.5 0 1 0 .1 0`;
const MOUTHS = ['M15 28c3.5 7 14.5 7 18 0', 'M16 31h16', 'M15.5 34c3.5-6.5 13.5-6.5 17 0'];

/** One of three faces, best first: same circle and eyes, only the mouth changes. */
export const face = (index: number): TemplateResult =>
  drawing('', round(26, 26.5), `${round(24, 24)}M17.5 18.5v3M30.5 18.5v3${MOUTHS[index] ?? ''}`);

/** A sheet of paper, for a document without a picture of its own. */
export const sheet = html`<svg class="document" viewBox="0 0 40 52" aria-hidden="true"><path d="M8 10h13M8 20h24M8 27h24M8 34h24M8 41h15" /></svg>`;
