import {expect} from '@open-wc/testing';
import {Touches} from './touches.js';

describe('how a shared screen was touched', () => {
  let touches: Touches;
  beforeEach(() => (touches = new Touches()));

  /** So many touches, so many milliseconds and pixels after each other. */
  function touched({count, every, apart}: {count: number; every: number; apart: number}): void {
    for (let at = 1; at <= count; at += 1) touches.touch({x: at * apart, y: 0, at: at * every});
  }

  it('a quick and a slow person are not flagged', () => {
    touched({count: 60, every: 400, apart: 90});
    expect(touches.signals).to.equal(undefined);
    touches.clear();
    touched({count: 60, every: 20_000, apart: 0});
    expect(touches.signals).to.equal(undefined);
  });

  it('a trembling hand, that touches each thing four times, is not', () => {
    for (let thing = 0; thing < 20; thing += 1)
      for (let bounce = 0; bounce < 4; bounce += 1)
        touches.touch({x: thing * 90 + bounce * 7, y: bounce * 5, at: thing * 700 + bounce * 110});
    expect(touches.signals).to.equal(undefined);
  });

  it('a hand that presses one button for each of many questions is not', () => {
    touched({count: 40, every: 1_500, apart: 0});
    expect(touches.signals).to.equal(undefined);
  });

  it('a child that hits the whole screen is: too fast', () => {
    touched({count: 10, every: 120, apart: 200});
    expect(touches.signals).to.deep.equal(['fast']);
  });

  it('a child that hammers at one spot is: same spot', () => {
    touched({count: 15, every: 130, apart: 1});
    expect(touches.signals).to.deep.equal(['same-spot']);
  });

  it('the next person begins anew', () => {
    touched({count: 30, every: 100, apart: 200});
    touches.clear();
    touches.touch({x: 0, y: 0, at: 3_100});
    expect(touches.signals).to.equal(undefined);
  });
});
