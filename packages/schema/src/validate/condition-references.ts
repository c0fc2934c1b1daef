import {ANSWER_FORMS} from '../answer-form.js';
import type {AnswerTest, Condition} from '../condition.js';
import type {Questionnaire} from '../definition.js';
import type {Choice, Question} from '../question.js';
import type {Fault} from '../survey-error.js';
import {fault} from './faults.js';
import {knownChoices} from './known-choices.js';

/** Where a condition stands. */
export interface Owner {
  question: string;
  /** It judges rows; `known` is undefined where a campaign or a board decides which. */
  rows?: {known: readonly Choice[] | undefined};
}

/** Finds the tests of a condition that name what is not there, or that no answer can pass. */
export class ConditionReferences {
  readonly #questionnaire: Questionnaire;
  readonly #earlier: ReadonlyMap<string, Question>;
  readonly #all: ReadonlySet<string>;
  /** The last question that asks for the territory. */
  readonly #territoryAsked: string | undefined;

  /** `earlier` grows as the questions are gone through. */
  constructor(questionnaire: Questionnaire, earlier: ReadonlyMap<string, Question>) {
    this.#questionnaire = questionnaire;
    this.#earlier = earlier;
    const {questions} = questionnaire;
    this.#all = new Set(questions.map(({id}) => id));
    this.#territoryAsked = questions.findLast(
      (one) => 'choices' in one && typeof one.choices === 'object' && 'from' in one.choices && one.choices.from === 'territories',
    )?.id;
  }

  faultsIn(condition: Condition, path: string, owner: Owner): Fault[] {
    const {sources, waves} = this.#questionnaire;
    const inside = (parts: readonly Condition[], name: string): Fault[] =>
      parts.flatMap((part, index) => this.faultsIn(part, `${path}.${name}[${index}]`, owner));
    if ('all' in condition) return inside(condition.all, 'all');
    if ('any' in condition) return inside(condition.any, 'any');
    if ('not' in condition) return this.faultsIn(condition.not, `${path}.not`, owner);
    if ('territory' in condition) return this.#territory(condition.territory, `${path}.territory`);
    if ('source' in condition) return this.#codes(condition.source, sources, `${path}.source`);
    if ('wave' in condition) return this.#codes(condition.wave, waves, `${path}.wave`);
    return 'mode' in condition ? [] : this.#test(condition, path, owner);
  }

  #territory(codes: readonly string[], path: string): Fault[] {
    const asked = this.#territoryAsked;
    const later =
      asked === undefined || this.#earlier.has(asked)
        ? []
        : [fault(path, 'later-question', `"${asked}" asks for the territory later: a condition may only look back.`)];
    return [...later, ...this.#codes(codes, this.#questionnaire.territories, path)];
  }

  #codes(codes: readonly string[], list: readonly {id: string}[] | undefined, path: string): Fault[] {
    const known = list && new Set(list.map(({id}) => id));
    return codes.flatMap((code, index) =>
      known?.has(code) === false ? [fault(`${path}[${index}]`, 'unknown-code', `"${code}" is not in the list it is taken from.`)] : [],
    );
  }

  #test(test: AnswerTest, path: string, owner: Owner): Fault[] {
    const question = this.#earlier.get(test.question);
    if (question !== undefined) return [...this.#row(test, path, question, owner), ...this.#meaning(test, path, question)];
    const at = `${path}.question`;
    if (test.question === owner.question) return [fault(at, 'own-question', 'A condition cannot rest on its own question.')];
    if (this.#all.has(test.question))
      return [fault(at, 'later-question', `"${test.question}" comes later: a condition may only look back.`)];
    return [fault(at, 'unknown-question', `There is no question "${test.question}".`)];
  }

  #row({row}: AnswerTest, path: string, question: Question, {rows}: Owner): Fault[] {
    if (row === undefined) return [];
    const wrong = (detail: string): Fault[] => [fault(`${path}.row`, 'unknown-row', detail)];
    if (question.type !== 'matrix') return wrong(`"${question.id}" is not a matrix: it has no rows.`);
    const known = knownChoices(this.#questionnaire, question.rows)?.map(({id}) => id);
    if (row !== 'same') return known?.includes(row) === false ? wrong(`"${question.id}" has no row "${row}".`) : [];
    if (rows === undefined) return wrong('"same" has a meaning in "rowVisibleWhen" only.');
    const strange = known && rows.known?.find(({id}) => !known.includes(id));
    return strange ? wrong(`"${question.id}" does not have the row "${strange.id}".`) : [];
  }

  #meaning({is, atLeast, atMost}: AnswerTest, path: string, question: Question): Fault[] {
    const {id, type} = question;
    const form = ANSWER_FORMS[type];
    if (form === 'none') return [fault(`${path}.question`, 'not-asking', `"${id}" asks nothing: a condition cannot rest on it.`)];
    if ((atLeast !== undefined || atMost !== undefined) && form !== 'amount')
      return [fault(path, 'not-a-number-question', `"${id}" does not ask for a number: "atLeast" and "atMost" mean nothing.`)];
    if (is === undefined) return [];
    const possible = this.#possible(question);
    const strange = [is].flat().find((code) => possible?.includes(code) === false);
    return strange === undefined ? [] : [fault(`${path}.is`, 'unknown-code', `"${id}" cannot be answered by ${JSON.stringify(strange)}.`)];
  }

  /** What can be an answer; undefined where a campaign or a board decides. */
  #possible(question: Question): readonly unknown[] | undefined {
    if (ANSWER_FORMS[question.type] === 'yes-no') return [true, false];
    return 'choices' in question ? knownChoices(this.#questionnaire, question.choices)?.map(({id}) => id) : [];
  }
}
