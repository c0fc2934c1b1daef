import {
  ANSWER_FORMS,
  type AnswerForm,
  type Choice,
  type Code,
  type Id,
  type Question,
  type Questionnaire,
  type QuestionResult,
  type Table,
} from '@ppgp/schema';
import {choicesOf, rowsOf} from '@ppgp/session';
import {frRestitution as words, frResults} from '@ppgp/words';
import type {TemplateResult} from 'lit';
import type {Reader} from '../internal/reader.js';
import type {Taking} from './taking.js';
import {labelled, type Figures, type Labelled} from './figures.js';

/** What every block is drawn with. */
export interface BlockView {
  reader: Reader;
  /** Level of a block's heading. */
  level: number;
  /** The figures of a page's source, or of the first. @throws Unreadable */
  figures(this: void, source?: string): Figures;
  taking: Taking;
}

/** A block that cannot be drawn from what it says, and why, for who reads and who wrote it. */
export class Unreadable extends Error {}

type Words = string | TemplateResult;

/** One question with its figures, as a block reads it. */
export interface Asked {
  id: Id;
  figures: Figures;
  question: Question | undefined;
  result: QuestionResult;
  form: AnswerForm;
  label: Words;
  /** Without those that are in no base. */
  choices: Labelled[];
  rows: Labelled[];
}

/** Without its definition, a question is what its figures look like. */
function formOf({rows, points, median, cells}: QuestionResult): AnswerForm {
  if (rows) return 'by-row';
  if (points) return 'ranked';
  if (median !== undefined) return 'amount';
  return Object.keys(cells).length === 0 ? 'words' : 'codes';
}

const byId = new WeakMap<Questionnaire, ReadonlyMap<Id, Question>>();

function questionOf(questionnaire: Questionnaire, id: Id): Question | undefined {
  const questions = byId.get(questionnaire) ?? new Map(questionnaire.questions.map((question) => [question.id, question]));
  byId.set(questionnaire, questions);
  return questions.get(id);
}

/** @throws Unreadable where the figures have no such question */
export function askedOf(figures: Figures, id: Id, reader: Reader): Asked {
  const {questionnaire, results} = figures;
  const question = questionnaire && questionOf(questionnaire, id);
  const result = Object.hasOwn(results.questions, id) ? results.questions[id] : undefined;
  if (result === undefined) throw new Unreadable(words.unknownBlock({name: id}));
  const form = question ? ANSWER_FORMS[question.type] : formOf(result);
  const yesNo: Choice[] = [
    {id: 'true', label: frResults.yes, favourable: true},
    {id: 'false', label: frResults.no},
  ];
  const known = form === 'yes-no' ? yesNo : questionnaire && question ? choicesOf(questionnaire, question) : [];
  const counted =
    form === 'by-row' ? (Object.assign({}, ...Object.values(result.rows ?? {}).map(({cells}) => cells)) as object) : result.cells;
  return {
    ...{id, figures, question, result, form},
    label: question ? reader.show(question.label) : words.code({code: id}),
    choices: labelled(known, counted),
    rows: labelled(questionnaire && question ? rowsOf(questionnaire, question) : [], result.rows).filter(
      ({id: row}) => result.rows !== undefined && Object.hasOwn(result.rows, row),
    ),
  };
}

/** What is read of a code: its label; itself where the definition is not there, or no longer has it. */
export function nameOf({id, choice}: Labelled, {question}: Pick<Asked, 'question'>, reader: Reader): Words {
  if (choice) return reader.show(choice.label);
  return question ? words.codeWithoutLabel({code: id}) : words.code({code: id});
}

export function plainName({id, choice}: Labelled, reader: Reader): string {
  return choice ? reader.plain(choice.label) : words.code({code: id});
}

/** The codes of the favourable choices. */
export const favourableOf = ({choices}: Asked): Code[] => choices.flatMap(({id, choice}) => (choice?.favourable ? [id] : []));

/** How many gave one of these answers; undefined where a number is hidden or nobody answered. */
export function countOf({base, cells}: Table, codes: readonly Code[]): {k: number; n: number} | undefined {
  if (base === null || base === 0 || codes.length === 0) return undefined;
  const counts = codes.map((code) => (Object.hasOwn(cells, code) ? cells[code] : 0));
  if (counts.some((count) => count === null)) return undefined;
  const k = counts.reduce((sum: number, count) => sum + (count ?? 0), 0);
  return k > base ? undefined : {k, n: base};
}

/** Too few answered for their numbers to be shown. */
export const isBelow = ({results: {k}}: Figures, {base}: Table, hidden?: 'base' | 'cells'): boolean =>
  base === null || hidden === 'base' || (base > 0 && base < k && hidden !== undefined);
