import {SurveyError, settle, type Definition, type Id} from '@ppgp/schema';
import {fetchJson} from './fetch-json.js';

/** Where a definition that is not ready-made comes from. */
export interface ForeignOrigin {
  /** The property `definition`; undefined: `src` is fetched. */
  definition: unknown;
  src: string;
  /** Looks up the instrument that a campaign names; undefined when this tag has none of that name. */
  readyMade: (id: Id) => Definition | undefined | Promise<Definition | undefined>;
}

/** A definition, the campaign that it came in, and what its addresses are resolved against. */
export interface ForeignDefinition {
  definition: Definition;
  campaign?: Id;
  base: string;
}

/**
 * A definition, or the campaign around it, from the network or the host page. Members it does not know are warned of.
 * The schema is fetched with it, only when a definition is not ready-made.
 * @throws SurveyError `definition-missing`, `definition-invalid`, `definition-foreign`
 */
export async function foreignDefinition({definition, src, readyMade}: ForeignOrigin, signal: AbortSignal): Promise<ForeignDefinition> {
  const here = definition !== undefined;
  const base = here ? document.baseURI : new URL(src, document.baseURI).href;
  // The schema comes while the definition is on its way.
  const [given, {readForeign}] = await Promise.all([
    here ? Promise.resolve(definition) : fetchJson(src, signal),
    import('@ppgp/schema/validate'),
  ]);
  const {value: read, ignored} = readForeign(given);
  for (const {path, detail} of ignored) console.warn(`ppgp: ${path}: ${detail}`);
  if (read.format !== 'ppgp-campaign/1') return {definition: read, base};
  const inside = 'instrument' in read.definition ? await readyMade(read.definition.instrument) : read.definition;
  if (inside === undefined)
    throw new SurveyError('definition-missing', `Campaign "${read.id}" asks for an instrument that this tag does not have.`);
  return {definition: settle(inside, read), campaign: read.id, base};
}
