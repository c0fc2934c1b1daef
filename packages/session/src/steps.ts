import type {Id} from '@ppgp/schema';
import type {Asked} from './asked.js';

/** One question, one section, or all on one page. */
export type Layout = 'question' | 'section' | 'page';

/** What is on the screen at once; named by its first question. */
export interface Step {
  id: Id;
  asked: readonly Asked[];
}

/** Where a person is among the questions that are asked or may still be. */
export interface Progress {
  /** From 1. */
  index: number;
  count: number;
}

const step = (asked: readonly Asked[]): Step[] => (asked[0] === undefined ? [] : [{id: asked[0].question.id, asked}]);

/**
 * Cuts what is asked into screens. A statement or a section's heading stands with the question that follows it;
 * a questionnaire without sections has one question a screen in the layout `section` too.
 */
export function stepsOf(asked: readonly Asked[], layout: Layout): Step[] {
  if (layout === 'page') return step(asked);
  const bySection = layout === 'section' && asked.some(({question}) => question.type === 'section');
  const steps: Asked[][] = [];
  let open: Asked[] = [];
  for (const one of asked) {
    const {type} = one.question;
    if (bySection && type === 'section' && open.length > 0) {
      steps.push(open);
      open = [];
    }
    open.push(one);
    if (!bySection && type !== 'section' && type !== 'statement') {
      steps.push(open);
      open = [];
    }
  }
  if (open.length > 0) steps.push(open);
  return steps.flatMap(step);
}

/** Whether a question waits for an answer: statements and sections do not. */
export const isAsking = ({question}: Pick<Asked, 'question'>): boolean => question.type !== 'statement' && question.type !== 'section';

/** The place of a step's first question among `asked`, counting only what waits for an answer. */
export function progressOf(asked: readonly Asked[], at: Step): Progress {
  const questions = asked.filter(isAsking);
  const first = at.asked.find(isAsking) ?? at.asked[0];
  const index = questions.findIndex(({question}) => question.id === first?.question.id);
  return {index: index + 1, count: questions.length};
}
