// @ts-check
/** The questionnaire that all four pages ask: the same for the same number of questions, one in five of them with a condition. */

/** @typedef {import('@ppgp/schema').Questionnaire} Questionnaire */
/** @typedef {import('@ppgp/schema').Question} Question */
/** @typedef {import('@ppgp/schema').Condition} Condition */

/** @param {string[]} labels */
const choices = (...labels) => labels.map((label, at) => ({id: 'abcde'.charAt(at), label}));
const often = choices('Souvent', 'Parfois', 'Rarement', 'Jamais');
const agreement = choices('Tout à fait d’accord', 'Plutôt d’accord', 'Plutôt pas d’accord', 'Pas du tout d’accord');
const themes = choices('Le sommeil', 'L’alimentation', 'Les pleurs', 'La santé', 'La garde');
const rows = [
  {id: 'r1', label: 'L’accueil'},
  {id: 'r2', label: 'Les conseils'},
  {id: 'r3', label: 'Le suivi'},
];

/** The id of a question, counted from 0. @param {number} at */
export const idOf = (at) => `q${at}`;

/**
 * Ten questions; `at` is the place of the first. Two have a condition: one is hidden at first, one is there until an answer hides it.
 * @type {((id: string, at: number) => Question)[]}
 */
const TEN = [
  (id) => ({id, type: 'single', label: 'Combien de fois êtes-vous venu·e à la PMI ?', choices: often}),
  (id) => ({id, type: 'scale', label: 'On a pris le temps de m’écouter.', look: 'words', choices: agreement}),
  (id) => ({id, type: 'multiple', label: 'De quoi aimeriez-vous parler ?', max: 3, choices: themes}),
  (id) => ({id, type: 'boolean', label: 'Est-ce votre premier enfant ?'}),
  (id, at) => ({id, type: 'single', label: 'Qu’est-ce qui vous a fait venir ?', choices: themes, visibleWhen: comesOften(at)}),
  (id) => ({id, type: 'matrix', label: 'Comment cela s’est-il passé ?', rows, choices: choices('Bien', 'Moyen', 'Mal')}),
  (id) => ({id, type: 'number', label: 'Combien de minutes avez-vous attendu ?', integer: true, min: 0, max: 240}),
  (id) => ({id, type: 'single', label: 'Avez-vous lu les documents reçus ?', choices: often}),
  (id, at) => ({id, type: 'scale', label: 'Les documents m’ont aidé·e.', look: 'words', choices: agreement, visibleWhen: hasRead(at)}),
  (id) => ({id, type: 'text', label: 'Que voudriez-vous changer ?', max: 300}),
];

/** Every third time it takes two answers. @param {number} at @returns {Condition} */
function comesOften(at) {
  const often = {question: idOf(at), is: ['a', 'b']};
  return at % 30 === 0 ? {all: [often, {question: idOf(at + 3), is: true}]} : often;
}

/** @param {number} at @returns {Condition} */
const hasRead = (at) => ({not: {question: idOf(at + 7), is: 'd'}});

/** @param {number} count of questions @returns {Questionnaire} */
export function questionnaire(count) {
  const questions = Array.from({length: count}, (_, at) => {
    const question = /** @type {(id: string, at: number) => Question} */ (TEN[at % 10])(idOf(at), at - (at % 10));
    return {...question, label: `${at + 1}. ${question.label}`};
  });
  return {format: 'ppgp/1', kind: 'questionnaire', id: `bench-${count}`, version: '1', title: 'Banc d’essai', questions};
}

/** How many are asked before anything is answered. @param {number} count */
export const askedFirst = (count) => count - Math.floor((count + 5) / 10);

/** @typedef {{question: string, value: string, row?: string}} Tap */

/**
 * Things to press, spread over the questionnaire: choices of several kinds, some of which show or hide a question.
 * @param {number} count of questions
 * @param {number} taps
 * @returns {Tap[]}
 */
export function tapsOn(count, taps) {
  const tens = Math.max(1, Math.floor(count / 10));
  const kinds = [
    [0, 'a'],
    [1, 'b'],
    [2, 'c'],
    [3, 'true'],
    [5, 'b', 'r2'],
    [7, 'd'],
  ];
  return Array.from({length: taps}, (_, index) => {
    const [place, value, row] = /** @type {[number, string, string?]} */ (kinds[index % kinds.length]);
    const turn = Math.floor(index / kinds.length);
    const ten = Math.floor(((turn + 0.5) * tens) / Math.ceil(taps / kinds.length));
    return {question: idOf(ten * 10 + place), value, ...(row && {row})};
  });
}
