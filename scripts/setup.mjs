// @ts-check
/**
 * Gets a fresh clone ready, and costs nothing when there is nothing to do: `npm ci` where node_modules is missing or older than the
 * lock file; with `--browsers` also what the tests need beside it: the browser engines and PostgreSQL, through apt-get on a Debian
 * machine where we are root.
 *
 * It fails when npm or apt-get fails, and when CI=true and an engine or PostgreSQL is still missing. Elsewhere what is missing is only
 * named: its tests are skipped. This script may use nothing that npm installs.
 */
import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, statSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

needNode(20, 19);
if (isOlder('node_modules/.package-lock.json', 'package-lock.json')) {
  console.log('Installing the packages of package-lock.json…');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}
if (process.argv.includes('--browsers')) await needPrograms();

/** @param {number} major @param {number} minor */
function needNode(major, minor) {
  const [ours = 0, oursMinor = 0] = process.versions.node.split('.').map(Number);
  if (ours > major || (ours === major && oursMinor >= minor)) return;
  console.error(`This needs Node ${major}.${minor} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** @param {string} made @param {string} source */
function isOlder(made, source) {
  return !existsSync(made) || statSync(made).mtimeMs < statSync(source).mtimeMs;
}

async function needPrograms() {
  const {engines, hasEngine, missingEngine} = await import('../packages/testing/src/browsers/engines.mjs');
  const {findPostgres, missingPostgres} = await import('../packages/testing/src/postgres/programs.mjs');
  const debian = {chromium: ['chromium'], firefox: ['firefox-esr'], webkit: ['webkit2gtk-driver', 'xvfb']};
  const packages = engines.filter((engine) => !hasEngine(engine)).flatMap((engine) => debian[engine]);
  if (process.platform === 'linux' && !hasFont('/usr/share/fonts')) packages.push('fonts-dejavu-core');
  if (!findPostgres()) packages.push('postgresql');

  if (packages.length && existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log(`Installing ${packages.join(', ')}…`);
    const quiet = ['-qq', '-o', 'DPkg::Lock::Timeout=600', '-o', 'Acquire::Retries=3'];
    run('apt-get', [...quiet, 'update']);
    if (packages.includes('postgresql')) leaveOutOwnServer();
    run('apt-get', [...quiet, 'install', '-y', '--no-install-recommends', ...packages]);
  }

  const missing = engines.filter((engine) => !hasEngine(engine)).map(missingEngine);
  if (!findPostgres()) missing.push(missingPostgres);
  for (const sentence of missing) console.warn(`SKIPPED ${sentence}`);
  if (missing.length && process.env['CI']) {
    console.error('CI=true: every engine and PostgreSQL must be here.');
    process.exit(1);
  }
}

/** Debian would make and start a server with the package; the tests start their own. */
function leaveOutOwnServer() {
  const file = '/etc/postgresql-common/createcluster.conf';
  if (existsSync(file)) return;
  mkdirSync('/etc/postgresql-common', {recursive: true});
  writeFileSync(file, 'create_main_cluster = false\n');
}

/** Without any font a page has no text to measure. @param {string} folder @returns {boolean} */
function hasFont(folder) {
  if (!existsSync(folder)) return false;
  return readdirSync(folder, {withFileTypes: true}).some((entry) =>
    entry.isDirectory() ? hasFont(`${folder}/${entry.name}`) : /\.(ttf|otf|ttc)$/.test(entry.name),
  );
}

/** Runs a program; what it prints is shown only when it fails. @param {string} command @param {string[]} args */
function run(command, args) {
  // What is configured on the machine stays as it is.
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive', UCF_FORCE_CONFFOLD: '1'};
  const {status, error, stdout, stderr} = spawnSync(command, args, {
    env,
    encoding: 'utf8',
    maxBuffer: 1e8,
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(`${command} ${args.join(' ')} failed\n${error?.message ?? ''}${stdout}${stderr}`);
  process.exit(1);
}
