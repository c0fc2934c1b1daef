import {css} from 'lit';

/** The element's own ground, and a start that no host style sheet can have touched. */
export const base = css`
  :host {
    display: block;
    container: ppgp / inline-size;
    font-size: max(1.0625em, 17px);
    line-height: 1.5;
    font-weight: 400;
    font-style: normal;
    letter-spacing: normal;
    text-transform: none;
    text-align: start;
    text-indent: 0;
    white-space: normal;
    visibility: visible;
    color: var(--ppgp-color-text);
    background: var(--ppgp-color-surface);
    border-radius: var(--ppgp-radius);
    overflow-wrap: break-word;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  p,
  ul,
  dl,
  dd,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ul {
    list-style: none;
  }
  button,
  input,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
  }
  .body,
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--ppgp-space-5);
    align-content: start;
  }
  .body {
    padding: var(--ppgp-space-5) 20px;
  }
  .stack,
  .choices,
  .promises,
  .receipt {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--ppgp-space-3);
  }
  .title {
    font-size: var(--ppgp-text-xl);
    font-weight: 700;
    line-height: 1.25;
    text-wrap: balance;
  }
  .title:focus,
  .title :focus,
  .note:focus,
  legend:focus {
    outline: none;
  }
  .small,
  .sub,
  .counter,
  .place,
  .status {
    font-size: var(--ppgp-text-s);
  }
  .hint,
  .sub,
  .counter,
  .place,
  .required,
  .status {
    color: var(--ppgp-color-text-soft);
  }
  .place {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .icon {
    inline-size: 1.35em;
    block-size: 1.35em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .flip:dir(rtl) {
    scale: -1 1;
  }
  .picture {
    inline-size: 88px;
    block-size: 88px;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.1;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .tint {
    fill: var(--ppgp-color-tint-1);
    stroke: none;
  }
  :focus-visible {
    outline: 3px solid var(--ppgp-color-focus);
    outline-offset: 3px;
  }
  @container ppgp (min-width: 600px) {
    .body {
      padding: var(--ppgp-space-6) 40px 40px;
      gap: 28px;
    }
    .body > * {
      max-inline-size: var(--ppgp-measure);
    }
    .title {
      font-size: 1.625em;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
    }
  }
  @media (prefers-contrast: more) {
    :host {
      --ppgp-stroke: 2px;
      --ppgp-color-line: var(--ppgp-color-text);
      --ppgp-color-text-soft: var(--ppgp-color-text);
      --ppgp-color-line-soft: var(--ppgp-color-line);
    }
  }
`;
