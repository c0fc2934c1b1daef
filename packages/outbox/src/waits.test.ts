import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {backOff, LONGEST_MS} from './back-off.js';
import {SeededRandom} from './simulation/seeded-random.kit.js';
import {SimulatedClock} from './simulation/simulated-clock.kit.js';
import {makeWaits, type Waits} from './waits.js';

const MINUTE = 60_000;
const YEARS = 50 * 365 * 24 * 60 * MINUTE;
/** Draws the highest number there is, so that what is left to chance is as long as it can be. */
const highest = {bytes: (count: number) => new Uint8Array(count).fill(255)};

describe('the back-off', () => {
  it('lies between nothing and min(longest, 2 s · 2^failures)', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(10_000), (seed, failures) => {
        const ms = backOff(failures, LONGEST_MS.visible, new SeededRandom(seed));
        return Number.isInteger(ms) && ms >= 0 && ms <= Math.min(5 * MINUTE, 2_000 * 2 ** failures);
      }),
    );
  });

  it('spreads the devices over all of it', () => {
    const random = new SeededRandom(7);
    const tenths = new Set(Array.from({length: 300}, () => Math.floor(backOff(20, 1_000, random) / 100)));
    assert.equal(tenths.size, 10);
  });

  it('is at most 5 minutes while the page can be seen, 30 when it cannot', () => {
    assert.deepEqual(LONGEST_MS, {visible: 5 * MINUTE, hidden: 30 * MINUTE});
  });
});

describe('who has to wait', () => {
  const made = ({hidden = false, random = highest} = {}): {waits: Waits; clock: SimulatedClock} => {
    const clock = new SimulatedClock();
    return {clock, waits: makeWaits({clock, random, hidden: () => hidden})};
  };
  const pass = (clock: SimulatedClock, ms: number): void => void clock.next(clock.passed + ms);

  it('may go when nothing is known of it', () => {
    assert.equal(made().waits.left('a'), 0);
  });

  it('waits twice as long after each failure', () => {
    const {waits} = made();
    const pauses = [1, 2, 3, 4].map(() => {
      waits.add('a', {pace: 'back-off'});
      return waits.left('a');
    });
    assert.deepEqual(pauses, [1_999, 3_999, 7_999, 15_999]);
    assert.equal(waits.left('b'), 0);
  });

  it('never waits longer than the cap', () => {
    for (const [hidden, cap] of [
      [false, 5 * MINUTE],
      [true, 30 * MINUTE],
    ] as const) {
      const {waits} = made({hidden});
      for (let failures = 0; failures < 10_000; failures++) waits.add('a', {pace: 'back-off'});
      assert.ok(waits.left('a') < cap && waits.left('a') > cap - 10);
    }
  });

  it('waits no longer than 16 s where "soon" is asked for', () => {
    const {waits} = made();
    for (let failures = 0; failures < 100; failures++) waits.add('a', {pace: 'soon'});
    assert.equal(waits.left('a'), 15_999);
  });

  it('waits a quarter of an hour for what somebody has to put right', () => {
    const {waits} = made();
    waits.add('a', {pace: 'slow'});
    assert.equal(waits.left('a'), 15 * MINUTE);
  });

  it('waits at least as long as the server asks', () => {
    const {waits} = made();
    waits.add('a', {pace: 'back-off', atLeast: 60_000});
    assert.equal(waits.left('a'), 60_000);
  });

  it('waits less as time passes, and then no more', () => {
    const {waits, clock} = made();
    waits.add('a', {pace: 'slow'});
    pass(clock, 14 * MINUTE);
    assert.equal(waits.left('a'), MINUTE);
    pass(clock, 2 * MINUTE);
    assert.equal(waits.left('a'), 0);
  });

  it('goes at a sign of life, unless a server asked for the pause or somebody has to put something right', () => {
    const {waits} = made();
    waits.add('guess', {pace: 'back-off'});
    waits.add('soon', {pace: 'soon'});
    waits.add('server', {pace: 'back-off', atLeast: 60_000});
    waits.add('fault', {pace: 'slow'});
    waits.hurry();
    assert.deepEqual(
      ['guess', 'soon', 'server', 'fault'].map((who) => waits.left(who)),
      [0, 0, 60_000, 15 * MINUTE],
    );
  });

  it('goes when a person insists, and is remembered as having failed', () => {
    const {waits} = made();
    waits.add('server', {pace: 'back-off', atLeast: 60_000});
    waits.add('fault', {pace: 'slow'});
    waits.hurry(true);
    assert.equal(waits.left('server') + waits.left('fault'), 0);
    waits.add('fault', {pace: 'back-off'});
    assert.equal(waits.left('fault'), 3_999);
  });

  it('starts over once it went well', () => {
    const {waits} = made();
    for (let failures = 0; failures < 9; failures++) waits.add('a', {pace: 'back-off'});
    waits.forget('a');
    assert.equal(waits.left('a'), 0);
    waits.add('a', {pace: 'back-off'});
    assert.equal(waits.left('a'), 1_999);
  });

  it('never waits longer because the clock was set, fifty years back or forth', () => {
    for (const jump of [-YEARS, YEARS]) {
      const {waits, clock} = made();
      waits.add('a', {pace: 'back-off', atLeast: 24 * 60 * MINUTE});
      clock.jump(jump);
      assert.equal(waits.left('a'), 0);
    }
  });
});
