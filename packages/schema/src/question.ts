import type {Answer} from './answer.js';
import type {Condition} from './condition.js';
import type {Id, Lang, Text, Url} from './text.js';

/** One answer that can be chosen; its id is the code that is stored and counted. */
export interface Choice {
  id: Id;
  label: Text;
  /** A second, smaller line. */
  hint?: Text;
  picture?: Url;
  /** The choice read aloud, by language. */
  audio?: Record<Lang, Url>;
  /** other: asks for a few words · exclusive: unticks the rest · na: « pas concerné·e », leaves the base. */
  role?: 'other' | 'exclusive' | 'na';
  /** Counted in the headline of a result. */
  favourable?: boolean;
}

/** Choices written out, or taken from a shared list, the campaign's territories or materials, or a board's themes. */
export type Choices = Choice[] | {list: Id} | {from: 'territories' | 'materials'; and?: Choice[]} | {board: Id; sets?: Id[]};

/** A ready-made scale. faces3 = bien | moyen | mal; agree4 = oui | plutot | plutot-non | non. */
export type ScaleName = 'faces3' | 'agree4';
/** How a scale is drawn. */
export type Look = 'faces' | 'words' | 'numbers';

interface Asked {
  /** What answers and figures are stored under. */
  id: Id;
  /** The question. "{id}" takes up the answer to an earlier question. */
  label: Text;
  /** The same in plainer words. */
  plain?: Text;
  /** A line of help under the question. */
  hint?: Text;
  picture?: Url;
  /** The question read aloud, by language. */
  audio?: Record<Lang, Url>;
  /** It must be answered (a matrix: every row that is shown) or declined. */
  required?: boolean;
  /** Offers « je préfère ne pas répondre ». */
  decline?: boolean;
  /** It tells who answers: its figures are suppressed more strictly. */
  profile?: boolean;
  /** Delicate: its figures are suppressed more strictly. */
  sensitive?: boolean;
  /** When it is asked; always, unless told. */
  visibleWhen?: Condition;
  /** The author's own sentence when the answer is missing or wrong. */
  error?: Text;
  /** The answer that is there at the start. */
  initial?: Answer;
}

/** One choice of several. */
export interface SingleQuestion extends Asked {
  type: 'single';
  choices: Choices;
  /** Each respondent meets the choices in an order of their own; « autre » and « aucun » stay last. */
  shuffle?: boolean;
}
/** Any number of choices. */
export interface MultipleQuestion extends Asked {
  type: 'multiple';
  choices: Choices;
  /**
   * At least so many, where anything is chosen.
   * @asType integer
   * @minimum 1
   */
  min?: number;
  /**
   * At most so many.
   * @asType integer
   * @minimum 1
   */
  max?: number;
  /** Each respondent meets the choices in an order of their own; « autre » and « aucun » stay last. */
  shuffle?: boolean;
}
/** The best `max` in order: max points for the first, down to 1. */
export interface RankingQuestion extends Asked {
  type: 'ranking';
  choices: Choices;
  /**
   * How many are ranked.
   * @asType integer
   * @minimum 1
   */
  max: number;
  /** Each respondent meets the choices in an order of their own; « autre » and « aucun » stay last. */
  shuffle?: boolean;
}
/** One step of a scale. */
export interface ScaleQuestion extends Asked {
  type: 'scale';
  /** The steps of the scale, or the name of a ready-made one. */
  choices: Choices | ScaleName;
  look?: Look;
}
/** The same scale for several rows; on a phone, a list of small groups. */
export interface MatrixQuestion extends Asked {
  type: 'matrix';
  rows: Choices;
  /** The steps of the scale, or the name of a ready-made one. */
  choices: Choices | ScaleName;
  look?: Look;
  /** When a row is asked; `row: 'same'` in it is the row being judged. */
  rowVisibleWhen?: Condition;
}
/** Yes or no. */
export interface BooleanQuestion extends Asked {
  type: 'boolean';
}
/** Consent to quote the text question `of`. */
export interface ConsentQuestion extends Asked {
  type: 'consent';
  /** An earlier text question. */
  of: Id;
}
export interface NumberQuestion extends Asked {
  type: 'number';
  /** Whole numbers only. */
  integer?: boolean;
  /** The smallest number that is taken. */
  min?: number;
  /** The largest number that is taken. */
  max?: number;
  /** What is counted, such as « enfants ». */
  unit?: Text;
}
export interface DateQuestion extends Asked {
  type: 'date';
  /** What is asked: a whole date, or the month only. */
  unit: 'day' | 'month';
  /**
   * YYYY-MM-DD, or YYYY-MM where months are asked.
   * @pattern ^\d{4}-\d{2}(-\d{2})?$
   */
  min?: string;
  /**
   * YYYY-MM-DD, or YYYY-MM where months are asked.
   * @pattern ^\d{4}-\d{2}(-\d{2})?$
   */
  max?: string;
}
/** A few words of one's own. */
export interface TextQuestion extends Asked {
  type: 'text';
  /**
   * How many characters.
   * @asType integer
   * @minimum 1
   */
  max: number;
  /**
   * Height of the field.
   * @asType integer
   * @minimum 1
   */
  lines?: number;
}
/** Something to read between questions. */
export interface Statement extends Asked {
  type: 'statement';
}
/** Owns what follows until the next section; its condition hides them. */
export interface Section extends Asked {
  type: 'section';
}

export type Question =
  | SingleQuestion
  | MultipleQuestion
  | RankingQuestion
  | ScaleQuestion
  | MatrixQuestion
  | BooleanQuestion
  | ConsentQuestion
  | NumberQuestion
  | DateQuestion
  | TextQuestion
  | Statement
  | Section;

export type QuestionType = Question['type'];
