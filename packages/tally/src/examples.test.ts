import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {test} from 'node:test';
import type {Results} from '@ppgp/schema';
import {resultsFaultsIn} from '@ppgp/schema/validate';
import {contradictionsIn} from './contradictions.js';
import {share} from './share.js';
import {topOf} from './top.js';

const folder = new URL('../../../examples/restitution/', import.meta.url);
const read = (name: string): Results => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Results;
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const shareOf = (file: string, question: string, codes: readonly string[], row?: string) => {
  const result = read(file).questions[question];
  const table = row === undefined ? result : result?.rows?.[row];
  return share(
    codes.reduce((sum, code) => sum + (table?.cells[code] ?? 0), 0),
    table?.base ?? 0,
  );
};

test('the results files of the example can be true', () => {
  const results = files.filter((name) => read(name).format === 'ppgp-results/1');
  assert.equal(results.length, 5);
  for (const name of results) assert.deepEqual([name, resultsFaultsIn(read(name)), contradictionsIn(read(name))], [name, [], []]);
});

test('they reproduce what was published of the Tarn and the Ain, where it can be', () => {
  const changed = ['beaucoup', 'un_peu'];
  assert.deepEqual(shareOf('tarn-formation.json', 'f_evolution', changed), {k: 21, n: 23, percent: 91});
  assert.deepEqual(shareOf('tarn-formation.json', 'f_themes', ['plus'], 'violences_enfants'), {k: 15, n: 23, percent: 65});
  assert.deepEqual(shareOf('tarn-formation.json', 'f_themes', ['plus'], 'moral'), {k: 13, n: 23, percent: 57});
  assert.deepEqual(shareOf('tarn-formation.json', 'f_differer', ['souvent', 'parfois']), {k: 15, n: 21, percent: 71});
  assert.deepEqual(shareOf('ain-formation.json', 'f_evolution', changed), {k: 7, n: 9, percent: 78});
});

test('the three priorities of the Tarn come in their order', () => {
  const ranked = read('tarn-professionnels.json').questions['p_priorites'];
  assert.deepEqual(ranked && topOf(ranked)?.map(({code}) => code), ['parentalite', 'prevention', 'protection']);
});
