import type {TestRunnerPlugin} from '@web/test-runner';

interface Named {
  name: string;
}

/** An element as `custom-elements.json` describes it. The default slot is the empty name. */
export interface ElementManifest {
  tagName: string;
  attributes: (Named & {fieldName: string; type: {text: string}})[];
  members: (Named & {kind: string; default?: string; readonly?: boolean})[];
  events: Named[];
  slots: Named[];
  cssParts: Named[];
  cssProperties: Named[];
}

/** The command `api` `{tag}`, for browser tests: what the published manifest says of an element. It is `read` at the first one. */
export const elementApi = (read: () => Promise<ElementManifest[]>): TestRunnerPlugin<{tag: string}> => {
  let found: Promise<ElementManifest[]> | undefined;
  return {
    name: 'element-api',
    async executeCommand({command, payload}) {
      if (command !== 'api' || !payload) return undefined;
      found ??= read();
      return (await found).find(({tagName}) => tagName === payload.tag);
    },
  };
};
