import {FAULTS, type Fault, type FaultProxy} from '../../fault-proxy/fault-proxy.js';
import type {Seeded} from '../simulation/seeded.js';

/** They hold a request up until its time is over: one of many is enough. */
const LONG = ['silence', 'retry in 30 years'];

/** Draws a fault for half of the requests; counts what was drawn, by name. */
export function harmNetwork(proxy: FaultProxy, seeded: Seeded): Map<string, number> {
  const drawn = new Map<string, number>();
  const names = [...FAULTS.keys()];
  proxy.fault = (): Fault | undefined => {
    if (seeded.once(2)) return undefined;
    let name = seeded.pick(names);
    if (LONG.includes(name) && !seeded.once(5)) name = 'lose-reply';
    drawn.set(name, (drawn.get(name) ?? 0) + 1);
    return FAULTS.get(name);
  };
  return drawn;
}
