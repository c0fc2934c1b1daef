import {execFileSync, type ChildProcess} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {once} from 'node:events';
import {chmodSync, chownSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {killTree, spawnTied} from '../browsers/tied-process.js';
import {findPostgres, missingPostgres} from './programs.mjs';

export {findPostgres, missingPostgres};

/** A PostgreSQL server of a test's own, on a Unix socket in a temporary folder. */
export interface PostgresServer {
  /** The address of the database `name`. */
  url(name: string): string;
  /** Makes an empty database with a name of its own and gives its address. */
  database(options?: string): string;
  /** Runs SQL as the server's owner and gives what `psql -At` prints. */
  sql(sql: string, database?: string): string;
  /** `kill`: at once, as a crash: the next start recovers · `fast`: as an administrator does. */
  stop(how: 'kill' | 'fast'): Promise<void>;
  start(): Promise<void>;
  /** Stops it and forgets its data. */
  close(): Promise<void>;
}

/** PostgreSQL refuses to run as root: there, its own user runs it. */
function owner(): {uid: number; gid: number} | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], {encoding: 'utf8'}));
  return {uid: id('-u'), gid: id('-g')};
}

/**
 * @param settings such as `['fsync=off']`, beside those that make a small server
 * @throws Error where there is no PostgreSQL: ask {@link findPostgres} first
 */
export async function startPostgres(
  settings: readonly string[] = [],
  folder = mkdtempSync(join(tmpdir(), 'ppgp-pg-')),
): Promise<PostgresServer> {
  const bin = findPostgres();
  if (bin === undefined) throw new Error(missingPostgres);
  const as = owner();
  if (as !== undefined) chownSync(folder, as.uid, as.gid);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  // The folder we stand in may be closed to that user.
  const options = {...as, cwd: folder, encoding: 'utf8' as const, stdio: 'pipe' as const};
  execFileSync(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'test', '-E', 'UTF8', '--locale=C', '--no-instructions'], options);
  let server: ChildProcess | undefined;

  async function start(): Promise<void> {
    const small = ['listen_addresses=', `unix_socket_directories=${folder}`, 'port=5432', 'shared_buffers=32MB', 'max_connections=60'];
    const args = [...small, ...settings].flatMap((setting) => ['-c', setting]);
    const child = spawnTied(join(bin ?? '', 'postgres'), ['-D', data, ...args], {...as, cwd: folder, stdio: ['ignore', 'ignore', 'pipe']});
    server = child;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      child.stderr?.on('data', (text: Buffer) => {
        said += text.toString();
        if (said.includes('ready to accept connections')) resolve();
      });
      child.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
    });
  }

  async function stop(how: 'kill' | 'fast'): Promise<void> {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    if (how === 'kill') return killTree(server, 'SIGQUIT');
    const gone = once(server, 'exit');
    server.kill('SIGINT');
    await gone;
  }

  function sql(text: string, database = 'postgres'): string {
    const args = ['-h', folder, '-p', '5432', '-U', 'test', '-d', database, '-X', '-At', '-v', 'ON_ERROR_STOP=1', '-c', text];
    return execFileSync(join(bin ?? '', 'psql'), args, options).trim();
  }

  const url = (name: string): string => `postgres://test@localhost:5432/${name}?host=${encodeURIComponent(folder)}`;
  await start();
  return {
    url,
    database(options = '') {
      const name = `t${randomBytes(6).toString('hex')}`;
      sql(`CREATE DATABASE ${name} ${options}`);
      return url(name);
    },
    sql,
    stop,
    start,
    async close() {
      await stop('kill');
      rmSync(folder, {recursive: true, force: true});
    },
  };
}
