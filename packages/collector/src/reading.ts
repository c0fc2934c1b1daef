import {isAnswerId} from '@ppgp/protocol';
import type {Day, Definition, Question, Questionnaire, Theme} from '@ppgp/schema';
import {readPayload} from '@ppgp/session';
import type {Counted} from '@ppgp/tally';
import type {Definitions} from './definitions.js';
import {isoWeek} from './iso-week.js';
import type {StoredAnswer} from './store/answer-store.js';

/** What is said of an answer beside its content; none of them leaves it out of the figures. */
export type Flag = 'incomplete' | 'invalid' | 'late' | 'unknown-version' | 'suspicious';

/** An earlier answer that this one takes the place of, and whose it must be. */
export interface Replaced {
  id: string;
  /** Of a rating: the same rater's, of the same document. Undefined where a sheet of paper was entered anew. */
  rating: string | undefined;
}

/** A stored answer as it is counted. */
export interface ReadAnswer {
  counted: Counted;
  flags: Flag[];
  /** By whom which document was rated; undefined of what is no rating of one's own. */
  rating: string | undefined;
  replaced: Replaced | undefined;
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
  const isSensitive = (theme: Theme): boolean => theme.sensitive === true;
  // What is not shared is not counted either, should somebody send it.
  const choices = definition.themes.filter((theme) => definition.share === 'all' || !isSensitive(theme));
  const sensitive = choices.some(isSensitive);
  return ['chosen', 'today'].map((id) => ({id, label: id, type: 'multiple', choices, ...(sensitive ? {sensitive} : {})}));
}

/** A definition in the form that the figures know. */
export const asQuestionnaire = (definition: Definition): Questionnaire =>
  definition.kind === 'questionnaire' ? definition : {...definition, kind: 'questionnaire', questions: questionsOf(definition)};

const decoder = new TextDecoder();

function parse(payload: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(payload));
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
  const rating = ownRating(raw);
  return {
    rating,
    replaced: replacedBy(raw, mode === 'paper', rating),
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

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const ratingIn = (raw: unknown): Record<string, unknown> | undefined =>
  isRecord(raw) && isRecord(raw['rating']) ? raw['rating'] : undefined;

const isAgreed = (raw: unknown): boolean => ratingIn(raw)?.['round'] === 'agreed';

function ownRating(raw: unknown): string | undefined {
  const {round, rater, document} = ratingIn(raw) ?? {};
  return round === 'own' && typeof rater === 'string' && typeof document === 'string' ? JSON.stringify([rater, document]) : undefined;
}

/** Nobody else takes an answer back: families cannot be known again. */
function replacedBy(raw: unknown, isPaper: boolean, rating: string | undefined): Replaced | undefined {
  const id = isRecord(raw) ? raw['replaces'] : undefined;
  return typeof id === 'string' && isAnswerId(id) && (isPaper || rating !== undefined) ? {id, rating} : undefined;
}

const isAfter = (day: Day, last: Day | undefined): boolean => last !== undefined && day > last;
