// @ts-check
/**
 * `npm start`: builds what changed, starts the collector on its embedded store, registers the examples' campaigns, and serves the
 * examples. Prints `ready http://…/` when everything answers. A failure is a sentence on stderr and exit code 1.
 */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const built = spawnSync(process.execPath, ['scripts/build.mjs'], {stdio: ['ignore', 'inherit', 'inherit']});
if (built.status !== 0) process.exit(1);

const {readSettings, runCommandLine, serve} = await import('@ppgp/collector');
const {exampleCampaigns, mountSite} = await import('./site.mjs');

/** Tokens made here carry this label: those of the last start are taken back. */
const LABEL = 'npm start';

/** @param {string} folder @param {string[]} words @returns {Promise<string>} */
async function command(folder, ...words) {
  const {output, exitCode} = await runCommandLine(words, {folder});
  if (exitCode !== 0) throw new Error(output);
  return output;
}

/**
 * Registers the examples' campaigns, and says where their figures are.
 * @param {string} url of the collector that runs
 * @param {string} data
 */
async function register(url, data) {
  for (const {file, campaign} of exampleCampaigns()) {
    const put = await runCommandLine(['campaign', 'put', file], {folder: data});
    // An example whose questions changed under the same version is served as it was registered: data are never thrown away here.
    if (put.exitCode !== 0) console.error(`${file}: ${put.output}`);
    await runCommandLine(['token', 'revoke', '--campaign', campaign.id, '--label', LABEL], {folder: data});
    const created = await command(data, 'token', 'create', '--campaign', campaign.id, '--role', 'results', '--label', LABEL);
    const token = created.split(/\s+/).at(-1);
    if (existsSync(`${dirname(file)}/resultats.html`))
      console.log(`figures of ${campaign.id}: ${url}/examples/${campaign.id}/resultats.html#token=${token}`);
  }
}

try {
  const settings = readSettings(process.env);
  const log = (/** @type {object} */ entry) => process.stderr.write(`${JSON.stringify(entry)}\n`);
  const collector = await serve({...settings, alone: true, extra: mountSite, log});
  let closing = false;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => {
      if (closing) process.exit(1);
      closing = true;
      void collector.close();
    });
  }
  try {
    await register(collector.url, settings.data);
  } catch (error) {
    await collector.close();
    throw error;
  }
  console.log(`ready ${collector.url}/`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
