import type {Day, Definition, Questionnaire} from '@ppgp/schema';
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

/** The form that the figures know: of a grid or a board nothing is counted question by question. */
export const asQuestionnaire = (definition: Definition): Questionnaire =>
  definition.kind === 'questionnaire' ? definition : {...definition, kind: 'questionnaire', questions: []};

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
  const {answers, lang, mode, territory, source, wave, signals, faults, complete} = readPayload(
    asQuestionnaire(definition),
    parse(payload),
  );
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
      answers,
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

const isAfter = (day: Day, last: Day | undefined): boolean => last !== undefined && day > last;
