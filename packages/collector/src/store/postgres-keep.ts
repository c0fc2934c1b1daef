import type {KeepOutcome, KeptAnswer} from './answer-store.js';
import type {PostgresAsk, PostgresDatabase} from './postgres-connection.js';
import {apart} from './sql.js';

/** A campaign's row of `places` is made with its first answer. */
const MAKE_PLACE = 'INSERT INTO places (campaign, last) SELECT id, 0 FROM campaigns WHERE id = ? ON CONFLICT DO NOTHING';

/**
 * One round trip for all answers of a campaign: their numbers are taken and held until the commit, and the unique key decides which are
 * new. The payloads come as one run of bytes, each with its start and length: as a list of their own they would travel in hexadecimal. Gives the places in the list of those that were; no row where the campaign has no place yet.
 */
const INSERT = `WITH place AS (
    UPDATE places SET last = last + ?::bigint WHERE campaign = ? RETURNING campaign, last - ?::bigint AS base
  ), stored AS (
    INSERT INTO answers (campaign, row, id, version, day, received, kind, hash, payload, enc, key_id, previous_id)
    SELECT place.campaign, place.base + one.number, one.id, one.version, one.day, one.received, one.kind, one.hash,
      substring(?::bytea FROM one.start FOR one.length), one.enc, one.key_id, one.previous_id
    FROM place, unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::int[], ?::text[], ?::text[], ?::uuid[])
      WITH ORDINALITY AS one (id, version, day, received, kind, hash, start, length, enc, key_id, previous_id, number)
    ON CONFLICT (campaign, id) DO NOTHING RETURNING row
  )
  SELECT ARRAY(SELECT (stored.row - place.base)::int FROM stored) AS numbers FROM place`;

const HASHES = 'SELECT id, hash FROM answers WHERE campaign = ? AND id = ANY(?::uuid[])';

const BEFORE = ['id', 'version', 'day', 'received', 'kind', 'hash'] as const;
const AFTER = ['enc', 'keyId', 'previousId'] as const;

/** Where each payload begins in all of them together, from 1. */
function startsOf(answers: readonly KeptAnswer[]): number[] {
  let next = 1;
  return answers.map(({payload}) => (next += payload.length) - payload.length);
}

/** The places, from 1, of the answers that were new; `unknown` where nobody registered the campaign. */
async function insert(ask: PostgresAsk, campaign: string, answers: readonly KeptAnswer[]): Promise<ReadonlySet<number> | 'unknown'> {
  const columnsOf = (names: readonly (keyof KeptAnswer)[]) => names.map((name) => answers.map((answer) => answer[name] ?? null));
  const payloads = answers.map(({payload}) => payload);
  const places = [startsOf(answers), payloads.map(({length}) => length)];
  const columns = [Buffer.concat(payloads), ...columnsOf(BEFORE), ...places, ...columnsOf(AFTER)];
  const tryNow = () => ask(INSERT, answers.length, campaign, answers.length, ...columns);
  let [row] = await tryNow();
  if (row === undefined) {
    await ask(MAKE_PLACE, campaign);
    [row] = await tryNow();
  }
  return row === undefined ? 'unknown' : new Set(row['numbers'] as number[]);
}

/** Outcomes of one campaign's answers, in order. */
async function keepOfCampaign(ask: PostgresAsk, campaign: string, answers: readonly KeptAnswer[]): Promise<KeepOutcome[]> {
  const stored = await apart(ask, () => insert(ask, campaign, answers));
  if (stored === 'unknown') return answers.map(() => 'unknown-campaign');
  if (stored === undefined) return answers.length === 1 ? ['failed'] : keepEach(ask, campaign, answers);
  const others = answers.filter((_, index) => !stored.has(index + 1)).map(({id}) => id);
  const kept = others.length === 0 ? [] : await ask(HASHES, campaign, others);
  const hashes = new Map(kept.map(({id, hash}) => [id, hash]));
  return answers.map(({id, hash}, index) => {
    if (stored.has(index + 1)) return 'stored';
    // Of one that was erased nothing is left to compare with.
    return hashes.get(id) === hash || hashes.get(id) === '' ? 'duplicate' : 'conflict';
  });
}

/** Something is wrong with one of them: the others must not suffer. */
async function keepEach(ask: PostgresAsk, campaign: string, answers: readonly KeptAnswer[]): Promise<KeepOutcome[]> {
  const outcomes: KeepOutcome[] = [];
  for (const answer of answers) outcomes.push(...(await keepOfCampaign(ask, campaign, [answer])));
  return outcomes;
}

/** Keeps answers in one transaction. Everyone takes the campaigns in the same order, so that nobody waits for another in a ring. */
export const keepTogether = (database: PostgresDatabase) => (answers: readonly KeptAnswer[]) =>
  database.transaction(async (ask) => {
    const outcomes = answers.map((): KeepOutcome => 'failed');
    for (const campaign of [...new Set(answers.map((answer) => answer.campaign))].sort()) {
      const places = [...answers.keys()].filter((place) => answers[place]?.campaign === campaign);
      const own = await keepOfCampaign(
        ask,
        campaign,
        places.flatMap((place) => answers[place] ?? []),
      );
      for (const [index, place] of places.entries()) outcomes[place] = own[index] ?? 'failed';
    }
    return outcomes;
  });
