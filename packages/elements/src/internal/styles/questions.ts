import {css} from 'lit';

/** Questions: the native control lies transparent over its row, pill or face, and carries the focus ring. */
export const questions = css`
  .question {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
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
  .choices,
  .choice-line {
    display: grid;
    gap: 10px;
  }
  .choice,
  .pill,
  .face {
    position: relative;
    border: var(--ppgp-stroke) solid var(--ppgp-color-line);
    border-radius: var(--ppgp-radius);
    background: var(--ppgp-color-surface);
    cursor: pointer;
    transition: background-color var(--ppgp-motion-quick);
  }
  .choice > input,
  .pill > input,
  .face > input {
    appearance: none;
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    border-radius: inherit;
    background: none;
    cursor: inherit;
  }
  .choice:hover,
  .face:hover,
  .pill:hover {
    background: var(--ppgp-color-accent-soft);
    border-color: var(--ppgp-color-accent);
  }
  .choice.chosen,
  .face.chosen {
    border-color: var(--ppgp-color-accent);
    box-shadow: inset 0 0 0 1.25px var(--ppgp-color-accent);
    background: var(--ppgp-color-accent-soft);
  }
  .choice {
    display: grid;
    grid-template-columns: 26px 1fr auto;
    gap: 4px 14px;
    align-items: center;
    min-block-size: calc(var(--ppgp-target) + 6px);
    padding: 11px 16px;
    line-height: 1.35;
  }
  .choice.disabled {
    background: var(--ppgp-color-sunk);
    border-color: var(--ppgp-color-line-soft);
    color: var(--ppgp-color-text-soft);
    cursor: default;
  }
  .apart {
    margin-block-start: 8px;
  }
  .sub {
    display: block;
  }
  .tick {
    display: grid;
    place-items: center;
    inline-size: 26px;
    block-size: 26px;
    border: 2px solid var(--ppgp-color-line);
    border-radius: 7px;
    background: var(--ppgp-color-surface);
  }
  .tick.round {
    border-radius: 50%;
  }
  .tick .icon,
  .mark .icon {
    display: none;
    inline-size: 16px;
    block-size: 16px;
    stroke-width: 3.5;
  }
  .chosen > .tick {
    background: var(--ppgp-color-accent);
    border-color: var(--ppgp-color-accent);
    color: var(--ppgp-color-on-accent);
  }
  .chosen > .tick .icon,
  .chosen > .mark .icon {
    display: block;
  }
  .disabled > .tick {
    border-color: var(--ppgp-color-line-soft);
    background: var(--ppgp-color-sunk);
  }
  .beside {
    display: grid;
    gap: 4px;
    padding-inline-start: 40px;
  }
  .pills {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .pill {
    flex: 1 1 auto;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 7px;
    min-block-size: var(--ppgp-target);
    min-inline-size: 4.6em;
    padding: 8px 14px;
    line-height: 1.2;
    text-align: center;
  }
  .pill.chosen {
    background: var(--ppgp-color-accent);
    border-color: var(--ppgp-color-accent);
    color: var(--ppgp-color-on-accent);
  }
  .pill .mark {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    border: 2px solid var(--ppgp-color-line);
    border-radius: 50%;
  }
  .pill.chosen .mark {
    background: var(--ppgp-color-on-accent);
    border-color: var(--ppgp-color-on-accent);
    color: var(--ppgp-color-accent);
  }
  .pill .mark .icon {
    inline-size: 12px;
    block-size: 12px;
    stroke-width: 4;
  }
  .faces {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 10px;
    inline-size: 100%;
  }
  .face {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 8px;
    min-block-size: 124px;
    padding: 14px 4px 12px;
    text-align: center;
    line-height: 1.25;
  }
  .face.chosen {
    font-weight: 650;
  }
  .face-drawing {
    inline-size: 56px;
    block-size: 56px;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.1;
    stroke-linecap: round;
  }
  .face .tint {
    fill: none;
  }
  .face.chosen .tint {
    fill: var(--ppgp-color-tint-1);
  }
  .face .mark {
    display: none;
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 50%;
    background: var(--ppgp-color-accent);
    color: var(--ppgp-color-on-accent);
  }
  .face.chosen .mark {
    display: grid;
  }
  .matrix {
    display: grid;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    align-items: center;
    padding-block: 16px;
    border-block-start: var(--ppgp-stroke) solid var(--ppgp-color-line-soft);
  }
  .row > legend {
    flex: 1 1 100%;
    display: flex;
    gap: 12px;
    align-items: center;
    font-weight: 600;
    line-height: 1.35;
  }
  .row > .error-line,
  .row > .pills {
    flex: 1 1 100%;
  }
  .of-faces .face {
    min-block-size: 104px;
  }
  .of-faces .row:only-child .face {
    min-block-size: 124px;
  }
  .of-faces .row:not(:only-child) .face-drawing {
    inline-size: 44px;
    block-size: 44px;
  }
  .document {
    flex: none;
    inline-size: 40px;
    block-size: auto;
    border-radius: 3px;
    outline: 1px solid var(--ppgp-color-line);
    outline-offset: -1px;
    background: #fff;
    fill: none;
  }
  .field {
    appearance: none;
    inline-size: 100%;
    min-block-size: var(--ppgp-target);
    padding: 11px 14px;
    border: var(--ppgp-stroke) solid var(--ppgp-color-line);
    border-radius: var(--ppgp-radius-small);
    background: var(--ppgp-color-surface);
    line-height: 1.45;
  }
  textarea.field {
    min-block-size: 8.5em;
    resize: vertical;
  }
  .field:hover {
    border-color: var(--ppgp-color-accent);
  }
  .field[aria-invalid='true'] {
    border: 2.5px solid var(--ppgp-color-error);
  }
  @container ppgp (min-width: 600px) {
    .row {
      flex-wrap: nowrap;
      gap: 24px;
      padding-block: 12px;
    }
    .row:has(> .error-line) {
      flex-wrap: wrap;
    }
    .row > legend {
      flex: 1 1 38%;
    }
    .row > .pills {
      flex: 1 1 62%;
    }
    .row > .faces {
      flex: 0 1 62%;
    }
  }
`;
