import type {Choice, Question} from './question.js';
import type {Mark} from './answer.js';
import type {Day, Id, Lang, Text, Url} from './text.js';

export interface Territory {
  id: Id;
  label: Text;
  phone?: string;
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
  alt: Text;
  version?: string;
}

export interface Named {
  id: Id;
  label: Text;
}

/** In a definition as defaults; a campaign's win. */
export interface Settings {
  opens?: Day;
  closes?: Day;
  languages?: Lang[];
  territories?: Territory[];
  sources?: Named[];
  materials?: Material[];
  waves?: Named[];
  notice?: Text;
  /** How long it takes. */
  minutes?: number;
  /** A département's corrections by "q.label", "q.hint", "q.choice", "list.choice", "ui.key". */
  words?: Record<Lang, Record<string, string>>;
  publicKey?: {keyId: string; key: string};
  /** Seal what is kept, or salt it where there is no key. */
  sensitive?: boolean;
  share?: 'nothing' | 'themes' | 'all';
}

interface Base extends Settings {
  format: 'ppgp/1';
  id: Id;
  version: string;
  title: Text;
  /** Source, licence, notice of marks. */
  origin?: Text;
}

export interface Questionnaire extends Base {
  kind: 'questionnaire';
  lists?: Record<Id, Choice[]>;
  questions: Question[];
}

export interface GridItem {
  id: Id;
  number: number;
  /** null = shown apart, never scored. */
  domain: Id | null;
  topic: Id;
  label: Text;
  /** The condition of « sans objet »; absent = not allowed. */
  na?: Text;
  yes?: Text;
  no?: Text;
}

export interface Grid extends Base {
  kind: 'grid';
  /** 'p' | 'av' | a département's own. */
  form: string;
  /** Per cent. */
  threshold?: number;
  domains: Named[];
  topics: Named[];
  facts?: {id: Id; label: Text; setsNa: Id[]}[];
  items: GridItem[];
  advice?: {when: {item: Id; is: Mark}[]; say: Text}[];
}

export type Theme = Choice & {set?: Id; sensitive?: boolean};

export interface Board extends Base {
  kind: 'board';
  /** How many themes for today; 3 unless told. */
  todayMax?: number;
  sets: Named[];
  themes: Theme[];
  help?: {label: Text; phone: string; checked: Day; themes?: Id[]}[];
  exitTo?: Url;
}

export type Definition = Questionnaire | Grid | Board;

/** A definition put to people: what the collector registers, and what an element's `src` may point at. */
export interface Campaign extends Settings {
  format: 'ppgp-campaign/1';
  id: Id;
  definition: Definition | {instrument: string; version?: string};
  /** The smallest base shown. The rest never leaves the collector, except to an admin. */
  k?: {public: number; team: number};
  publish?: boolean;
  keepDays?: number;
  expected?: number | Record<Id, number>;
}

/** Ready-made text in another language: one lazy file per instrument and language. */
export interface Overlay {
  format: 'ppgp-words/1';
  of: Id;
  version: string;
  lang: Lang;
  reviewed: boolean;
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
