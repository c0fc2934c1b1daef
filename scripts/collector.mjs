// @ts-check
/** `npm run collector -- …`: the collector's command line, built first when it is not. */
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
// What a command prints is the last word of stdout; the build's words go elsewhere.
const built = spawnSync(process.execPath, [`${root}scripts/build.mjs`], {stdio: ['ignore', 2, 2]});
if (built.status !== 0) process.exit(1);
await import(new URL('../packages/collector/dist/cli.js', import.meta.url).href);
