import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import test from 'node:test';
import {fileURLToPath} from 'node:url';
import * as instruments from '@ppgp/instruments';
import {Ajv} from 'ajv';
import {jsonSchema} from '../../../../scripts/json-schema.mjs';
import {badCampaigns, badDefinitions, badOverlays, board, campaign, grid, overlay, questionnaire, single} from './bad-input.kit.js';
import {campaignFaultsIn, definitionFaultsIn} from './index.js';

const schema = jsonSchema();
const validate = new Ajv({strict: false, allErrors: false}).compile(schema);
/** As a file holds it: without members that are undefined. */
const isValid = (value: unknown): boolean => validate(JSON.parse(JSON.stringify(value)));

test('every ready-made instrument is valid by the JSON Schema', () => {
  const ready = Object.values(instruments).filter((one) => typeof one === 'object' && 'format' in one);
  assert.ok(ready.length > 0);
  for (const definition of ready) assert.ok(isValid(definition), JSON.stringify(validate.errors));
});

test('every campaign of the examples is valid by the JSON Schema, as by the validator', () => {
  const folder = fileURLToPath(new URL('../../../../examples', import.meta.url));
  const files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('campaign.json'));
  assert.ok(files.length > 0);
  for (const file of files) {
    const value: unknown = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
    assert.ok(isValid(value), JSON.stringify(validate.errors));
    assert.deepEqual(campaignFaultsIn(value), []);
  }
});

test('every form of file is valid, with members of one’s own', () => {
  for (const value of [
    questionnaire(single({'x-note': 1})),
    grid(),
    board({'x-author': 'X'}),
    campaign(),
    campaign({definition: {instrument: 'flyer'}}),
    overlay(),
  ])
    assert.ok(isValid(value), JSON.stringify(validate.errors));
});

for (const {input, value, byReference} of [...badDefinitions, ...badCampaigns, ...badOverlays]) {
  if (byReference === true) continue;
  test(`${input} is refused by the JSON Schema too`, () => assert.equal(isValid(value), false));
}

test('what only references can tell, it leaves to the validator', () => {
  for (const {input, value, byReference} of badDefinitions) {
    if (byReference !== true || ['nesting without end', '`__proto__` as a member'].includes(input)) continue;
    assert.ok(isValid(value), `${input}: ${JSON.stringify(validate.errors)}`);
    assert.ok(definitionFaultsIn(value).length > 0);
  }
});

test('an editor has a sentence for every member', () => {
  const definitions = schema['definitions'] as Record<
    string,
    {description?: string; properties?: Record<string, {description?: string; $ref?: string; const?: string}>}
  >;
  const silent = Object.entries(definitions).flatMap(([type, {properties = {}}]) =>
    Object.entries(properties)
      .filter(
        ([, {description, $ref = '', const: only}]) =>
          !description && !only && !definitions[$ref.replace('#/definitions/', '')]?.description,
      )
      .map(([member]) => `${type}.${member}`),
  );
  assert.deepEqual(silent, []);
});
