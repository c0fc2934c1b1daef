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

const isSection = ({question}: Asked): boolean => question.type === 'section';

/** Whether a question waits for an answer: statements and sections do not. */
export const isAsking = ({question}: Pick<Asked, 'question'>): boolean => question.type !== 'statement' && question.type !== 'section';

/**
 * Cuts what is asked into screens. A statement or a section's heading stands with the question that follows it;
 * a questionnaire without sections has one question a screen in the layout `section` too.
 */
export function stepsOf(asked: readonly Asked[], layout: Layout): Step[] {
  const bySection = layout === 'section' && asked.some(isSection);
  const begins = (one: Asked, before: Asked): boolean => layout !== 'page' && (bySection ? isSection(one) : isAsking(before));
  const steps: {id: Id; asked: Asked[]}[] = [];
  for (const [index, one] of asked.entries()) {
    const before = asked[index - 1];
    if (before === undefined || begins(one, before)) steps.push({id: one.question.id, asked: [one]});
    else steps.at(-1)?.asked.push(one);
  }
  return steps;
}

/** The place of a step's first question among `asked`, counting only what waits for an answer. */
export function progressOf(asked: readonly Asked[], at: Step): Progress {
  const questions = asked.filter(isAsking);
  const first = at.asked.find(isAsking) ?? at.asked[0];
  return {index: questions.findIndex(({question}) => question === first?.question) + 1, count: questions.length};
}
