import assert from 'node:assert/strict';
import test from 'node:test';
import {settle, type Answer, type Choice, type Questionnaire} from '@ppgp/schema';
import {Session, Walk, composePayload, readPayload, shuffle, type Asked, type Situation} from '@ppgp/session';
import {ariane, bilan, flyer, postFormation, pros, usagers} from './index.js';

const settings = {
  territories: [
    {id: 'nord', label: 'Le nord'},
    {id: 'sud', label: 'Le sud'},
  ],
};
const QUESTIONNAIRES = [usagers, pros, flyer, postFormation, bilan, ariane].map((definition) => settle(definition, settings));
const PEOPLE = 60;

/** Chance that is the same at every run: Park and Miller's generator. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 48271) % 2147483647;
    return state % sides;
  };
}
type Roll = ReturnType<typeof dice>;

const one = (roll: Roll, choices: readonly Choice[]): string => choices[roll(choices.length)]?.id ?? '';

function several(roll: Roll, choices: readonly Choice[], max: number): string[] {
  const first = one(roll, choices);
  if (choices.some(({id, role}) => id === first && role === 'exclusive')) return [first];
  const open = choices.filter(({role}) => role !== 'exclusive').map(({id}) => id);
  return [...new Set([first, ...open.filter(() => roll(3) === 0)])].slice(0, max);
}

/** What somebody may answer; undefined = passed over. */
function answerTo({question, choices, rows}: Asked, roll: Roll): Answer | undefined {
  if (question.decline === true && roll(6) === 0) return null;
  if (question.required !== true && roll(5) === 0) return undefined;
  switch (question.type) {
    case 'single':
    case 'scale':
      return one(roll, choices);
    case 'multiple':
    case 'ranking':
      return several(roll, choices, question.max ?? choices.length);
    case 'matrix':
      return Object.fromEntries(rows.filter(() => question.required === true || roll(4) > 0).map(({id}) => [id, one(roll, choices)]));
    case 'consent':
      return roll(2) === 0;
    case 'text':
      return 'Un mot, « simplement ».';
    default:
      return undefined;
  }
}

/** Walks from the first question to the review, answering what comes. */
function walkThrough(definition: Questionnaire, situation: Situation, roll: Roll, seen: Set<string>): Session {
  const session = new Session(definition, situation, {arrange: shuffle(roll(99))});
  const layout = roll(2) === 0 ? 'question' : 'section';
  const walk = new Walk(session, () => layout);
  for (let {place} = walk, steps = 0; place.kind === 'step'; {place} = walk, steps += 1) {
    assert.ok(steps <= definition.questions.length, 'the way comes to an end');
    for (const {question} of place.step.asked) {
      const asked = session.find(question.id);
      if (asked === undefined) continue;
      seen.add(question.id);
      session.answer(question.id, answerTo(asked, roll));
      if (asked.choices.some(({role}) => role === 'other')) session.writeOther(question.id, 'Autre chose encore');
    }
    assert.deepEqual(walk.next(), []);
  }
  return session;
}

for (const definition of QUESTIONNAIRES)
  test(`${definition.id}: whatever people answer, they reach the end and every answer is read back whole`, () => {
    const seen = new Set<string>();
    for (let person = 1; person <= PEOPLE; person += 1) {
      const wave = definition.waves?.[person % 3]?.id;
      const situation: Situation = {mode: definition === ariane ? 'call' : 'web', ...(wave === undefined ? {} : {wave})};
      const session = walkThrough(definition, situation, dice(person * 7919), seen);
      assert.deepEqual(session.problems(), []);
      const payload = composePayload(session, {lang: 'fr'});
      const reading = readPayload(definition, JSON.parse(JSON.stringify(payload)));
      assert.equal(reading.faults, 0, JSON.stringify(payload));
      assert.equal(reading.complete, true);
      assert.deepEqual(reading.answers, payload.answers);
      assert.equal(reading.wave, wave);
    }
    assert.deepEqual(
      definition.questions.map(({id}) => id).filter((id) => !seen.has(id)),
      [],
      'every question is met by somebody',
    );
  });

const shown = (definition: Questionnaire, given: Record<string, Answer>): string[] =>
  new Session(definition, {mode: 'web'}, {given: {answers: given, other: {}}}).asked.map(({question}) => question.id);
const has = (definition: Questionnaire, given: Record<string, Answer>, id: string): boolean => shown(definition, given).includes(id);

test('only the first questions are required', () => {
  assert.deepEqual(
    QUESTIONNAIRES.map(({questions}) => questions.filter(({required}) => required === true).map(({id}) => id)),
    [['u_general'], ['p_priorites'], ['ff_recu'], ['f_evolution'], ['b_utile'], []],
  );
});

test('the strong points are not asked of a parent who has seen nobody yet', () => {
  assert.equal(has(usagers, {u_general: 'pas_encore'}, 'u_forts'), false);
  assert.equal(has(usagers, {u_general: 'mal'}, 'u_forts'), true);
});

test('what deferring brings is asked of those who do', () => {
  for (const [code, is] of [
    ['souvent', true],
    ['parfois', true],
    ['jamais', false],
  ] as const)
    assert.equal(has(postFormation, {f_differer: code}, 'f_differer_gain'), is, code);
  assert.equal(has(postFormation, {}, 'f_differer_gain'), false);
});

test('what holds a tool back is asked once one of them is not used regularly', () => {
  const regular = {plateau: 'regulierement', fiches: 'regulierement'};
  assert.equal(has(postFormation, {f_outils: regular}, 'f_outil_frein'), false);
  for (const code of ['parfois', 'jamais', 'pas_recu'])
    assert.equal(has(postFormation, {f_outils: {...regular, journal: code}}, 'f_outil_frein'), true, code);
});

test('intervision is judged where there is one, its gains by those who take part', () => {
  const judged = (code: string) => ['f_interv_suite', 'f_interv_apports'].map((id) => has(postFormation, {f_intervision: code}, id));
  assert.deepEqual(['regulierement', 'parfois', 'non', 'pas_ici'].map(judged), [
    [true, true],
    [true, true],
    [true, false],
    [false, false],
  ]);
});

test('consent to quote is asked of those who wrote', () => {
  assert.equal(has(pros, {p_idee: 'Une idée'}, 'p_citer'), true);
  assert.equal(has(pros, {}, 'p_citer'), false);
  assert.equal(has(postFormation, {f_phrase: 'Un silence'}, 'f_citer'), true);
  assert.equal(has(postFormation, {}, 'f_citer'), false);
});

test('a call that reached nobody ends after its outcome', () => {
  for (const code of ['pas_de_reponse', 'mauvais_numero', 'refus', 'a_rappeler'])
    assert.deepEqual(shown(ariane, {a_issue: code}), ['s_appel', 'a_issue'], code);
  assert.equal(shown(ariane, {a_issue: 'joint'}).length, ariane.questions.length);
});

test('the layout by section makes pages of a few questions', () => {
  for (const definition of QUESTIONNAIRES.filter(({id}) => id !== 'flyer')) {
    const pages: number[] = [];
    for (const {type} of definition.questions) {
      if (type === 'section') pages.push(0);
      else pages.push((pages.pop() ?? 0) + 1);
    }
    assert.ok(pages.length >= 2 && Math.max(...pages) <= 7 && Math.min(...pages) >= 1, `${definition.id}: ${pages.join(' ')}`);
  }
});
