import {css} from 'lit';

/** What a shared screen shows around what is asked. */
export const kioskStyles = css`
  :host([mode='kiosk']) {
    user-select: none;
    -webkit-touch-callout: none;
  }
  .body:has(.attract) {
    align-content: center;
    min-block-size: 100dvh;
    background: var(--ppgp-color-warm);
  }
  .body > .attract {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: var(--ppgp-space-5);
    max-inline-size: none;
    text-align: center;
  }
  .attract > .title {
    max-inline-size: 18em;
    font-size: clamp(1.75em, 5cqi, 3em);
  }
  .attract > .primary {
    justify-self: center;
    min-block-size: 80px;
    padding-inline: 40px;
    font-size: 1.1875em;
  }
  .pictures {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 14px;
  }
  .pictures > span {
    padding: 16px;
    border-radius: calc(var(--ppgp-radius) * 1.5);
    background: var(--ppgp-color-surface);
  }
  .still {
    inline-size: min(34em, 100% - 32px);
    margin: auto;
    padding: var(--ppgp-space-6);
    border-radius: calc(var(--ppgp-radius) * 1.5);
    background: var(--ppgp-color-surface);
    color: inherit;
    text-align: center;
  }
  .still[open] {
    display: grid;
    justify-items: center;
    gap: var(--ppgp-space-4);
  }
  .still::backdrop {
    background: var(--ppgp-color-warm);
  }
  .still > .flow {
    gap: var(--ppgp-space-4);
    justify-content: center;
  }
  .still > b,
  .count {
    font-size: var(--ppgp-text-xl);
  }
  .count {
    display: grid;
    place-items: center;
    inline-size: 96px;
    block-size: 96px;
    border: 8px solid var(--ppgp-color-accent);
    border-radius: 50%;
    font-size: 2em;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  @container ppgp (max-width: 860px) {
    .pictures {
      max-inline-size: 21em;
    }
  }
  @media print {
    .attract,
    .still {
      display: none;
    }
  }
`;
