import type {Database} from './sqlite-driver.js';

/** Every statement of the store, prepared once. */
export const prepareStatements = (database: Database) => ({
  insertAnswer: database.prepare(
    `INSERT INTO answers (campaign, id, version, day, received, kind, hash, payload, enc, key_id, previous_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (campaign, id) DO NOTHING RETURNING row`,
  ),
  hashOfAnswer: database.prepare('SELECT hash FROM answers WHERE campaign = ? AND id = ?'),
  answersAfter: database.prepare(
    'SELECT row, version, received, kind, payload FROM answers WHERE campaign = ? AND row > ? ORDER BY row LIMIT ?',
  ),

  insertCampaign: database.prepare(
    'INSERT INTO campaigns (id, campaign, revision, day) VALUES (?, ?, 1, ?) ON CONFLICT DO NOTHING RETURNING id',
  ),
  replaceCampaign: database.prepare('UPDATE campaigns SET campaign = ?, revision = revision + 1 WHERE id = ?'),
  campaign: database.prepare('SELECT campaign, revision FROM campaigns WHERE id = ?'),
  campaigns: database.prepare('SELECT campaign, revision FROM campaigns ORDER BY id'),
  insertDefinition: database.prepare('INSERT INTO definitions (campaign, version, definition) VALUES (?, ?, ?)'),
  definition: database.prepare('SELECT definition FROM definitions WHERE campaign = ? AND version = ?'),
  definitions: database.prepare('SELECT definition FROM definitions WHERE campaign = ? ORDER BY row'),

  insertToken: database.prepare('INSERT INTO tokens (hash, campaign, role, label, day) VALUES (?, ?, ?, ?, ?)'),
  deleteTokens: database.prepare('DELETE FROM tokens WHERE campaign = ? AND label = ?'),
  token: database.prepare('SELECT campaign, role FROM tokens WHERE hash = ?'),

  insertEpoch: database.prepare(`INSERT INTO meta (name, value) VALUES ('storeEpoch', ?) ON CONFLICT DO NOTHING`),
  epoch: database.prepare(`SELECT value FROM meta WHERE name = 'storeEpoch'`),
});

export type Statements = ReturnType<typeof prepareStatements>;
