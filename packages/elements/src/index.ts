export * from './events.js';
export {FlyerFeedback} from './flyer-feedback/flyer-feedback.js';
export type {ElementState} from './internal/questionnaire/questionnaire-element.js';
export type {CheckReport} from './loader/check/report.js';
export {NeedsPlateau} from './needs-plateau/needs-plateau.js';
export {PematGrid} from './pemat-grid/pemat-grid.js';
export {PpgpOutbox} from './ppgp-outbox/ppgp-outbox.js';
export {PpgpSurvey} from './ppgp-survey/ppgp-survey.js';
export {PpgpResults} from './ppgp-results/ppgp-results.js';
