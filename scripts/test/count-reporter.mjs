// @ts-check
import {existsSync} from 'node:fs';
import {endedMark} from './ended-mark.mjs';

/**
 * A reporter of node:test: one line of JSON, `{passed, failed, skipped}`; suites do not count, only the tests in them. A file that had
 * to be killed after all its tests had ended is no failure, its tests are counted; it is named on stderr, and counted as `killed`.
 */

/** @param {AsyncIterable<import('node:test/reporters').TestEvent>} events */
export default async function* countReporter(events) {
  const counts = {passed: 0, failed: 0, skipped: 0};
  let killed = 0;
  for await (const {type, data} of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details.type === 'suite') continue;
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped++;
    else if (type === 'test:pass') counts.passed++;
    else if (endedBefore(data.name)) {
      killed++;
      console.error(`${data.name}: every test had ended, the process had not, and was killed.`);
    } else counts.failed++;
  }
  yield JSON.stringify({...counts, killed});
}

/** @param {string} name a test's, or a file's path where the file itself failed */
const endedBefore = (name) => existsSync(endedMark(process.env['TEST_COUNTS'] ?? '', name));
