import {expect} from '@open-wc/testing';
import {ChangedError, type KeyValueStore} from './key-value-store.js';

/** The promise's rejection; fails when there is none. */
export async function rejection(promise: Promise<unknown>): Promise<Error> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    expect(error).to.be.an.instanceof(Error);
    return error as Error;
  }
  throw new Error(`should have been refused, gave ${JSON.stringify(value)}`);
}

/** What every store promises, whatever it is made of. `open` gives an empty one. */
export function behavesAsKeyValueStore(open: () => KeyValueStore): void {
  it('finds nothing in a store where nothing was kept', async () => {
    const store = open();
    expect(await store.get('a')).to.equal(undefined);
    expect(await store.page('', {limit: 10})).to.deep.equal([]);
    expect(await store.last('')).to.equal(undefined);
    expect(await store.count('')).to.equal(0);
    expect(store.isPartial()).to.equal(false);
  });

  it('gives back exactly what was put', async () => {
    const store = open();
    const value = {text: 'é\u0000\ud800\u{1f476}', number: -0.5, list: [1, 'deux', {trois: 3}]};
    await store.commit([{put: 'a', value}]);
    expect(await store.get('a')).to.deep.equal(value);
  });

  it('keeps a copy: neither the giver nor a reader can change it afterwards', async () => {
    const store = open();
    const given = {words: ['one']};
    await store.commit([{put: 'a', value: given}]);
    given.words.push('two');
    const read = (await store.get('a')) as typeof given;
    read.words.push('three');
    expect(await store.get('a')).to.deep.equal({words: ['one']});
  });

  it('replaces and removes', async () => {
    const store = open();
    await store.commit([
      {put: 'a', value: 1},
      {put: 'b', value: 2},
    ]);
    await store.commit([{put: 'a', value: 3}, {remove: 'b'}, {remove: 'never there'}]);
    expect(await store.page('', {limit: 10})).to.deep.equal([['a', 3]]);
  });

  it('pages through the keys of a prefix in order, and no others', async () => {
    const store = open();
    await store.commit(['p/3', 'p/1', 'o/9', 'q/0', 'p/2', 'p'].map((put) => ({put, value: put})));
    expect(await store.count('p/')).to.equal(3);
    expect(await store.page('p/', {limit: 2})).to.deep.equal([
      ['p/1', 'p/1'],
      ['p/2', 'p/2'],
    ]);
    expect(await store.page('p/', {after: 'p/2', limit: 2})).to.deep.equal([['p/3', 'p/3']]);
    expect(await store.page('p/', {after: 'p/3', limit: 2})).to.deep.equal([]);
  });

  it('names the last key of a prefix', async () => {
    const store = open();
    await store.commit(['p/1', 'p/2', 'q/0'].map((put) => ({put, value: 0})));
    expect(await store.last('p/')).to.equal('p/2');
    expect(await store.last('r/')).to.equal(undefined);
  });

  it('does all of a commit or nothing of it', async () => {
    const store = open();
    await store.commit([{put: 'a', value: 'before'}]);
    const uncloneable = (): void => undefined;
    await rejection(
      store.commit([
        {put: 'a', value: 'after'},
        {put: 'b', value: uncloneable},
      ]),
    );
    expect(await store.page('', {limit: 10})).to.deep.equal([['a', 'before']]);
  });

  it('commits under a condition that holds', async () => {
    const store = open();
    await store.commit([
      {expect: 'a', value: undefined},
      {put: 'a', value: {n: 1}},
    ]);
    await store.commit([{put: 'a', value: {n: 2}}, {expect: 'a', value: {n: 1}}, {remove: 'b'}]);
    expect(await store.get('a')).to.deep.equal({n: 2});
  });

  it('does nothing under a condition that no longer holds, and says so', async () => {
    const store = open();
    await store.commit([{put: 'a', value: {n: 1}}]);
    for (const value of [undefined, {n: 2}]) {
      const error = await rejection(store.commit([{put: 'b', value: 1}, {expect: 'a', value}, {remove: 'a'}]));
      expect(error).to.be.an.instanceof(ChangedError);
    }
    expect(await store.page('', {limit: 10})).to.deep.equal([['a', {n: 1}]]);
  });

  it('lets one of several competing commits through', async () => {
    const store = open();
    const attempts = [1, 2, 3, 4, 5].map((n) =>
      store.commit([
        {expect: 'winner', value: undefined},
        {put: 'winner', value: n},
      ]),
    );
    const outcomes = (await Promise.allSettled(attempts)).map(({status}) => status);
    expect(outcomes.filter((status) => status === 'fulfilled')).to.have.length(1);
    expect(await store.get('winner')).to.equal(outcomes.indexOf('fulfilled') + 1);
  });

  it('takes concurrent commits without losing any', async () => {
    const store = open();
    const numbers = Array.from({length: 40}, (_, index) => index);
    await Promise.all(numbers.map((n) => store.commit([{put: `n/${String(n).padStart(3, '0')}`, value: n}])));
    const kept = await store.page('n/', {limit: 100});
    expect(kept.map(([, value]) => value)).to.deep.equal(numbers);
  });

  it('opens again after it was closed', async () => {
    const store = open();
    await store.commit([{put: 'a', value: 1}]);
    store.close();
    expect(await store.get('a')).to.equal(1);
    store.close();
    await store.commit([{put: 'a', value: 2}]);
    expect(await store.get('a')).to.equal(2);
  });
}
