import type {Answer, Answers, Id, OtherWords, Questionnaire} from '@ppgp/schema';
import {ask, type Asked} from './asked.js';
import type {Situation} from './condition.js';
import {isByRow, own} from './own.js';
import {problemsOf, type Problem} from './problems.js';

/** All that was ever answered, hidden questions included: they come back if the person changes their mind. */
export interface Given {
  readonly answers: Answers;
  readonly other: OtherWords;
}

export interface SessionOptions {
  /** What was answered before; unless told, the definition's initial answers. */
  given?: Given | undefined;
  /** Puts the choices in another order, such as `shuffle(seed)`. */
  arrange?: ((asked: readonly Asked[]) => readonly Asked[]) | undefined;
}

/** The answers that a definition begins with. */
const initialAnswers = ({questions}: Questionnaire): Answers =>
  Object.fromEntries(questions.flatMap(({id, initial}) => (initial === undefined ? [] : [[id, initial]])));

/** A record with one member changed, or (undefined) taken out. */
function withOne<T>(record: Readonly<Record<string, T>>, key: string, value: T | undefined): Record<string, T> {
  const {[key]: _before, ...others} = record;
  return value === undefined ? others : {...others, [key]: value};
}

/**
 * What one person has answered. What is visible, required and valid is decided here alone.
 * Every change can be undone.
 */
export class Session {
  readonly definition: Questionnaire;
  readonly situation: Situation;
  #given: Given;
  readonly #past: Given[] = [];
  #future: Given[] = [];
  /** The text being typed: its letters are one step of undo. */
  #typing: Id | undefined;
  #asked: readonly Asked[] | undefined;
  #askedFrom: {id: Id; asked: readonly Asked[]} | undefined;
  readonly #arrange: NonNullable<SessionOptions['arrange']>;

  /** The definition must be a valid one: its initial answers are taken as they are. */
  constructor(definition: Questionnaire, situation: Situation, {given, arrange = (asked) => asked}: SessionOptions = {}) {
    this.definition = definition;
    this.situation = situation;
    this.#arrange = arrange;
    this.#given = given ?? {answers: initialAnswers(definition), other: {}};
  }

  /** What is asked now, in order. */
  get asked(): readonly Asked[] {
    return (this.#asked ??= this.#arrange(ask(this.definition, this.situation, this.#given.answers)));
  }

  /** What is asked or may still be, seen from a question on: later ones that rest on unanswered ones are among them. */
  askedFrom(id: Id): readonly Asked[] {
    if (this.#askedFrom?.id !== id) this.#askedFrom = {id, asked: ask(this.definition, this.situation, this.#given.answers, id)};
    return this.#askedFrom.asked;
  }

  get given(): Given {
    return this.#given;
  }

  /** The words written beside « autre ». */
  otherWords(id: Id): string {
    return own(this.#given.other, id) ?? '';
  }

  find(id: Id): Asked | undefined {
    return this.asked.find(({question}) => question.id === id);
  }

  /** Gives, changes or (undefined) takes back an answer. A caller that cannot vouch for it asks `fit` first. */
  answer(id: Id, value: Answer | undefined): void {
    const typing = this.find(id)?.question.type === 'text' ? id : undefined;
    // Only spaces say nothing.
    const said = typeof value === 'string' && !value.trim() ? undefined : value;
    this.#change({...this.#given, answers: withOne(this.#given.answers, id, said)}, typing);
  }

  /** Answers one row of a matrix; hidden rows keep what they had. */
  answerRow(id: Id, row: Id, code: string | null): void {
    const before = own(this.#given.answers, id);
    this.answer(id, {...(isByRow(before) ? before : {}), [row]: code});
  }

  /** Keeps the words written beside « autre »; they count only while that choice is chosen. */
  writeOther(id: Id, words: string): void {
    this.#change({...this.#given, other: withOne(this.#given.other, id, words)}, id);
  }

  /** Puts other answers in the place of all there are, in one step of undo. A caller that cannot vouch for them asks `restore` first. */
  replace(given: Given): void {
    this.#change(given);
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
    const wanted = ids && new Set(ids);
    return this.asked.filter(({question}) => wanted?.has(question.id) ?? true).flatMap(problemsOf);
  }

  #change(next: Given, typing?: Id): void {
    if (typing === undefined || typing !== this.#typing) this.#past.push(this.#given);
    this.#future = [];
    this.#become(next, typing);
  }

  #travel(from: Given[], to: Given[]): void {
    const next = from.pop();
    if (next === undefined) return;
    to.push(this.#given);
    this.#become(next);
  }

  #become(given: Given, typing?: Id): void {
    this.#given = given;
    this.#typing = typing;
    this.#asked = this.#askedFrom = undefined;
  }
}
