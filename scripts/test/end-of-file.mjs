// @ts-check
/**
 * Preloaded into each test file, so that a file whose tests have all ended ends too.
 *
 * - A browser or a server that a test left open is not waited for: after a while the process exits. Node's own `--test-force-exit`
 *   would drop results that have not been read yet.
 * - Node itself can wait for ever while it ends (https://github.com/nodejs/node/issues/54918). Only another process can end that: it
 *   writes the file's name where `count-reporter.mjs` finds it, then kills.
 */
import {spawn} from 'node:child_process';
import {after} from 'node:test';
import {endedMark} from './ended-mark.mjs';

/** In seconds, from the end of the last test. */
const EXIT = 15;
const KILL = Number(process.env['TEST_END_PATIENCE'] ?? 30);

// Not in the process that runs the files.
if (process.env['NODE_TEST_CONTEXT']) {
  after(() => {
    setTimeout(() => {
      console.error(`${process.argv[1]}: something was left open after the last test.`);
      process.exit();
    }, EXIT * 1000).unref();
    const counts = process.env['TEST_COUNTS'];
    if (process.platform === 'win32' || !counts) return;
    const late = 'sleep "$0"; kill -0 "$1" && echo "$1" > "$2" && kill -KILL "$1"';
    const words = [String(KILL), String(process.pid), endedMark(counts, process.argv[1] ?? '')];
    spawn('sh', ['-c', late, ...words], {stdio: 'ignore', detached: true}).unref();
  });
}
