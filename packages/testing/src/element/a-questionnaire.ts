import type {Question, Questionnaire} from '@ppgp/schema';

/** A questionnaire of these questions, which need not be right. */
export const aQuestionnaire = (questions: readonly object[], more: object = {}): Questionnaire => ({
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'essai',
  version: '1',
  title: 'Essai',
  questions: questions as Question[],
  ...more,
});
