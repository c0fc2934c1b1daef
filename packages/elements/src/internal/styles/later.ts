import {css} from 'lit';

/** What the first screen of a ready-made questionnaire does not show: rows of choices, faces, fields, lines of status, the review, paper. */
export const later = css`
  .choice {
    gap: 14px;
    min-block-size: calc(var(--ppgp-target) + 6px);
  }
  .choice > .mark {
    inline-size: 26px;
    block-size: 26px;
  }
  .checkbox {
    border-radius: 7px;
  }
  .choice > .document {
    margin-inline-start: auto;
  }
  .apart {
    margin-block-start: 8px;
  }
  .cells > .face {
    flex: 1 1 0;
    flex-direction: column;
    min-block-size: 112px;
    padding-inline: 4px;
    text-align: center;
  }
  .face > svg {
    inline-size: 52px;
    block-size: 52px;
  }
  .face:not(.chosen) .tint,
  .face:not(.chosen) > .mark {
    display: none;
  }
  .face > .mark {
    position: absolute;
    inset: 8px 8px auto auto;
    inline-size: 24px;
    block-size: 24px;
  }
  .face:dir(rtl) > .mark {
    inset-inline: auto 8px;
  }
  .field {
    inline-size: 100%;
    min-block-size: var(--ppgp-target);
    padding: 11px 14px;
    border: var(--ppgp-stroke) solid var(--ppgp-color-line);
    border-radius: var(--ppgp-radius-small);
    background: var(--ppgp-color-surface);
  }
  textarea {
    min-block-size: 8.5em;
    resize: vertical;
  }
  .field[aria-invalid='true'] {
    border-color: var(--ppgp-color-error);
  }
  .status {
    display: flex;
    gap: 10px;
    line-height: 1.4;
  }
  .status.error {
    color: var(--_ink);
    font-weight: 600;
  }
  dl > div {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 2px 12px;
    padding-block: 12px;
    border-block-start: var(--ppgp-stroke) solid var(--ppgp-color-line-soft);
    line-height: 1.35;
  }
  dd:last-child {
    grid-area: 1 / 2 / 3;
    font-weight: 400;
  }
  .back {
    min-block-size: var(--ppgp-target);
    padding-inline-end: 12px;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .picture {
    inline-size: 88px;
    block-size: 88px;
  }
  .tint {
    fill: var(--ppgp-color-tint-1);
    stroke: none;
  }
  @media (forced-colors: active) {
    .primary,
    .steps .now {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .steps .done {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .steps i,
    .note {
      border: 1px solid;
    }
    .chosen,
    .chosen > .mark {
      forced-color-adjust: none;
      border-color: Highlight;
      background-color: Highlight !important;
      color: HighlightText !important;
    }
    .tint {
      fill: Canvas;
    }
    .chosen .tint {
      fill: Highlight;
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
  @media print {
    .body {
      color-scheme: light;
      font-size: 10.5pt;
    }
    button,
    .steps {
      display: none;
    }
    fieldset,
    .note,
    .contact {
      break-inside: avoid;
    }
  }
`;
