import {flyer} from '@ppgp/instruments/flyer';
import {usagers} from '@ppgp/instruments/usagers';
import {boardStates} from './board-states.js';
import {gridStates} from './grid-states.js';
import {outboxStates} from './outbox-states.js';
import {questionnaireStates} from './questionnaire-states.js';
import {resultsStates} from './results-states.js';
import type {ElementStates} from './state.js';

export type {ElementStates, Stage, State} from './state.js';

/** Every state of every element: the checks of axe, of the pseudo-language and the pictures walk this list. A new element is a line here. */
export const allStates: readonly ElementStates[] = [
  questionnaireStates('flyer-feedback', flyer, ['matrix', 'multiple', 'single', 'text']),
  questionnaireStates('ppgp-survey', usagers),
  resultsStates,
  outboxStates,
  gridStates,
  boardStates,
];
