import {
  MODES,
  isId,
  type Answer,
  type Answers,
  type Id,
  type Lang,
  type Mode,
  type OtherWords,
  type Payload,
  type Questionnaire,
} from '@ppgp/schema';
import {ask, type Asked} from './asked.js';
import type {Situation} from './condition.js';
import {fit} from './fit.js';
import {problemsOf} from './problems.js';
import type {Session} from './session.js';

/** Words beside « autre », in code points. */
export const OTHER_MAX = 200;

const choseOther = ({choices, answer}: Asked): boolean => {
  const chosen = Array.isArray(answer) ? answer : [answer];
  return choices.some(({id, role}) => role === 'other' && chosen.includes(id));
};

function territoryAnswered(asked: readonly Asked[]): Id | undefined {
  for (const {question, answer} of asked) {
    if (question.type !== 'single' || !('from' in question.choices) || question.choices.from !== 'territories') continue;
    if (typeof answer === 'string') return answer;
  }
  return undefined;
}

function answersOf(definition: Questionnaire, asked: readonly Asked[]): Answers {
  const entries = asked.flatMap(({question, answer}) => {
    const fitted: Answer | undefined = answer === undefined ? undefined : fit(definition, question, answer).answer;
    return fitted === undefined ? [] : [[question.id, fitted] as const];
  });
  return Object.fromEntries(entries);
}

function otherOf(asked: readonly Asked[], wordsOf: (id: Id) => unknown): OtherWords {
  const entries = asked.filter(choseOther).flatMap(({question}) => {
    const words = wordsOf(question.id);
    const kept = typeof words === 'string' ? [...words.normalize('NFC').trim()].slice(0, OTHER_MAX).join('') : '';
    return kept === '' ? [] : [[question.id, kept] as const];
  });
  return Object.fromEntries(entries);
}

/** What of a session is kept and sent: only what is shown, in the definition's order. */
export function composePayload(session: Session, {lang, salt}: {lang: Lang; salt?: string}): Payload {
  const {definition, situation, asked} = session;
  const other = otherOf(asked, (id) => session.otherWords(id));
  const territory = situation.territory ?? territoryAnswered(asked);
  return {
    answers: answersOf(definition, asked),
    ...(Object.keys(other).length > 0 ? {other} : {}),
    lang,
    mode: situation.mode,
    ...(territory === undefined ? {} : {territory}),
    ...(situation.source === undefined ? {} : {source: situation.source}),
    ...(situation.wave === undefined ? {} : {wave: situation.wave}),
    ...(salt === undefined ? {} : {salt}),
  };
}

/** A stored payload as it counts: unknown questions, codes and wrong types are left out one by one. */
export interface Reading {
  answers: Answers;
  other: OtherWords;
  lang: Lang;
  mode: Mode;
  territory?: Id;
  source?: Id;
  wave?: Id;
  signals: string[];
  /** How many members could not be read, or break a limit. */
  faults: number;
  /** Nothing required is missing. */
  complete: boolean;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (record: Record<string, unknown>, key: string): unknown => (Object.hasOwn(record, key) ? record[key] : undefined);

/** Reads whatever was stored against the definition it answered. Never throws. */
export function readPayload(definition: Questionnaire, payload: unknown): Reading {
  const body = isRecord(payload) ? payload : {};
  const raw = own(body, 'answers');
  const given = isRecord(raw) ? raw : {};
  let faults = (isRecord(payload) ? 0 : 1) + (isRecord(raw) ? 0 : 1);

  const closed = (member: string, list: readonly {id: Id}[] | undefined): Id | undefined => {
    const code = own(body, member);
    if (code === undefined) return undefined;
    if (isId(code) && list !== undefined && list.some(({id}) => id === code)) return code;
    faults += 1;
    return undefined;
  };
  const place = {
    territory: closed('territory', definition.territories),
    source: closed('source', definition.sources),
    wave: closed('wave', definition.waves),
  };
  const lang = own(body, 'lang');
  const mode = MODES.find((one) => one === own(body, 'mode'));
  const situation: Situation = {mode: mode ?? 'web', ...place};

  const fitted = definition.questions.flatMap((question) => {
    const found = fit(definition, question, own(given, question.id));
    faults += found.faults;
    return found.answer === undefined ? [] : [[question.id, found.answer] as const];
  });
  const known = new Set(definition.questions.map(({id}) => id));
  faults += Object.keys(given).filter((id) => !known.has(id)).length;

  const asked = ask(definition, situation, Object.fromEntries(fitted));
  const problems = asked.flatMap(problemsOf);
  const missing = problems.filter(({code}) => code === 'required' || code === 'row-required');
  const words = own(body, 'other');
  const signals = own(body, 'signals');
  return {
    answers: answersOf(definition, asked),
    other: otherOf(asked, (id) => (isRecord(words) ? own(words, id) : undefined)),
    lang: typeof lang === 'string' && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(lang) ? lang : 'fr',
    mode: situation.mode,
    ...(place.territory === undefined ? {} : {territory: place.territory}),
    ...(place.source === undefined ? {} : {source: place.source}),
    ...(place.wave === undefined ? {} : {wave: place.wave}),
    signals: Array.isArray(signals) ? signals.filter((signal): signal is string => typeof signal === 'string') : [],
    faults: faults + (problems.length - missing.length),
    complete: missing.length === 0,
  };
}
