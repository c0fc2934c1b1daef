import {css} from 'lit';

/** Forced colours and paper. */
export const media = css`
  @media (forced-colors: active) {
    .choice.chosen,
    .face.chosen {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
    .pill.chosen,
    .primary,
    .chosen > .tick,
    .face .mark {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
      border-color: Highlight;
    }
    .pill.chosen .mark {
      background: HighlightText;
      color: Highlight;
      border-color: HighlightText;
    }
    .steps i {
      border: 1px solid CanvasText;
    }
    .steps .done {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .steps .now {
      forced-color-adjust: none;
      background: Highlight;
    }
    .tint {
      fill: Canvas;
    }
    .note,
    .contact {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    :host {
      color-scheme: light;
      font-size: 10.5pt;
      background: none;
      print-color-adjust: exact;
    }
    .body {
      padding: 0;
      gap: 12pt;
    }
    .primary,
    .second,
    .quiet,
    .link,
    .steps {
      display: none;
    }
    .choice,
    .face,
    .row,
    .note,
    .contact,
    .review > div {
      break-inside: avoid;
    }
  }
`;
