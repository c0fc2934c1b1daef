import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {before, describe, it} from 'node:test';
import type {Code, Id, Results, Table} from '@ppgp/schema';
import {resultsFaultsIn} from '@ppgp/schema/validate';
import {compareTables, contradictionsIn, funnel, judgeStated, pairedShares, responseRate, share, topOf} from '@ppgp/tally';
import {campaigns} from './campaigns.js';
import {counted, type ResultsFile} from './counted.js';
import {fileOf} from './files.js';

interface Page {
  blocks: {block: string; steps?: {count: number}[]; columns?: string[]; rows?: {values: (number | null)[]}[]}[];
}

const read = (name: string): unknown => JSON.parse(readFileSync(fileOf(name), 'utf8'));

describe('the restitutions of Ain and Tarn, from answers sent to a real collector', () => {
  const files = new Map<Id, ResultsFile>();
  before(async () => {
    for (const file of await counted(campaigns)) files.set(file.campaign, file);
  });
  const of = (campaign: Id): Results => {
    const file = files.get(campaign);
    if (!file) throw new Error(`No campaign "${campaign}" was counted.`);
    return file;
  };
  const table = (campaign: Id, question: Id, row?: Id): Table => {
    const result = of(campaign).questions[question];
    const found = row === undefined ? result : result?.rows?.[row];
    if (!found) throw new Error(`${campaign} has no ${question}.`);
    return found;
  };
  const shareOf = (codes: readonly Code[], {base, cells}: Table): unknown =>
    share(
      codes.reduce((sum, code) => sum + (cells[code] ?? 0), 0),
      base ?? 0,
    );
  const top = (campaign: Id, question: Id): Code[] | undefined => topOf(table(campaign, question))?.map(({code}) => code);
  const axes = (campaign: Id, other: Id): Record<string, Code[]> => {
    const compared = compareTables(table(campaign, 'u_mieux'), table(other, 'p_ameliorer'));
    const found = (which: string): Code[] => compared.filter(({axisOf}) => axisOf === which).map(({code}) => code);
    return {common: found('both'), parents: found('a'), professionals: found('b')};
  };

  it('the files that the example pages read are what it counts (npm run restitution writes them)', () => {
    for (const {id} of campaigns) assert.deepEqual(read(id), files.get(id), id);
  });

  it('they are results files that can be true', () => {
    for (const {id} of campaigns) assert.deepEqual([resultsFaultsIn(of(id)), contradictionsIn(of(id))], [[], []], id);
  });

  it('Tarn, six months after: 21, 15 and 13 of 23; 50 % of 23 cannot be, 11 of 22 can; neither can 71 % of 23, 15 of 21 can', () => {
    const changed = ['beaucoup', 'un_peu'];
    assert.deepEqual(shareOf(changed, table('tarn-formation', 'f_evolution')), {k: 21, n: 23, percent: 91});
    assert.deepEqual(shareOf(['plus'], table('tarn-formation', 'f_themes', 'violences_enfants')), {k: 15, n: 23, percent: 65});
    assert.deepEqual(shareOf(['plus'], table('tarn-formation', 'f_themes', 'moral')), {k: 13, n: 23, percent: 57});
    assert.deepEqual(shareOf(['plus'], table('tarn-formation', 'f_themes', 'lien')), {k: 11, n: 22, percent: 50});
    assert.deepEqual(shareOf(['souvent', 'parfois'], table('tarn-formation', 'f_differer')), {k: 15, n: 21, percent: 71});
    assert.deepEqual([judgeStated(50, 23).kind, judgeStated(71, 23).kind], ['impossible', 'impossible']);
    assert.deepEqual(responseRate(of('tarn-formation')), {k: 23, n: 50, percent: 46});
  });

  it('Ain, two months after: 7 of 9 is 78 %, published cut off as 77 %; 9 of 62 answered', () => {
    assert.deepEqual(shareOf(['beaucoup', 'un_peu'], table('ain-formation', 'f_evolution')), {k: 7, n: 9, percent: 78});
    assert.equal(judgeStated(77, 9, 7).kind, 'cut-off');
    assert.deepEqual(responseRate(of('ain-formation')), {k: 9, n: 62, percent: 15});
  });

  it('the three priorities of both, in their order', () => {
    for (const campaign of ['ain-pros', 'tarn-pros'])
      assert.deepEqual(top(campaign, 'p_priorites'), ['parentalite', 'prevention', 'protection']);
  });

  it('the top threes, and what shares a place stands beside it', () => {
    assert.deepEqual(top('ain-pros', 'p_sat_familles'), ['conseils', 'situation', 'merci']);
    assert.deepEqual(top('ain-pros', 'p_sat_interne'), ['equipe', 'partenaires', 'utile']);
    assert.deepEqual(top('ain-pros', 'p_difficile'), ['charge', 'adhesion', 'moyens', 'reconnaissance']);
    assert.deepEqual(top('tarn-pros', 'p_sat_familles'), ['conseils', 'situation', 'merci', 'ateliers']);
    assert.deepEqual(top('tarn-pros', 'p_difficile'), ['adhesion', 'impuissance', 'temps']);
    assert.deepEqual(top('tarn-usagers', 'u_forts'), ['accueil', 'conseils', 'ateliers']);
    assert.deepEqual(top('ain-usagers', 'u_forts'), ['conseils', 'accueil', 'disponibilite']);
  });

  it('Ain: common axes, those of parents only, those of professionals only', () => {
    assert.deepEqual(axes('ain-usagers', 'ain-pros'), {
      common: ['communication', 'moyens'],
      parents: ['horaires', 'ateliers', 'medical'],
      professionals: [],
    });
    // Nobody asked parents these.
    const {cells} = table('ain-usagers', 'u_mieux');
    const alone = topOf(table('ain-pros', 'p_ameliorer'), 5)?.flatMap(({code}) => (code in cells ? [] : [code]));
    assert.deepEqual(alone, ['equipe', 'priorites', 'partenaires']);
  });

  it('Ain: 23 families, two letters and a flyer: the flyer is noticed more, by the same people', () => {
    const {received, questions} = of('ain-documents');
    assert.equal(received, 23);
    const pairs = questions['ff_vu']?.pairs ?? {};
    const [first, second] = ['lettre_1|flyer', 'lettre_2|flyer'].map((pair) => pairs[pair] && pairedShares(pairs[pair]));
    assert.deepEqual([first?.a.k, first?.b.k, first?.a.n], [9, 17, 20]);
    assert.deepEqual([second?.a.k, second?.b.k, second?.a.n], [8, 17, 20]);
    // a − b, all of its interval below nothing.
    assert.ok(first && first.difference.high < 0);
    assert.ok(second && second.difference.high < 0);
    for (const question of ['ff_attire', 'ff_facile', 'ff_envie']) {
      const bien = (row: Id): number => table('ain-documents', question, row).cells['bien'] ?? 0;
      assert.ok(bien('flyer') > Math.max(bien('lettre_1'), bien('lettre_2')), question);
    }
  });

  it('Ariane: 786 of 1 786 with a number, and of 2 342 declarations', () => {
    const {blocks} = read('tarn') as Page;
    const steps = blocks.find(({block}) => block === 'funnel')?.steps ?? [];
    const [, , calls] = funnel(steps);
    assert.deepEqual(
      [calls?.ofBefore, calls?.ofFirst].map((rate) => [rate?.k, rate?.n, rate?.percent]),
      [
        [786, 1786, 44],
        [786, 2342, 34],
      ],
    );
  });

  it('Lot: eight rows and three years, nothing filled in, and nothing said to be zero', () => {
    const {blocks} = read('ain') as Page;
    const indicators = blocks.find(({block}) => block === 'indicators');
    assert.deepEqual(indicators?.columns, ['2019', '2020', '2021']);
    assert.deepEqual(
      indicators.rows?.map(({values}) => values),
      Array.from({length: 8}, () => [null, null, null]),
    );
  });
});
