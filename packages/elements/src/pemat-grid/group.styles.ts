import {css} from 'lit';

/** A long dossier: what is not seen is not laid out. The grid to fill in by hand: empty boxes, dotted lines, two pages of A4. */
export const styles = css`
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
  .paper-grid td,
  .paper-grid thead th + th {
    inline-size: 4.5em;
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
  @media print {
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
