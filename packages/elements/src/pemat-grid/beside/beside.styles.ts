import {css} from 'lit';

/** The document at the start, the items at the end; on a narrow screen it stands above them, behind a button. */
export const styles = css`
  .body > .desk {
    max-inline-size: none;
  }
  .desk,
  .items {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--ppgp-space-5);
  }
  .beside {
    display: grid;
    gap: 8px;
  }
  .tool {
    min-inline-size: 44px;
    border: var(--ppgp-stroke) solid var(--ppgp-color-line);
    border-radius: var(--ppgp-radius-small);
  }
  #page-number {
    inline-size: 4em;
    min-block-size: 44px;
    padding-block: 6px;
  }
  .sheet {
    position: relative;
    overflow: auto;
    max-block-size: min(70vh, 46em);
    border: var(--ppgp-stroke) solid var(--ppgp-color-line);
    border-radius: var(--ppgp-radius-small);
    background: var(--ppgp-color-sunk);
    cursor: grab;
    scrollbar-gutter: stable;
  }
  .sheet.placing {
    cursor: crosshair;
  }
  .paper {
    position: relative;
    inline-size: fit-content;
    margin-inline: auto;
    direction: ltr;
  }
  canvas {
    display: block;
    background: #fff;
  }
  .pin {
    position: absolute;
    translate: -50% -50%;
    display: grid;
    place-items: center;
    inline-size: 44px;
    min-block-size: 44px;
    color: var(--ppgp-color-on-accent);
    font-weight: 700;
    font-size: var(--ppgp-text-s);
    text-decoration: none;
    isolation: isolate;
  }
  .pin::before {
    content: '';
    position: absolute;
    inset: 6px;
    z-index: -1;
    border: 2px solid #fff;
    border-radius: 50%;
    background: var(--ppgp-color-accent);
    outline: 1px solid var(--ppgp-color-accent);
  }
  .pin:hover {
    background: none;
  }
  .pin.moving {
    color: var(--ppgp-color-text);
    pointer-events: none;
  }
  .pin.moving::before {
    background: var(--ppgp-color-surface);
    border-color: var(--ppgp-color-accent);
    outline: 3px solid var(--ppgp-color-warm-mark);
  }
  .words {
    white-space: pre-line;
    max-block-size: 20em;
    overflow: auto;
  }
  .thumbnail {
    max-inline-size: 100%;
    block-size: auto;
    border: 1px solid var(--ppgp-color-line);
  }
  @container ppgp (max-width: 899px) {
    .shut {
      display: none;
    }
  }
  @container ppgp (min-width: 900px) {
    .desk {
      grid-template-columns: minmax(0, 5fr) minmax(0, 7fr);
      gap: var(--ppgp-space-6);
    }
    .narrow {
      display: none;
    }
    .beside {
      position: sticky;
      inset-block-start: 12px;
      align-self: start;
    }
    .sheet {
      block-size: calc(100vh - 190px);
      min-block-size: 20em;
      max-block-size: none;
    }
  }
  @media (forced-colors: active) {
    .pin::before {
      forced-color-adjust: none;
      background: Highlight;
    }
    .pin {
      color: HighlightText;
    }
  }
  @media print {
    .beside {
      display: none;
    }
    .desk {
      display: block;
    }
  }
`;
