// @ts-check
/**
 * Preloaded into each test file: a browser or a server that a failed test left open must not keep the whole run waiting. Node's own
 * `--test-force-exit` would drop results that have not been read yet.
 */
import {after} from 'node:test';

// Not in the process that runs the files.
if (process.env['NODE_TEST_CONTEXT']) after(() => void setTimeout(() => process.exit(), 15_000).unref());
