import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {ATTACKS, filtersBy, recovered, survey} from './attack.kit.js';

/** Surveys; the nightly run sets more. */
const RUNS = Number(process.env['PPGP_ATTACKS'] ?? 250);

for (const dimensions of ATTACKS) {
  test(
    `who subtracts the whole, the parts by ${dimensions.join(', ')}, and parts of two of these recovers no hidden cell (mode 77)`,
    {timeout: 170_000},
    async () => {
      const seen = {hidden: 0, shown: 0};
      const filters = filtersBy(dimensions);
      await fc.assert(
        fc.asyncProperty(survey(dimensions), fc.integer({min: 2, max: 4}), async (people, k) => {
          const {found, hidden, shown} = await recovered(people, k, filters);
          seen.hidden += hidden;
          seen.shown += shown;
          assert.deepEqual(found, []);
        }),
        {numRuns: Math.ceil(RUNS / ATTACKS.length), endOnFailure: true},
      );
      assert.ok(seen.hidden > RUNS && seen.shown > RUNS, JSON.stringify(seen));
    },
  );
}
