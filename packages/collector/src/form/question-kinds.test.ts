import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Answers, OtherWords} from '@ppgp/schema';
import {asking, desk, fieldsIn, said} from './form.kit.js';

const choices = [
  {id: 'a', label: 'Un', hint: 'le premier'},
  {id: 'b', label: 'Deux'},
  {id: 'rien', label: 'Rien', role: 'exclusive'},
  {id: 'autre', label: 'Autre', role: 'other'},
];
const rows = [
  {id: 'r', label: 'La lettre'},
  {id: 's', label: 'Le flyer'},
];

const QUESTIONS = {
  single: [{id: 'q', type: 'single', label: 'Une ?', choices, decline: true}],
  multiple: [{id: 'q', type: 'multiple', label: 'Plusieurs ?', choices, min: 1, max: 2, decline: true}],
  scale: [{id: 'q', type: 'scale', label: 'Comment ?', choices: 'faces3'}],
  agree: [{id: 'q', type: 'scale', label: 'D’accord ?', choices: 'agree4', decline: true}],
  matrix: [{id: 'q', type: 'matrix', label: 'Lesquels ?', rows, choices: 'agree4', decline: true}],
  requiredMatrix: [{id: 'q', type: 'matrix', label: 'Lesquels ?', rows, choices: 'agree4', required: true}],
  ranking: [{id: 'q', type: 'ranking', label: 'Quel ordre ?', choices, max: 3, decline: true}],
  boolean: [{id: 'q', type: 'boolean', label: 'Oui ou non ?', decline: true}],
  number: [{id: 'q', type: 'number', label: 'Combien ?', min: 0, max: 20, unit: 'enfants', decline: true}],
  integer: [{id: 'q', type: 'number', label: 'Combien ?', integer: true}],
  day: [{id: 'q', type: 'date', label: 'Quel jour ?', unit: 'day', min: '2020-01-01', decline: true}],
  month: [{id: 'q', type: 'date', label: 'Quel mois ?', unit: 'month', max: '2026-11'}],
  text: [{id: 'q', type: 'text', label: 'Un mot ?', max: 10, decline: true}],
  bareText: [{id: 'q', type: 'text', label: 'Un mot ?', max: 10}],
  consent: [
    {id: 'q', type: 'text', label: 'Un mot ?', max: 60},
    {id: 'c', type: 'consent', label: 'Peut-on le citer ?', of: 'q'},
  ],
  section: [
    {id: 's', type: 'section', label: 'Pour commencer'},
    {id: 't', type: 'statement', label: 'Bonjour.'},
    {id: 'q', type: 'boolean', label: 'Oui ou non ?'},
  ],
} as const;

type Filled = Record<string, string | readonly string[]>;

const KEPT: [what: string, keyof typeof QUESTIONS, Filled, Answers, OtherWords?][] = [
  ['one choice', 'single', {q: 'a'}, {q: 'a'}],
  ['one choice, declined', 'single', {q: '~'}, {q: null}],
  ['« autre » with its words', 'single', {q: 'autre', 'q.other': ' Un   mot '}, {q: 'autre'}, {q: 'Un   mot'}],
  ['words alone, which choose « autre »', 'single', {'q.other': 'Un mot'}, {q: 'autre'}, {q: 'Un mot'}],
  ['two choices, in the definition’s order', 'multiple', {q: ['b', 'a']}, {q: ['a', 'b']}],
  ['words beside a tick, which tick « autre » too', 'multiple', {q: 'a', 'q.other': 'Un mot'}, {q: ['a', 'autre']}, {q: 'Un mot'}],
  ['the exclusive choice alone', 'multiple', {q: 'rien'}, {q: ['rien']}],
  ['several, declined', 'multiple', {q: '~'}, {q: null}],
  ['a face', 'scale', {q: 'mal'}, {q: 'mal'}],
  ['a step of a scale', 'agree', {q: 'plutot-non'}, {q: 'plutot-non'}],
  ['one row of two', 'matrix', {'q.s': 'oui'}, {q: {s: 'oui'}}],
  ['a row, declined', 'matrix', {'q.r': '~', 'q.s': 'oui'}, {q: {r: null, s: 'oui'}}],
  ['a matrix, declined', 'matrix', {q: '~'}, {q: null}],
  ['every row', 'requiredMatrix', {'q.r': 'non', 'q.s': 'oui'}, {q: {r: 'non', s: 'oui'}}],
  ['a ranking, best first', 'ranking', {'q.1': 'b', 'q.2': 'a'}, {q: ['b', 'a']}],
  ['a ranking with an empty place, which closes up', 'ranking', {'q.2': 'b', 'q.3': 'a'}, {q: ['b', 'a']}],
  ['« autre » in a ranking', 'ranking', {'q.1': 'autre', 'q.other': 'Le jeu'}, {q: ['autre']}, {q: 'Le jeu'}],
  ['a ranking, declined', 'ranking', {q: '~'}, {q: null}],
  ['yes', 'boolean', {q: 'oui'}, {q: true}],
  ['no', 'boolean', {q: 'non'}, {q: false}],
  ['true, as a script would say', 'boolean', {q: 'true'}, {q: true}],
  ['yes or no, declined', 'boolean', {q: '~'}, {q: null}],
  ['a number with a comma', 'number', {q: ' 1 2,5 '}, {q: 12.5}],
  ['nought', 'number', {q: '-0'}, {q: 0}],
  ['a number, declined', 'number', {q: ['', '~']}, {q: null}],
  ['a number, declined in one field', 'number', {q: '~'}, {q: null}],
  ['a day in its parts', 'day', {'q.day': '3', 'q.month': '09', 'q.year': '2024'}, {q: '2024-09-03'}],
  ['a day written whole', 'day', {q: '2024-09-03'}, {q: '2024-09-03'}],
  ['a day written the French way', 'day', {q: '3/9/2024'}, {q: '2024-09-03'}],
  ['a day, declined', 'day', {q: '~'}, {q: null}],
  ['a month', 'month', {'q.month': '2', 'q.year': '2025'}, {q: '2025-02'}],
  ['text of two lines', 'text', {q: 'é\r\nb '}, {q: 'é\nb'}],
  ['text, declined', 'text', {q: ['', '~']}, {q: null}],
  ['text, declined in one field', 'text', {q: '~'}, {q: null}],
  ['a tilde where nothing can be declined', 'bareText', {q: '~'}, {q: '~'}],
  ['consent to quote', 'consent', {q: 'Merci', c: 'oui'}, {q: 'Merci', c: true}],
  ['a question under a section', 'section', {q: 'non'}, {q: false}],
];

for (const [what, kind, filled, answers, other] of KEPT) {
  test(`kept: ${what}`, async (t) => {
    const {send, stored} = await desk(t, asking(QUESTIONS[kind]));
    const response = await send(filled);
    assert.equal(response.status, 303);
    assert.equal(response.headers.get('Location'), '/f/essai/merci');
    assert.deepEqual(await stored(), [{answers, ...(other ? {other} : {}), lang: 'fr', mode: 'web'}]);
  });
}

const BACK: [what: string, keyof typeof QUESTIONS, Filled, sentence: string, control: string][] = [
  ['three where two may be chosen', 'multiple', {q: ['a', 'b', 'autre']}, 'Gardez 2 réponses au plus.', 'choice:q.a'],
  ['the exclusive choice with another', 'multiple', {q: ['a', 'rien']}, '« Rien » ne va pas avec d’autres réponses.', 'choice:q.a'],
  ['an answer that is declined too', 'multiple', {q: ['a', '~']}, 'Vous avez répondu, et aussi choisi', 'choice:q.a'],
  ['words beside another choice', 'single', {q: 'a', 'q.other': 'Un mot'}, 'choisissez « Autre », ou effacez-les', 'choice:q.a'],
  ['words beside the exclusive choice', 'multiple', {q: 'rien', 'q.other': 'Un mot'}, 'choisissez « Autre », ou effacez-les', 'choice:q.a'],
  ['a choice that is not there', 'single', {q: 'disparu'}, 'Une réponse n’est plus proposée ici.', 'choice:q.a'],
  ['a step that is not there', 'matrix', {'q.r': 'peut-etre'}, 'Une réponse n’est plus proposée ici.', 'choice:q.r.oui'],
  ['neither yes nor no', 'boolean', {q: 'si'}, 'Une réponse n’est plus proposée ici.', 'choice:q.oui'],
  ['a row missing where every row must be answered', 'requiredMatrix', {'q.r': 'oui'}, 'Le flyer : Lesquels ?', 'choice:q.s.oui'],
  ['the same choice at two places', 'ranking', {'q.1': 'b', 'q.2': 'b'}, 'Vous avez choisi « Deux » deux fois.', 'field:q.1'],
  ['words beside a ranking', 'ranking', {'q.1': 'b', 'q.other': 'Le jeu'}, 'choisissez « Autre », ou effacez-les', 'field:q.1'],
  ['a ranking that is declined too', 'ranking', {'q.1': 'b', q: '~'}, 'Vous avez répondu, et aussi choisi', 'field:q.1'],
  ['a matrix that is declined too', 'matrix', {'q.r': 'oui', q: '~'}, 'Vous avez répondu, et aussi choisi', 'choice:q.r.oui'],
  ['words for a number', 'number', {q: 'deux'}, 'Écrivez un nombre, en chiffres.', 'field:q'],
  ['a number of 400 digits', 'number', {q: '9'.repeat(400)}, 'Écrivez un nombre, en chiffres.', 'field:q'],
  ['a number too large', 'number', {q: '21'}, 'Écrivez 20 ou moins.', 'field:q'],
  ['a number that is declined too', 'number', {q: ['2', '~']}, 'Vous avez répondu, et aussi choisi', 'field:q'],
  ['part of a number', 'integer', {q: '1,5'}, 'Écrivez un nombre entier', 'field:q'],
  ['a day without its month', 'day', {'q.day': '3', 'q.year': '2024'}, 'Vérifiez cette date', 'field:q.day'],
  ['a day the calendar has not', 'day', {q: '2023-02-29'}, 'Vérifiez cette date', 'field:q.day'],
  ['a day too early', 'day', {q: '2019-12-31'}, 'à partir de : 1 janvier 2020', 'field:q.day'],
  ['a month too late', 'month', {'q.month': '12', 'q.year': '2026'}, 'au plus tard : novembre 2026', 'field:q.month'],
  ['a text too long', 'text', {q: 'Bien trop long'}, 'Raccourcissez : 10 caractères au plus.', 'field:q'],
  ['a text that is declined too', 'text', {q: ['Bien', '~']}, 'Vous avez répondu, et aussi choisi', 'field:q'],
];

for (const [what, kind, filled, sentence, control] of BACK) {
  test(`back to the person, with all that was typed: ${what}`, async (t) => {
    const {send, stored} = await desk(t, asking(QUESTIONS[kind]));
    const response = await send(filled);
    assert.equal(response.status, 422);
    const html = await response.clone().text();
    const text = await said(response);
    assert.ok(text.includes(sentence), text);
    assert.match(text, /1 réponse à revoir – Un essai/, 'the title says it first');
    assert.ok(html.includes(`href="#${control}"`), 'a link leads to the control');
    assert.ok(html.includes(` id="${control}"`), 'which is there');
    const described = new RegExp(`id="${control.replaceAll('.', '\\.')}"[^>]*aria-describedby="[^"]*error:q`);
    assert.ok(described.test(html.replace(/\s+/g, ' ')), 'and is described by the message');
    const back = fieldsIn(html);
    for (const [name, values] of Object.entries(filled)) {
      const known = [values].flat().filter((value) => !['disparu', 'peut-etre', 'si'].includes(value));
      if (name !== 'q' || kind !== 'day') assert.deepEqual(back.getAll(name).filter(Boolean), known.filter(Boolean), name);
    }
    assert.deepEqual(await stored(), []);
  });
}

test('a required question says so, and comes back when it is missing', async (t) => {
  const {get, send, stored} = await desk(t, asking([{id: 'q', type: 'text', label: 'Un mot ?', max: 9, required: true}]));
  assert.match(await said(await get()), /Un mot \? \(il nous faut cette réponse\)/);
  assert.match(await said(await send({q: '   '})), /Écrivez quelques mots\./);
  assert.deepEqual(await stored(), []);
});

test('the author’s own sentence is said where there is one', async (t) => {
  const {send} = await desk(t, asking([{id: 'q', type: 'boolean', label: 'Oui ?', required: true, error: 'Dites oui ou non.'}]));
  assert.match(await said(await send()), /Dites oui ou non\./);
});

test('what the definition begins with is filled in', async (t) => {
  const questions = [
    {id: 'q', type: 'multiple', label: 'Plusieurs ?', choices, initial: ['b']},
    {id: 'n', type: 'number', label: 'Combien ?', initial: 1.5},
    {id: 'd', type: 'date', unit: 'month', label: 'Quand ?', initial: '2025-03'},
  ];
  const {get, send, stored} = await desk(t, asking(questions));
  const fields = fieldsIn(await (await get()).text());
  assert.deepEqual([fields.get('q'), fields.get('n'), fields.get('d.month'), fields.get('d.year')], ['b', '1,5', '03', '2025']);
  await send();
  assert.deepEqual((await stored())[0]?.answers, {q: ['b'], n: 1.5, d: '2025-03'});
});
