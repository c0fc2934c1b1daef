// @ts-check
/**
 * The tarballs that would be published, as whoever installs them meets them: their contents, their types, and an empty project that
 * has nothing else. A failure here is a package that works in this repository only.
 */
import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {checkPackage, createPackageFromTarballData} from '@arethetypeswrong/core';
import {publint} from 'publint';
import {formatMessage} from 'publint/utils';
import {build} from 'vite';
import {publishedPackages} from './published.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const golden = `${root}packages/testing/golden`;
const tsc = `${root}node_modules/typescript/bin/tsc`;
const packages = [...publishedPackages()].map(([folder, manifest]) => ({folder, ...manifest}));
const project = mkdtempSync(join(tmpdir(), 'ppgp-empty-project-'));
after(() => rmSync(project, {recursive: true, force: true}));

/** By the package's name. @type {Map<string, string>} */
const tarballs = new Map();
before(() => {
  for (const {name, version} of packages) {
    const file = `${root}.cache/release/${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
    assert.ok(existsSync(file), `${file} is missing: npm run release:pack`);
    tarballs.set(name, file);
  }
  writeFileSync(`${project}/package.json`, '{"name": "empty-project", "private": true, "type": "module"}');
  run(
    'npm',
    ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...tarballs.values()],
    project,
  );
});

/** Runs a program to its good end. @param {string} command @param {string[]} args @param {string} cwd @param {Record<string, string>} [env] */
function run(command, args, cwd, env = {}) {
  const shell = process.platform === 'win32';
  const {status, stdout, stderr} = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    shell,
    env: {...process.env, NODE_OPTIONS: '', ...env},
  });
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

/** @param {string} name */
const bytesOf = (name) => readFileSync(tarballs.get(name) ?? '');

for (const {name, exports} of packages) {
  describe(`the tarball of ${name}`, () => {
    it('holds what is built, its licence and a page that presents it, and nothing else', () => {
      const packed = createPackageFromTarballData(bytesOf(name));
      const inside = `/node_modules/${name}/`;
      const files = packed.listFiles().map((file) => file.replace(inside, ''));
      for (const needed of ['package.json', 'LICENSE', 'README.md']) assert.ok(files.includes(needed), needed);
      for (const file of files) assert.match(file, /^(package\.json|LICENSE|README\.md|CHANGELOG\.md|dist\/.+\.(js|d\.ts|json))$/);
      assert.deepEqual(
        files.filter((file) => /\.(test|kit|suite|e2e)\./.test(file)),
        [],
      );
      const manifest = packed.readFile(`${inside}package.json`);
      assert.doesNotMatch(manifest, /ppgp-source|\.\/src\//);
      assert.deepEqual(Object.keys(JSON.parse(manifest).exports), Object.keys(exports));
      assert.equal(packed.readFile(`${inside}LICENSE`), readFileSync(`${root}LICENSE`, 'utf8'));
      assert.match(packed.readFile(`${inside}README.md`), new RegExp(`^# ${name}\n`));
    });

    it('is as a package should be (publint)', async () => {
      const tarball = Uint8Array.from(bytesOf(name)).buffer;
      const {messages, pkg} = await publint({pack: {tarball}, strict: true});
      assert.deepEqual(
        messages.map((message) => formatMessage(message, pkg, {color: false})),
        [],
      );
    });

    it('has types that are right for modules (are the types wrong?)', async () => {
      const analysis = await checkPackage(createPackageFromTarballData(bytesOf(name)));
      assert.ok(analysis.types);
      // Modules only: what CommonJS or a Node before `exports` would find is nobody's business here.
      const old = ['node10', 'node16-cjs'];
      const problems = analysis.problems.filter((problem) => !('resolutionKind' in problem && old.includes(problem.resolutionKind)));
      assert.deepEqual(problems, []);
    });
  });
}

describe('the tarball of @ppgp/elements', () => {
  it('brings what editors read, where its package.json says', () => {
    const packed = createPackageFromTarballData(bytesOf('@ppgp/elements'));
    const inside = '/node_modules/@ppgp/elements/';
    const manifest = JSON.parse(packed.readFile(`${inside}package.json`));
    const elements = JSON.parse(packed.readFile(inside + manifest.customElements));
    for (const {path} of elements.modules) assert.ok(packed.fileExists(inside + path), path);
    const webTypes = JSON.parse(packed.readFile(inside + manifest['web-types'].replace('./', '')));
    assert.equal(webTypes.version, manifest.version);
    assert.ok(packed.fileExists(`${inside}dist/vscode.html-custom-data.json`));
  });
});

describe('an empty project that installs the tarballs', () => {
  it('has each package once, from its tarball', () => {
    const own = packages.map(({name}) => name.replace('@ppgp/', ''));
    assert.deepEqual(readdirSync(`${project}/node_modules/@ppgp`).sort(), own.sort());
    /** @type {{packages: Record<string, {resolved?: string}>}} */
    const lock = JSON.parse(readFileSync(`${project}/package-lock.json`, 'utf8'));
    const found = Object.entries(lock.packages).filter(([path]) => path.includes('node_modules/@ppgp/'));
    assert.equal(found.length, own.length);
    for (const [path, {resolved}] of found) assert.match(resolved ?? '', /^file:.*\.tgz$/, path);
  });

  it('imports every entry in Node', () => {
    const entries = packages.flatMap(({name, exports}) => Object.keys(exports).map((entry) => name + entry.slice(1)));
    const script = `for (const entry of ${JSON.stringify(entries)}) { await import(entry); console.log(entry); }`;
    const imported = run(process.execPath, ['--input-type=module', '--eval', script], project);
    assert.deepEqual(imported.trim().split('\n'), entries);
  });

  it('tells collectors its version', () => {
    const script = `import {LIB} from '@ppgp/outbox/browser'; console.log(LIB);`;
    const {version} = packages.find(({name}) => name === '@ppgp/outbox') ?? {};
    assert.equal(run(process.execPath, ['--input-type=module', '--eval', script], project).trim(), version);
  });

  for (const [module, moduleResolution] of /** @type {const} */ ([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])) {
    it(`type-checks, and catches a wrong type (${moduleResolution})`, () => {
      copyFileSync(`${root}packages/testing/fixtures/consumer.ts`, `${project}/page.ts`);
      const options = {
        strict: true,
        target: 'es2022',
        lib: ['es2022', 'dom', 'dom.iterable'],
        skipLibCheck: false,
        noEmit: true,
        types: [],
      };
      const compilerOptions = {...options, module, moduleResolution};
      writeFileSync(`${project}/tsconfig.json`, JSON.stringify({compilerOptions, files: ['page.ts']}));
      run(process.execPath, [tsc, '-p', '.'], project);
    });
  }

  it('bundles a tag for a page, which registers it', async () => {
    writeFileSync(`${project}/entry.js`, `import '@ppgp/elements/define/flyer-feedback';\n`);
    const made = await build({
      root: project,
      configFile: false,
      logLevel: 'error',
      build: {write: false, lib: {entry: 'entry.js', formats: ['es']}},
    });
    const outputs = [made].flat().flatMap((one) => ('output' in one ? one.output : []));
    const code = outputs.map((one) => ('code' in one ? one.code : '')).join('');
    assert.match(code, /customElements\.define\(["'`]flyer-feedback["'`]/);
  });

  it('runs a collector that takes an answer and has its figures', async (t) => {
    const collector = `${project}/node_modules/@ppgp/collector/dist`;
    const env = {PORT: '0', PPGP_DATA: `${project}/data`, PPGP_ORIGINS: '', DATABASE_URL: ''};
    const running = spawn(process.execPath, [`${collector}/main.js`], {
      cwd: project,
      env: {...process.env, NODE_OPTIONS: '', ...env},
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    t.after(() => running.kill('SIGKILL'));
    const closed = once(running, 'close');
    const [line] = await Promise.race([once(createInterface(running.stdout), 'line'), closed]);
    const url = /^ready (http:\/\/\S+)\/$/.exec(String(line))?.[1];
    assert.ok(url, `it said: ${line}`);

    const [release] = readdirSync(golden, {withFileTypes: true}).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
    /** @param {string[]} words */
    const command = (...words) => run(process.execPath, [`${collector}/cli.js`, ...words], project, env).trim();
    command('campaign', 'put', `${golden}/${release}/campaign.json`);
    const created = command('token', 'create', '--campaign', 'temoin-2026', '--role', 'results');
    const token = created.split(/\s+/).at(-1);

    const body = readFileSync(`${golden}/${release}/batch-1.json`, 'utf8');
    const reply = await fetch(`${url}/v1/answers`, {method: 'POST', headers: {'Content-Type': 'application/json'}, body});
    /** @type {{results: {status: string}[]}} */
    const {results} = await reply.json();
    assert.deepEqual(new Set(results.map(({status}) => status)), new Set(['stored']));
    const figures = await fetch(`${url}/v1/campaigns/temoin-2026/results`, {headers: {Authorization: `Bearer ${token}`}});
    assert.equal((await figures.json()).received, results.length);
    running.kill('SIGTERM');
    assert.deepEqual(await closed, [0, null]);
  });
});
