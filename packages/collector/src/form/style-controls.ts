/** Choices, fields, notes and buttons: native controls in the look of the elements; what screens, contrast, forced colours and paper change. */
export const controls = `.choice,
.pill,
.number-pill,
.face {
  display: flex;
  align-items: center;
  gap: 14px;
  min-block-size: calc(var(--ppgp-target) + 6px);
  padding: 8px 14px;
  border: var(--ppgp-stroke) solid var(--ppgp-color-line);
  border-radius: var(--ppgp-radius);
  background: var(--ppgp-color-surface);
  line-height: 1.3;
  cursor: pointer;
}
.choice.apart {
  margin-block-start: 8px;
}
.cells {
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
}
.pill {
  flex: 1 1 auto;
  gap: 8px;
  justify-content: center;
  min-block-size: var(--ppgp-target);
}
.face,
.number-pill {
  flex: 1 1 0;
  flex-direction: column;
  gap: 6px;
  padding-inline: 4px;
  text-align: center;
}
.rows + .rows,
.cells + .rows {
  margin-block-start: 10px;
}
:is(.choice, .pill, .number-pill, .face):hover {
  border-color: var(--ppgp-color-accent);
  background: var(--ppgp-color-accent-soft);
}
:is(.choice, .pill, .number-pill, .face):has(:checked) {
  border-color: var(--ppgp-color-accent);
  box-shadow: inset 0 0 0 1.25px var(--ppgp-color-accent);
  background: var(--ppgp-color-accent-soft);
}
input[type='radio'],
input[type='checkbox'] {
  flex: none;
  inline-size: 24px;
  block-size: 24px;
  accent-color: var(--ppgp-color-accent);
  cursor: inherit;
}
.pill > input[type] {
  inline-size: 20px;
  block-size: 20px;
}
.with-other,
.beside {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 8px;
}
.beside {
  gap: 4px;
}
.with-other > .beside {
  padding-inline-start: 42px;
}
.row {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 10px 24px;
  padding-block: 16px;
  border-block-start: var(--ppgp-stroke) solid var(--ppgp-color-line-soft);
}
.row > * {
  flex: 1 1 100%;
}
.row > legend {
  display: flex;
  align-items: center;
  gap: 12px;
  font-weight: 600;
  line-height: 1.35;
}
.document {
  flex: none;
  inline-size: 40px;
  block-size: auto;
  border-radius: 3px;
  outline: 1px solid var(--ppgp-color-line);
  background: #fff;
}
.thumb,
.pictogram {
  flex: none;
  inline-size: 44px;
  block-size: 44px;
  margin-inline-start: auto;
  border-radius: var(--ppgp-radius-small);
  background: #fff;
}
.pictogram {
  inline-size: 72px;
  block-size: 72px;
  margin: 0;
}
legend > .thumb {
  margin: 0;
}
.field {
  inline-size: 100%;
  min-block-size: var(--ppgp-target);
  padding: 11px 14px;
  border: var(--ppgp-stroke) solid var(--ppgp-color-line);
  border-radius: var(--ppgp-radius-small);
  background: var(--ppgp-color-surface);
  color: inherit;
  font: inherit;
}
textarea.field {
  min-block-size: 8.5em;
  resize: vertical;
}
.field[aria-invalid='true'] {
  border-color: var(--ppgp-color-error);
  border-width: 2px;
}
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
.day .field {
  inline-size: 3.2em;
}
.year .field {
  inline-size: 4.4em;
}
.parts select {
  inline-size: auto;
}
.ranks {
  display: grid;
  gap: var(--ppgp-space-3);
}
.ranks > li,
.part {
  display: grid;
  gap: 4px;
}
.status {
  display: flex;
  gap: 10px;
  line-height: 1.4;
}
.status.error {
  color: var(--ppgp-color-error);
  font-weight: 600;
}
.note {
  display: grid;
  grid-template-columns: auto minmax(0, 1fr);
  gap: 4px 12px;
  padding: 14px 16px;
  border: 2px solid var(--ppgp-color-error);
  border-radius: var(--ppgp-radius);
  background: var(--ppgp-color-error-soft);
}
.note > * {
  grid-column: 2;
}
.note > .icon {
  grid-area: 1 / 1;
}
.note > .icon,
.note > b,
.note a {
  color: var(--ppgp-color-error);
}
.note li {
  padding-block-end: 8px;
}
.note a {
  display: block;
  min-block-size: 44px;
  padding-block: 10px 8px;
  font-weight: 600;
}
a,
summary {
  color: var(--ppgp-color-accent);
  text-underline-offset: 0.2em;
}
summary {
  min-block-size: 44px;
  padding-block: 10px;
  text-decoration: underline;
  cursor: pointer;
}
button {
  justify-self: start;
  min-block-size: var(--ppgp-target);
  min-inline-size: min(100%, 11em);
  padding: 10px 22px;
  border: 2px solid var(--ppgp-color-accent);
  border-radius: var(--ppgp-radius);
  background: var(--ppgp-color-accent);
  color: var(--ppgp-color-on-accent);
  font: inherit;
  font-weight: 650;
  line-height: 1.2;
  cursor: pointer;
}
button:hover {
  border-color: var(--ppgp-color-accent-hover);
  background: var(--ppgp-color-accent-hover);
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
.trap {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
}
:focus-visible {
  outline: 3px solid var(--ppgp-color-focus);
  outline-offset: 3px;
}
:is(.choice, .pill, .number-pill, .face):has(:focus-visible) {
  outline: 3px solid var(--ppgp-color-focus);
  outline-offset: 3px;
}
:is(.choice, .pill, .number-pill, .face):has(:focus-visible) :focus-visible {
  outline: none;
}
[tabindex='-1']:focus {
  outline: none;
}
@media (min-width: 600px) {
  main {
    padding: var(--ppgp-space-6) 40px 40px;
  }
  .row {
    padding-block: 12px;
  }
  .row > legend {
    flex: 1 1 34%;
    inline-size: auto;
  }
  .row > .cells {
    flex: 1 1 56%;
  }
}
@media (max-width: 599px) {
  button {
    inline-size: 100%;
  }
}
@media (prefers-contrast: more) {
  :root {
    --ppgp-stroke: 2px;
    --ppgp-color-line: var(--ppgp-color-text);
    --ppgp-color-text-soft: var(--ppgp-color-text);
    --ppgp-color-line-soft: var(--ppgp-color-line);
  }
}
@media (forced-colors: active) {
  .when,
  .contact {
    border: 1px solid;
  }
  :is(.choice, .pill, .number-pill, .face):has(:checked) {
    border-color: Highlight;
    outline: 2px solid Highlight;
  }
  .tint {
    fill: Canvas;
  }
}
@media print {
  :root {
    color-scheme: light;
  }
  body {
    background: none;
    font-size: 10.5pt;
  }
  button,
  details:not([open]) {
    display: none;
  }
  .question,
  .row,
  .note,
  .contact {
    break-inside: avoid;
  }
}
`;
