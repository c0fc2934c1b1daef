import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {draw} from './script.js';
import {printed, shrink, shrinkScript} from './shrink.js';

const numbers = Array.from({length: 100}, (_, index) => index);

describe('making a failing case smaller', () => {
  it('leaves exactly what it takes to fail, in its order', async () => {
    const fails = async (some: number[]): Promise<boolean> => [17, 42, 43].every((needed) => some.includes(needed));
    assert.deepEqual(await shrink(numbers, fails), [17, 42, 43]);
  });

  it('leaves one where any one fails', async () => {
    assert.equal((await shrink(numbers, async (some) => some.length > 0)).length, 1);
  });

  it('never gives back what does not fail, however few tries it has', async () => {
    const fails = async (some: number[]): Promise<boolean> => some.includes(5) && some.includes(95);
    for (const tries of [0, 1, 2, 5, 10]) assert.ok(await fails(await shrink(numbers, fails, tries)), `${tries} tries`);
  });

  it('takes steps and faults of a script away, and prints what is left', async () => {
    const script = draw(7);
    const smallest = await shrinkScript(script, async ({steps, network}) => {
      return steps.some((step) => step.do === 'answer' && step.by === 3) && network.length >= Math.min(1, script.network.length);
    });
    assert.equal(smallest.steps.length, 1);
    assert.equal(smallest.store.length, 0);
    assert.equal(printed(smallest).length, 1 + smallest.steps.length + smallest.network.length);
  });
});
