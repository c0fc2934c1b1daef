import type {Campaign, Day, Definition, Id} from '@ppgp/schema';

/** What a token lets its holder do, for one campaign. `admin` may do everything there. */
export type Role = 'rate' | 'results' | 'export' | 'admin';
export const ROLES: readonly Role[] = ['rate', 'results', 'export', 'admin'];

/** An answer whose envelope and hash were found good, as it is kept: no address, no instant. */
export interface KeptAnswer {
  campaign: Id;
  id: string;
  version: string;
  /** By the device's clock. */
  day: Day;
  /** By the collector's clock. */
  received: Day;
  kind: 'plain' | 'sealed';
  hash: string;
  /** The exact bytes that `hash` covers. */
  payload: Uint8Array;
  /** Only of sealed answers, as on the wire. */
  enc?: string;
  keyId?: string;
  previousId?: string;
}

/** What became of one answer. `failed`: this one could not be written, though the rest of its batch was. */
export type KeepOutcome = 'stored' | 'duplicate' | 'conflict' | 'unknown-campaign' | 'failed';

/** A stored answer as the figures read it. */
export interface StoredAnswer {
  /** Grows with every answer stored: the place to read on from. */
  row: number;
  id: string;
  version: string;
  received: Day;
  kind: 'plain' | 'sealed';
  payload: Uint8Array;
}

/** A stored answer with all that was received of it. */
export interface WholeAnswer extends KeptAnswer {
  row: number;
}

/** A campaign as it was registered. `revision` grows each time it is replaced, or answers of it are erased. */
export interface RegisteredCampaign {
  campaign: Campaign;
  revision: number;
}

export interface TokenGrant {
  campaign: Id;
  role: Role;
  label: string;
  /** The last day on which it is good. */
  expires?: Day;
}

/** Who did what on which day: once, however often. Never what was read or sent. */
export interface AuditEntry {
  campaign: Id;
  day: Day;
  role: Role;
  /** The label of the token. */
  label: string;
  /** Such as `results`. */
  action: string;
}

/**
 * Where the collector keeps things. Promises are kept only after a commit that survives a power cut; they are broken with a
 * {@link StoreError}, and then nothing was stored, unless the connection to a server broke during the commit itself: what is sent
 * again finds out.
 */
export interface AnswerStore {
  /** Random name of the store's present life; another one tells clients that a backup was restored. */
  readonly epoch: string;
  /** Whether the process that had the data last let go of them; a server answers for itself. */
  readonly stoppedCleanly: boolean;
  /** Keeps each answer once, whatever the number of copies; outcomes come in the order given. */
  keep(answers: readonly KeptAnswer[]): Promise<KeepOutcome[]>;
  /** The answers of a campaign after `row`, oldest first, at most `limit`. None is ever stored before one that was read. */
  answers(campaign: Id, after: number, limit: number): Promise<StoredAnswer[]>;
  /** One answer; undefined where there is none, or it was erased. */
  answer(campaign: Id, id: string): Promise<StoredAnswer | undefined>;

  /** The hashes of these answers as they are kept; undefined where there is none, '' where it was erased. */
  hashes(answers: readonly Pick<KeptAnswer, 'campaign' | 'id'>[]): Promise<(string | undefined)[]>;
  /**
   * Erases a campaign's answers received before a day, all but their id and the day they were given, by which a copy that comes later is
   * known: it is a duplicate, whatever it holds. How many were erased.
   */
  erase(campaign: Id, before: Day): Promise<number>;
  /** The same with all that was received of each, to give them out again. */
  wholeAnswers(campaign: Id, after: number, limit: number): Promise<WholeAnswer[]>;

  /** Registers a campaign and the definition it puts to people. A registered version never changes. */
  register(campaign: Campaign, definition: Definition, day: Day): Promise<'created' | 'replaced' | 'version-changed'>;
  campaign(id: Id): Promise<RegisteredCampaign | undefined>;
  campaigns(): Promise<RegisteredCampaign[]>;
  /** Every definition that was registered for a campaign, the newest last. */
  definitions(campaign: Id): Promise<Definition[]>;

  addToken(hash: string, grant: TokenGrant & {day: Day}): Promise<void>;
  /** How many tokens were taken away. */
  removeTokens(campaign: Id, label: string): Promise<number>;
  grantOf(hash: string): Promise<TokenGrant | undefined>;

  /** Every token that was given out and not taken away, by campaign. */
  tokens(): Promise<(TokenGrant & {day: Day})[]>;

  addAudit(entry: AuditEntry): Promise<void>;
  /** The oldest first. */
  audit(campaign: Id): Promise<AuditEntry[]>;

  /** A small text kept beside a campaign under a name; undefined when there is none. */
  note(campaign: Id, name: string): Promise<string | undefined>;
  /** Sets a note where it is still as `expected` (undefined: none). Whether it did. */
  setNote(campaign: Id, name: string, value: string, expected: string | undefined): Promise<boolean>;

  /** Fulfilled when the store can be read and is not known to be damaged. */
  health(): Promise<void>;
  /**
   * What is wrong with the data, one sentence each; none where they are sound. `quick` looks at the files' structure, `whole` also at
   * each index and at every answer's hash. Once something was found, nothing more is kept until the store is opened anew.
   */
  faults(depth: 'quick' | 'whole'): Promise<string[]>;
  /** Finishes what was begun and lets go of the data. */
  close(): Promise<void>;
}

/** `busy`: try again soon · `full`: no room left · `broken`: the disk or the file fails. */
export type StoreErrorCode = 'busy' | 'full' | 'broken';

/** The store could not do what was asked. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  /** The code that the database or the system gives its reason, for a log: never a text, which may quote an answer. */
  readonly reason: string;

  constructor(code: StoreErrorCode, cause: unknown) {
    super(`The store is ${code}.`, {cause});
    this.code = code;
    this.reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'none';
  }
}

/** The collector must not start like this; the message says why and what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
