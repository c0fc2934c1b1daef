import {css} from 'lit';

/** Whom to call, limits and hints of choices, pictograms, the switch to plainer words, what is said of a draft. */
export const configuredStyles = css`
  summary {
    padding-block: 10px;
    color: var(--ppgp-color-accent);
    cursor: pointer;
  }
  .contact {
    padding: 14px 16px;
    border-radius: var(--ppgp-radius);
    background: var(--ppgp-color-warm);
  }
  .contact a {
    display: inline-flex;
    align-items: center;
    gap: 10px;
    min-block-size: 48px;
    color: inherit;
    font-size: var(--ppgp-text-xl);
    font-weight: 700;
    white-space: nowrap;
  }
  .disabled {
    border-color: var(--ppgp-color-line-soft);
    background: var(--ppgp-color-sunk) !important;
    color: var(--ppgp-color-text-soft);
    cursor: default;
  }
  .sub {
    display: block;
  }
  .beside {
    gap: 4px;
    padding-inline-start: 42px;
  }
  .pictogram {
    inline-size: 72px;
    block-size: 72px;
    border-radius: var(--ppgp-radius-small);
    background: #fff;
    forced-color-adjust: none;
  }
  .choice > .pictogram {
    inline-size: 44px;
    block-size: 44px;
    margin-block: -4px;
    margin-inline-start: auto;
  }
  .cells > .number {
    flex: 1 1 0;
    padding-inline: 4px;
  }
  @media not print {
    .number > .mark {
      display: none;
    }
  }
  .many {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--ppgp-space-6);
  }
  .many .question .title {
    font-size: var(--ppgp-text-l, 1.1875em);
  }
  .many .section .title {
    font-size: var(--ppgp-text-xl);
  }
  .many .section ~ .section {
    padding-block-start: var(--ppgp-space-6);
    border-block-start: 2px solid var(--ppgp-color-line-soft);
  }
  .toggle {
    gap: 8px;
    text-decoration: none;
  }
  .enough {
    min-block-size: var(--ppgp-target);
  }
  .note.quiet {
    background: var(--ppgp-color-sunk);
    font-size: var(--ppgp-text-s);
  }
  @media (forced-colors: active) {
    .toggle[aria-pressed='true'] > .mark {
      forced-color-adjust: none;
      background-color: Highlight;
      color: HighlightText;
    }
    .contact,
    .note.quiet {
      border: 1px solid;
    }
  }
`;
