import {SurveyError, settle, type Definition, type Id} from '@ppgp/schema';
import {configured} from '../questionnaire/configured.js';
import type {Found, Origin} from '../find-definition.js';
import {fetchJson} from './fetch-json.js';

async function unfold(value: unknown, readyMade: Origin['readyMade']): Promise<{definition: Definition; campaign?: Id}> {
  // The schema comes while the definition is on its way.
  const [given, {readForeign}] = await Promise.all([value, import('@ppgp/schema/validate')]);
  const {value: read, ignored} = readForeign(given);
  for (const {path, detail} of ignored) console.warn(`ppgp: ${path}: ${detail}`);
  if (read.format !== 'ppgp-campaign/1') return {definition: read};
  const inside = 'instrument' in read.definition ? await readyMade(read.definition.instrument) : read.definition;
  if (inside === undefined)
    throw new SurveyError('definition-missing', `Campaign "${read.id}" asks for an instrument that this tag does not have.`);
  return {definition: settle(inside, read), campaign: read.id};
}

/**
 * A definition, or the campaign around it, from the network or the host page. Members it does not know are warned of.
 * This part, with the schema, is fetched only when a definition is not ready-made.
 * @throws SurveyError `definition-missing`, `definition-invalid`, `definition-foreign`
 */
export async function foreign({definition, src, readyMade}: Origin, signal: AbortSignal): Promise<Found> {
  const here = definition !== undefined;
  const {definition: read, ...more} = await unfold(here ? definition : fetchJson(src, signal), readyMade);
  const base = here ? document.baseURI : new URL(src, document.baseURI).href;
  return {definition: configured.questionnaire(read), ...more, base, configured};
}
