// @ts-check
/** The same questionnaire in SurveyJS's own JSON, as one would write it: same questions, same controls, same conditions. */

/** @param {import('@ppgp/schema').Condition} condition @returns {string} */
function expression(condition) {
  if ('all' in condition) return condition.all.map((part) => `(${expression(part)})`).join(' and ');
  if ('any' in condition) return condition.any.map((part) => `(${expression(part)})`).join(' or ');
  if ('not' in condition) return `!(${expression(condition.not)})`;
  if (!('question' in condition)) throw new Error('The benchmark has conditions on answers only.');
  return [condition.is]
    .flat()
    .map((code) => `{${condition.question}} = ${typeof code === 'string' ? `'${code}'` : code}`)
    .join(' or ');
}

/** @param {unknown} choices */
const items = (choices) => /** @type {{id: string, label: string}[]} */ (choices).map(({id, label}) => ({value: id, text: label}));

/** @param {import('@ppgp/schema').Question} question */
function element(question) {
  const {id: name, label: title, visibleWhen} = question;
  const common = {name, title, ...(visibleWhen && {visibleIf: expression(visibleWhen)})};
  switch (question.type) {
    case 'single':
    case 'scale':
      return {...common, type: 'radiogroup', choices: items(question.choices)};
    case 'multiple':
      return {...common, type: 'checkbox', choices: items(question.choices), maxSelectedChoices: question.max};
    case 'boolean':
      return {...common, type: 'boolean', renderAs: 'radio', labelTrue: 'Oui', labelFalse: 'Non'};
    case 'matrix':
      return {...common, type: 'matrix', rows: items(question.rows), columns: items(question.choices)};
    case 'number':
      return {...common, type: 'text', inputType: 'number', min: question.min, max: question.max};
    case 'text':
      return {...common, type: 'comment', rows: 3, maxLength: question.max};
    default:
      throw new Error(`The SurveyJS page has no ${question.type}`);
  }
}

/** @param {import('@ppgp/schema').Questionnaire} questionnaire @param {string} layout */
export const surveyJson = ({title, questions}, layout) => ({
  title,
  showQuestionNumbers: 'off',
  questionsOnPageMode: layout === 'page' ? 'singlePage' : 'questionPerPage',
  showProgressBar: true,
  elements: questions.map(element),
});
