import {expect} from '@open-wc/testing';
import {memoryStore} from '@ppgp/browser-store';
import {StaffCode, digitsOf} from './staff-code.js';

describe('the code of a tablet’s staff', () => {
  let store: ReturnType<typeof memoryStore>;
  let now: number;
  /** A page of this tablet, opened now. Few rounds: what is tested here is not how long a guess takes. */
  const page = (): StaffCode => new StaffCode({store, now: () => now, rounds: 10});
  beforeEach(async () => {
    now = 0;
    store = memoryStore();
    await page().choose('482915');
  });

  it('is 4 to 12 digits, with spaces or without', () => {
    expect(['1234', ' 12 34 56 ', '123', '1234567890123', '12a4', ''].map(digitsOf)).to.deep.equal([
      '1234',
      '123456',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('opens, in this page and in a later one; another does not', async () => {
    expect(await page().isChosen()).to.equal(true);
    expect([await page().check('482915'), await page().check('482916')]).to.deep.equal([true, false]);
  });

  it('is kept as a salted hash, never as it is', async () => {
    const other = memoryStore();
    await new StaffCode({store: other, rounds: 10}).choose('482915');
    const [mine, theirs] = [JSON.stringify(await store.page('', {limit: 9})), JSON.stringify(await other.page('', {limit: 9}))];
    expect(mine).not.to.include('482915');
    expect(/"hash":"(\w{64})"/.exec(mine)?.[1]).not.to.equal(/"hash":"(\w{64})"/.exec(theirs)?.[1]);
  });

  it('is not replaced by choosing another', async () => {
    const failure = await page()
      .choose('0000')
      .then(
        () => undefined,
        (error: unknown) => error,
      );
    expect(failure).to.be.instanceOf(Error);
    expect(await page().check('482915')).to.equal(true);
  });

  it('is asked for more and more slowly after wrong tries; a right one forgives them', async () => {
    const code = page();
    const waits: number[] = [];
    for (let wrong = 0; wrong < 5; wrong += 1) {
      await code.check('0000');
      waits.push(code.secondsToWait);
      now += code.secondsToWait * 1000;
    }
    expect(waits).to.deep.equal([0, 0, 30, 60, 120]);
    expect(await code.check('482915')).to.equal(true);
    await code.check('0000');
    expect(code.secondsToWait).to.equal(0);
  });

  it('is not even looked at while one has to wait, and opening the page anew does not shorten that', async () => {
    for (let wrong = 0; wrong < 3; wrong += 1) await page().check('0000');
    const code = page();
    await code.isChosen();
    expect(code.secondsToWait).to.equal(30);
    expect(await code.check('482915')).to.equal(false);
    now += 30_000;
    expect(await code.check('482915')).to.equal(true);
  });
});
