import type {Id} from '@ppgp/schema';
import type {HandCount} from './page.js';

/** One document of a dossier of ratings, version beside version. */
export interface ComparedDocument {
  id: Id;
  title: string;
  /** Names of its versions, in their order, and whose marks stand for each. */
  versions: {name: string; basis: string}[];
  /** By domain: the score of each version (undefined: nothing is marked yet), and a sentence where first and last have one. */
  domains: {label: string; scores: (HandCount | undefined)[]; sentence: string | undefined}[];
  /** Items agreed in the last version and not in the first, and the reverse. */
  gained: string[];
  lost: string[];
}
