// @ts-check
/** The plain form as markup: what someone would write by hand, all questions in the page, those that wait for an answer `hidden`. */

/** @typedef {import('@ppgp/schema').Question} Question */

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** @param {string} type @param {string} name @param {{id: string, label: unknown}[]} choices */
const choices = (type, name, choices) =>
  choices
    .map(({id, label}) => `<label class="choice"><input type="${type}" name="${name}" value="${id}">${escaped(String(label))}</label>`)
    .join('\n');

const yesNo = [
  {id: 'true', label: 'Oui'},
  {id: 'false', label: 'Non'},
];

/** @param {Question} question @returns {string} */
function controls(question) {
  const {id} = question;
  switch (question.type) {
    case 'single':
    case 'scale':
      return choices('radio', id, /** @type {{id: string, label: string}[]} */ (question.choices));
    case 'multiple':
      return `<p>${question.max} réponses au plus</p>\n${choices('checkbox', id, /** @type {{id: string, label: string}[]} */ (question.choices))}`;
    case 'boolean':
      return choices('radio', id, yesNo);
    case 'matrix': {
      const scale = /** @type {{id: string, label: string}[]} */ (question.choices);
      return /** @type {{id: string, label: string}[]} */ (question.rows)
        .map(
          (row) => `<fieldset class="row"><legend>${escaped(row.label)}</legend>\n${choices('radio', `${id}.${row.id}`, scale)}</fieldset>`,
        )
        .join('\n');
    }
    case 'number':
      return `<input class="field" id="${id}" name="${id}" inputmode="numeric" min="${question.min}" max="${question.max}">`;
    case 'text':
      return `<textarea class="field" id="${id}" name="${id}" rows="3" maxlength="${question.max}"></textarea>\n<p>${question.max} signes au plus</p>`;
    default:
      throw new Error(`The plain form has no ${question.type}`);
  }
}

/** @param {Question} question @param {boolean} hidden */
function fieldset(question, hidden) {
  const {id, type, visibleWhen} = question;
  const open = `class="question" data-id="${id}"${visibleWhen ? ` data-when="${escaped(JSON.stringify(visibleWhen))}"` : ''}${
    question.type === 'multiple' ? ` data-max="${question.max}"` : ''
  }${hidden ? ' hidden' : ''}`;
  const label = escaped(String(question.label));
  return type === 'text' || type === 'number'
    ? `<div ${open}><label class="title" for="${id}">${label}</label>\n${controls(question)}</div>`
    : `<fieldset ${open}><legend>${label}</legend>\n${controls(question)}</fieldset>`;
}

/** @param {import('@ppgp/schema').Questionnaire} questionnaire @param {string} layout */
export function plainPage({title, questions}, layout) {
  /** @param {Question} question @param {number} at */
  const isHidden = ({visibleWhen}, at) => (layout === 'question' ? at > 0 : visibleWhen !== undefined && !('not' in visibleWhen));
  return `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="stylesheet" href="/form.css">
<script src="/plain/form.js" defer></script>
<form action="/answers" method="post" data-layout="${layout}">
<p><b>${title}</b> <span id="place"></span></p>
${questions.map((question, at) => fieldset(question, isHidden(question, at))).join('\n')}
<button type="submit">Continuer</button>
</form>
`;
}
