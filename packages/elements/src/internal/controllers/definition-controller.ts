import {SurveyError, type Id, type Questionnaire} from '@ppgp/schema';
import type {ReactiveControllerHost} from 'lit';

/** Where a definition may come from: the property wins over `src`, which wins over the ready-made one. */
export interface Origin {
  definition: unknown;
  src: string;
  instrument: Id;
  /** Looks a ready-made instrument up; undefined when there is none of that name. */
  readyMade: (id: Id) => Questionnaire | undefined;
}

/** What only a definition that is not ready-made can need: the days, people and corrections of a campaign. */
export type Configured = typeof import('../questionnaire/configured.js');

/** A definition, the campaign that `src` led to, and what its addresses are resolved against. */
export interface Found {
  definition: Questionnaire;
  campaign?: Id;
  base: string;
  configured?: Configured;
}

/** Whether nothing has to be fetched for it. */
export const isReadyMade = ({definition, src}: Pick<Origin, 'definition' | 'src'>): boolean => definition === undefined && src === '';

/** Finds the definition of an element. */
export class DefinitionController {
  found: Found | undefined;
  error: SurveyError | undefined;
  readonly #host: ReactiveControllerHost;
  /** @throws SurveyError when the element cannot show any definition */
  readonly #check: () => void;
  #loading: AbortController | undefined;

  constructor(host: ReactiveControllerHost, check: () => void) {
    this.#host = host;
    this.#check = check;
  }

  /** Starts over. A ready-made definition is there at once; the schema, and what belongs to it, is fetched only for others. */
  async load(origin: Origin): Promise<void> {
    this.#loading?.abort();
    const loading = (this.#loading = new AbortController());
    this.found = this.error = undefined;
    try {
      const found = isReadyMade(origin)
        ? readyMade(origin)
        : await import('./foreign.js').then(({foreign}) => foreign(origin, loading.signal));
      if (this.#loading !== loading) return;
      this.#check();
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
