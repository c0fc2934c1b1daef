import type {Answer} from './answer.js';
import type {Condition} from './condition.js';
import type {Id, Lang, Text, Url} from './text.js';

/** One answer that can be chosen; its id is the code that is stored and counted. */
export interface Choice {
  id: Id;
  label: Text;
  hint?: Text;
  picture?: Url;
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
export type Look = 'faces' | 'words' | 'numbers';

interface Asked {
  id: Id;
  label: Text;
  /** The same in plainer words. */
  plain?: Text;
  hint?: Text;
  picture?: Url;
  audio?: Record<Lang, Url>;
  required?: boolean;
  /** Offers « je préfère ne pas répondre ». */
  decline?: boolean;
  /** Who answers, or something delicate: its figures are suppressed more strictly. */
  profile?: boolean;
  sensitive?: boolean;
  visibleWhen?: Condition;
  /** The author's own sentence when the answer is missing or wrong. */
  error?: Text;
  initial?: Answer;
}

export interface SingleQuestion extends Asked {
  type: 'single';
  choices: Choices;
  shuffle?: boolean;
}
export interface MultipleQuestion extends Asked {
  type: 'multiple';
  choices: Choices;
  min?: number;
  max?: number;
  shuffle?: boolean;
}
/** The best `max` in order: max points for the first, down to 1. */
export interface RankingQuestion extends Asked {
  type: 'ranking';
  choices: Choices;
  max: number;
  shuffle?: boolean;
}
export interface ScaleQuestion extends Asked {
  type: 'scale';
  choices: Choices | ScaleName;
  look?: Look;
}
/** The same scale for several rows; on a phone, a list of small groups. */
export interface MatrixQuestion extends Asked {
  type: 'matrix';
  rows: Choices;
  choices: Choices | ScaleName;
  look?: Look;
  rowVisibleWhen?: Condition;
}
export interface BooleanQuestion extends Asked {
  type: 'boolean';
}
/** Consent to quote the text question `of`. */
export interface ConsentQuestion extends Asked {
  type: 'consent';
  of: Id;
}
export interface NumberQuestion extends Asked {
  type: 'number';
  integer?: boolean;
  min?: number;
  max?: number;
  unit?: Text;
}
export interface DateQuestion extends Asked {
  type: 'date';
  unit: 'day' | 'month';
  min?: string;
  max?: string;
}
export interface TextQuestion extends Asked {
  type: 'text';
  /** Code points. */
  max: number;
  lines?: number;
}
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
