import {SurveyError, type Definition, type Id} from '@ppgp/schema';
import type {ReactiveControllerHost} from 'lit';

/** Where a definition may come from: the property wins over `src`, which wins over the ready-made one. */
export interface Origin {
  definition: unknown;
  src: string;
  instrument: Id;
  /** Looks a ready-made instrument up; undefined when there is none of that name. */
  readyMade: (id: Id) => Definition | undefined;
}

/** A definition, the campaign that `src` led to, and what its addresses are resolved against. */
export interface Found {
  definition: Definition;
  campaign?: Id;
  base: string;
}

/** Finds the definition of an element. */
export class DefinitionController {
  found: Found | undefined;
  error: SurveyError | undefined;
  readonly #host: ReactiveControllerHost;
  /** @throws SurveyError when the element cannot show a definition that is valid in itself */
  readonly #accept: (definition: Definition) => void;
  #loading: AbortController | undefined;

  constructor(host: ReactiveControllerHost, accept: (definition: Definition) => void) {
    this.#host = host;
    this.#accept = accept;
  }

  /** Starts over. A ready-made definition is there at once; the schema is fetched only for others. */
  async load(origin: Origin): Promise<void> {
    this.#loading?.abort();
    const loading = (this.#loading = new AbortController());
    this.found = this.error = undefined;
    try {
      const ready = origin.definition === undefined && origin.src === '';
      const found = ready ? readyMade(origin) : await import('./foreign.js').then(({foreign}) => foreign(origin, loading.signal));
      if (this.#loading !== loading) return;
      this.#accept(found.definition);
      this.found = found;
    } catch (cause) {
      if (this.#loading !== loading) return;
      this.error =
        cause instanceof SurveyError ? cause : new SurveyError('definition-missing', 'The definition could not be read.', {cause});
    }
    this.#host.requestUpdate();
  }
}

function readyMade({readyMade: find, instrument}: Origin): Found {
  const definition = find(instrument);
  if (definition === undefined) throw new SurveyError('definition-missing', `This tag has no ready-made instrument "${instrument}".`);
  return {definition, base: document.baseURI};
}
