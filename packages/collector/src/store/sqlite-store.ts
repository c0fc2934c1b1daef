import {randomBytes} from 'node:crypto';
import {mkdirSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import type {Campaign, Day, Definition, Id} from '@ppgp/schema';
import type {AnswerStore, KeepOutcome, KeptAnswer, RegisteredCampaign, Role, StoredAnswer, TokenGrant} from './answer-store.js';
import {requireLocalDisk} from './file-system.js';
import {lockFolder} from './folder-lock.js';
import {GroupCommit} from './group-commit.js';
import {migrate} from './migrations.js';
import {connect, guarded, transaction} from './sqlite-connection.js';
import {requireSoundVersion, sqliteDriver, type Database, type Row, type SqliteDriver} from './sqlite-driver.js';
import {prepareStatements, type Statements} from './statements.js';

const registered = (row: Row): RegisteredCampaign => ({
  campaign: JSON.parse(row['campaign'] as string) as Campaign,
  revision: Number(row['revision']),
});

const stored = (row: Row): StoredAnswer => ({
  row: Number(row['row']),
  version: row['version'] as string,
  received: row['received'] as Day,
  kind: row['kind'] as StoredAnswer['kind'],
  payload: row['payload'] as Uint8Array,
});

class SqliteStore implements AnswerStore {
  readonly epoch: string;
  readonly #database: Database;
  readonly #statements: Statements;
  readonly #commits: GroupCommit;
  readonly #unlock: () => void;

  constructor(database: Database, unlock: () => void) {
    this.#database = database;
    this.#statements = prepareStatements(database);
    this.#commits = new GroupCommit(database, this.#statements);
    this.#unlock = unlock;
    this.#statements.insertEpoch.run(randomBytes(16).toString('base64url'));
    this.epoch = String(this.#statements.epoch.get()?.['value']);
  }

  keep(answers: readonly KeptAnswer[]): Promise<KeepOutcome[]> {
    return this.#commits.keep(answers);
  }

  async answers(campaign: Id, after: number, limit: number): Promise<StoredAnswer[]> {
    return guarded(() => this.#statements.answersAfter.all(campaign, after, limit).map(stored));
  }

  async register(campaign: Campaign, definition: Definition, day: Day): Promise<'created' | 'replaced' | 'version-changed'> {
    const {insertCampaign, replaceCampaign, insertDefinition, definition: find} = this.#statements;
    const {id} = campaign;
    const text = JSON.stringify(definition);
    return transaction(this.#database, () => {
      const known = find.get(id, definition.version)?.['definition'];
      if (typeof known === 'string' && !isDeepStrictEqual(JSON.parse(known), JSON.parse(text))) return 'version-changed';
      const created = insertCampaign.get(id, JSON.stringify(campaign), day) !== undefined;
      if (!created) replaceCampaign.run(JSON.stringify(campaign), id);
      if (known === undefined) insertDefinition.run(id, definition.version, text);
      return created ? 'created' : 'replaced';
    });
  }

  async campaign(id: Id): Promise<RegisteredCampaign | undefined> {
    const row = guarded(() => this.#statements.campaign.get(id));
    return row === undefined ? undefined : registered(row);
  }

  async campaigns(): Promise<RegisteredCampaign[]> {
    return guarded(() => this.#statements.campaigns.all()).map(registered);
  }

  async definitions(campaign: Id): Promise<Definition[]> {
    const rows = guarded(() => this.#statements.definitions.all(campaign));
    return rows.map((row) => JSON.parse(row['definition'] as string) as Definition);
  }

  async addToken(hash: string, {campaign, role, label, day}: TokenGrant & {label: string; day: Day}): Promise<void> {
    guarded(() => this.#statements.insertToken.run(hash, campaign, role, label, day));
  }

  async removeTokens(campaign: Id, label: string): Promise<number> {
    return Number(guarded(() => this.#statements.deleteTokens.run(campaign, label)).changes);
  }

  async grantOf(hash: string): Promise<TokenGrant | undefined> {
    const row = guarded(() => this.#statements.token.get(hash));
    return row === undefined ? undefined : {campaign: row['campaign'] as Id, role: row['role'] as Role};
  }

  async health(): Promise<void> {
    guarded(() => this.#statements.epoch.get());
  }

  async close(): Promise<void> {
    this.#commits.flush();
    this.#database.close();
    this.#unlock();
  }
}

/**
 * Opens the embedded store in a data folder, which is made when missing, for this process alone.
 * @throws StartError where answers would not be safe, or when another live process has the folder
 */
export async function openSqliteStore(folder: string, {driver}: {driver?: SqliteDriver} = {}): Promise<AnswerStore> {
  const sqlite = driver ?? (await sqliteDriver());
  requireSoundVersion(sqlite);
  const data = resolve(folder);
  mkdirSync(data, {recursive: true, mode: 0o700});
  requireLocalDisk(data);
  const unlock = lockFolder(data, sqlite);
  let database: Database | undefined;
  try {
    database = connect(join(data, 'answers.db'), sqlite);
    migrate(database);
    return new SqliteStore(database, unlock);
  } catch (error) {
    database?.close();
    unlock();
    throw error;
  }
}
