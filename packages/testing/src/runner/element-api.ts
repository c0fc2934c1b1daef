import {readFileSync} from 'node:fs';
import type {TestRunnerPlugin} from '@web/test-runner';

/** What the JSDoc block of an element's class promises. The default slot is the empty name. */
export interface ElementApi {
  fires: string[];
  csspart: string[];
  cssproperty: string[];
  slot: string[];
}

/** The command `api` `{tag}`, for browser tests: reads the one JSDoc block that is an element's API. Tag = folder = file. */
export const elementApi = (): TestRunnerPlugin<{tag: string}> => ({
  name: 'element-api',
  executeCommand({command, payload}) {
    if (command !== 'api' || !payload) return undefined;
    const file = new URL(`../../../elements/src/${payload.tag}/${payload.tag}.ts`, import.meta.url);
    const source = readFileSync(file, 'utf8');
    const named = (what: keyof ElementApi): string[] =>
      [...source.matchAll(new RegExp(`^ \\* @${what} (\\S+)`, 'gm'))].map(([, name = '']) => (name === '-' ? '' : name)).sort();
    return {fires: named('fires'), csspart: named('csspart'), cssproperty: named('cssproperty'), slot: named('slot')} satisfies ElementApi;
  },
});
