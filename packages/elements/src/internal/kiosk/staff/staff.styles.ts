import {css} from 'lit';

/** Sober: white ground, no apricot. Everything under one class, for the sheet stays when the panel is closed. */
export const staffStyles = css`
  .staff-panel {
    gap: var(--ppgp-space-5);
  }
  .staff-head {
    justify-content: space-between;
  }
  .staff-head > .title {
    flex: 1 1 8em;
  }
  .staff-panel .flow {
    gap: var(--ppgp-space-3);
  }
  .staff-panel .small-title {
    font-size: 1.1875em;
  }
  .code-field {
    max-inline-size: 14em;
    font-size: 1.1875em;
    letter-spacing: 0.2em;
  }
  .masked {
    -webkit-text-security: disc;
  }
  .staff-panel .status:empty {
    display: none;
  }
  .staff-panel .head {
    --_ink: var(--ppgp-color-text);
    display: grid;
    grid-template-columns: 48px minmax(0, 1fr);
    gap: 6px 14px;
  }
  .staff-panel .head > :not(.disc) {
    grid-column: 2;
  }
  .staff-panel .head > .title {
    align-self: center;
    font-size: 1.1875em;
  }
  .staff-panel .disc {
    grid-area: 1 / 1 / 3;
    display: grid;
    place-items: center;
    inline-size: 48px;
    block-size: 48px;
    border-radius: 50%;
    background: var(--ppgp-color-sunk);
    color: var(--_ink);
  }
  .staff-panel .disc.wait {
    background: var(--ppgp-color-wait-soft);
  }
  .staff-panel .disc.error {
    background: var(--ppgp-color-error-soft);
  }
  .staff-panel .note {
    background: var(--ppgp-color-sunk);
  }
  .staff-panel .status.ok {
    color: var(--_ink);
  }
  .staff-panel [part='waiting'] {
    padding-block-start: var(--ppgp-space-4);
    border-block-start: var(--ppgp-stroke) solid var(--ppgp-color-line-soft);
    overflow-wrap: anywhere;
  }
  .staff-panel dl > div {
    grid-template-columns: 1fr;
  }
  .staff-panel dd:last-child {
    grid-area: auto;
  }
  @media (forced-colors: active) {
    .staff-panel .disc {
      border: 1px solid;
    }
  }
  @media print {
    .staff-panel {
      display: none;
    }
  }
`;
