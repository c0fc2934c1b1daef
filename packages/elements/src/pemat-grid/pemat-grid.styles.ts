import {css} from 'lit';

/** Scores as boxes, lists of items, the ways on. */
export const styles = css`
  .tight {
    gap: 6px;
  }
  .pair {
    display: grid;
    gap: var(--ppgp-space-4);
  }
  .topic {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    margin-block-end: 6px;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 20px;
  }
  .scores {
    display: grid;
    gap: var(--ppgp-space-4);
  }
  .score {
    display: grid;
    gap: 6px;
    padding: 14px 16px;
    border-radius: var(--ppgp-radius);
    background: var(--ppgp-color-sunk);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 2px 12px;
  }
  .figure {
    font-size: var(--ppgp-text-xl);
    font-variant-numeric: tabular-nums;
  }
  .cells {
    contain: layout;
  }
  .boxes {
    display: flex;
    gap: 3px;
  }
  .boxes i {
    flex: 0 1 22px;
    block-size: 18px;
    border: 2px solid var(--ppgp-color-accent);
    border-radius: 4px;
  }
  .boxes .yes {
    background: var(--ppgp-color-accent);
  }
  .boxes .no {
    background: repeating-linear-gradient(135deg, var(--ppgp-color-accent) 0 2px, transparent 2px 6px);
  }
  .boxes .open {
    border-style: dashed;
    border-color: var(--ppgp-color-line);
  }
  .boxes .gap {
    flex: 0 1 8px;
    border: 0;
  }
  .boxes .na {
    block-size: 0;
    align-self: center;
    border: 0 solid var(--ppgp-color-line);
    border-block-start-width: 2px;
  }
  .note.quiet {
    background: var(--ppgp-color-warm);
    font-size: var(--ppgp-text-s);
  }
  summary {
    min-block-size: 44px;
    padding-block: 10px;
    color: var(--ppgp-color-accent);
    cursor: pointer;
  }
  .lines > li {
    border-block-start: var(--ppgp-stroke) solid var(--ppgp-color-line-soft);
  }
  .line {
    display: grid;
    grid-template-columns: 2em 1fr;
    gap: 0 8px;
    inline-size: 100%;
    padding-block: 8px;
    color: var(--ppgp-color-text);
    text-align: start;
    text-decoration: none;
  }
  .line > .said {
    grid-column: 2;
    color: var(--ppgp-color-accent);
  }
  .line > .said.open {
    color: var(--ppgp-color-text-soft);
    font-weight: 400;
  }
  .number {
    color: var(--ppgp-color-text-soft);
    font-variant-numeric: tabular-nums;
  }
  .remark {
    padding-block-end: 8px;
    padding-inline-start: calc(2em + 8px);
  }
  .file {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 10px;
    color: var(--ppgp-color-accent);
    cursor: pointer;
  }
  .file > input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    opacity: 0;
    cursor: inherit;
  }
  .file:focus-within {
    outline: 3px solid var(--ppgp-color-focus);
    outline-offset: 3px;
  }
  button:disabled {
    color: var(--ppgp-color-text-soft);
    cursor: default;
    text-decoration: none;
  }
  @container ppgp (min-width: 600px) {
    .pair,
    .scores {
      grid-template-columns: 1fr 1fr;
    }
    .line {
      grid-template-columns: 2em 1fr auto;
      gap: 0 16px;
    }
    .line > .said {
      grid-column: 3;
    }
  }
  @media (forced-colors: active) {
    .boxes .yes {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .score {
      border: 1px solid;
    }
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  caption {
    padding-block-end: 6px;
    text-align: start;
  }
  th,
  td {
    padding-block: 5px;
    border-block-start: var(--ppgp-stroke) solid var(--ppgp-color-line-soft);
    text-align: start;
    vertical-align: top;
  }
  th {
    font-weight: 650;
  }
  tbody th {
    font-weight: 400;
  }
  td {
    font-variant-numeric: tabular-nums;
    text-align: end;
    white-space: nowrap;
  }
  .on-paper {
    display: none;
  }
  @media print {
    .on-paper {
      display: block;
    }
    .body {
      padding: 0;
    }
    .body > * {
      max-inline-size: none;
    }
    .detail {
      break-before: page;
      gap: 8px;
      font-size: 9pt;
    }
    .detail section {
      gap: 2px;
    }
    .line {
      display: grid;
      grid-template-columns: 1.8em 1fr 9em;
      min-block-size: 0;
      padding-block: 1.5px;
      line-height: 1.25;
    }
    .line > .said {
      grid-column: 3;
    }
    .lines > li {
      break-inside: avoid;
    }
    .remark {
      padding-block-end: 2px;
      font-style: italic;
    }
    .boxes i {
      print-color-adjust: exact;
    }
    .boxes .no {
      background: none;
    }
    .score {
      padding: 8px 0;
      background: none;
    }
    .status,
    .file,
    details {
      display: none;
    }
  }
`;
