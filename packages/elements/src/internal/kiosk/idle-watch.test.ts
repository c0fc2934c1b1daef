import {expect} from '@open-wc/testing';
import {IdleWatch, TIMES} from './idle-watch.js';

const idle = {busy: false, given: false};

describe('a shared screen', () => {
  let left: number;
  let watch: IdleWatch;
  beforeEach(() => {
    left = 0;
    watch = new IdleWatch(() => (left += 1));
    watch.begin(0);
  });
  /** Lets seconds pass, one tick each. */
  const passes = (from: number, to: number, what = idle): void => {
    for (let second = from + 1; second <= to; second++) watch.tick(second * 1000, what);
  };

  it('asks when nobody touches it, and goes on for who answers', () => {
    passes(0, TIMES.ask - 1);
    expect(watch.phase).to.equal('open');
    passes(TIMES.ask - 1, TIMES.ask);
    expect([watch.phase, watch.secondsLeft(TIMES.ask * 1000)]).to.deep.equal(['warning', TIMES.leave]);
    watch.goOn(TIMES.ask * 1000 + 500);
    passes(TIMES.ask, 2 * TIMES.ask);
    expect([watch.phase, left]).to.deep.equal(['open', 0]);
  });

  it('clears itself when nobody answers; a touch beside the buttons is no answer', () => {
    passes(0, TIMES.ask);
    watch.touched(TIMES.ask * 1000 + 1);
    passes(TIMES.ask, TIMES.ask + TIMES.leave);
    expect([watch.phase, left]).to.deep.equal(['attract', 1]);
    passes(TIMES.ask + TIMES.leave, 10 * TIMES.ask);
    expect(left).to.equal(1);
  });

  it('never asks a person who touches it', () => {
    for (let second = 1; second < 1000; second += 30) {
      watch.touched(second * 1000);
      passes(second, second + 29);
    }
    expect([watch.phase, left]).to.deep.equal(['open', 0]);
  });

  it('waits for what is being kept, however long that takes, then thanks, then clears', () => {
    passes(0, 10 * TIMES.ask, {busy: true, given: false});
    expect([watch.phase, left]).to.deep.equal(['open', 0]);
    const kept = {busy: false, given: true};
    passes(10 * TIMES.ask, 10 * TIMES.ask + 1, kept);
    expect(watch.phase).to.equal('thanks');
    passes(10 * TIMES.ask + 1, 10 * TIMES.ask + 1 + TIMES.thanks, kept);
    expect([watch.phase, left]).to.deep.equal(['attract', 1]);
  });

  it('asks at once when it was dark: another person may have woken it', () => {
    watch.returned(5_000_000);
    expect([watch.phase, watch.secondsLeft(5_000_000)]).to.deep.equal(['warning', TIMES.leave]);
  });
});
