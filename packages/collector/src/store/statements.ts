/** The statements that both dialects understand as they stand. */
export const SQL = {
  isCampaign: 'SELECT 1 FROM campaigns WHERE id = ?',
  hashOfAnswer: 'SELECT hash FROM answers WHERE campaign = ? AND id = ?',
  answersAfter: 'SELECT row, version, received, kind, payload FROM answers WHERE campaign = ? AND row > ? ORDER BY row LIMIT ?',
  hashesAfter: 'SELECT row, id, hash, payload FROM answers WHERE campaign = ? AND row > ? ORDER BY row LIMIT ?',

  insertCampaign: 'INSERT INTO campaigns (id, campaign, revision, day) VALUES (?, ?, 1, ?) ON CONFLICT DO NOTHING RETURNING id',
  // Whoever registers the same campaign in another process waits here.
  holdCampaign: 'UPDATE campaigns SET revision = revision WHERE id = ?',
  replaceCampaign: 'UPDATE campaigns SET campaign = ?, revision = revision + 1 WHERE id = ?',
  campaign: 'SELECT campaign, revision FROM campaigns WHERE id = ?',
  campaigns: 'SELECT campaign, revision FROM campaigns ORDER BY id',
  insertDefinition: 'INSERT INTO definitions (campaign, version, definition) VALUES (?, ?, ?)',
  definition: 'SELECT definition FROM definitions WHERE campaign = ? AND version = ?',
  definitions: 'SELECT definition FROM definitions WHERE campaign = ? ORDER BY row',

  insertToken: 'INSERT INTO tokens (hash, campaign, role, label, day) VALUES (?, ?, ?, ?, ?)',
  tokensOfLabel: 'SELECT hash FROM tokens WHERE campaign = ? AND label = ?',
  deleteTokens: 'DELETE FROM tokens WHERE campaign = ? AND label = ?',
  token: 'SELECT campaign, role FROM tokens WHERE hash = ?',

  insertEpoch: `INSERT INTO meta (name, value) VALUES ('storeEpoch', ?) ON CONFLICT DO NOTHING`,
  epoch: `SELECT value FROM meta WHERE name = 'storeEpoch'`,
} as const;
