import type {Code, Id, Text} from '@ppgp/schema';

/** Figures that a page names: an address, or a results file with its questions, or a dossier of ratings with its grid. */
export type PageSource = string | {src?: string; results?: unknown; definition?: unknown};

/** A question of one of the page's sources; without a source, of the first one. */
export interface OfQuestion {
  source?: string;
  of: Id;
  /** Of a matrix: which row. */
  row?: Id;
  /** Which answers are counted together; the favourable ones unless told. */
  is?: Code[];
}

/** k of n that somebody counted by hand. */
export interface HandCount {
  k: number;
  n: number;
}

/** What is read and not counted may be approximate. */
export type Approximate = number | {about: number} | {over: number};

/** One line of a table of indicators; null is « not given », which is not zero. */
export interface IndicatorRow {
  label: Text;
  values?: (Approximate | null)[];
  /** Part of the line above. */
  within?: boolean;
  /** The sum of the lines above, since the total before: reckoned here, and said only where every part is known. */
  total?: boolean;
  /** Amounts of money, to the cent. */
  unit?: 'euros';
}

interface Common {
  title?: Text;
  note?: Text;
}

/** One block of a page, by its name. */
export type Block = Common &
  (
    | ({block: 'question'} & OfQuestion)
    | {block: 'questions'; source?: string}
    /** The big number. `percent`: what was published, judged beside its count. */
    | ({block: 'number'; say?: Text; percent?: number} & (OfQuestion | (Partial<HandCount> & {n: number; of?: undefined})))
    | ({block: 'top'; count?: number} & OfQuestion)
    /** A board's themes, each with how many chose it. */
    | {block: 'totals'; source?: string; of?: Id}
    | {block: 'rate'; source?: string; k?: number; n?: number}
    | {block: 'weeks'; source?: string}
    | {block: 'populations'; a: OfQuestion & {name: Text}; b: OfQuestion & {name: Text}}
    | ({block: 'documents'} & OfQuestion)
    | {block: 'waves'; waves: ((OfQuestion | HandCount) & {name: Text})[]}
    /** A document of a dossier of ratings: its versions, what was gained and lost. `of`: which document, else the first. */
    | {block: 'versions'; source?: string; of?: Id}
    | {block: 'text'; paragraphs: Text[]}
    | {block: 'quotes'; quotes: {text: Text; who?: Text; consent?: boolean}[]}
    | {block: 'timeline'; steps: {day: string; until?: string; label: Text}[]}
    | {block: 'funnel'; steps: {label: Text; count: Approximate}[]}
    /** Years and what was counted or spent in each. */
    | {block: 'indicators'; columns: Text[]; rows: IndicatorRow[]}
    | {block: 'recommendation'; say: Text; because?: Text}
    | {block: 'said-done'; pairs: {said: Text; done: Text; when?: string}[]}
  );

/** All but the name for « every question ». */
export type SingleBlock = Exclude<Block, {block: 'questions'}>;

export type BlockOf<Name extends Block['block']> = Extract<Block, {block: Name}>;

/** A restitution in one file: figures from sources, and what people wrote beside them. */
export interface Page {
  format: 'ppgp-page/1';
  title: Text;
  /** Who restitutes, such as the département. */
  by?: Text;
  day?: string;
  summary?: Text;
  sources?: Record<string, PageSource>;
  blocks: Block[];
}

export const isPage = (value: unknown): value is Page =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  value.format === 'ppgp-page/1' &&
  'blocks' in value &&
  Array.isArray(value.blocks);
