import {randomBytes} from 'node:crypto';
import {isDeepStrictEqual} from 'node:util';
import type {Campaign, Day, Definition, Id} from '@ppgp/schema';
import {hashOf} from '../answer-hash.js';
import {
  StoreError,
  type AnswerStore,
  type AuditEntry,
  type KeepOutcome,
  type KeptAnswer,
  type RegisteredCampaign,
  type StoredAnswer,
  type TokenGrant,
  type WholeAnswer,
} from './answer-store.js';
import {GroupCommit, type KeepTogether} from './group-commit.js';
import type {Row, SqlDatabase} from './sql.js';
import {SQL} from './statements.js';

const registered = (row: Row): RegisteredCampaign => ({
  campaign: JSON.parse(row['campaign'] as string) as Campaign,
  revision: Number(row['revision']),
});

const stored = (row: Row): StoredAnswer => ({
  row: Number(row['row']),
  id: row['id'] as string,
  version: row['version'] as string,
  received: row['received'] as Day,
  kind: row['kind'] as StoredAnswer['kind'],
  payload: row['payload'] as Uint8Array,
});

/** A row without the columns that are empty. */
const known = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

const whole = ({row, key_id: keyId, previous_id: previousId, ...columns}: Row): WholeAnswer =>
  known({...columns, row: Number(row), keyId, previousId}) as unknown as WholeAnswer;

/** What a dialect adds to the SQL that both share. */
export interface DialectParts {
  keepTogether: KeepTogether;
  stoppedCleanly: boolean;
  /** What the database itself finds wrong with its files, in its words. */
  fileFaults(depth: 'quick' | 'whole', signal: AbortSignal): Promise<string[]>;
  /** Called once the database is closed. */
  released?(): void;
}

/** Answers whose hash is looked at between two breaths. */
const PAGE = 200;

/** The store over an open database in the present form. */
export class SqlStore implements AnswerStore {
  readonly epoch: string;
  readonly stoppedCleanly: boolean;
  readonly #database: SqlDatabase;
  readonly #parts: DialectParts;
  readonly #commits: GroupCommit;
  readonly #closing = new AbortController();
  #isDamaged = false;

  private constructor(database: SqlDatabase, parts: DialectParts, epoch: string) {
    this.epoch = epoch;
    this.stoppedCleanly = parts.stoppedCleanly;
    this.#database = database;
    this.#parts = parts;
    this.#commits = new GroupCommit(parts.keepTogether);
  }

  /** @throws StoreError */
  static async open(database: SqlDatabase, parts: DialectParts): Promise<SqlStore> {
    await database.ask(SQL.insertEpoch, randomBytes(16).toString('base64url'));
    const [row] = await database.ask(SQL.epoch);
    return new SqlStore(database, parts, String(row?.['value']));
  }

  async keep(answers: readonly KeptAnswer[]): Promise<KeepOutcome[]> {
    return this.#isDamaged ? answers.map(() => 'failed') : this.#commits.keep(answers);
  }

  async answers(campaign: Id, after: number, limit: number): Promise<StoredAnswer[]> {
    return (await this.#database.ask(SQL.answersAfter, campaign, after, limit)).map(stored);
  }

  async answer(campaign: Id, id: string): Promise<StoredAnswer | undefined> {
    const [row] = await this.#database.ask(SQL.answer, campaign, id);
    return row === undefined ? undefined : stored(row);
  }

  async hashes(answers: readonly Pick<KeptAnswer, 'campaign' | 'id'>[]): Promise<(string | undefined)[]> {
    const rows = answers.map(({campaign, id}) => this.#database.ask(SQL.hashOfAnswer, campaign, id));
    return (await Promise.all(rows)).map(([row]) => row?.['hash'] as string | undefined);
  }

  async erase(campaign: Id, before: Day): Promise<number> {
    let erased = 0;
    for (let after = 0; ;) {
      const rows = await this.#database.ask(SQL.oldAnswers, campaign, after, before, PAGE);
      const last = Number(rows.at(-1)?.['row'] ?? 0);
      if (rows.length === 0) return erased;
      await this.#database.transaction(async (ask) => {
        await ask(SQL.eraseAnswers, new Uint8Array(), campaign, after, last, before);
        // Who counts answers begins anew.
        await ask(SQL.touchCampaign, campaign);
      });
      erased += rows.length;
      after = last;
    }
  }

  async wholeAnswers(campaign: Id, after: number, limit: number): Promise<WholeAnswer[]> {
    return (await this.#database.ask(SQL.wholeAfter, campaign, after, limit)).map(whole);
  }

  register(campaign: Campaign, definition: Definition, day: Day): Promise<'created' | 'replaced' | 'version-changed'> {
    const {id} = campaign;
    const text = JSON.stringify(definition);
    return this.#database.transaction(async (ask) => {
      const [created] = await ask(SQL.insertCampaign, id, JSON.stringify(campaign), day);
      if (created === undefined) await ask(SQL.holdCampaign, id);
      const known = (await ask(SQL.definition, id, definition.version))[0]?.['definition'];
      if (typeof known === 'string' && !isDeepStrictEqual(JSON.parse(known), JSON.parse(text))) return 'version-changed';
      if (created === undefined) await ask(SQL.replaceCampaign, JSON.stringify(campaign), id);
      if (known === undefined) await ask(SQL.insertDefinition, id, definition.version, text);
      return created === undefined ? 'replaced' : 'created';
    });
  }

  async campaign(id: Id): Promise<RegisteredCampaign | undefined> {
    const [row] = await this.#database.ask(SQL.campaign, id);
    return row === undefined ? undefined : registered(row);
  }

  async campaigns(): Promise<RegisteredCampaign[]> {
    return (await this.#database.ask(SQL.campaigns)).map(registered);
  }

  async definitions(campaign: Id): Promise<Definition[]> {
    const rows = await this.#database.ask(SQL.definitions, campaign);
    return rows.map((row) => JSON.parse(row['definition'] as string) as Definition);
  }

  async addToken(hash: string, {campaign, role, label, day, expires}: TokenGrant & {day: Day}): Promise<void> {
    await this.#database.ask(SQL.insertToken, hash, campaign, role, label, day, expires ?? null);
  }

  removeTokens(campaign: Id, label: string): Promise<number> {
    return this.#database.transaction(async (ask) => {
      const found = await ask(SQL.tokensOfLabel, campaign, label);
      await ask(SQL.deleteTokens, campaign, label);
      return found.length;
    });
  }

  async grantOf(hash: string): Promise<TokenGrant | undefined> {
    const [row] = await this.#database.ask(SQL.token, hash);
    return row === undefined ? undefined : (known(row) as unknown as TokenGrant);
  }

  async tokens(): Promise<(TokenGrant & {day: Day})[]> {
    return (await this.#database.ask(SQL.tokens)).map((row) => known(row) as unknown as TokenGrant & {day: Day});
  }

  async addAudit({campaign, day, role, label, action}: AuditEntry): Promise<void> {
    await this.#database.ask(SQL.insertAudit, campaign, day, role, label, action);
  }

  async audit(campaign: Id): Promise<AuditEntry[]> {
    return (await this.#database.ask(SQL.audit, campaign)).map((row) => ({...row}) as unknown as AuditEntry);
  }

  async note(campaign: Id, name: string): Promise<string | undefined> {
    const [row] = await this.#database.ask(SQL.note, campaign, name);
    return row?.['value'] as string | undefined;
  }

  async setNote(campaign: Id, name: string, value: string, expected: string | undefined): Promise<boolean> {
    const set =
      expected === undefined
        ? await this.#database.ask(SQL.insertNote, campaign, name, value)
        : await this.#database.ask(SQL.replaceNote, value, campaign, name, expected);
    return set.length > 0;
  }

  async health(): Promise<void> {
    if (this.#isDamaged) throw new StoreError('broken', 'Damage was found.');
    await this.#database.ask(SQL.epoch);
  }

  async faults(depth: 'quick' | 'whole'): Promise<string[]> {
    const faults = await this.#parts.fileFaults(depth, this.#closing.signal);
    if (depth === 'whole') for (const {campaign} of await this.campaigns()) faults.push(...(await this.#alteredAnswers(campaign.id)));
    this.#isDamaged ||= faults.length > 0;
    return faults;
  }

  /** Answers whose bytes are no longer those that were acknowledged. */
  async #alteredAnswers(campaign: Id): Promise<string[]> {
    const faults: string[] = [];
    let last = 0;
    for (;;) {
      const rows = await this.#database.ask(SQL.hashesAfter, campaign, last, PAGE);
      for (const {id, hash, payload} of rows)
        if (hashOf(payload as Uint8Array) !== hash) faults.push(`The answer ${String(id)} of "${campaign}" does not match its hash.`);
      if (rows.length < PAGE) return faults;
      last = Number(rows.at(-1)?.['row']);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#commits.idle();
    await this.#database.close();
    this.#parts.released?.();
  }
}
