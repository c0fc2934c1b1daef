import type {Code, Day, Id} from './text.js';

/** Counts of one question, or of one row of a matrix. null = suppressed. */
export interface Table {
  /** answered − declined − na. */
  base: number | null;
  declined?: number | null;
  na?: number | null;
  cells: Record<Code, number | null>;
  points?: Record<Code, number | null>;
  firsts?: Record<Code, number | null>;
  median?: number | null;
}

export interface Pair {
  both: number | null;
  a: number | null;
  b: number | null;
  neither: number | null;
}

export interface QuestionResult extends Table {
  rows?: Record<Id, Table>;
  /** Favourable answers of those who answered for both rows, by 'a|b'. */
  pairs?: Record<string, Pair>;
  hidden?: 'base' | 'cells';
}

/** The figures of a campaign: counts only. */
export interface Results {
  format: 'ppgp-results/1';
  campaign: Id;
  versions: string[];
  audience: 'team' | 'public';
  k: number;
  asOf: Day;
  filter?: Record<string, string>;
  received: number | null;
  counted: number | null;
  expected?: number;
  flags?: Record<string, number>;
  sealed?: true;
  /** Received, per ISO week 'YYYY-Www'. */
  weeks?: Record<string, number | null>;
  questions: Record<Id, QuestionResult>;
}
