import type {Build} from './builds.js';
import {live, type Life} from './life.js';
import {fates, type Script, type Step} from './script.js';

const answer = (page: number, by: number): Step => ({do: 'answer', page, ms: 0, by});
const load = (page: number): Step => ({do: 'wake', page, ms: 1_200_000, by: 0});

/** Three answers on two pages, which are loaded again should they have died. */
const steps: Step[] = [answer(0, 0), answer(1, 1), answer(0, 2), load(0), load(1), load(0)];

/** What is otherwise, by the story's name. */
const stories: Record<string, Partial<Script>> = {
  'all goes well': {},
  'a reply is lost': {network: [[1, 'cut after it arrived']]},
  'an id is taken': {network: [[1, 'id taken by another device']]},
  'a batch is refused': {network: [1, 2, 3].map((request) => [request, '413'])},
  'an item is refused': {network: [[1, 'rejected, malformed']]},
  'a portal answers': {network: [1, 2].map((request) => [request, '200 with a page'])},
  'a server asks for rest': {network: [[1, 'deferred']]},
  'the storage goes with the window': {ephemeral: true},
  'storage is wiped between two visits': {
    steps: [
      {do: 'network gone', page: 0, ms: 0, by: 3_600_000},
      ...steps.slice(0, 3),
      {do: 'wake', page: 0, ms: 10_000, by: 0},
      {do: 'storage wiped', page: 0, ms: 0, by: 0},
      {do: 'mend', page: 0, ms: 0, by: 0},
      load(0),
      load(1),
    ],
  },
};

/** Every single crash point of every story, or every ordered pair of them in the first three. */
function* scripts(pairs: boolean, pointsOf: (script: Script) => Promise<number>): Generator<Promise<Script[]>, void> {
  for (const [story, change] of Object.entries(stories).slice(0, pairs ? 3 : undefined)) {
    for (const locks of [true, false]) {
      const same = {seed: story.length, locks, older: false, ephemeral: false, store: [], network: [], points: []};
      const plain: Script = {...same, steps, ...change};
      yield pointsOf(plain).then((points) => variants(plain, points, pairs));
    }
  }
}

function variants(plain: Script, points: number, pairs: boolean): Script[] {
  const made: Script[] = [];
  // Beyond the last: a crash makes more steps than there were.
  const last = points + 6;
  for (let one = 1; one <= last; one++) {
    for (const fate of fates.keys()) {
      if (!pairs) made.push({...plain, points: [[one, fate]]});
      for (let other = one + 1; pairs && other <= last + 12; other++) {
        for (const then of fates.keys()) made.push({...plain, points: [[one, fate], [other, then]]}); // prettier-ignore
      }
    }
  }
  return made;
}

/** Lives through a share of the crash points, and hands over each script with its end. */
export async function* crashes(
  builds: {today: Build; older: Build},
  {pairs, share, of}: {pairs: boolean; share: number; of: number},
): AsyncGenerator<{script: Script; life: Life}, void> {
  let number = 0;
  for (const made of scripts(pairs, async (script) => (await live(script, builds)).points)) {
    for (const script of await made) if (number++ % of === share) yield {script, life: await live(script, builds)};
  }
}
