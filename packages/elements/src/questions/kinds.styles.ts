import {css} from 'lit';

/** Rankings, short fields, dates, quotes. */
export const kindsStyles = css`
  .short {
    inline-size: 7.5em;
  }
  .parts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .parts .field {
    padding-inline: 9px;
  }
  .parts .short {
    inline-size: 4.4em;
  }
  .part:nth-last-child(3) > .short {
    inline-size: 3.2em;
  }
  .part {
    display: grid;
    gap: 4px;
  }
  select.field {
    inline-size: auto;
    appearance: auto;
    cursor: pointer;
  }
  blockquote {
    padding: 14px 18px;
    border-radius: 4px var(--ppgp-radius) var(--ppgp-radius);
    background: var(--ppgp-color-warm);
    white-space: pre-line;
  }
  blockquote:dir(rtl) {
    border-radius: var(--ppgp-radius) 4px var(--ppgp-radius) var(--ppgp-radius);
  }
  .ranks {
    display: grid;
    gap: 8px;
  }
  .ranked {
    display: grid;
    grid-template-columns: 36px 1fr auto;
    gap: 8px 12px;
    align-items: center;
    min-block-size: 62px;
    padding: 7px 8px;
    padding-inline-start: 12px;
    border: var(--ppgp-stroke) solid var(--ppgp-color-accent);
    border-radius: var(--ppgp-radius);
    background: var(--ppgp-color-accent-soft);
    font-weight: 600;
    line-height: 1.3;
  }
  .dragged {
    opacity: 0.6;
  }
  .free {
    border: var(--ppgp-stroke) dashed var(--ppgp-color-line);
    background: none;
    color: var(--ppgp-color-text-soft);
    font-weight: 400;
  }
  .ranked.other {
    grid-template-columns: 1fr auto;
    border-color: var(--ppgp-color-line-soft);
    background: none;
    font-weight: 400;
  }
  .other > .second {
    padding-inline: 14px;
  }
  .disc {
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 50%;
    background: var(--ppgp-color-accent);
    color: var(--ppgp-color-on-accent);
    font-weight: 700;
  }
  .free .disc {
    border: 2px dashed var(--ppgp-color-line);
    background: none;
    color: inherit;
  }
  .small-button {
    min-block-size: 44px;
    min-inline-size: 44px;
    padding: 0;
    border: var(--ppgp-stroke) solid var(--ppgp-color-line);
    border-radius: var(--ppgp-radius-small);
  }
  button:disabled {
    border-color: var(--ppgp-color-line-soft);
    background: none;
    color: var(--ppgp-color-text-soft);
    cursor: default;
  }
  .small-button:disabled {
    opacity: 0.55;
  }
  @container ppgp (max-width: 479px) {
    .ranked[data-index] {
      grid-template-columns: 36px 1fr;
    }
    .ranked[data-index] > .flow {
      grid-column: 2;
    }
  }
  @media (forced-colors: active) {
    .disc {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .free .disc {
      background: Canvas;
      color: CanvasText;
    }
    blockquote {
      border: 1px solid;
    }
  }
  @media print {
    .free,
    .ranked.other {
      border-style: solid;
    }
  }
`;
