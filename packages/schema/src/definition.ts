import type {Choice, Question} from './question.js';
import type {Mark} from './answer.js';
import type {Day, Id, Lang, Text, Url} from './text.js';

/** A part of the département, such as a maison des solidarités and its area. */
export interface Territory {
  id: Id;
  label: Text;
  /** As it is dialled, in words. */
  phone?: string;
  /** An e-mail address. */
  mail?: string;
  address?: Text;
  hours?: Text;
  url?: Url;
}

/** A document that is judged: a letter, a flyer, a web page. */
export interface Material {
  id: Id;
  label: Text;
  picture?: Url;
  /** What the picture shows, for those who do not see it. */
  alt: Text;
  /** Which edition of the document. */
  version?: string;
}

/** An id and what people read. */
export interface Named {
  id: Id;
  label: Text;
}

/** In a definition as defaults; a campaign's win. */
export interface Settings {
  /** The first day of answering. */
  opens?: Day;
  /** The last day of answering, included. */
  closes?: Day;
  /** Languages that are offered beside French. */
  languages?: Lang[];
  /** Where people live or are received; a question may offer them as choices. */
  territories?: Territory[];
  /** Where people come from: a poster, a letter, a waiting room. */
  sources?: Named[];
  /** The documents that are judged. */
  materials?: Material[];
  /** When it is asked again, such as two and four months after birth. */
  waves?: Named[];
  /** Who asks, what for and what becomes of the answers. */
  notice?: Text;
  /**
   * How long it takes, in minutes.
   * @exclusiveMinimum 0
   */
  minutes?: number;
  /** A département's corrections by "q.label", "q.hint", "q.choice", "list.choice", "ui.key". */
  words?: Record<Lang, Record<string, string>>;
  /** Answers are sealed for this key on the device. */
  publicKey?: {keyId: string; key: string};
  /** Seal what is kept, or salt it where there is no key. */
  sensitive?: boolean;
  /** What of a board may be sent; `all` includes sensitive themes. */
  share?: 'nothing' | 'themes' | 'all';
}

interface Base extends Settings {
  format: 'ppgp/1';
  id: Id;
  /**
   * Changes with every change of the questions: figures are kept apart by version.
   * @pattern ^(?!\s)[^\u0000-\u001F\u007F-\u009F]{1,64}$
   */
  version: string;
  title: Text;
  /** Source, licence, notice of marks. */
  origin?: Text;
}

/** Questions in order. */
export interface Questionnaire extends Base {
  kind: 'questionnaire';
  /** Choices that several questions share, by the name they use in `{"list": "…"}`. */
  lists?: Record<Id, Choice[]>;
  /**
   * Asked in this order; a condition may only look back.
   * @minItems 1
   * @maxItems 1000
   */
  questions: Question[];
}

/** One statement that a rater judges. */
export interface GridItem {
  id: Id;
  /**
   * Its number in the printed grid.
   * @asType integer
   * @minimum 1
   */
  number: number;
  /** null = shown apart, never scored. */
  domain: Id | null;
  topic: Id;
  label: Text;
  /** The condition of « sans objet »; absent = not allowed. */
  na?: Text;
  /** What a « oui » means. */
  yes?: Text;
  /** What a « non » means. */
  no?: Text;
}

/** Items that raters judge document by document. */
export interface Grid extends Base {
  kind: 'grid';
  /** 'p' | 'av' | a département's own. */
  form: string;
  /**
   * Per cent.
   * @minimum 0
   * @maximum 100
   */
  threshold?: number;
  /** What is scored: each item belongs to one. */
  domains: Named[];
  /** What an item is about. */
  topics: Named[];
  /** What is true of a document as a whole, and the items it makes « sans objet ». */
  facts?: {id: Id; label: Text; setsNa: Id[]}[];
  /**
   * The statements that are judged.
   * @minItems 1
   * @maxItems 500
   */
  items: GridItem[];
  /** What to say when the items were marked so. */
  advice?: {when: {item: Id; is: Mark}[]; say: Text}[];
}

/** What a family may want to talk about. */
export type Theme = Choice & {
  /** Always shown, last, unless told. */
  set?: Id;
  /** Sent only where the campaign shares all. */
  sensitive?: boolean;
};

/** Themes to choose from, and those for today. */
export interface Board extends Base {
  kind: 'board';
  /**
   * How many themes for today; 3 unless told.
   * @asType integer
   * @minimum 1
   */
  todayMax?: number;
  /** Groups of themes, shown one at a time. */
  sets: Named[];
  /**
   * What can be chosen.
   * @minItems 1
   * @maxItems 200
   */
  themes: Theme[];
  /** Numbers to call, and when they were last checked. */
  help?: {label: Text; phone: string; checked: Day; themes?: Id[]}[];
  /** Where « quitter vite » leads. */
  exitTo?: Url;
}

export type Definition = Questionnaire | Grid | Board;

/**
 * A definition put to people: what the collector registers, and what an element's `src` may point at.
 * `k`, `publish`, `keepDays` and `expected` never leave the collector, except to an admin.
 */
export interface Campaign extends Settings {
  format: 'ppgp-campaign/1';
  id: Id;
  /** The questions, or the ready-made instrument that has them. */
  definition: Definition | {instrument: string; version?: string};
  /** The smallest number of answers whose figures are shown. */
  k?: {
    /**
     * 11 unless told.
     * @asType integer
     * @minimum 1
     */
    public: number;
    /**
     * 5 unless told.
     * @asType integer
     * @minimum 1
     */
    team: number;
  };
  /** Whether anyone may read the public figures. */
  publish?: boolean;
  /**
   * Days after which answers are deleted.
   * @asType integer
   * @minimum 1
   */
  keepDays?: number;
  /** How many families are asked, in all or by territory. */
  expected?: number | Record<Id, number>;
}

/** Ready-made text in another language: one lazy file per instrument and language. */
export interface Overlay {
  format: 'ppgp-words/1';
  /** The definition it translates. */
  of: Id;
  /** The version it translates. */
  version: string;
  lang: Lang;
  /** Whether someone who speaks the language has read it. */
  reviewed: boolean;
  /** Texts by "q.label", "q.hint", "q.choice", "list.choice", "ui.key". */
  words: Record<string, string>;
}

const SETTINGS = [
  'opens',
  'closes',
  'languages',
  'territories',
  'sources',
  'materials',
  'waves',
  'notice',
  'minutes',
  'words',
  'publicKey',
  'sensitive',
  'share',
] as const satisfies (keyof Settings)[];

/** A definition with a campaign's settings laid over its own. */
export function settle<D extends Definition>(definition: D, settings: Settings): D {
  const settled = {...definition};
  for (const key of SETTINGS) if (settings[key] !== undefined) Object.assign(settled, {[key]: settings[key]});
  return settled;
}
