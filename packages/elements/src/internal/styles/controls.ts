import {css} from 'lit';

/** Buttons, links, fields, notes, steps and the contact card. */
export const controls = css`
  .primary,
  .second,
  .quiet {
    appearance: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    min-block-size: var(--ppgp-target);
    min-inline-size: var(--ppgp-target);
    padding: 10px 22px;
    border: 2px solid var(--ppgp-color-accent);
    border-radius: var(--ppgp-radius);
    background: var(--ppgp-color-surface);
    color: var(--ppgp-color-accent);
    font-weight: 650;
    line-height: 1.2;
    text-align: center;
    cursor: pointer;
    transition: background-color var(--ppgp-motion-quick);
  }
  .second:hover,
  .quiet:hover {
    background: var(--ppgp-color-accent-soft);
  }
  .primary {
    background: var(--ppgp-color-accent);
    color: var(--ppgp-color-on-accent);
  }
  .primary:hover {
    background: var(--ppgp-color-accent-hover);
    border-color: var(--ppgp-color-accent-hover);
  }
  .quiet {
    border-color: transparent;
    background: none;
    padding-inline: 12px;
    font-weight: 500;
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
  .quiet.start {
    margin-inline-start: -12px;
  }
  .link {
    appearance: none;
    border: 0;
    background: none;
    padding: 4px;
    min-block-size: 44px;
    color: var(--ppgp-color-accent);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .head {
    display: grid;
    gap: var(--ppgp-space-2);
  }
  .line {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--ppgp-space-3);
    min-block-size: 44px;
  }
  .steps {
    display: flex;
    gap: 5px;
    padding-block: 5px;
    align-items: center;
  }
  .steps i {
    flex: 1 1 0;
    min-inline-size: 7px;
    max-inline-size: 60px;
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
    background: var(--ppgp-color-warm-mark);
    outline: 2px solid var(--ppgp-color-accent);
    outline-offset: -1px;
    block-size: 9px;
  }
  .promises {
    gap: var(--ppgp-space-2);
  }
  .overline {
    font-weight: 650;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    font-size: var(--ppgp-text-s);
  }
  .facts li {
    display: inline-flex;
    gap: 8px;
    align-items: center;
  }
  .facts .icon {
    color: var(--ppgp-color-accent);
  }
  .foot {
    display: grid;
    gap: var(--ppgp-space-4);
  }
  .note {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 4px 12px;
    padding: 14px 16px;
    border-radius: var(--ppgp-radius);
    background: var(--ppgp-color-sunk);
  }
  .note > * {
    grid-column: 2;
  }
  .note > .icon {
    grid-column: 1;
    grid-row: span 3;
    inline-size: 1.5em;
    block-size: 1.5em;
    color: var(--ink);
  }
  .note strong,
  .note .title {
    color: var(--ink);
    font-size: inherit;
  }
  .note .second {
    justify-self: start;
    margin-block: 10px 2px;
  }
  .note.wait {
    background: var(--ppgp-color-wait-soft);
    --ink: var(--ppgp-color-wait);
  }
  .note.error {
    background: var(--ppgp-color-error-soft);
    --ink: var(--ppgp-color-error);
    border: 2px solid var(--ppgp-color-error);
  }
  .note.error .link {
    color: var(--ppgp-color-error);
    font-weight: 600;
  }
  .status {
    display: flex;
    gap: 10px;
    align-items: flex-start;
    line-height: 1.4;
  }
  .status .icon {
    color: var(--ink, currentColor);
  }
  .status b {
    color: var(--ppgp-color-text);
    font-weight: 650;
  }
  .status.ok {
    --ink: var(--ppgp-color-ok);
  }
  .status.wait {
    --ink: var(--ppgp-color-wait);
  }
  .status.error {
    --ink: var(--ppgp-color-error);
  }
  .error-line {
    display: flex;
    gap: 8px;
    align-items: flex-start;
    color: var(--ppgp-color-error);
    font-weight: 600;
    line-height: 1.4;
  }
  summary {
    padding-block: 10px;
    cursor: pointer;
    color: var(--ppgp-color-accent);
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
  .cards {
    display: grid;
    gap: var(--ppgp-space-3);
    padding-block-start: var(--ppgp-space-2);
  }
  .contact {
    display: grid;
    gap: 4px;
    padding: 16px 20px;
    border-radius: var(--ppgp-radius);
    background: var(--ppgp-color-warm);
  }
  .phone {
    display: inline-flex;
    gap: 10px;
    align-items: center;
    justify-self: start;
    min-block-size: 48px;
    color: var(--ppgp-color-text);
    font-size: var(--ppgp-text-xl);
    font-weight: 700;
    font-variant-numeric: tabular-nums lining-nums;
    white-space: nowrap;
    text-decoration: none;
  }
  .phone span {
    border-block-end: 2px solid currentColor;
    line-height: 1.2;
  }
  .phone .icon {
    color: var(--ppgp-color-accent);
  }
  .review > div {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 2px 12px;
    align-items: start;
    padding-block: 12px;
    border-block-start: var(--ppgp-stroke) solid var(--ppgp-color-line-soft);
  }
  .review dt {
    color: var(--ppgp-color-text-soft);
    font-size: var(--ppgp-text-s);
  }
  .review dd {
    grid-column: 1;
    font-weight: 600;
    line-height: 1.35;
  }
  .review .change {
    grid-column: 2;
    grid-row: 1 / span 2;
    font-weight: 500;
  }
  .receipt {
    justify-items: start;
  }
  .ghosts {
    display: grid;
    gap: var(--ppgp-space-3);
    opacity: 0;
    animation: appear 1ms 300ms forwards;
  }
  .ghost {
    block-size: 56px;
    border: var(--ppgp-stroke) solid var(--ppgp-color-line-soft);
    border-radius: var(--ppgp-radius);
  }
  .ghost.title {
    block-size: 1.7em;
    inline-size: 72%;
    border: 0;
    background: var(--ppgp-color-line-soft);
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
  @container ppgp (max-width: 599px) {
    .foot .primary {
      inline-size: 100%;
    }
  }
  @container ppgp (min-width: 600px) {
    .foot .primary {
      justify-self: start;
      min-inline-size: 11em;
    }
  }
`;
