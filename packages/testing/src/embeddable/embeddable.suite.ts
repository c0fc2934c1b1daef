import {expect} from '@open-wc/testing';
import {hasten} from '../element/index.js';
import {allStates} from '../states/index.js';
import {Seen, keepsItsApi} from './keeps-its-api.suite.js';
import {looksRight} from './looks-right.suite.js';
import {survivesItsHost} from './survives-its-host.suite.js';
import {tellsTheTruth} from './tells-the-truth.suite.js';

/**
 * What every element owes the pages it stands on, in one line of its test: `runEmbeddableSuite('flyer-feedback')`. Its states are
 * listed in `states/`. Lit's warnings, violations of the policy and unhandled rejections fail each test by themselves.
 */
export function runEmbeddableSuite(tag: string): void {
  const states = allStates.find((one) => one.tag === tag);
  if (!states) throw new Error(`The states of <${tag}> are not listed in packages/testing/src/states.`);
  describe(`${tag}, embedded`, () => {
    let slower: () => void;
    before(() => (slower = hasten()));
    after(() => slower());
    it('its states are those that docs/strict-policy.md lists', async () => {
      const page = await (await fetch('/docs/strict-policy.md')).text();
      const [, listed = ''] = page.split(`### \`<${tag}>\`\n\n`);
      expect(listed.split('\n', 1)[0]?.split(' · ')).to.deep.equal(states.states.map(({name}) => name));
    });
    survivesItsHost(states);
    if (states.asks) tellsTheTruth(states);
    const seen = new Seen();
    looksRight(states, seen);
    keepsItsApi(states, seen);
  });
}
