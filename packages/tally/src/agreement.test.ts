import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {ac1, cohen, fleiss, krippendorff, percentAgreement, type Coefficient} from './agreement.js';
import {bootstrap} from './bootstrap.js';
import {pairsOf, type Unit, type Units} from './rated-units.js';

const YES_NO = ['yes', 'no'];
const runs = Number(process.env['PPGP_RUNS'] ?? 300);

/** A 2×2 table as items: both agree, only the first, only the second, both refuse. */
const table = (both: number, first: number, second: number, neither: number): Units => [
  ...Array<Unit>(both).fill(['yes', 'yes']),
  ...Array<Unit>(first).fill(['yes', 'no']),
  ...Array<Unit>(second).fill(['no', 'yes']),
  ...Array<Unit>(neither).fill(['no', 'no']),
];
const valueOf = (coefficient: Coefficient): number => ('value' in coefficient ? coefficient.value : NaN);
const near = (actual: number, expected: number, digits = 3): void =>
  assert.ok(Math.abs(actual - expected) < 0.5 * 10 ** -digits, `${actual} is not ${expected}`);

describe('published values', () => {
  it('two raters, 20/5/10/15 and 85/5/5/5: agreement, Cohen’s κ and AC1', () => {
    for (const [units, agreed, kappa, gwet] of [
      [table(20, 5, 10, 15), 0.7, 0.4, 0.406],
      [table(85, 5, 5, 5), 0.9, 0.444, 0.878],
    ] as const) {
      near(percentAgreement(units) ?? NaN, agreed);
      near(valueOf(cohen(units)), kappa);
      near(valueOf(ac1(units, YES_NO)), gwet);
    }
  });

  it('the example of Fleiss (1971) as it is often printed: 10 items, 14 raters, 5 categories, κ = 0.210', () => {
    const counts = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ];
    const units = counts.map((row) => row.flatMap((count, code) => Array<string>(count).fill(`c${code}`)));
    near(valueOf(fleiss(units)), 0.21);
  });

  it('Krippendorff’s own example with missing marks: 12 items, 4 observers, nominal α = 0.743', () => {
    const observers = ['1 2 3 3 2 1 4 1 2 . . .', '1 2 3 3 2 2 4 1 2 5 . 3', '. 3 3 3 2 3 4 2 2 5 1 .', '1 2 3 3 2 4 4 1 2 5 1 .'].map(
      (row) => row.split(' '),
    );
    const units = Array.from({length: 12}, (_, item) => observers.map((row) => (row[item] === '.' ? undefined : row[item])));
    near(valueOf(krippendorff(units)), 0.743);
  });
});

/** The definitions once more, by counting pairs one by one: slow, and written apart from the code under test. */
const slow = {
  pairs(units: Units): [string, string, number][] {
    return units.flatMap((unit, item) =>
      unit.flatMap((one, i) =>
        unit.flatMap((other, j): [string, string, number][] =>
          i !== j && one !== undefined && other !== undefined ? [[one, other, item]] : [],
        ),
      ),
    );
  },
  alpha(units: Units): number {
    const pairs = slow.pairs(units);
    const size = (item: number): number => (units[item] ?? []).filter((mark) => mark !== undefined).length;
    const coincidence = (wanted: (one: string, other: string) => boolean): number =>
      pairs.filter(([one, other]) => wanted(one, other)).reduce((total, [, , item]) => total + 1 / (size(item) - 1), 0);
    const all = coincidence(() => true);
    const codes = [...new Set(pairs.map(([one]) => one))];
    const margin = (code: string): number => coincidence((one) => one === code);
    const expected = codes.flatMap((c) => codes.map((k) => (c === k ? 0 : margin(c) * margin(k)))).reduce((a, b) => a + b, 0) / (all - 1);
    return 1 - coincidence((one, other) => one !== other) / expected;
  },
  kappa(units: Units): number {
    const n = units.length;
    const cell = (one: string, other: string): number => units.filter(([a, b]) => a === one && b === other).length / n;
    const observed = cell('yes', 'yes') + cell('no', 'no');
    const a = cell('yes', 'yes') + cell('yes', 'no');
    const b = cell('yes', 'yes') + cell('no', 'yes');
    const expected = a * b + (1 - a) * (1 - b);
    return (observed - expected) / (1 - expected);
  },
  ac1(units: Units): number {
    const n = units.length;
    const marks = units.flat();
    const p = marks.filter((mark) => mark === 'yes').length / marks.length;
    const observed = units.filter(([a, b]) => a === b).length / n;
    return (observed - 2 * p * (1 - p)) / (1 - 2 * p * (1 - p));
  },
};

describe('against a second computation', () => {
  it('every table of two raters with up to seven items: Cohen’s κ and AC1', () => {
    let compared = 0;
    for (let a = 0; a <= 7; a++)
      for (let b = 0; a + b <= 7; b++)
        for (let c = 0; a + b + c <= 7; c++)
          for (let d = 0; a + b + c + d <= 7; d++) {
            const units = table(a, b, c, d);
            if (units.length === 0) continue;
            const kappa = cohen(units);
            if ('value' in kappa) near(kappa.value, slow.kappa(units), 9);
            else assert.ok(Number.isNaN(slow.kappa(units)), [a, b, c, d].join());
            near(valueOf(ac1(units, YES_NO)), slow.ac1(units), 9);
            compared++;
          }
    assert.equal(compared, 329);
  });

  it('every way in which up to five raters can mark one item, or not: its pairs, and those that agree', () => {
    const ways = (raters: number): Unit[] =>
      raters === 0 ? [[]] : ways(raters - 1).flatMap((unit) => ['yes', 'no', 'na', undefined].map((mark) => [...unit, mark]));
    const all = [0, 1, 2, 3, 4, 5].flatMap(ways);
    assert.equal(all.length, 1365);
    for (const unit of all) {
      // Each pair is met twice, once from either side.
      const both = slow.pairs([unit]);
      assert.deepEqual(
        pairsOf(unit),
        {equal: both.filter(([one, other]) => one === other).length / 2, pairs: both.length / 2},
        unit.join(),
      );
    }
  });

  it('random marks of two to five raters with gaps: Krippendorff’s α', () => {
    const unit = (raters: number) => fc.array(fc.constantFrom('yes', 'no', 'na', undefined), {minLength: raters, maxLength: raters});
    const units = fc.integer({min: 2, max: 5}).chain((raters) => fc.array(unit(raters), {minLength: 1, maxLength: 12}));
    let compared = 0;
    fc.assert(
      fc.property(units, (marks) => {
        const alpha = krippendorff(marks);
        if (!('value' in alpha)) return;
        compared++;
        near(alpha.value, slow.alpha(marks), 9);
      }),
      {numRuns: runs},
    );
    assert.ok(compared > runs / 2, `${compared}`);
  });
});

describe('whatever the marks', () => {
  const marks = fc.integer({min: 2, max: 5}).chain((raters) =>
    fc.array(fc.array(fc.constantFrom('yes', 'no', 'na', undefined), {minLength: raters, maxLength: raters}), {
      minLength: 1,
      maxLength: 24,
    }),
  );
  const codes = ['yes', 'no', 'na'];
  const every = (units: Units): number[] => [
    percentAgreement(units) ?? NaN,
    valueOf(fleiss(units)),
    valueOf(ac1(units, codes)),
    valueOf(krippendorff(units)),
    ...(units.every((unit) => unit.length === 2) ? [valueOf(cohen(units))] : []),
  ];
  const alike = (one: number[], other: number[]): void =>
    one.forEach((value, at) =>
      assert.ok(
        Object.is(value, NaN) ? Number.isNaN(other[at]) : Math.abs(value - (other[at] ?? NaN)) < 1e-9,
        `${one.join()} ${other.join()}`,
      ),
    );

  it('another order of the raters changes nothing', () => {
    fc.assert(
      fc.property(marks, (units) => alike(every(units), every(units.map((unit) => [...unit].reverse())))),
      {numRuns: runs},
    );
  });

  it('every item twice leaves agreement, the κs and AC1 as they are', () => {
    fc.assert(
      fc.property(marks, (units) => {
        const twice = [...units, ...units];
        alike([...every(units).slice(0, 3)], [...every(twice).slice(0, 3)]);
      }),
      {numRuns: runs},
    );
  });

  it('nothing is above 1, and all the same is 1 or said to be undefined', () => {
    fc.assert(
      fc.property(marks, (units) => {
        for (const value of every(units)) assert.ok(Number.isNaN(value) || value <= 1 + 1e-12, `${value}`);
      }),
      {numRuns: runs},
    );
    const same = table(24, 0, 0, 0);
    assert.deepEqual(cohen(same), {undefined: 'no-variation'});
    assert.deepEqual(fleiss(same), {undefined: 'no-variation'});
    assert.deepEqual(krippendorff(same), {undefined: 'no-variation'});
    assert.deepEqual(ac1(same, YES_NO), {value: 1});
    assert.equal(percentAgreement(same), 1);
  });

  it('the share of equal pairs is the mean of what each item’s own pairs say', () => {
    fc.assert(
      fc.property(marks, (units) => {
        const shares = units.map(pairsOf).flatMap(({equal, pairs}) => (pairs > 0 ? [equal / pairs] : []));
        const mean = shares.reduce((total, share) => total + share, 0) / shares.length;
        alike([percentAgreement(units) ?? NaN], [mean]);
      }),
      {numRuns: runs},
    );
  });

  it('no item that two raters marked: too few, and no number', () => {
    const alone: Units = [
      ['yes', undefined],
      [undefined, 'no'],
    ];
    for (const coefficient of [cohen(alone), fleiss(alone), krippendorff(alone), ac1(alone, YES_NO), cohen([])]) {
      assert.deepEqual(coefficient, {undefined: 'too-few'});
    }
    assert.equal(percentAgreement(alone), undefined);
  });
});

describe('intervals', () => {
  const gwet = (units: Units): number | undefined => {
    const coefficient = ac1(units, YES_NO);
    return 'value' in coefficient ? coefficient.value : undefined;
  };

  it('hold the value, are the same for the same seed, and narrow with more items', () => {
    const few = table(12, 2, 2, 8);
    const many = [...few, ...few, ...few, ...few];
    const [wide, narrow] = [bootstrap(few, gwet), bootstrap(many, gwet)];
    assert.ok(wide && narrow);
    assert.ok(wide.low < (gwet(few) ?? NaN) && (gwet(few) ?? NaN) < wide.high);
    assert.ok(narrow.high - narrow.low < wide.high - wide.low);
    assert.deepEqual(bootstrap(few, gwet), wide);
    assert.notDeepEqual(bootstrap(few, gwet, 2), wide);
  });

  it('of a share come near to Wilson’s', () => {
    const coins = Array.from({length: 200}, (_, at) => at % 4 === 0);
    const interval = bootstrap(coins, (drawn) => drawn.filter(Boolean).length / drawn.length);
    assert.ok(interval && Math.abs(interval.low - 0.195) < 0.02 && Math.abs(interval.high - 0.314) < 0.02, JSON.stringify(interval));
  });

  it('are not given where the number hardly ever exists', () => {
    const κ = (units: Units): number | undefined => {
      const coefficient = cohen(units);
      return 'value' in coefficient ? coefficient.value : undefined;
    };
    assert.equal(bootstrap(table(24, 0, 0, 0), κ), undefined);
    assert.equal(bootstrap([], κ), undefined);
  });
});
