import {StartError} from './answer-store.js';

export type Dialect = 'sqlite' | 'postgres';

/**
 * Each step is run once, in order, and never changes again: only add at the end. Every unique key begins with the campaign, so that
 * the tables can be spread over machines by it; only `meta` belongs to no campaign.
 */
const STEPS: readonly Readonly<Record<Dialect, string>>[] = [
  {
    sqlite: `CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
   CREATE TABLE campaigns (id TEXT PRIMARY KEY, campaign TEXT NOT NULL, revision INTEGER NOT NULL, day TEXT NOT NULL) STRICT;
   CREATE TABLE definitions (
     row INTEGER PRIMARY KEY,
     campaign TEXT NOT NULL REFERENCES campaigns (id),
     version TEXT NOT NULL,
     definition TEXT NOT NULL,
     UNIQUE (campaign, version)
   ) STRICT;
   CREATE TABLE answers (
     row INTEGER PRIMARY KEY AUTOINCREMENT,
     campaign TEXT NOT NULL REFERENCES campaigns (id),
     id TEXT NOT NULL,
     version TEXT NOT NULL,
     day TEXT NOT NULL,
     received TEXT NOT NULL,
     kind TEXT NOT NULL CHECK (kind IN ('plain', 'sealed')),
     hash TEXT NOT NULL,
     payload BLOB NOT NULL,
     enc TEXT,
     key_id TEXT,
     previous_id TEXT,
     UNIQUE (campaign, id)
   ) STRICT;
   CREATE INDEX answers_in_order ON answers (campaign);
   CREATE TABLE tokens (hash TEXT PRIMARY KEY, campaign TEXT NOT NULL, role TEXT NOT NULL, label TEXT NOT NULL, day TEXT NOT NULL) STRICT;`,
    // "C": an index does not depend on the system's sorting rules, which change under it. The number of an answer is taken from `places`
    // while its row is held, so that numbers become visible in their order: whoever reads on from one misses none before it.
    postgres: `CREATE TABLE campaigns (
     id TEXT COLLATE "C" PRIMARY KEY, campaign TEXT NOT NULL, revision INTEGER NOT NULL, day TEXT NOT NULL
   );
   CREATE TABLE definitions (
     campaign TEXT COLLATE "C" NOT NULL REFERENCES campaigns (id),
     version TEXT COLLATE "C" NOT NULL,
     row BIGINT GENERATED ALWAYS AS IDENTITY,
     definition TEXT NOT NULL,
     PRIMARY KEY (campaign, version)
   );
   CREATE TABLE places (campaign TEXT COLLATE "C" PRIMARY KEY REFERENCES campaigns (id), last BIGINT NOT NULL) WITH (fillfactor = 10);
   CREATE TABLE answers (
     campaign TEXT COLLATE "C" NOT NULL,
     row BIGINT NOT NULL,
     id UUID NOT NULL,
     version TEXT NOT NULL,
     day TEXT NOT NULL,
     received TEXT NOT NULL,
     kind TEXT NOT NULL CHECK (kind IN ('plain', 'sealed')),
     hash TEXT NOT NULL,
     payload BYTEA NOT NULL,
     enc TEXT,
     key_id TEXT,
     previous_id UUID,
     PRIMARY KEY (campaign, row),
     UNIQUE (campaign, id)
   );
   CREATE TABLE tokens (
     campaign TEXT COLLATE "C" NOT NULL,
     hash TEXT COLLATE "C" NOT NULL,
     role TEXT NOT NULL,
     label TEXT NOT NULL,
     day TEXT NOT NULL,
     PRIMARY KEY (campaign, hash)
   );
   CREATE INDEX tokens_by_hash ON tokens (hash);`,
  },
  {
    sqlite: `ALTER TABLE tokens ADD COLUMN expires TEXT;
   CREATE TABLE notes (campaign TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (campaign, name)) STRICT;
   CREATE TABLE audit (
     campaign TEXT NOT NULL, day TEXT NOT NULL, role TEXT NOT NULL, label TEXT NOT NULL, action TEXT NOT NULL,
     PRIMARY KEY (campaign, day, role, label, action)
   ) STRICT;`,
    postgres: `ALTER TABLE tokens ADD COLUMN expires TEXT;
   CREATE TABLE notes (campaign TEXT COLLATE "C" NOT NULL, name TEXT COLLATE "C" NOT NULL, value TEXT NOT NULL, PRIMARY KEY (campaign, name));
   CREATE TABLE audit (
     campaign TEXT COLLATE "C" NOT NULL,
     day TEXT COLLATE "C" NOT NULL,
     role TEXT COLLATE "C" NOT NULL,
     label TEXT COLLATE "C" NOT NULL,
     action TEXT COLLATE "C" NOT NULL,
     PRIMARY KEY (campaign, day, role, label, action)
   );`,
  },
];

/** The number of the present form of the data. */
export const NEWEST = STEPS.length;

/**
 * What brings data from form `done` (0: none yet) to form `wanted`, one script a step.
 * @throws StartError when a newer collector wrote them
 */
export function stepsAfter(done: number, dialect: Dialect, wanted: number = NEWEST): string[] {
  if (done > NEWEST) throw new StartError('The data was written by a newer version of the collector: start that version, or a newer one.');
  return STEPS.slice(done, wanted).map((step) => step[dialect]);
}
