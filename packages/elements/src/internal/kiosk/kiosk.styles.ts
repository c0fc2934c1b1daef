import {css} from 'lit';

/** What a shared screen shows around what is asked. Only a shared screen has this sheet. */
export const kioskStyles = css`
  :host {
    user-select: none;
    -webkit-user-select: none;
    -webkit-touch-callout: none;
    touch-action: manipulation;
  }
  .field {
    user-select: text;
    -webkit-user-select: text;
  }
  button {
    min-block-size: 64px;
  }
  .body:has(.attract) {
    position: relative;
    align-content: center;
    padding-block: var(--ppgp-space-5) 88px;
    border-radius: 0;
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
  .languages {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9em, 1fr));
    gap: var(--ppgp-space-3);
    inline-size: min(100%, 40em);
  }
  .languages .second {
    inline-size: 100%;
  }
  .staff {
    position: absolute;
    inset-block-end: 12px;
    inset-inline-end: 12px;
    padding-inline: 20px;
    color: var(--ppgp-color-text-soft);
    text-decoration: none;
  }
  .attract > .staff:hover {
    background: none;
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
