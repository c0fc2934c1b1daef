import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {badCampaigns, badDefinitions, badOverlays, type BadInput} from './bad-input.kit.js';
import {campaignFaultsIn, definitionFaultsIn, overlayFaultsIn, parseDefinition} from './index.js';
import type {Fault} from '../survey-error.js';

const page = (name: string): string => readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8');
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

/** The line of the table that an input must have. */
function lineOf({input, value, where, code}: BadInput, faultsIn: (value: unknown) => Fault[]): string {
  const fault = faultsIn(value).find((one) => one.path === where && one.code === code);
  return `| ${input} | ${where === '' ? 'the whole' : `\`${where}\``} | \`${code}\` | ${cell(fault?.detail ?? '')} |`;
}

test('the table of bad definitions, campaigns and overlays is what the validator says, line by line', () => {
  const section = page('bad-input.md').split('\n## ')[1] ?? '';
  const written = section.split('\n').filter((line) => line.startsWith('| '));
  const found = [
    ...badDefinitions.map((one) => lineOf(one, definitionFaultsIn)),
    ...badCampaigns.map((one) => lineOf(one, campaignFaultsIn)),
    ...badOverlays.map((one) => lineOf(one, overlayFaultsIn)),
  ];
  assert.deepEqual(written.slice(2), found);
});

test('the example of the guide is valid', () => {
  const [, example = ''] = /```json\n(.*?)\n```/s.exec(page('format.md')) ?? [];
  assert.equal(parseDefinition(JSON.parse(example)).id, 'salle-attente');
});
