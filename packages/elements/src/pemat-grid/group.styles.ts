import {css} from 'lit';

/** A long dossier: what is not seen is not laid out. The grid to fill in by hand: empty boxes, dotted lines, two pages of A4. */
export const styles = css`
  .card {
    padding: 14px 16px;
    border-radius: var(--ppgp-radius);
    background: var(--ppgp-color-sunk);
  }
  fieldset.card {
    display: grid;
    gap: 8px;
  }
  fieldset.card > legend {
    display: grid;
  }
  .disputed {
    background: var(--ppgp-color-warm);
  }
  .name,
  .lead {
    font-size: 1.1875em;
    font-weight: 650;
  }
  .disc {
    display: grid;
    place-items: center;
    inline-size: 22px;
    block-size: 22px;
    border: 2px solid var(--ppgp-color-accent);
    border-radius: 50%;
  }
  .disc.yes {
    background: var(--ppgp-color-accent);
  }
  .disc.no::before {
    content: '';
    inline-size: 12px;
    block-size: 12px;
    background: var(--ppgp-color-accent);
    clip-path: polygon(10% 0, 50% 40%, 90% 0, 100% 10%, 60% 50%, 100% 90%, 90% 100%, 50% 60%, 10% 100%, 0 90%, 40% 50%, 0 10%);
  }
  .disc.na {
    border-style: dotted;
  }
  .disc.open {
    border-style: dashed;
    border-color: var(--ppgp-color-line);
  }
  .measures > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
  }
  .lost {
    padding: 14px 16px;
    border-radius: var(--ppgp-radius);
    background: var(--ppgp-color-warm);
  }
  .gained {
    padding: 14px 16px;
    border-radius: var(--ppgp-radius);
    background: var(--ppgp-color-accent-soft);
  }
  [part='document'] {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 320px;
    overflow-clip-margin: 8px;
  }
  .dotted {
    display: flex;
    gap: 8px;
    border-block-end: 2px dotted var(--ppgp-color-line);
    min-block-size: 2em;
    align-items: end;
  }
  .paper-grid {
    table-layout: fixed;
    overflow-wrap: anywhere;
    font-size: var(--ppgp-text-s);
    break-inside: avoid;
  }
  .paper-grid th {
    padding-inline-end: 10px;
  }
  .paper-grid thead th + th {
    inline-size: 5.6em;
    font-size: 0.8em;
  }
  .paper-grid td,
  .paper-grid thead th + th {
    padding-inline: 2px;
    text-align: center;
    white-space: normal;
    vertical-align: middle;
  }
  .paper-grid i,
  .ticks i {
    display: inline-block;
    inline-size: 6mm;
    block-size: 6mm;
    border: 1.5px solid var(--ppgp-color-text);
    border-radius: 3px;
    vertical-align: middle;
  }
  .ticks i {
    margin-inline-end: 6px;
  }
  @media print {
    .chosen,
    .mark,
    .disc {
      print-color-adjust: exact;
    }
    .sending {
      display: none;
    }
    .gained,
    .lost {
      padding: 0;
    }
    .paper-grid thead th + th {
      font-size: 1em;
    }
    .pair {
      grid-template-columns: 1fr 1fr;
      gap: 4px 24px;
    }
    .body {
      gap: 10px;
      font-size: 9.5pt;
    }
    .paper-grid th,
    .paper-grid td {
      padding-block: 2px;
      line-height: 1.2;
    }
    .paper-grid i,
    .ticks i {
      inline-size: 4.5mm;
      block-size: 4.5mm;
    }
    .paper-scores {
      gap: 4px;
      break-inside: avoid;
    }
  }
`;
