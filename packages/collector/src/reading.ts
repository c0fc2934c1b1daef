import type {Day, Definition, Question, Questionnaire} from '@ppgp/schema';
import {readPayload} from '@ppgp/session';
import type {Counted} from '@ppgp/tally';
import type {Definitions} from './definitions.js';
import {isoWeek} from './iso-week.js';
import type {StoredAnswer} from './store/answer-store.js';

/** What is said of an answer beside its content; none of them leaves it out of the figures. */
export type Flag = 'incomplete' | 'invalid' | 'late' | 'unknown-version' | 'suspicious';

/** A stored answer as it is counted. */
export interface ReadAnswer {
  counted: Counted;
  flags: Flag[];
}

const MARKS = [
  {id: 'yes', label: 'Oui', favourable: true},
  {id: 'no', label: 'Non'},
  {id: 'na', label: 'Sans objet', role: 'na' as const},
];

/** The questions that a definition's answers are: one for each item of a grid, `chosen` and `today` for a board. */
function questionsOf(definition: Definition): Question[] {
  if (definition.kind === 'questionnaire') return definition.questions;
  if (definition.kind === 'grid') return definition.items.map(({id, label}) => ({id, label, type: 'single', choices: MARKS}));
  const {themes} = definition;
  const sensitive = themes.some((theme) => theme.sensitive === true);
  return ['chosen', 'today'].map((id) => ({id, label: id, type: 'multiple', choices: themes, ...(sensitive ? {sensitive} : {})}));
}

/** A definition in the form that the figures know. */
export const asQuestionnaire = (definition: Definition): Questionnaire =>
  definition.kind === 'questionnaire' ? definition : {...definition, kind: 'questionnaire', questions: questionsOf(definition)};

function parse(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(payload));
  } catch {
    return undefined;
  }
}

/** Reads an answer that is not sealed against the definition of its version, or else the newest. Never throws, whatever was stored. */
export function readStored({version, received, payload}: StoredAnswer, {newest, byVersion}: Definitions): ReadAnswer {
  const definition = byVersion.get(version) ?? newest;
  const raw = parse(payload);
  const {answers, lang, mode, territory, source, wave, signals, faults, complete} = readPayload(asQuestionnaire(definition), raw);
  const isRead = definition.kind === 'questionnaire';
  const told: Record<Flag, boolean> = {
    incomplete: isRead && !complete,
    invalid: isRead && faults > 0,
    late: isAfter(received, newest.closes),
    'unknown-version': !byVersion.has(version),
    suspicious: signals.length > 0,
  };
  return {
    counted: {
      // Marks that raters agreed on were counted once already, when each gave their own.
      answers: isAgreed(raw) ? {} : answers,
      lang,
      mode,
      version,
      week: isoWeek(received),
      ...(territory === undefined ? {} : {territory}),
      ...(source === undefined ? {} : {source}),
      ...(wave === undefined ? {} : {wave}),
    },
    flags: (Object.keys(told) as Flag[]).filter((flag) => told[flag]),
  };
}

function isAgreed(raw: unknown): boolean {
  const rating: unknown = typeof raw === 'object' && raw !== null && 'rating' in raw ? raw.rating : undefined;
  return typeof rating === 'object' && rating !== null && 'round' in rating && rating.round === 'agreed';
}

const isAfter = (day: Day, last: Day | undefined): boolean => last !== undefined && day > last;
