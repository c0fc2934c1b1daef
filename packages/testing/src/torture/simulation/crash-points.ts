import type {Build} from './builds.js';
import {live, type Life} from './life.js';
import {fates, type Script, type Step} from './script.js';

const answer = (page: number, by: number): Step => ({do: 'answer', page, ms: 0, by});
const load = (page: number): Step => ({do: 'wake', page, ms: 1_200_000, by: 0});

/** Three answers on two pages, which are loaded again should they have died. */
const steps: Step[] = [answer(0, 0), answer(1, 1), answer(0, 2), load(0), load(1), load(0)];

/** What the network does meanwhile, by the number of the request. */
const stories: Record<string, Script['network']> = {
  'all goes well': [],
  'a reply is lost': [[1, 'cut after it arrived']],
  'an id is taken': [[1, 'id taken by another device']],
  'a batch is refused': [1, 2, 3].map((request) => [request, '413']),
  'an item is refused': [[1, 'rejected, malformed']],
  'a portal answers': [1, 2].map((request) => [request, '200 with a page']),
  'a server asks for rest': [[1, 'deferred']],
};

/** Every single crash point of every story, or every ordered pair of them in the first three. */
function* scripts(pairs: boolean, pointsOf: (script: Script) => Promise<number>): Generator<Promise<Script[]>, void> {
  for (const [story, network] of Object.entries(stories).slice(0, pairs ? 3 : undefined)) {
    for (const locks of [true, false]) {
      for (const seed of [1]) {
        const plain: Script = {
          seed: seed + story.length * 100,
          locks,
          older: false,
          ephemeral: false,
          steps,
          store: [],
          network,
          points: [],
        };
        yield pointsOf(plain).then((points) => variants(plain, points, pairs));
      }
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
