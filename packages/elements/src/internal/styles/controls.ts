import {css} from 'lit';

/** Buttons, notes, steps and the contact card. */
export const controls = css`
  button,
  a {
    color: var(--ppgp-color-accent);
    cursor: pointer;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    justify-self: start;
    gap: 10px;
    min-block-size: 44px;
    background: none;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .primary,
  .second {
    min-block-size: var(--ppgp-target);
    padding: 10px 22px;
    border: 2px solid;
    border-radius: var(--ppgp-radius);
    background: var(--ppgp-color-surface);
    font-weight: 650;
    line-height: 1.2;
    text-align: center;
    text-decoration: none;
  }
  button:hover {
    background: var(--ppgp-color-accent-soft);
  }
  .primary {
    min-inline-size: min(100%, 11em);
    border-color: var(--ppgp-color-accent);
    background: var(--ppgp-color-accent);
    color: var(--ppgp-color-on-accent);
  }
  .primary:hover {
    border-color: var(--ppgp-color-accent-hover);
    background: var(--ppgp-color-accent-hover);
  }
  .place {
    margin-inline-start: auto;
    white-space: nowrap;
  }
  .steps {
    display: flex;
    align-items: center;
    gap: 5px;
    padding-block: 5px;
  }
  .steps i {
    flex: 0 1 60px;
    block-size: 7px;
    border-radius: 5px;
    background: var(--ppgp-color-line-soft);
    translate: 0 -2.5px;
  }
  .steps i:nth-child(even) {
    translate: 0 2.5px;
  }
  .steps .done {
    background: var(--ppgp-color-accent);
  }
  .steps .now {
    block-size: 9px;
    background: var(--ppgp-color-warm-mark);
    outline: 2px solid var(--ppgp-color-accent);
    outline-offset: -1px;
  }
  .note {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 4px 12px;
    padding: 14px 16px;
    border-radius: var(--ppgp-radius);
  }
  .note > * {
    grid-column: 2;
  }
  .note > svg {
    grid-area: 1 / 1;
  }
  .wait {
    --_ink: var(--ppgp-color-wait);
  }
  .ok {
    --_ink: var(--ppgp-color-ok);
  }
  .error {
    --_ink: var(--ppgp-color-error);
  }
  .note > svg,
  .note > b,
  .status > svg,
  .error button {
    color: var(--_ink);
  }
  .note.wait {
    background: var(--ppgp-color-wait-soft);
  }
  .note.error {
    border: 2px solid var(--_ink);
    background: var(--ppgp-color-error-soft);
  }
  .ghost {
    block-size: 56px;
    border: var(--ppgp-stroke) solid var(--ppgp-color-line-soft);
    border-radius: var(--ppgp-radius);
    opacity: 0;
    animation: appear 1ms 300ms forwards;
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
  @container ppgp (max-width: 599px) {
    .primary {
      inline-size: 100%;
    }
  }
`;
