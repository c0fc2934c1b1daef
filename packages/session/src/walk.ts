import type {Id} from '@ppgp/schema';
import type {Asked} from './asked.js';
import type {Problem} from './problems.js';
import type {Session} from './session.js';
import {isAsking, progressOf, stepsOf, type Layout, type Progress, type Step} from './steps.js';

/** What is in front of the person: a step, or the review of all answers. */
export type Place = {kind: 'step'; step: Step} | {kind: 'review'};

/** A person's way through a session: onward, back, to a question and to the review. */
export class Walk {
  readonly session: Session;
  readonly #layout: () => Layout;
  /** First question of the step in front; undefined = the review. */
  #at: Id | undefined;
  #cut: {asked: readonly Asked[]; layout: Layout; steps: Step[]} | undefined;
  readonly #visited = new Set<Id>();
  /** The person came from the review to change something. */
  #returning = false;

  constructor(session: Session, layout: () => Layout) {
    this.session = session;
    this.#layout = layout;
    this.#stand(this.#steps[0]);
  }

  get place(): Place {
    const step = this.#step;
    return step === undefined ? {kind: 'review'} : {kind: 'step', step};
  }

  /** Of the questions that are asked or may still be; at the review, all are behind. */
  get progress(): Progress {
    const step = this.#step;
    if (step === undefined) {
      const count = this.session.asked.filter(isAsking).length;
      return {index: count, count};
    }
    const last = step.asked.at(-1)?.question.id ?? step.id;
    return progressOf(this.session.askedFrom(last), step);
  }

  get isFirst(): boolean {
    return this.#index === 0;
  }

  /** Whether going on leads to the review. */
  get leadsToReview(): boolean {
    return this.#following === undefined;
  }

  /** Goes on, unless something in this step must be answered first: that is returned. */
  next(): Problem[] {
    const step = this.#step;
    if (step === undefined) return [];
    const problems = this.session.problems(step.asked.map(({question}) => question.id));
    if (problems.length === 0) this.#stand(this.#following);
    return problems;
  }

  back(): void {
    const at = this.#index;
    this.#returning = false;
    this.#stand(this.#steps.at(at > 0 ? at - 1 : at));
  }

  /** Goes to the step of a question that is asked; false when it is not. */
  goTo(id: Id): boolean {
    const step = this.#steps[this.#indexOf(id)];
    if (step === undefined) return false;
    this.#returning ||= this.#at === undefined;
    this.#stand(step);
    return true;
  }

  /** To the review, whatever is still unanswered. */
  toReview(): void {
    this.#stand(undefined);
  }

  /** Cut anew only when what is asked, or the layout, is another. */
  get #steps(): Step[] {
    const {asked} = this.session;
    const layout = this.#layout();
    if (this.#cut?.asked !== asked || this.#cut.layout !== layout) this.#cut = {asked, layout, steps: stepsOf(asked, layout)};
    return this.#cut.steps;
  }

  #indexOf(id: Id | undefined): number {
    return this.#steps.findIndex(({asked}) => asked.some(({question}) => question.id === id));
  }

  /** The step in front, found again by its question: what is asked may have changed around it. -1 = the review. */
  get #index(): number {
    return this.#indexOf(this.#at);
  }

  get #step(): Step | undefined {
    return this.#steps[this.#index];
  }

  /** On the way back to the review only what was never seen is asked. */
  get #following(): Step | undefined {
    const at = this.#index;
    const later = at < 0 ? [] : this.#steps.slice(at + 1);
    const isNew = ({asked}: Step): boolean => asked.some((one) => isAsking(one) && !this.#visited.has(one.question.id));
    return this.#returning ? later.find(isNew) : later[0];
  }

  #stand(step: Step | undefined): void {
    this.#at = step?.id;
    if (step === undefined) this.#returning = false;
    for (const {question} of step?.asked ?? []) this.#visited.add(question.id);
  }
}
