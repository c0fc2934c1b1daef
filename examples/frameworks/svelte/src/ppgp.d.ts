import type {HTMLAttributes} from 'svelte/elements';

/** The events of the tags, by the names that Svelte 5 gives them. */
type Events = {
  [Name in Extract<keyof GlobalEventHandlersEventMap, `ppgp-${string}`> as `on${Name}`]?: (
    event: GlobalEventHandlersEventMap[Name],
  ) => void;
};

type Tag<Name extends keyof HTMLElementTagNameMap> = Partial<Omit<HTMLElementTagNameMap[Name], keyof HTMLElement>> &
  HTMLAttributes<HTMLElementTagNameMap[Name]> &
  Events;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'ppgp-survey': Tag<'ppgp-survey'>;
  }
}
