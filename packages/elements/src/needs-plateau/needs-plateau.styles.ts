import {css} from 'lit';

/** The board's grounds and tiles, its piles, what is hard to say, the way out, paper. */
export const styles = css`
  :host {
    --ppgp-text-l: 1.1875em;
    --ppgp-color-tint-2: #d3e8d0;
    --ppgp-color-tint-3: #d0e4f5;
    --ppgp-color-tint-4: #ecd9ee;
  }
  @supports (color: light-dark(oklch(from white l c h), black)) {
    :host {
      --ppgp-color-tint-2: light-dark(oklch(0.91 0.05 145), oklch(0.42 0.06 145));
      --ppgp-color-tint-3: light-dark(oklch(0.91 0.05 240), oklch(0.42 0.06 240));
      --ppgp-color-tint-4: light-dark(oklch(0.91 0.05 325), oklch(0.42 0.06 325));
    }
  }
  .body > .lands,
  .body > .bar,
  .body > .piles,
  .body > .onward {
    max-inline-size: none;
  }
  .lands,
  .tiles,
  .piles {
    display: grid;
    gap: var(--ppgp-space-4);
  }
  .land {
    --tint: var(--ppgp-color-tint-1);
    padding: var(--ppgp-space-3);
    border-radius: calc(var(--ppgp-radius) * 1.5);
    background: color-mix(in srgb, var(--tint) 38%, var(--ppgp-color-surface));
  }
  .land:nth-child(4n + 2) {
    --tint: var(--ppgp-color-tint-2);
  }
  .land:nth-child(4n + 3) {
    --tint: var(--ppgp-color-tint-3);
  }
  .land:nth-child(4n) {
    --tint: var(--ppgp-color-tint-4);
  }
  .land > legend {
    margin-block-end: var(--ppgp-space-3);
  }
  .tile > .small {
    display: none;
  }
  .tiles {
    clear: both;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    grid-auto-rows: 1fr;
    gap: 10px;
  }
  .tile {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: 116px;
    padding: 12px 4px;
    border-radius: var(--ppgp-radius);
    font-size: 0.9375em;
    line-height: 1.2;
    text-align: center;
    hyphens: auto;
  }
  .pic {
    inline-size: 54px;
    block-size: 54px;
    stroke-width: 1.4;
    object-fit: contain;
  }
  .pic .tint {
    fill: var(--tint, var(--ppgp-color-tint-1));
  }
  .tile > .mark {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 50%;
  }
  .tile:not(.chosen) > .mark {
    border-color: transparent;
    background: none;
  }
  :host([mode='kiosk']) .tile {
    font-size: 0.85em;
  }
  :host([mode='kiosk']) .tile > .small {
    display: none;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px;
  }
  .onward {
    position: sticky;
    inset-block-end: 0;
    display: flex;
    justify-content: end;
    padding-block: 12px;
    background: var(--ppgp-color-surface);
  }
  .pile {
    display: grid;
    align-content: start;
    gap: var(--ppgp-space-3);
    padding: var(--ppgp-space-4);
    border-radius: calc(var(--ppgp-radius) * 1.5);
    background: var(--ppgp-color-warm);
  }
  .pile.now {
    background: var(--ppgp-color-accent-soft);
  }
  .pile ul {
    display: grid;
    gap: 8px;
  }
  .pile li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    min-block-size: 64px;
    padding: 8px 12px;
    border-radius: var(--ppgp-radius);
    background: var(--ppgp-color-surface);
  }
  .pile li > span {
    flex: 1 1 5em;
  }
  .pile .second {
    padding-inline: 12px;
  }
  .pile .pic {
    inline-size: 40px;
    block-size: 40px;
  }
  .pile .free {
    border: 2px dashed var(--ppgp-color-line);
    background: none;
    color: var(--ppgp-color-text-soft);
  }
  .of-today {
    background: var(--ppgp-color-accent);
    color: var(--ppgp-color-on-accent);
  }
  .of-today > .pic {
    padding: 6px;
    border-radius: 50%;
    background: var(--ppgp-color-surface);
    color: var(--ppgp-color-text);
  }
  .put-off {
    border: 2px dashed var(--ppgp-color-accent);
  }
  .rank {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    border-radius: 50%;
    background: var(--ppgp-color-warm-mark);
    color: #17282a;
    font-weight: 700;
  }
  .exit {
    justify-content: end;
  }
  .leave {
    padding: 8px 20px;
    border: 2px solid #000;
    border-radius: 99px;
    background: #000;
    color: #fff;
    font-weight: 650;
    text-decoration: none;
  }
  .leave:hover {
    background: #333;
  }
  .help {
    display: grid;
    gap: var(--ppgp-space-3);
    padding: var(--ppgp-space-4);
    border: var(--ppgp-stroke) solid var(--ppgp-color-line-soft);
    border-radius: var(--ppgp-radius);
  }
  .help li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 8.5em;
    align-items: center;
    gap: 12px;
    padding-block: 4px;
  }
  .call {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    padding-inline: 8px;
    white-space: nowrap;
  }
  .note.code {
    grid-template-columns: minmax(0, 1fr);
    background: var(--ppgp-color-sunk);
  }
  .note.code > * {
    grid-area: auto;
  }
  .qr {
    inline-size: min(100%, 280px);
    block-size: auto;
    stroke: none;
    forced-color-adjust: none;
  }
  .qr rect {
    fill: #fff;
  }
  .qr path {
    fill: #000;
  }
  .on-paper {
    display: none;
  }
  .desk {
    padding-block-start: var(--ppgp-space-5);
    border-block-start: var(--ppgp-stroke) solid var(--ppgp-color-line-soft);
  }
  @container ppgp (min-width: 480px) {
    .tile {
      padding: 14px 8px;
    }
    .tile > .small {
      display: revert;
    }
    .tiles {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @container ppgp (max-width: 479px) {
    .pile .second > svg {
      display: none;
    }
  }
  @container ppgp (min-width: 720px) {
    .piles {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      align-items: start;
    }
  }
  @container ppgp (min-width: 900px) {
    .lands {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      align-items: start;
    }
  }
  @container ppgp (min-width: 1500px) {
    .tiles {
      grid-template-columns: repeat(5, minmax(0, 1fr));
    }
  }
  @media (forced-colors: active) {
    .tile,
    .land,
    .pile,
    .leave {
      border: 2px solid;
    }
    .of-today {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .chosen > .soft {
      color: inherit;
    }
    .pic .tint {
      fill: Canvas;
    }
    .chosen > .pic .tint {
      fill: Highlight;
    }
  }
  @media print {
    .on-paper {
      display: block;
    }
    .on-screen,
    .exit,
    .onward,
    .desk,
    .code,
    [part='promise'],
    #exit-how,
    .choice {
      display: none;
    }
    .delicate:not(.printed),
    .help:not(.printed) {
      display: none;
    }
    .tile {
      border: 1.5pt solid;
      background: none;
      color: inherit;
      break-inside: avoid;
    }
    .put-off {
      border-style: dashed;
    }
  }
`;
