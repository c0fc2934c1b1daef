import assert from 'node:assert/strict';
import type {OutboxEvent} from '../outbox-event.js';
import type {NewParcel, Parcel} from '../parcel.js';
import {Simulation, type Tab, type Weather} from './simulation.kit.js';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const YEARS = 50 * 365 * 24 * 60 * MINUTE;
export const fine: Weather = (_request, arrive) => arrive();
export const noNetwork: Weather = () => {
  throw new TypeError('Failed to fetch');
};
export const says =
  (status: number, body = '', retryAfter?: string): Weather =>
  () => ({status, body, retryAfter});

export const records = async ({disk}: Simulation): Promise<Parcel[]> =>
  (await disk.page('parcel/', {limit: 10_000})).map(([, value]) => value as Parcel);
export const told = <T extends OutboxEvent['type']>({events}: Simulation, type: T): Extract<OutboxEvent, {type: T}>[] =>
  events.filter((event): event is Extract<OutboxEvent, {type: T}> => event.type === type);

/** A page on which these answers were saved without a network; what comes next is up to the weather. */
export async function waiting(
  count: number,
  members: Partial<NewParcel> = {},
): Promise<{simulation: Simulation; tab: Tab; answers: NewParcel[]}> {
  const simulation = new Simulation();
  simulation.weather = noNetwork;
  const tab = simulation.open();
  const answers = Array.from({length: count}, () => simulation.answer(members));
  for (const answer of answers) {
    void tab.save(answer);
    await simulation.run({ms: 100, until: () => simulation.saved.has(answer.id)});
  }
  assert.equal(simulation.saved.size, count);
  await simulation.run({ms: MINUTE});
  simulation.events.length = 0;
  simulation.requests = 0;
  return {simulation, tab, answers};
}

/** Once the fault is mended, everything arrives once, and the device is empty. */
export async function arrives(simulation: Simulation, answers: readonly NewParcel[], ms = 16 * MINUTE): Promise<void> {
  simulation.weather = fine;
  await simulation.run({ms});
  for (const {id} of answers) assert.equal(simulation.collector.find(id).length, 1, `${id} arrived`);
  assert.deepEqual(await records(simulation), []);
  assert.deepEqual(await simulation.faults(), []);
}
