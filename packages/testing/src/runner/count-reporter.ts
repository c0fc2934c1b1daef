import {writeFileSync} from 'node:fs';
import type {Reporter, TestSession, TestSuiteResult} from '@web/test-runner';

/** Prints one line for each engine and writes `{passed, failed, skipped}` of all of them to `file`, if any. */
export function countReporter({file, missing}: {file: string | undefined; missing: string[]}): Reporter {
  return {
    stop({sessions}) {
      const total = {passed: 0, failed: 0, skipped: missing.length};
      for (const [name, ofEngine] of byEngine(sessions)) {
        const count = {passed: 0, failed: 0, skipped: 0};
        for (const session of ofEngine) {
          addSuite(session.testResults, count);
          // A file that did not load, or broke off, has no failed test to show for it.
          if (!session.passed && !hasFailure(session.testResults)) count.failed++;
        }
        console.log(`${name}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
        total.passed += count.passed;
        total.failed += count.failed;
        total.skipped += count.skipped;
      }
      for (const line of missing) console.log(`SKIPPED ${line}`);
      if (file) writeFileSync(file, JSON.stringify(total));
    },
  };
}

function byEngine(sessions: Iterable<TestSession>): Map<string, TestSession[]> {
  const engines = new Map<string, TestSession[]>();
  for (const session of sessions) engines.set(session.browser.name, [...(engines.get(session.browser.name) ?? []), session]);
  return engines;
}

function addSuite(suite: TestSuiteResult | undefined, count: {passed: number; failed: number; skipped: number}): void {
  for (const test of suite?.tests ?? []) count[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
  for (const inner of suite?.suites ?? []) addSuite(inner, count);
}

function hasFailure(suite: TestSuiteResult | undefined): boolean {
  return Boolean(suite && (suite.tests.some((test) => !test.passed && !test.skipped) || suite.suites.some(hasFailure)));
}
