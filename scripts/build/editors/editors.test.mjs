// @ts-check
/** The files for editors, as their readers want them; browser tests hold the elements themselves against them (`keeps-its-api.suite.ts`). */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {Ajv} from 'ajv';
import {customElementsManifest, french, vscodeCustomData, webTypes} from './formats.mjs';
import {readApi} from './read-api.mjs';
import {editorFiles} from './write-editor-files.mjs';

process.chdir(fileURLToPath(new URL('../../..', import.meta.url)));
/** @param {string} file */
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
const elements = readApi();
const sentences = new Set(
  elements.flatMap(({summary, text, fields, methods, events, slots, parts, cssProperties}) => [
    summary,
    text,
    ...[fields, methods, events, slots, parts, cssProperties].flat().map((each) => each.text),
  ]),
);
/** Words on the page are French already. @param {string} sentence */
const isQuoted = (sentence) => /^«[^»]*»\.?$/.test(sentence);

describe('what editors are told', () => {
  it('is in French too: each sentence of the JSDoc has its French in french.json', () => {
    assert.deepEqual(
      [...sentences].filter((sentence) => !isQuoted(sentence) && !french[sentence]),
      [],
    );
  });

  it('has no French for a sentence that nobody says any more', () => {
    assert.deepEqual(
      Object.keys(french).filter((sentence) => !sentences.has(sentence)),
      [],
    );
  });

  it('is typographic French', () => {
    const wrong = Object.values(french).filter((text) => /['"]|(?<! [«]) [:;?!%»]|« /.test(text.replace(/`[^`]*`/g, '')));
    assert.deepEqual(wrong, []);
  });

  it('names every tag that a page may write', () => {
    const {contributions} = webTypes(elements, {name: '', version: ''});
    const tags = elements.map(({tag}) => tag);
    for (const tag of ['flyer-feedback', 'needs-plateau', 'pemat-grid', 'ppgp-outbox', 'ppgp-results', 'ppgp-survey'])
      assert.ok(tags.includes(tag), tag);
    assert.deepEqual(
      vscodeCustomData(elements).tags.map(({name}) => name),
      tags,
    );
    assert.deepEqual(
      contributions.html.elements.map(({name}) => name),
      tags,
    );
  });

  it('proposes the codes of an attribute', () => {
    const {tags} = vscodeCustomData(elements);
    /** @param {string} tag @param {string} attribute */
    const codes = (tag, attribute) => {
      const found = tags.find(({name}) => name === tag)?.attributes.find(({name}) => name === attribute);
      return found?.values?.map(({name}) => name);
    };
    assert.deepEqual(codes('ppgp-survey', 'mode'), ['web', 'kiosk', 'paper', 'call']);
    assert.deepEqual(codes('ppgp-survey', 'draft'), ['device']);
    assert.deepEqual(codes('needs-plateau', 'share'), ['themes']);
    assert.equal(codes('ppgp-survey', 'campaign'), undefined);
  });

  it('leaves out what is an element’s own affair', () => {
    const survey = elements.find(({tag}) => tag === 'ppgp-survey');
    const names = [...(survey?.fields ?? []), ...(survey?.methods ?? [])].map(({name}) => name);
    for (const own of ['plain', 'walk', 'found', 'soon']) assert.ok(!names.includes(own), own);
    for (const open of ['definition', 'answers', 'state', 'reset', 'goTo']) assert.ok(names.includes(open), open);
  });
});

describe('custom-elements.json', () => {
  it('is a Custom Elements Manifest by the schema of its authors', () => {
    const validate = new Ajv({strict: false, allErrors: true}).compile(json('node_modules/custom-elements-manifest/schema.json'));
    validate(customElementsManifest(elements));
    assert.deepEqual(validate.errors, null);
    assert.equal(validate({schemaVersion: '2.1.0'}), false);
  });

  it('names files that the package has, as its package.json names it', () => {
    const manifest = json('packages/elements/package.json');
    assert.equal(manifest.customElements, 'dist/custom-elements.json');
    assert.equal(manifest['web-types'], './dist/web-types.json');
    for (const {path} of customElementsManifest(elements).modules) assert.ok(readFileSync(`packages/elements/${path}`).length > 0);
  });
});

describe('the built files', () => {
  const files = editorFiles(elements);
  for (const folder of ['dist', 'packages/elements/dist']) {
    it(`lie in ${folder}, as the sources say it today`, () => {
      for (const [name, content] of Object.entries(files)) assert.deepEqual(json(`${folder}/${name}`), content);
    });
  }
});
