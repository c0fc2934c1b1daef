import {MODES, isId, type Answers, type Id, type Lang, type Mode, type OtherWords, type Questionnaire} from '@ppgp/schema';
import {ask} from './asked.js';
import {OTHER_MAX, choseOther, storedAnswers, tidy} from './compose.js';
import {fit} from './fit.js';
import {isRecord, own} from './own.js';
import {problemsOf} from './problems.js';

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

/** Reads whatever was stored against the definition it answered. Never throws. */
export function readPayload(definition: Questionnaire, payload: unknown): Reading {
  const body = isRecord(payload) ? payload : {};
  const raw = own(body, 'answers');
  const given = isRecord(raw) ? raw : {};
  let faults = (isRecord(payload) ? 0 : 1) + (isRecord(raw) ? 0 : 1);

  const place: Pick<Reading, 'territory' | 'source' | 'wave'> = {};
  const {territories, sources, waves} = definition;
  for (const [member, list] of [
    ['territory', territories],
    ['source', sources],
    ['wave', waves],
  ] as const) {
    const code = own(body, member);
    if (code === undefined) continue;
    if (isId(code) && list?.some((one) => one.id === code) === true) place[member] = code;
    else faults += 1;
  }

  const fitted = definition.questions.flatMap((question) => {
    const found = fit(definition, question, own(given, question.id));
    faults += found.faults;
    return found.answer === undefined ? [] : [[question.id, found.answer] as const];
  });
  const known = new Set(definition.questions.map(({id}) => id));
  faults += Object.keys(given).filter((id) => !known.has(id)).length;

  const mode = MODES.find((one) => one === own(body, 'mode')) ?? 'web';
  const asked = ask(definition, {mode, ...place}, Object.fromEntries(fitted));
  const problems = asked.flatMap(problemsOf);
  const missing = problems.filter(({code}) => code === 'required' || code === 'row-required');
  const words = own(body, 'other');
  const lang = own(body, 'lang');
  const signals = own(body, 'signals');
  return {
    answers: storedAnswers(asked),
    other: Object.fromEntries(
      asked.filter(choseOther).flatMap(({question: {id}}) => {
        const kept = isRecord(words) ? tidy(own(words, id), OTHER_MAX) : undefined;
        return kept === undefined ? [] : [[id, kept]];
      }),
    ),
    lang: typeof lang === 'string' && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(lang) ? lang : 'fr',
    mode,
    ...place,
    signals: Array.isArray(signals) ? signals.filter((signal): signal is string => typeof signal === 'string') : [],
    faults: faults + (problems.length - missing.length),
    complete: missing.length === 0,
  };
}
