/** Writes the results files of `examples/restitution/`: what a real collector counts of the answers that `campaigns.ts` stands for. */
import {writeFileSync} from 'node:fs';
import {format, resolveConfig} from 'prettier';
import {campaigns} from './campaigns.js';
import {counted} from './counted.js';
import {fileOf} from './files.js';

for (const results of await counted(campaigns)) {
  const path = fileOf(results.campaign);
  const options = (await resolveConfig(path)) ?? {};
  writeFileSync(path, await format(JSON.stringify(results, null, 2), {...options, parser: 'json'}));
}
