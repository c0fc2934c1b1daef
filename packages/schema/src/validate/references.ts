import type {Condition, AnswerTest} from '../condition.js';
import type {Board, Definition, Grid, Questionnaire, Settings} from '../definition.js';
import type {Choice, Choices, Question} from '../question.js';
import {SCALES} from '../scales.js';
import type {Fault} from '../survey-error.js';
import type {Text} from '../text.js';
import {fault} from './faults.js';

/** Ids that stand twice in a list. */
function duplicates(path: string, list: readonly {id: string}[] | undefined): Fault[] {
  const seen = new Set<string>();
  return (list ?? []).flatMap(({id}, index) => {
    if (seen.has(id)) return [fault(`${path}[${index}].id`, 'duplicate-id', `"${id}" stands twice in this list.`)];
    seen.add(id);
    return [];
  });
}

/** What settings say twice or backwards. */
export function settingsFaults(settings: Settings): Fault[] {
  const {opens, closes} = settings;
  return [
    ...(['territories', 'sources', 'materials', 'waves'] as const).flatMap((list) => duplicates(list, settings[list])),
    ...(opens !== undefined && closes !== undefined && closes < opens
      ? [fault('closes', 'closes-before-opens', 'The closing day is before the opening day.')]
      : []),
  ];
}

/** The choices a question offers, as far as the definition itself can tell; undefined where a campaign or a board decides. */
function known(questionnaire: Questionnaire, choices: Choices | keyof typeof SCALES): readonly Choice[] | undefined {
  if (typeof choices === 'string') return SCALES[choices];
  if (Array.isArray(choices)) return choices;
  if ('list' in choices)
    return questionnaire.lists !== undefined && Object.hasOwn(questionnaire.lists, choices.list) ? questionnaire.lists[choices.list] : [];
  if (!('from' in choices)) return undefined;
  const named = questionnaire[choices.from];
  return named === undefined ? undefined : [...named, ...(choices.and ?? [])];
}

/** Checks what a questionnaire's members say of each other. */
class QuestionnaireReferences {
  readonly #questionnaire: Questionnaire;
  readonly #earlier = new Map<string, Question>();
  readonly #faults: Fault[] = [];

  constructor(questionnaire: Questionnaire) {
    this.#questionnaire = questionnaire;
  }

  check(): Fault[] {
    const {questions, lists} = this.#questionnaire;
    this.#faults.push(...duplicates('questions', questions));
    for (const [id, list] of Object.entries(lists ?? {})) this.#faults.push(...duplicates(`lists.${id}`, list));
    questions.forEach((question, index) => this.#checkQuestion(question, `questions[${index}]`));
    return this.#faults;
  }

  #checkQuestion(question: Question, path: string): void {
    if ('choices' in question) this.#checkChoices(question.choices, `${path}.choices`);
    if (question.type === 'matrix') {
      this.#checkChoices(question.rows, `${path}.rows`);
      const rows = known(this.#questionnaire, question.rows);
      if (question.rowVisibleWhen !== undefined) this.#checkCondition(question.rowVisibleWhen, `${path}.rowVisibleWhen`, question.id, rows);
    }
    if (question.visibleWhen !== undefined) this.#checkCondition(question.visibleWhen, `${path}.visibleWhen`, question.id);
    if (question.type === 'consent' && this.#earlier.get(question.of)?.type !== 'text') {
      this.#faults.push(fault(`${path}.of`, 'not-a-text-question', `"${question.of}" is not an earlier text question.`));
    }
    this.#checkPiping(question.label, `${path}.label`);
    this.#earlier.set(question.id, question);
  }

  #checkChoices(choices: Choices | keyof typeof SCALES, path: string): void {
    if (typeof choices === 'string') return;
    if (Array.isArray(choices)) this.#faults.push(...duplicates(path, choices));
    else if ('list' in choices && !Object.hasOwn(this.#questionnaire.lists ?? {}, choices.list)) {
      this.#faults.push(fault(`${path}.list`, 'unknown-list', `There is no list "${choices.list}".`));
    }
  }

  #checkCondition(condition: Condition, path: string, owner: string, rows?: readonly Choice[]): void {
    const {territories, sources, waves} = this.#questionnaire;
    if ('all' in condition) condition.all.forEach((part, index) => this.#checkCondition(part, `${path}.all[${index}]`, owner, rows));
    else if ('any' in condition) condition.any.forEach((part, index) => this.#checkCondition(part, `${path}.any[${index}]`, owner, rows));
    else if ('not' in condition) this.#checkCondition(condition.not, `${path}.not`, owner, rows);
    else if ('territory' in condition) this.#checkCodes(condition.territory, territories, `${path}.territory`);
    else if ('source' in condition) this.#checkCodes(condition.source, sources, `${path}.source`);
    else if ('wave' in condition) this.#checkCodes(condition.wave, waves, `${path}.wave`);
    else if ('question' in condition) this.#checkTest(condition, path, owner, rows);
  }

  #checkCodes(codes: readonly string[], list: readonly {id: string}[] | undefined, path: string): void {
    if (list === undefined) return;
    codes.forEach((code, index) => {
      if (!list.some(({id}) => id === code))
        this.#faults.push(fault(`${path}[${index}]`, 'unknown-code', `"${code}" is not in the list it is taken from.`));
    });
  }

  #checkTest(test: AnswerTest, path: string, owner: string, rows?: readonly Choice[]): void {
    const question = this.#earlier.get(test.question);
    if (question === undefined) {
      const stands = this.#questionnaire.questions.some(({id}) => id === test.question);
      const detail =
        test.question === owner
          ? 'A condition cannot rest on its own question.'
          : stands
            ? `"${test.question}" comes later: a condition may only look back.`
            : `There is no question "${test.question}".`;
      this.#faults.push(
        fault(`${path}.question`, test.question === owner ? 'own-question' : stands ? 'later-question' : 'unknown-question', detail),
      );
      return;
    }
    this.#checkRow(test, path, question, rows);
    if (test.is === undefined || typeof test.is === 'boolean' || !('choices' in question)) return;
    const choices = known(this.#questionnaire, question.choices);
    if (choices === undefined) return;
    for (const code of Array.isArray(test.is) ? test.is : [test.is]) {
      if (!choices.some(({id}) => id === code))
        this.#faults.push(fault(`${path}.is`, 'unknown-code', `"${question.id}" has no choice "${code}".`));
    }
  }

  #checkRow(test: AnswerTest, path: string, question: Question, rows?: readonly Choice[]): void {
    if (test.row === undefined) return;
    const has = question.type === 'matrix' ? known(this.#questionnaire, question.rows) : [];
    if (test.row === 'same') {
      const wrong =
        question.type !== 'matrix' || (rows !== undefined && has !== undefined && rows.some(({id}) => !has.some((row) => row.id === id)));
      if (wrong) this.#faults.push(fault(`${path}.row`, 'unknown-row', `"${question.id}" does not have the same rows.`));
    } else if (has !== undefined && !has.some(({id}) => id === test.row)) {
      this.#faults.push(fault(`${path}.row`, 'unknown-row', `"${question.id}" has no row "${test.row}".`));
    }
  }

  #checkPiping(label: Text, path: string): void {
    for (const text of typeof label === 'string' ? [label] : Object.values(label)) {
      for (const [, id] of text.matchAll(/\{([a-z][a-z0-9_-]*)\}/g)) {
        if (id !== undefined && !this.#earlier.has(id))
          this.#faults.push(fault(path, 'unknown-question', `"{${id}}" names no earlier question.`));
      }
    }
  }
}

function gridFaults(grid: Grid): Fault[] {
  const faults = (['domains', 'topics', 'facts', 'items'] as const).flatMap((list) => duplicates(list, grid[list]));
  const missing = (list: readonly {id: string}[], id: string, path: string): Fault[] =>
    list.some((one) => one.id === id) ? [] : [fault(path, 'unknown-code', `There is no "${id}".`)];
  const numbers = new Set<number>();
  grid.items.forEach((item, index) => {
    if (item.domain !== null) faults.push(...missing(grid.domains, item.domain, `items[${index}].domain`));
    faults.push(...missing(grid.topics, item.topic, `items[${index}].topic`));
    if (numbers.has(item.number))
      faults.push(fault(`items[${index}].number`, 'duplicate-number', `The number ${item.number} stands twice.`));
    numbers.add(item.number);
  });
  grid.facts?.forEach(({setsNa}, index) =>
    setsNa.forEach((id, at) => faults.push(...missing(grid.items, id, `facts[${index}].setsNa[${at}]`))),
  );
  grid.advice?.forEach(({when}, index) =>
    when.forEach(({item}, at) => faults.push(...missing(grid.items, item, `advice[${index}].when[${at}].item`))),
  );
  return faults;
}

function boardFaults(board: Board): Fault[] {
  const faults = [...duplicates('sets', board.sets), ...duplicates('themes', board.themes)];
  board.themes.forEach(({set}, index) => {
    if (set !== undefined && !board.sets.some(({id}) => id === set))
      faults.push(fault(`themes[${index}].set`, 'unknown-code', `There is no set "${set}".`));
  });
  board.help?.forEach(({themes}, index) =>
    themes?.forEach((id, at) => {
      if (!board.themes.some((theme) => theme.id === id))
        faults.push(fault(`help[${index}].themes[${at}]`, 'unknown-code', `There is no theme "${id}".`));
    }),
  );
  return faults;
}

/** References of a definition of the right shape that lead nowhere. */
export function referenceFaults(definition: Definition): Fault[] {
  switch (definition.kind) {
    case 'questionnaire':
      return new QuestionnaireReferences(definition).check();
    case 'grid':
      return gridFaults(definition);
    case 'board':
      return boardFaults(definition);
  }
}
