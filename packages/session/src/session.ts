import type {Answer, Answers, Id, OtherWords, Questionnaire} from '@ppgp/schema';
import {ask, type Asked} from './asked.js';
import {rowsOf, choicesOf} from './choices.js';
import type {Situation} from './condition.js';
import {fit} from './fit.js';
import {problemsOf, type Problem} from './problems.js';

/** All that was ever answered, hidden questions included: they come back if the person changes their mind. */
export interface Given {
  readonly answers: Answers;
  readonly other: OtherWords;
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([own]) => own !== key));
}

const withOne = <T>(record: Readonly<Record<string, T>>, key: string, value: T | undefined): Record<string, T> =>
  value === undefined ? without(record, key) : Object.fromEntries([...Object.entries(without(record, key)), [key, value]]);

function initialAnswers(definition: Questionnaire): Given {
  const answers = definition.questions.flatMap((question) => {
    const {answer} = fit(definition, question, question.initial);
    return answer === undefined ? [] : [[question.id, answer] as const];
  });
  return {answers: Object.fromEntries(answers), other: {}};
}

/**
 * What one person has answered. What is visible, required and valid is decided here alone.
 * Every change can be undone; listeners hear of each.
 */
export class Session {
  readonly definition: Questionnaire;
  readonly situation: Situation;
  #given: Given;
  #past: Given[] = [];
  #future: Given[] = [];
  /** The text being typed: its letters are one step of undo. */
  #typing: Id | undefined;
  #asked: readonly Asked[] | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(definition: Questionnaire, situation: Situation, given: Given = initialAnswers(definition)) {
    this.definition = definition;
    this.situation = situation;
    this.#given = given;
  }

  /** What is asked now, in order. */
  get asked(): readonly Asked[] {
    return (this.#asked ??= ask(this.definition, this.situation, this.#given.answers));
  }

  /** What is asked or may still be, seen from a question on: later ones that rest on unanswered ones are undecided. */
  askedFrom(id: Id): readonly Asked[] {
    return ask(this.definition, this.situation, this.#given.answers, id);
  }

  get given(): Given {
    return this.#given;
  }

  /** The words written beside « autre ». */
  otherWords(id: Id): string {
    return Object.hasOwn(this.#given.other, id) ? (this.#given.other[id] ?? '') : '';
  }

  find(id: Id): Asked | undefined {
    return this.asked.find(({question}) => question.id === id);
  }

  /** Gives, changes or (undefined) takes back an answer. What cannot be an answer to the question is left out. */
  answer(id: Id, value: unknown): void {
    const question = this.definition.questions.find((one) => one.id === id);
    if (question === undefined) return;
    const {answer} =
      question.type === 'text' && typeof value === 'string'
        ? {answer: value === '' ? undefined : value}
        : fit(this.definition, question, value);
    this.#change({...this.#given, answers: withOne<Answer>(this.#given.answers, id, answer)}, question.type === 'text' ? id : undefined);
  }

  /** Answers one row of a matrix; hidden rows keep what they had. */
  answerRow(id: Id, row: Id, code: string | null | undefined): void {
    const question = this.definition.questions.find((one) => one.id === id);
    if (question?.type !== 'matrix' || !rowsOf(this.definition, question).some((one) => one.id === row)) return;
    if (typeof code === 'string' && !choicesOf(this.definition, question).some((one) => one.id === code)) return;
    const before = Object.hasOwn(this.#given.answers, id) ? this.#given.answers[id] : undefined;
    const rows = typeof before === 'object' && before !== null && !Array.isArray(before) ? before : {};
    const after = withOne(rows, row, code);
    this.#change({...this.#given, answers: withOne<Answer>(this.#given.answers, id, Object.keys(after).length === 0 ? undefined : after)});
  }

  /** Keeps the words written beside « autre »; they count only while that choice is chosen. */
  writeOther(id: Id, words: string): void {
    this.#change({...this.#given, other: withOne(this.#given.other, id, words === '' ? undefined : words)}, id);
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  undo(): void {
    this.#travel(this.#past, this.#future);
  }

  redo(): void {
    this.#travel(this.#future, this.#past);
  }

  /** What is missing or wrong in all that is asked, or in the questions named. */
  problems(ids?: readonly Id[]): Problem[] {
    return this.asked.filter(({question}) => ids === undefined || ids.includes(question.id)).flatMap(problemsOf);
  }

  /** Calls back after each change; returns the way to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #change(next: Given, typing?: Id): void {
    if (typing === undefined || typing !== this.#typing) this.#past.push(this.#given);
    this.#typing = typing;
    this.#future = [];
    this.#become(next);
  }

  #travel(from: Given[], to: Given[]): void {
    const next = from.pop();
    if (next === undefined) return;
    to.push(this.#given);
    this.#typing = undefined;
    this.#become(next);
  }

  #become(given: Given): void {
    this.#given = given;
    this.#asked = undefined;
    for (const listener of this.#listeners) listener();
  }
}
