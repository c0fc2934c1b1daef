import {css} from 'lit';

/** The element's own ground, and what all its screens share. Nothing a host sets on its elements comes in but family and colour scheme. */
export const base = css`
  :host {
    display: block !important;
    container: ppgp / inline-size !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
    font: inherit;
    color: inherit;
    list-style: none;
  }
  .body {
    all: initial;
    box-sizing: border-box;
    padding: var(--ppgp-space-5) 20px;
    border-radius: var(--ppgp-radius);
    background: var(--ppgp-color-surface);
    color: var(--ppgp-color-text);
    color-scheme: inherit;
    font-family: inherit;
    font-size: max(1.0625em, 17px);
    line-height: 1.5;
    overflow-wrap: break-word;
    text-align: start;
  }
  .body,
  .grid,
  form,
  .question {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--ppgp-space-3);
  }
  .body,
  form {
    gap: var(--ppgp-space-5);
  }
  :host([mode='kiosk']) .body {
    --ppgp-target: 64px;
    font-size: max(1.25em, 20px);
  }
  .body > * {
    max-inline-size: var(--ppgp-measure);
  }
  .title {
    font-size: var(--ppgp-text-xl);
    font-weight: 700;
    line-height: 1.25;
    text-wrap: balance;
  }
  b,
  dd {
    font-weight: 650;
  }
  .soft,
  dt {
    color: var(--ppgp-color-text-soft);
  }
  .small,
  dt {
    font-size: var(--ppgp-text-s);
  }
  .flow {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }
  svg {
    flex: none;
    inline-size: 1.35em;
    block-size: 1.35em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .flip:dir(rtl) {
    scale: -1 1;
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  :focus-visible {
    outline: 3px solid var(--ppgp-color-focus);
    outline-offset: 3px;
  }
  @container ppgp (min-width: 600px) {
    .body {
      padding: var(--ppgp-space-6) 40px 40px;
    }
    .title {
      font-size: 1.625em;
    }
  }
`;
