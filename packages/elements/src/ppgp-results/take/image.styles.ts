import {css} from 'lit';

/** The panel in which an image is looked at and taken away. */
export const styles = css`
  dialog {
    inline-size: min(46em, 100% - 24px);
    max-block-size: calc(100% - 24px);
    margin: auto;
    padding: 20px;
    border: 2px solid var(--ppgp-color-line);
    border-radius: var(--ppgp-radius);
    overflow: auto;
    background: var(--ppgp-color-surface);
    color: var(--ppgp-color-text);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.5);
  }
  dialog > div {
    display: grid;
    gap: 16px;
  }
  dialog canvas {
    inline-size: 100%;
    max-block-size: 50vh;
    object-fit: contain;
    border: 1px solid var(--ppgp-color-line-soft);
    border-radius: var(--ppgp-radius-small);
    background: #fff;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
  .probe {
    color-scheme: light;
    color: var(--ppgp-color-accent);
  }
  @media print {
    dialog {
      display: none;
    }
  }
`;
