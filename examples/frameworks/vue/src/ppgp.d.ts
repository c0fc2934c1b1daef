import type {EmitFn, HTMLAttributes} from 'vue';

/** The events of the tags, as Vue writes them. */
type Events = {
  [Name in Extract<keyof GlobalEventHandlersEventMap, `ppgp-${string}`>]: (event: GlobalEventHandlersEventMap[Name]) => void;
};

type Tag<Name extends keyof HTMLElementTagNameMap> = new () => {
  $props: Partial<Omit<HTMLElementTagNameMap[Name], keyof HTMLElement>> & HTMLAttributes;
  $emit: EmitFn<Events>;
  $slots: {default?(): unknown};
};

declare module 'vue' {
  interface GlobalComponents {
    'ppgp-survey': Tag<'ppgp-survey'>;
  }
}
