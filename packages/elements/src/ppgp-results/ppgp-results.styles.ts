import {css} from 'lit';

/** Tables first: their bars, dots and grounds only repeat what is written. */
export const styles = css`
  .sub {
    display: block;
    font-weight: 400;
  }
  .count {
    font-size: 1.1875em;
  }
  .count > .small {
    display: block;
    margin-block-start: 4px;
  }
  .body > * {
    max-inline-size: none;
  }
  .figure > p,
  .figure > ul,
  .cover > *,
  .note {
    max-inline-size: var(--ppgp-measure);
  }
  .body > .figure {
    gap: var(--ppgp-space-4);
    padding-block-start: var(--ppgp-space-5);
    border-block-start: var(--ppgp-stroke) solid var(--ppgp-color-line-soft);
  }
  /* Where there are many, those out of sight are laid out when they come near. */
  .figure:nth-of-type(n + 33) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 30em;
  }
  .grid.tight {
    gap: 8px;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
    font-variant-numeric: tabular-nums lining-nums;
    line-height: 1.35;
  }
  .bars,
  .headline {
    max-inline-size: 46em;
  }
  caption {
    text-align: start;
    color: var(--ppgp-color-text-soft);
    font-size: var(--ppgp-text-s);
    padding-block-end: 8px;
  }
  th,
  td {
    padding: 10px;
    border-block-start: var(--ppgp-stroke) solid var(--ppgp-color-line-soft);
    text-align: start;
    font-weight: 400;
    vertical-align: top;
  }
  td {
    white-space: nowrap;
  }
  .bars td,
  .numbers td {
    text-align: end;
  }
  .bars td {
    inline-size: 30%;
  }
  .bars thead :not(:first-child),
  .numbers thead :not(:first-child) {
    text-align: end;
  }
  thead th {
    border-block-start: 0;
    font-weight: 600;
    font-size: var(--ppgp-text-s);
    color: var(--ppgp-color-text-soft);
  }
  thead td {
    border: 0;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }
  :is(th, td):last-child {
    padding-inline-end: 0;
  }
  tbody th {
    overflow-wrap: anywhere;
  }
  th [lang] {
    unicode-bidi: isolate;
  }
  .scroll {
    overflow-x: auto;
  }
  .scroll tbody th {
    min-inline-size: 9em;
    font-weight: 600;
  }
  .scroll .bars tbody th {
    inline-size: 40%;
  }
  .scroll .bars td {
    inline-size: auto;
  }
  .within th {
    padding-inline-start: 1.5em;
    color: var(--ppgp-color-text-soft);
  }
  .total :is(th, td) {
    font-weight: 650;
  }
  .take {
    padding-inline: 4px;
  }
  .masked {
    padding: 2px 8px;
    border-radius: 6px;
    color: var(--ppgp-color-text-soft);
    background: repeating-linear-gradient(135deg, transparent 0 6px, var(--ppgp-color-line-soft) 6px 7px);
  }
  svg.bar {
    display: block;
    inline-size: 100%;
    block-size: 14px;
    margin-block-start: 6px;
    border-radius: 4px;
    background: var(--ppgp-color-sunk);
    box-shadow: inset 0 0 0 1px var(--ppgp-color-line-soft);
  }
  .headline > svg.bar {
    block-size: 22px;
  }
  .fill {
    fill: var(--ppgp-color-accent);
  }
  .margin {
    transform: translateY(-1px);
    fill: var(--ppgp-color-text);
    stroke: var(--ppgp-color-surface);
    stroke-width: 4;
    paint-order: stroke;
  }
  .plain > .margin {
    display: none;
  }
  :is(svg.bar, svg.dots):dir(rtl) {
    scale: -1 1;
  }
  svg.dots {
    inline-size: 100%;
    max-inline-size: 26em;
    block-size: auto;
  }
  .dots > .is {
    fill: var(--ppgp-color-accent);
    stroke: var(--ppgp-color-accent);
  }
  .dots > .not {
    fill: var(--ppgp-color-surface);
    stroke: var(--ppgp-color-line);
  }
  .big {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 14px;
    font-variant-numeric: tabular-nums lining-nums;
    line-height: 1.05;
  }
  .big > b {
    font-size: 2.6em;
    font-weight: 700;
    letter-spacing: -0.015em;
    color: var(--ppgp-color-accent);
  }
  .big > span {
    font-size: 1.25em;
  }
  .top {
    display: grid;
    gap: 14px;
  }
  .top > li {
    display: grid;
    grid-template-columns: 44px 1fr;
    gap: 2px 14px;
    align-items: center;
    line-height: 1.3;
  }
  .place {
    grid-row: span 2;
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border: 2px solid var(--ppgp-color-accent);
    border-radius: 50%;
    background: var(--ppgp-color-accent-soft);
    color: var(--ppgp-color-accent);
    font-size: 1.1em;
    font-weight: 700;
  }
  .place.first {
    background: var(--ppgp-color-accent);
    color: var(--ppgp-color-on-accent);
  }
  .three,
  .pair {
    display: grid;
    gap: 12px;
  }
  .ground,
  .cover {
    padding: 16px 18px;
    border-radius: var(--ppgp-radius);
    background: var(--ppgp-color-sunk);
  }
  .ground.both,
  .cover {
    background: var(--ppgp-color-accent-soft);
  }
  .ground ul {
    line-height: 1.35;
  }
  .cover {
    padding: 28px 24px;
  }
  .cover > .title {
    font-size: 1.8em;
  }
  .steps i {
    max-inline-size: 26px;
  }
  .lead {
    font-size: 1.1875em;
    font-weight: 650;
  }
  .quote {
    align-content: start;
    padding: 16px 20px;
    border-radius: 4px 18px 18px;
    background: var(--ppgp-color-warm);
  }
  .quote:dir(rtl) {
    border-radius: 18px 4px 18px 18px;
  }
  .said {
    display: grid;
    gap: 10px 28px;
  }
  .timeline {
    display: grid;
    gap: 14px;
    line-height: 1.35;
  }
  .timeline > li {
    position: relative;
    display: grid;
    gap: 0 16px;
    padding-inline-start: 32px;
  }
  .timeline > li::before {
    content: '';
    position: absolute;
    inset-block-start: 0.45em;
    inset-inline-start: 0;
    inline-size: 16px;
    block-size: 9px;
    border-radius: 6px;
    background: var(--ppgp-color-accent);
  }
  .timeline > li:nth-child(even)::before {
    translate: 5px 0;
  }
  .odd {
    display: inline-block;
    padding-inline: 8px;
    border-radius: 6px;
    background: var(--ppgp-color-wait-soft);
    color: var(--ppgp-color-wait);
  }
  .contents ol {
    columns: 20em;
  }
  .contents button {
    justify-content: start;
    inline-size: 100%;
    padding-block: 8px;
  }
  summary {
    display: flex;
    align-items: center;
    min-block-size: 44px;
    color: var(--ppgp-color-accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .status.wait > svg {
    color: var(--_ink);
  }
  .method {
    font-size: var(--ppgp-text-s);
  }
  .method > .title {
    font-size: 1.4em;
  }
  @container ppgp (max-width: 599px) {
    .bars td {
      inline-size: 42%;
      white-space: normal;
    }
    .scroll .bars td {
      white-space: nowrap;
    }
    .big > b {
      font-size: 2em;
    }
  }
  @container ppgp (min-width: 600px) {
    .pair,
    .said {
      grid-template-columns: 1fr 1fr;
    }
    .timeline > li {
      grid-template-columns: 12em 1fr;
    }
  }
  @container ppgp (min-width: 720px) {
    .three {
      grid-template-columns: 1fr 1.15fr 1fr;
    }
  }
  @media (forced-colors: active) {
    svg.bar,
    svg.dots,
    .place,
    .timeline > li::before {
      forced-color-adjust: none;
    }
    svg.bar {
      background: Canvas;
      box-shadow: inset 0 0 0 1px CanvasText;
    }
    .fill,
    .dots > .is {
      fill: CanvasText;
      stroke: CanvasText;
    }
    .margin {
      fill: CanvasText;
      stroke: Canvas;
    }
    .dots > .not {
      fill: Canvas;
      stroke: CanvasText;
    }
    .place {
      border-color: CanvasText;
      background: Canvas;
      color: CanvasText;
    }
    .place.first {
      background: CanvasText;
      color: Canvas;
    }
    .timeline > li::before {
      background: CanvasText;
    }
    .ground,
    .cover,
    .quote,
    .masked,
    .odd {
      border: 1px solid;
    }
  }
  @media print {
    .body {
      padding: 0;
    }
    .take {
      display: none;
    }
    .figure,
    tr,
    .quote,
    .ground,
    .top > li {
      break-inside: avoid;
    }
    .title,
    caption,
    thead {
      break-after: avoid;
    }
    .bar,
    .dots,
    .place,
    .steps,
    .steps i,
    .timeline > li::before {
      print-color-adjust: exact;
    }
    .cover {
      break-after: page;
      align-content: center;
      min-block-size: 90vh;
    }
    .cover .steps {
      display: flex;
    }
    .contents {
      break-after: page;
    }
    .contents button {
      display: inline;
      inline-size: auto;
      min-block-size: 0;
      text-decoration: none;
      color: inherit;
    }
    .contents li {
      list-style: decimal inside;
    }
    .method {
      break-before: page;
    }
    .scroll {
      overflow: visible;
    }
    td {
      white-space: normal;
    }
    summary {
      display: none;
    }
    .figure:nth-of-type(n),
    details::details-content {
      content-visibility: visible;
    }
  }
`;
