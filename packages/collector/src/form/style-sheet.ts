/**
 * The one style sheet of the plain form: the tokens of the elements (a test keeps them equal), and native controls in their look.
 * A page of its own follows the system: light or dark.
 */
export const styleSheet = `:root {
  --ppgp-color-accent: #0a5f5a;
  --ppgp-color-accent-hover: #0d4a47;
  --ppgp-color-on-accent: #fff;
  --ppgp-color-accent-soft: #e4f4f2;
  --ppgp-color-text: #17282a;
  --ppgp-color-text-soft: #4b5a5b;
  --ppgp-color-surface: #fff;
  --ppgp-color-sunk: #f5f6f4;
  --ppgp-color-line: #7a8686;
  --ppgp-color-line-soft: #dbe0df;
  --ppgp-color-warm: #fdeedd;
  --ppgp-color-error: #a8201a;
  --ppgp-color-error-soft: #fdeeec;
  --ppgp-color-focus: var(--ppgp-color-text);
  --ppgp-color-tint-1: #f8dcc4;
  --ppgp-space-3: 12px;
  --ppgp-space-4: 16px;
  --ppgp-space-5: 24px;
  --ppgp-space-6: 32px;
  --ppgp-target: 48px;
  --ppgp-radius: 12px;
  --ppgp-radius-small: 8px;
  --ppgp-stroke: 1.5px;
  --ppgp-measure: 40em;
  --ppgp-text-s: 0.875em;
  --ppgp-text-xl: 1.4375em;
}
@supports (color: light-dark(oklch(from white l c h), black)) {
  :root {
    color-scheme: light dark;
    --_a: var(--ppgp-accent, #0b6b64);
    --ppgp-color-accent: light-dark(oklch(from var(--_a) min(l, 0.47) min(c, 0.16) h), oklch(from var(--_a) max(l, 0.82) min(c, 0.1) h));
    --ppgp-color-accent-hover: light-dark(oklch(from var(--_a) calc(min(l, 0.47) - 0.1) min(c, 0.13) h), oklch(from var(--_a) 0.91 min(c, 0.07) h));
    --ppgp-color-on-accent: light-dark(#fff, oklch(from var(--_a) 0.2 min(c, 0.03) h));
    --ppgp-color-accent-soft: light-dark(oklch(from var(--_a) 0.955 min(c, 0.02) h), oklch(from var(--_a) 0.34 min(c, 0.05) h));
    --ppgp-color-text: light-dark(oklch(from var(--_a) 0.26 min(c, 0.024) h), oklch(from var(--_a) 0.95 min(c, 0.008) h));
    --ppgp-color-text-soft: light-dark(oklch(from var(--_a) 0.45 min(c, 0.02) h), oklch(from var(--_a) 0.79 min(c, 0.014) h));
    --ppgp-color-surface: light-dark(#fff, oklch(from var(--_a) 0.235 min(c, 0.014) h));
    --ppgp-color-sunk: light-dark(oklch(0.972 0.005 90), oklch(from var(--_a) 0.195 min(c, 0.012) h));
    --ppgp-color-line: light-dark(oklch(from var(--_a) 0.59 min(c, 0.018) h), oklch(from var(--_a) 0.67 min(c, 0.018) h));
    --ppgp-color-line-soft: light-dark(oklch(from var(--_a) 0.9 min(c, 0.01) h), oklch(from var(--_a) 0.37 min(c, 0.014) h));
    --ppgp-color-warm: light-dark(oklch(0.957 0.032 75), oklch(0.305 0.022 68));
    --ppgp-color-error: light-dark(oklch(0.46 0.17 27), oklch(0.82 0.1 27));
    --ppgp-color-error-soft: light-dark(oklch(0.965 0.018 27), oklch(0.31 0.05 27));
    --ppgp-color-tint-1: light-dark(oklch(0.91 0.05 62), oklch(0.42 0.06 62));
  }
}
*,
*::before {
  box-sizing: border-box;
  margin: 0;
  min-inline-size: 0;
}
body {
  background: var(--ppgp-color-sunk);
  color: var(--ppgp-color-text);
  font-family: system-ui, sans-serif;
  font-size: max(1.0625em, 17px);
  line-height: 1.5;
  overflow-wrap: break-word;
}
main {
  max-inline-size: calc(var(--ppgp-measure) + 80px);
  min-block-size: 100vh;
  margin-inline: auto;
  padding: var(--ppgp-space-5) 20px;
  background: var(--ppgp-color-surface);
}
main,
form,
.question,
.stack,
.matrix,
.rows {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  align-content: start;
}
main {
  gap: var(--ppgp-space-5);
}
form {
  gap: 44px;
  margin-block-start: var(--ppgp-space-4);
}
.question {
  gap: var(--ppgp-space-3);
}
.stack {
  gap: var(--ppgp-space-3);
}
.rows {
  gap: 10px;
}
h1,
.title {
  font-weight: 700;
  line-height: 1.25;
  text-wrap: balance;
}
h1 {
  font-size: 1.75em;
}
.title {
  font-size: 1.1875em;
}
.section {
  padding-block-start: var(--ppgp-space-5);
  border-block-start: 2px solid var(--ppgp-color-line-soft);
}
.section > .title {
  font-size: var(--ppgp-text-xl);
}
.number {
  color: var(--ppgp-color-accent);
}
.required {
  display: block;
  margin-block-start: 4px;
  font-weight: 400;
  font-size: 0.8em;
}
.soft {
  color: var(--ppgp-color-text-soft);
}
.small {
  font-size: var(--ppgp-text-s);
}
.sub {
  display: block;
}
.when {
  padding: 8px 14px;
  border-radius: var(--ppgp-radius-small);
  background: var(--ppgp-color-warm);
}
b {
  font-weight: 650;
}
ul,
ol {
  padding: 0;
  list-style: none;
}
fieldset {
  padding: 0;
  border: 0;
}
legend {
  float: inline-start;
  inline-size: 100%;
  padding: 0;
}
.flow,
.promises {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px 12px;
}
.promises .flow {
  gap: 8px;
}
.icon,
.drawing {
  flex: none;
  inline-size: 1.35em;
  block-size: 1.35em;
  fill: none;
  stroke: currentColor;
  stroke-width: 2;
  stroke-linecap: round;
  stroke-linejoin: round;
}
.drawing {
  inline-size: 52px;
  block-size: 52px;
}
main > .stack > .drawing {
  inline-size: 88px;
  block-size: 88px;
}
.tint {
  fill: var(--ppgp-color-tint-1);
  stroke: none;
}
.choice,
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
  padding-block-start: 10px;
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
