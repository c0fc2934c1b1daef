import {execFile} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

/** How SQLite says that a file is sound. */
const SOUND = 'ok';

/**
 * SQLite's own check of a file, in a process of its own: on a large file it takes minutes, and answers go on being received meanwhile.
 * @throws Error when the check itself could not be made, AbortError
 */
export async function sqliteFaults(path: string, depth: 'quick' | 'whole', signal: AbortSignal): Promise<string[]> {
  // The sources are run as they are in tests: beside this file lies one of the same kind.
  const program = fileURLToPath(new URL(`./sqlite-check${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url));
  const pragma = depth === 'quick' ? 'quick_check' : 'integrity_check';
  // Under a test runner the program would tell of itself as a test, among the faults.
  const {NODE_TEST_CONTEXT: _, ...env} = process.env;
  const {stdout} = await promisify(execFile)(process.execPath, [...process.execArgv, program, path, pragma], {signal, env});
  return stdout.split('\n').filter((line) => line !== '' && line !== SOUND);
}
