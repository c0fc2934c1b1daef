import type {Script} from './script.js';

/**
 * The smallest part of a list that still fails: takes away ever smaller pieces for as long as it still fails without them
 * (delta debugging, Zeller and Hildebrandt 2002). At most `tries` runs.
 */
export async function shrink<T>(items: readonly T[], fails: (some: T[]) => Promise<boolean>, tries = 300): Promise<T[]> {
  let kept = [...items];
  let left = tries;
  for (let size = Math.ceil(kept.length / 2); size >= 1 && kept.length > 1; size = size > 1 ? Math.ceil(size / 2) : 0) {
    for (let from = 0; from < kept.length && left > 0; left--) {
      const without = kept.filter((_, index) => index < from || index >= from + size);
      if (without.length < kept.length && (await fails(without))) kept = without;
      else from += size;
    }
  }
  return kept;
}

type Part = {[K in 'steps' | 'store' | 'network' | 'points']: {list: K; item: Script[K][number]}}['steps' | 'store' | 'network' | 'points'];

const partsOf = (script: Script): Part[] => [
  ...script.steps.map((item): Part => ({list: 'steps', item})),
  ...script.store.map((item): Part => ({list: 'store', item})),
  ...script.network.map((item): Part => ({list: 'network', item})),
  ...script.points.map((item): Part => ({list: 'points', item})),
];

function scriptOf({seed, locks, older, ephemeral}: Script, parts: readonly Part[]): Script {
  const script: Script = {seed, locks, older, ephemeral, steps: [], store: [], network: [], points: []};
  for (const {list, item} of parts) (script[list] as unknown[]).push(item);
  return script;
}

/** The smallest script that still fails. */
export async function shrinkScript(script: Script, fails: (script: Script) => Promise<boolean>): Promise<Script> {
  return scriptOf(script, await shrink(partsOf(script), (parts) => fails(scriptOf(script, parts))));
}

/** A script as a person reads it. */
export function printed({seed, locks, older, ephemeral, steps, store, network, points}: Script): string[] {
  return [
    `seed ${seed}, ${locks ? 'with' : 'without'} locks, older ${older}, ephemeral ${ephemeral}`,
    ...steps.map(({do: what, page, by, ms}) => `${what} (page ${page}${by ? `, ${by}` : ''}), then ${ms} ms`),
    ...store.map(([call, fault]) => `call ${call} of the store: ${fault}`),
    ...network.map(([request, fault]) => `request ${request}: ${fault}`),
    ...points.map(([point, fate]) => `step ${point} of the outbox: fate ${fate}`),
  ];
}
