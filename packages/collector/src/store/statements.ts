/** The statements that both dialects understand as they stand. */
export const SQL = {
  isCampaign: 'SELECT 1 FROM campaigns WHERE id = ?',
  hashOfAnswer: 'SELECT hash FROM answers WHERE campaign = ? AND id = ?',
  answer: `SELECT row, id, version, received, kind, payload FROM answers WHERE campaign = ? AND id = ? AND hash <> ''`,
  answersAfter: `SELECT row, id, version, received, kind, payload FROM answers WHERE campaign = ? AND row > ? AND hash <> '' ORDER BY row LIMIT ?`,
  hashesAfter: `SELECT row, id, hash, payload FROM answers WHERE campaign = ? AND row > ? AND hash <> '' ORDER BY row LIMIT ?`,

  wholeAfter: `SELECT * FROM answers WHERE campaign = ? AND row > ? AND hash <> '' ORDER BY row LIMIT ?`,

  oldAnswers: `SELECT row FROM answers WHERE campaign = ? AND row > ? AND received < ? AND hash <> '' ORDER BY row LIMIT ?`,
  eraseAnswers: `UPDATE answers SET version = '', received = '', hash = '', payload = ?, enc = NULL, key_id = NULL, previous_id = NULL
    WHERE campaign = ? AND row > ? AND row <= ? AND received < ? AND hash <> ''`,
  touchCampaign: 'UPDATE campaigns SET revision = revision + 1 WHERE id = ?',

  insertCampaign: 'INSERT INTO campaigns (id, campaign, revision, day) VALUES (?, ?, 1, ?) ON CONFLICT DO NOTHING RETURNING id',
  // Whoever registers the same campaign in another process waits here.
  holdCampaign: 'UPDATE campaigns SET revision = revision WHERE id = ?',
  replaceCampaign: 'UPDATE campaigns SET campaign = ?, revision = revision + 1 WHERE id = ?',
  campaign: 'SELECT campaign, revision FROM campaigns WHERE id = ?',
  campaigns: 'SELECT campaign, revision FROM campaigns ORDER BY id',
  insertDefinition: 'INSERT INTO definitions (campaign, version, definition) VALUES (?, ?, ?)',
  definition: 'SELECT definition FROM definitions WHERE campaign = ? AND version = ?',
  definitions: 'SELECT definition FROM definitions WHERE campaign = ? ORDER BY row',

  insertToken: 'INSERT INTO tokens (hash, campaign, role, label, day, expires) VALUES (?, ?, ?, ?, ?, ?)',
  tokensOfLabel: 'SELECT hash FROM tokens WHERE campaign = ? AND label = ?',
  deleteTokens: 'DELETE FROM tokens WHERE campaign = ? AND label = ?',
  tokens: 'SELECT campaign, role, label, day, expires FROM tokens ORDER BY campaign, role, label, day',
  token: 'SELECT campaign, role, label, expires FROM tokens WHERE hash = ?',

  insertAudit: 'INSERT INTO audit (campaign, day, role, label, action) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  audit: 'SELECT campaign, day, role, label, action FROM audit WHERE campaign = ? ORDER BY day, role, label, action',

  note: 'SELECT value FROM notes WHERE campaign = ? AND name = ?',
  insertNote: 'INSERT INTO notes (campaign, name, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING name',
  replaceNote: 'UPDATE notes SET value = ? WHERE campaign = ? AND name = ? AND value = ? RETURNING name',

  insertEpoch: `INSERT INTO meta (name, value) VALUES ('storeEpoch', ?) ON CONFLICT DO NOTHING`,
  epoch: `SELECT value FROM meta WHERE name = 'storeEpoch'`,
} as const;
