import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Outbox, type NewParcel} from '@ppgp/outbox';
import {builds, type Build} from './builds.js';
import {live} from './life.js';
import {draw, type Script} from './script.js';

const both = await builds();
const seeds = Array.from({length: 12}, (_, index) => index + 1);

/** Promises that an outbox breaks on the devices of these seeds. */
async function brokenBy(today: Build): Promise<Set<string>> {
  const broken = new Set<string>();
  for (const seed of seeds) {
    const {breaches} = await live({...draw(seed), older: false}, {...both, today});
    for (const {promise, invariant} of breaches) broken.add(`${invariant} ${promise}`);
  }
  return broken;
}

describe('a simulated device', () => {
  it('lives the same life again with the same seed', async () => {
    assert.deepEqual(draw(5), draw(5));
    assert.deepEqual(await live(draw(5), both), await live(draw(5), both));
    assert.notDeepEqual(draw(5), draw(6));
  });

  it('finds nothing in an outbox that keeps its promises, today’s beside an older one', async () => {
    for (const seed of seeds) assert.deepEqual((await live({...draw(seed), older: true}, both)).breaches, [], `seed ${seed}`);
  });

  it('delivers everything where nothing goes wrong', async () => {
    const script: Script = {...draw(1), store: [], network: [], ephemeral: false};
    script.steps = script.steps.filter((step) => step.do === 'answer');
    const {delivered, breaches} = await live(script, both);
    assert.deepEqual({delivered, breaches}, {delivered: 50, breaches: []});
  });

  it('finds an outbox that calls saved what it was only given', async () => {
    class Hasty extends Outbox {
      override async save(answer: NewParcel): Promise<void> {
        void this.sendUnsaved(answer).catch(() => undefined);
      }
    }
    assert.ok((await brokenBy({Outbox: Hasty})).has('I1 falselySaved'));
  });

  it('finds an outbox that shows nothing as waiting', async () => {
    class Blind extends Outbox {
      override counts(): ReturnType<Outbox['counts']> {
        return Promise.resolve({pending: 0, parked: 0, unreadable: 0, missing: 0, partial: false});
      }
    }
    assert.ok((await brokenBy({Outbox: Blind})).has('I7 invisible'));
  });

  it('finds an outbox that does not send', async () => {
    class Idle extends Outbox {
      override flush(): Promise<void> {
        return Promise.resolve();
      }
    }
    assert.ok((await brokenBy({Outbox: Idle})).has('I8 invisible'));
  });

  it('finds an outbox that sends under another id each time', async () => {
    class Renaming extends Outbox {
      override save(answer: NewParcel, draft?: string): Promise<void> {
        const id = answer.id.slice(0, -6) + String(draws++).padStart(6, '0');
        return super.save({...answer, id}, draft);
      }
    }
    let draws = 0;
    assert.ok((await brokenBy({Outbox: Renaming})).has('I3 altered'));
  });
});
