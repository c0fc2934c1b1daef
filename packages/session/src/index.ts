export {choicesOf, isPerMaterial, rowsOf} from './choices.js';
export type {Asked} from './asked.js';
export type {Situation} from './condition.js';
export {fit, isInCalendar, type Fitted} from './fit.js';
export {dayInParis, openingOn, type Opening} from './opening.js';
export {OTHER_MAX, composePayload, readPayload, type Reading} from './payload.js';
export {lengthOf, type Problem} from './problems.js';
export {Session, type Given} from './session.js';
export {isAsking, progressOf, stepsOf, type Layout, type Progress, type Step} from './steps.js';
