import {findPostgres, missingPostgres} from '../../postgres/postgres-server.js';
import {sum} from '../outcome.js';
import type {Part} from '../part.js';
import {buildCollector} from './collector-process.js';
import {tormentServer} from './torment.js';
import {withSmallDisk} from './small-disk.js';

export {tormentServer} from './torment.js';

/** Requests and kills on each store. `TORTURE_SMALL` is for a copy with a bug in it, which shows soon. */
const PLANS = {
  small: {sqlite: {posts: 1500, kills: 4}, postgres: {posts: 0, kills: 0}, fullDisks: 0},
  0: {sqlite: {posts: 14_000, kills: 28}, postgres: {posts: 6000, kills: 12}, fullDisks: 0},
  1: {sqlite: {posts: 150_000, kills: 500}, postgres: {posts: 150_000, kills: 500}, fullDisks: 50},
  2: {sqlite: {posts: 1_000_000, kills: 3000}, postgres: {posts: 1_000_000, kills: 2000}, fullDisks: 200},
} as const;

/** The real collector as a process, on both stores: killed, flooded with copies, its server restarted, its disk filled. */
export const server: Part = async ({level, seed, say}) => {
  const {sqlite, postgres, fullDisks} = PLANS[process.env['TORTURE_SMALL'] ? 'small' : level];
  const program = await buildCollector();
  try {
    const outcomes = [await tormentServer({program, database: 'sqlite', seed, say: (line) => say(`SQLite: ${line}`), ...sqlite})];
    if (postgres.posts === 0) return sum(outcomes);
    if (findPostgres() !== undefined)
      outcomes.push(
        await tormentServer({program, database: 'postgres', seed: seed + 1, say: (line) => say(`PostgreSQL: ${line}`), ...postgres}),
      );
    else if (process.env['CI']) throw new Error(missingPostgres);
    else say(`SKIPPED ${missingPostgres}`);
    if (fullDisks > 0) outcomes.push(...(await withSmallDisk({program, fullDisks, seed: seed + 2, say})));
    if (level > 0) say('not yet: backup restores, power cuts');
    return sum(outcomes);
  } finally {
    program.remove();
  }
};
