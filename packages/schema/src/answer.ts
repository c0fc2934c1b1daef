import type {Code, Id, Lang, Mode} from './text.js';

/** One answer. Absent = not asked or skipped; null = declined, for every type. */
export type Answer =
  | null
  /** single, scale; date `YYYY-MM-DD` or `YYYY-MM`; text (NFC). */
  | string
  /** multiple: in the definition's order; ranking: best first; no duplicates. */
  | Code[]
  /** matrix: row → code; unanswered rows absent. */
  | {[row: Id]: Code | null}
  /** boolean, consent. */
  | boolean
  /** number. */
  | number;

export type Answers = Record<Id, Answer>;
/** Words beside a chosen role:'other', by question. */
export type OtherWords = Record<Id, string>;
export type Mark = 'yes' | 'no' | 'na';

/** What is stored and sent of one person: JSON, written once; these exact bytes are kept, hashed and sent. */
export interface Payload {
  answers: Answers;
  other?: OtherWords;
  lang: Lang;
  mode: Mode;
  plain?: true;
  territory?: Id;
  source?: Id;
  wave?: Id;
  paper?: {batch: Id; sheet: number; entry: 1 | 2 | 'agreed'; marks?: Record<Id, 'illegible' | 'several' | 'unasked'>};
  rating?: {
    dossier: Id;
    document: Id;
    documentVersion: string;
    rater: Id;
    raterLabel?: string;
    round: 'own' | 'agreed';
    facts?: Id[];
    /** x and y in 0…1 of the page. */
    notes?: Record<Id, {text: string; at?: {page: number; x: number; y: number}}>;
  };
  /** Computed on the device, or by the plain form (`trap`: its hidden field was filled in); never a reason to refuse. */
  signals?: ('fast' | 'same-spot' | 'clock' | 'trap')[];
  replaces?: string;
  /** 128 random bits, where a `sensitive` campaign has no key to seal with. */
  salt?: string;
}
