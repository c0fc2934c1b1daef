import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {campaign, temporaryFolder, versioned} from './collector.kit.js';
import {runCommandLine} from './command-line.js';

test('the command line registers, tries out, opens, closes and archives like the routes', async (t) => {
  const folder = temporaryFolder(t);
  const file = join(folder, 'campaign.json');
  const run = async (...args: string[]): Promise<string> => (await runCommandLine(args, {folder})).output;
  writeFileSync(file, JSON.stringify(campaign));
  assert.equal(await run('campaign', 'put', file, '--dry-run'), `Nothing was written. Campaign "${campaign.id}" would be created.`);
  assert.equal(await run('campaign', 'list'), 'No campaign is registered.');
  assert.equal(await run('campaign', 'put', file), `Campaign "${campaign.id}" created.`);
  assert.equal(
    await run('campaign', 'put', file, '--dry-run'),
    `Nothing was written. Campaign "${campaign.id}" would be replaced, unchanged.`,
  );
  writeFileSync(file, JSON.stringify({...campaign, minutes: 4, definition: versioned('2')}));
  assert.equal(
    await run('campaign', 'put', file, '--dry-run'),
    `Nothing was written. Campaign "${campaign.id}" would be replaced, and this would change.\n  minutes: (none) → 4\n  definition.version: "1" → "2"`,
  );
  assert.match(await run('campaign', 'close', campaign.id), /is closed; its last day: \d{4}-\d\d-\d\d\.$/);
  assert.equal(await run('campaign', 'list'), `${campaign.id} (closed)`);
  assert.equal(await run('campaign', 'open', campaign.id), `Campaign "${campaign.id}" is open.`);
  assert.equal(await run('campaign', 'list'), campaign.id);
  assert.match(await run('campaign', 'archive', campaign.id), /is archived/);
  assert.equal(await run('campaign', 'list'), 'No campaign is registered.');
  assert.equal(await run('campaign', 'list', '--archived'), `${campaign.id} (archived)`);
  const audit = await run('audit', '--campaign', campaign.id);
  assert.deepEqual(
    audit.split('\n').map((line) => line.split(' ')[1]),
    ['campaign-archive', 'campaign-close', 'campaign-open', 'campaign-put'],
  );
});

test('a campaign that is not there is said not to be', async (t) => {
  const folder = temporaryFolder(t);
  assert.deepEqual(await runCommandLine(['campaign', 'close', 'inconnue'], {folder}), {
    output: 'No campaign "inconnue" is registered.',
    exitCode: 1,
  });
  assert.equal((await runCommandLine(['campaign', 'close'], {folder})).exitCode, 2);
  assert.equal((await runCommandLine(['campaign', 'close', 'a', 'b'], {folder})).exitCode, 2);
});
