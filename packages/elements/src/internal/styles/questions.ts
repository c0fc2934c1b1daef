import {css} from 'lit';

/** Questions: the native control lies transparent over its row, pill or face, and carries the focus ring. */
export const questions = css`
  .question {
    gap: var(--ppgp-space-4);
  }
  legend {
    float: inline-start;
    inline-size: 100%;
  }
  .required {
    display: block;
    margin-block-start: 4px;
    font-weight: 400;
    font-size: 0.66em;
  }
  .hint {
    margin-block-start: -8px;
  }
  .cell {
    position: relative;
    display: flex;
    align-items: center;
    gap: 7px;
    min-block-size: var(--ppgp-target);
    padding: 8px 14px;
    border: var(--ppgp-stroke) solid var(--ppgp-color-line);
    border-radius: var(--ppgp-radius);
    background: var(--ppgp-color-surface);
    line-height: 1.3;
    cursor: pointer;
  }
  .cell > input {
    appearance: none;
    position: absolute;
    inset: 0;
    border-radius: inherit;
    cursor: inherit;
  }
  .cell:hover {
    border-color: var(--ppgp-color-accent);
    background: var(--ppgp-color-accent-soft);
  }
  .chosen {
    border-color: var(--ppgp-color-accent);
    box-shadow: inset 0 0 0 1.25px var(--ppgp-color-accent);
    background: var(--ppgp-color-accent-soft);
  }
  .mark {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    border: 2px solid var(--ppgp-color-line);
    border-radius: 50%;
    background: var(--ppgp-color-surface);
    color: var(--ppgp-color-on-accent);
  }
  .chosen > .mark,
  [aria-pressed='true'] > .mark {
    border-color: var(--ppgp-color-accent);
    background:
      linear-gradient(45deg, #0000 34%, currentColor 38% 62%, #0000 66%) 17% 68% / 31% 31% no-repeat,
      linear-gradient(-45deg, #0000 39%, currentColor 42% 58%, #0000 61%) 76% 46% / 54% 54% no-repeat,
      var(--ppgp-color-accent);
  }
  .cells {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .cells > .cell {
    flex: 1 1 auto;
    justify-content: center;
  }
  .pill.chosen {
    background: var(--ppgp-color-accent);
    color: var(--ppgp-color-on-accent);
  }
  .pill.chosen > .mark {
    background-color: var(--ppgp-color-on-accent);
    color: var(--ppgp-color-accent);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px 24px;
    padding-block: 16px;
    border-block-start: var(--ppgp-stroke) solid var(--ppgp-color-line-soft);
  }
  .row > * {
    flex: 1 1 100%;
  }
  .row > legend {
    display: flex;
    align-items: center;
    gap: 12px;
    font-weight: 600;
    line-height: 1.35;
  }
  .document {
    flex: none;
    inline-size: 40px;
    block-size: auto;
    border-radius: 3px;
    outline: 1px solid var(--ppgp-color-line);
    outline-offset: -1px;
    background: #fff;
    color: #555;
  }
  @container ppgp (min-width: 600px) {
    .row {
      padding-block: 12px;
    }
    .row > legend {
      flex: 1 1 34%;
      inline-size: auto;
    }
    .row > .cells {
      flex: 1 1 56%;
    }
  }
`;
