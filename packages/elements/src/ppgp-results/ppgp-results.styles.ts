import {css} from 'lit';

export const styles = css`
  .sub {
    display: block;
  }
  .count {
    font-size: 1.1875em;
  }
  .count .small {
    display: block;
  }
  .body > .figure {
    max-inline-size: none;
  }
  .figure {
    padding-block-start: var(--ppgp-space-5);
    border-block-start: var(--ppgp-stroke) solid var(--ppgp-color-line-soft);
    break-inside: avoid;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
    font-variant-numeric: tabular-nums lining-nums;
    line-height: 1.35;
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
  thead th {
    border-block-start: 0;
    font-weight: 600;
    font-size: var(--ppgp-text-s);
    color: var(--ppgp-color-text-soft);
  }
  :is(th, td):first-child {
    padding-inline-start: 0;
  }
  .scroll {
    overflow-x: auto;
  }
  .scroll tbody th {
    min-inline-size: 9em;
    font-weight: 600;
  }
`;
