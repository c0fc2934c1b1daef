// @ts-check
/** What `dist/` says is inside it, against the bundle it was made from. A failure is a licence or a package that a département is not told of. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {Ajv} from 'ajv';
import {shipped} from './shipped.mjs';
import {sbom} from './sbom.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
/** @param {string} file */
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** @type {import('./bundle-report.mjs').Bundle} */
const bundle = json('.cache/bundle.json');
const bill = json('dist/sbom.json');
const thirdParty = readFileSync('dist/THIRD-PARTY.txt', 'utf8');
const lock = json('package-lock.json').packages;

/** Of each package with a module in the bundle. */
const bundled = new Map(
  Object.values(bundle)
    .flatMap(({modules}) => Object.keys(modules))
    .filter((module) => module.includes('node_modules/'))
    .map((module) => {
      const [before, after = ''] = module.split(/node_modules\/(?!.*node_modules\/)/);
      const folder = `${before}node_modules/${after
        .split('/')
        .slice(0, after.startsWith('@') ? 2 : 1)
        .join('/')}`;
      return [folder, json(`${folder}/package.json`)];
    }),
);

/** @param {{components?: any[]}} of @returns {any[]} */
const all = (of) => (of.components ?? []).flatMap((each) => [each, ...all(each)]);
/** @param {any} component */
const fullName = ({group, name, version}) => `${group ? `${group}/` : ''}${name} ${version}`;

describe('dist/sbom.json', () => {
  it('is a CycloneDX 1.6 document by the schema of its authors', () => {
    const folder = 'node_modules/@cyclonedx/cyclonedx-library/res/schema';
    const ajv = new Ajv({strict: false, allErrors: true, validateFormats: false});
    // They name each other by their files.
    for (const other of ['spdx', 'jsf-0.82']) {
      const file = `${other}.SNAPSHOT.schema.json`;
      ajv.addSchema({...json(`${folder}/${file}`), $id: `http://cyclonedx.org/schema/${file}`});
    }
    const validate = ajv.compile(json(`${folder}/bom-1.6.SNAPSHOT.schema.json`));
    validate(bill);
    assert.deepEqual(validate.errors, null);
    assert.equal(validate({...bill, components: [{name: 'a type is missing'}]}), false);
  });

  it('presents this release, and of our packages those that are in the bundle', () => {
    const {version, name} = json('packages/elements/package.json');
    const {component} = bill.metadata;
    assert.equal(fullName(component), `${name} ${version}`);
    const ours = new Set(
      Object.values(bundle)
        .flatMap(({modules}) => Object.keys(modules))
        .flatMap((module) => /^packages\/([^/]+)\/src\//.exec(module)?.[1] ?? []),
    );
    assert.deepEqual([component, ...component.components].map((each) => each.name).sort(), [...ours].sort());
  });

  it('names each package that has a module in the bundle, and no other', () => {
    const found = bill.components.filter(/** @param {any} each */ (each) => each.type === 'library').map(fullName);
    assert.deepEqual(found.sort(), [...bundled.values()].map(({name, version}) => `${name} ${version}`).sort());
    for (const script of ['ppgp.js', 'ppgp-sync.js', 'pemat-grid.js']) assert.ok(bundle[script], `${script} is not in the report`);
  });

  it('gives of each package its licence, its address and the hash of the lock file', () => {
    for (const [folder, {name, version, license}] of bundled) {
      const found = all(bill).find((each) => fullName(each) === `${name} ${version}`);
      assert.equal(found.licenses[0].license.id, license);
      assert.equal(found.purl, `pkg:npm/${name.replace('@', '%40')}@${version}`);
      const [hash] = found.hashes;
      assert.equal(hash.alg, 'SHA-512');
      assert.equal(`sha512-${Buffer.from(hash.content, 'hex').toString('base64')}`, lock[folder].integrity);
    }
  });

  it('says which of them needs which', () => {
    /** @param {string} name */
    const needs = (name) =>
      bill.dependencies
        .find(/** @param {{ref: string}} each */ ({ref}) => ref.startsWith(`pkg:npm/${name}@`))
        .dependsOn.map(/** @param {string} ref */ (ref) => ref.replace(/@[\d.]+$/, ''));
    assert.deepEqual(needs('lit'), ['pkg:npm/%40lit/reactive-element', 'pkg:npm/lit-element', 'pkg:npm/lit-html']);
    assert.ok(needs('%40ppgp/elements').includes('pkg:npm/%40ppgp/outbox'));
    assert.deepEqual(needs('%40ppgp/schema'), ['pkg:npm/zod']);
    const refs = new Set([bill.metadata.component, ...all(bill.metadata.component), ...all(bill)].map((each) => each['bom-ref']));
    for (const {ref, dependsOn} of bill.dependencies) for (const each of [ref, ...dependsOn]) assert.ok(refs.has(each), each);
  });

  it('is the same again from the same bundle, at any hour', () => {
    const again = sbom(bundle, shipped(bundle), readFileSync('dist/sri.json'));
    assert.equal(readFileSync('dist/sbom.json', 'utf8'), again);
    assert.match(bill.metadata.timestamp, /T00:00:00Z$/);
    assert.notEqual(JSON.parse(sbom(bundle, shipped(bundle), Buffer.from('other scripts'))).serialNumber, bill.serialNumber);
  });
});

describe('dist/THIRD-PARTY.txt', () => {
  const headings = thirdParty.split(`\n${'-'.repeat(80)}\n\n`).map((text) => text.slice(0, text.indexOf(' (')));

  it('has the licence of all that the bill of materials names, and of nothing else', () => {
    assert.deepEqual(headings.sort(), all(bill).map(fullName).sort());
  });

  it('has the text of the licence as each package brings it', () => {
    for (const folder of bundled.keys()) {
      const license = shipped(bundle).find(({path}) => path === folder)?.text ?? '';
      assert.ok(license.length > 200 && thirdParty.includes(license), folder);
    }
  });

  it('names also what came inside a package, and drawings', () => {
    assert.ok(headings.some((heading) => heading.startsWith('core-js ')));
    assert.ok(headings.some((heading) => heading.startsWith('Tabler Icons ')));
  });
});
