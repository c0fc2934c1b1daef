import type {HTMLAttributes, RefAttributes} from 'react';

/** The events of the tags, by the names that React 19 gives them. */
type Events = {
  [Name in Extract<keyof GlobalEventHandlersEventMap, `ppgp-${string}`> as `on${Name}`]?: (
    event: GlobalEventHandlersEventMap[Name],
  ) => void;
};

type Tag<Name extends keyof HTMLElementTagNameMap> = Partial<Omit<HTMLElementTagNameMap[Name], keyof HTMLElement>> &
  HTMLAttributes<HTMLElementTagNameMap[Name]> &
  RefAttributes<HTMLElementTagNameMap[Name]> &
  Events;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'ppgp-survey': Tag<'ppgp-survey'>;
    }
  }
}
