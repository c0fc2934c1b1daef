// @ts-check
/**
 * `npm run torture -- --level 0|1|2 [--seed N] [--part NAME]…`: the fault injection, on the sources. What it does, and how to read it:
 * `docs/torture.md`.
 */
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const run = ['--import', 'tsx', '--conditions=ppgp-source', 'packages/testing/src/torture/main.ts'];
const {status} = spawnSync(process.execPath, [...run, ...process.argv.slice(2)], {stdio: 'inherit'});
process.exitCode = status ?? 1;
