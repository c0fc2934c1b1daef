import assert from 'node:assert/strict';
import test from 'node:test';
import type {Answers, Questionnaire, QuestionResult} from '@ppgp/schema';
import {choicesOf} from '@ppgp/session';
import {add, empty, figures, share, type FiguresOptions} from '@ppgp/tally';
import {ariane, postFormation, pros, usagers} from './index.js';

function results(definition: Questionnaire, people: readonly Answers[]): Record<string, QuestionResult> {
  const tally = empty(definition);
  for (const answers of people) add(tally, {answers, lang: 'fr', mode: 'web', version: '1', week: '2026-W47'});
  const count = people.length;
  const options: FiguresOptions = {
    ...{k: 5, audience: 'team', asOf: '2026-11-21', campaign: definition.id, versions: ['1']},
    ...{received: count, counted: count},
  };
  return figures(tally, options).questions;
}

/** Each answer so many times. */
const times = (...groups: [number, Answers][]): Answers[] => groups.flatMap(([count, one]) => Array.from({length: count}, () => one));

/** Answers counted as favourable, of those in the base. */
function headline(definition: Questionnaire, id: string, people: readonly Answers[]) {
  const question = definition.questions.find((one) => one.id === id);
  const result = results(definition, people)[id];
  assert.ok(question && result && result.base !== null);
  const favourable = choicesOf(definition, question).filter((choice) => choice.favourable === true);
  return share(
    favourable.reduce((sum, choice) => sum + (result.cells[choice.id] ?? 0), 0),
    result.base,
  );
}

test('three priorities: points 3-2-1 with the number of first ranks', () => {
  const people = times(
    [4, {p_priorites: ['parentalite', 'prevention', 'protection']}],
    [2, {p_priorites: ['prevention', 'parentalite']}],
    [1, {p_priorites: ['droits']}],
  );
  const {points, firsts, base} = results(pros, people)['p_priorites'] ?? {};
  assert.equal(base, 7);
  assert.deepEqual([points?.['parentalite'], points?.['prevention'], points?.['protection'], points?.['droits']], [16, 14, 4, 3]);
  assert.deepEqual([firsts?.['parentalite'], firsts?.['prevention'], firsts?.['droits']], [4, 2, 1]);
});

test('« a évolué » is the first two answers of all but blanks: 7 sur 9 (78 %), 21 sur 23 (91 %)', () => {
  const nine = times(
    [3, {f_evolution: 'beaucoup'}],
    [4, {f_evolution: 'un_peu'}],
    [1, {f_evolution: 'non'}],
    [1, {f_evolution: 'ne_sait_pas'}],
    [2, {}],
  );
  assert.deepEqual(headline(postFormation, 'f_evolution', nine), {k: 7, n: 9, percent: 78});
  const many = times([9, {f_evolution: 'beaucoup'}], [12, {f_evolution: 'un_peu'}], [2, {f_evolution: 'non'}]);
  assert.deepEqual(headline(postFormation, 'f_evolution', many), {k: 21, n: 23, percent: 91});
});

test('each theme has a base of its own, without those it does not concern', () => {
  const people = times(
    [15, {f_themes: {violences_enfants: 'plus', moral: 'pas_concerne'}}],
    [6, {f_themes: {violences_enfants: 'pareil', moral: 'plus'}}],
    [2, {f_themes: {violences_enfants: 'moins'}}],
  );
  const rows = results(postFormation, people)['f_themes']?.rows;
  assert.deepEqual(rows?.['violences_enfants'], {base: 23, declined: 0, na: 0, cells: {plus: 15, pareil: 6, moins: 2}});
  assert.deepEqual(rows?.['moral'], {base: 6, declined: 0, na: 15, cells: {plus: 6, pareil: 0, moins: 0}});
  assert.equal(share(15, 23).percent, 65);
});

test('savoir différer: often and at times, of all who answered', () => {
  const people = times([7, {f_differer: 'souvent'}], [8, {f_differer: 'parfois'}], [6, {f_differer: 'jamais'}], [3, {}]);
  assert.deepEqual(headline(postFormation, 'f_differer', people), {k: 15, n: 21, percent: 71});
});

test('satisfactions, difficulties, strong points: counts of those who answered', () => {
  const people = times([5, {u_forts: ['accueil', 'conseils']}], [3, {u_forts: ['gratuite']}], [2, {u_forts: ['rien']}]);
  const {base, cells} = results(usagers, people)['u_forts'] ?? {};
  assert.equal(base, 10);
  assert.deepEqual([cells?.['accueil'], cells?.['conseils'], cells?.['gratuite'], cells?.['rien']], [5, 5, 3, 2]);
});

test('who has seen nobody of the PMI yet is not in the base of how it goes', () => {
  const people = times([6, {u_general: 'bien'}], [2, {u_general: 'moyen'}], [4, {u_general: 'pas_encore'}]);
  assert.deepEqual(headline(usagers, 'u_general', people), {k: 6, n: 8, percent: 75});
});

test('calls: interviews of all calls, how the pregnancy goes and where women were sent', () => {
  const told: Answers = {a_issue: 'joint', a_vecu: 'bien', a_orientation: ['epp', 'ateliers']};
  const people = times([20, told], [10, {a_issue: 'joint', a_vecu: 'mal', a_orientation: ['aucune']}], [20, {a_issue: 'pas_de_reponse'}]);
  assert.deepEqual(headline(ariane, 'a_issue', people), {k: 30, n: 50, percent: 60});
  const {a_vecu: lived, a_orientation: sent} = results(ariane, people);
  assert.equal(lived?.base, 30);
  assert.equal(sent?.base, 30);
  assert.equal(sent.cells['epp'], 20);
});
