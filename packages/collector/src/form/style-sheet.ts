import {controls} from './style-controls.js';
import {tokens} from './style-tokens.js';

/** The page, its questions and their words. */
const page = `*,
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
`;

/** The one style sheet of the plain form. */
export const styleSheet = tokens + page + controls;
