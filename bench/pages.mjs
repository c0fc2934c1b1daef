// @ts-check
/** The four pages that are compared, and where each keeps its questions and controls. */
import {plainPage} from './plain/page.mjs';

/** @typedef {'plain' | 'lit' | 'surveyjs' | 'ppgp'} Name */
/** @typedef {'question' | 'page'} Layout */

/**
 * What the probe in the page has to know. `host`: the element in whose shadow root the questions are; `question`: one that is shown.
 * @typedef {{host?: string, question: string}} Place
 */
/** @type {Record<Name, Place>} */
export const places = {
  plain: {question: '.question:not([hidden])'},
  lit: {host: 'bare-form', question: '.question'},
  surveyjs: {question: '.sd-question'},
  ppgp: {host: 'ppgp-survey', question: '.question'},
};

/** The name of each, as it is printed. @type {Record<Name, string>} */
export const titles = {plain: 'plain form', lit: 'bare Lit', surveyjs: 'SurveyJS', ppgp: 'ppgp-survey'};

/** @param {unknown} title @param {string} head @param {string} body */
const page = (title, head, body) => `<!doctype html>
<html lang="fr">
<meta charset="utf-8"><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
${head}
${body}
`;

/**
 * @param {Name} name
 * @param {import('@ppgp/schema').Questionnaire} questionnaire
 * @param {Layout} layout
 */
export function pageOf(name, questionnaire, layout) {
  const {title, questions} = questionnaire;
  const src = `/questionnaire/${questions.length}.json`;
  switch (name) {
    case 'plain':
      return plainPage(questionnaire, layout);
    case 'lit':
      return page(title, '<script type="module" src="/lit.js"></script>', `<bare-form src="${src}" layout="${layout}"></bare-form>`);
    case 'surveyjs':
      return page(
        title,
        `<link rel="stylesheet" href="/survey-js/survey-core.min.css">
<script defer src="/survey-js/survey.core.min.js"></script>
<script defer src="/survey-js/survey-js-ui.min.js"></script>
<script type="module" src="/survey-js/page.js"></script>`,
        `<div id="survey" data-src="/survey-js/${layout}/${questions.length}.json"></div>`,
      );
    case 'ppgp':
      return page(
        title,
        '<script type="module" src="/dist/ppgp-survey.js"></script>',
        `<ppgp-survey src="${src}" layout="${layout}"></ppgp-survey>`,
      );
  }
}
