import {css} from 'lit';

export const styles = css`
  :host {
    --ppgp-color-ok-soft: #e6f4ea;
  }
  @supports (color: light-dark(oklch(from white l c h), black)) {
    :host {
      --ppgp-color-ok-soft: light-dark(oklch(0.963 0.024 152), oklch(0.31 0.04 152));
    }
  }
  .body {
    --_ink: var(--ppgp-color-text);
    --ground: var(--ppgp-color-sunk);
  }
  .head {
    display: grid;
    grid-template-columns: 48px minmax(0, 1fr);
    gap: 6px 14px;
  }
  .head > :not(.disc) {
    grid-column: 2;
  }
  .head > .title {
    align-self: center;
    font-size: 1.1875em;
  }
  .disc {
    grid-area: 1 / 1 / 3;
    display: grid;
    place-items: center;
    inline-size: 48px;
    block-size: 48px;
    border-radius: 50%;
    background: var(--ground);
    color: var(--_ink);
  }
  .disc.ok {
    --ground: var(--ppgp-color-ok-soft);
  }
  .disc.wait {
    --ground: var(--ppgp-color-wait-soft);
  }
  .disc.error {
    --ground: var(--ppgp-color-error-soft);
  }
  .flow {
    gap: var(--ppgp-space-3);
  }
  .second > svg,
  .primary > svg {
    margin-inline-start: -4px;
  }
  button:disabled {
    border-color: var(--ppgp-color-line-soft);
    background: var(--ppgp-color-surface);
    color: var(--ppgp-color-text-soft);
    cursor: default;
  }
  .bundle {
    display: grid;
    gap: 2px;
    padding-block-start: var(--ppgp-space-4);
    border-block-start: var(--ppgp-stroke) solid var(--ppgp-color-line-soft);
    break-inside: avoid;
  }
  .rows {
    display: grid;
    gap: var(--ppgp-space-3);
    padding-block: 6px;
  }
  .address,
  .rows {
    overflow-wrap: anywhere;
  }
  .rows p + p {
    margin-block-start: 2px;
  }
  .note {
    background: var(--ppgp-color-sunk);
    overflow-wrap: anywhere;
  }
  .note > .flow {
    padding-block-start: 6px;
  }
  textarea.field {
    min-block-size: 8.5em;
  }
  .bundle > form {
    margin-block: var(--ppgp-space-3);
  }
  dialog {
    inline-size: min(36em, 100% - 32px);
    margin: auto;
    border: 2px solid var(--_ink);
    color: inherit;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.55);
  }
  form .grid {
    gap: 6px;
  }
  label {
    font-weight: 600;
  }
  .link {
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
    text-underline-offset: 0.2em;
  }
  .under {
    margin-block-start: var(--ppgp-space-4);
  }
  @container ppgp (max-width: 599px) {
    .flow > .second {
      inline-size: 100%;
    }
  }
  @media (forced-colors: active) {
    .disc {
      border: 1px solid;
    }
    button:disabled {
      forced-color-adjust: none;
      border-color: GrayText;
      background: Canvas;
      color: GrayText;
    }
  }
  @media print {
    .primary,
    .second,
    .note button,
    .link {
      display: none;
    }
  }
`;
