import {configured} from '../questionnaire/configured.js';
import type {Found, Origin} from '../find-definition.js';
import {foreignDefinition} from './foreign-definition.js';

/**
 * A questionnaire that is not ready-made, with what such a one can need.
 * @throws SurveyError `definition-missing`, `definition-invalid`, `definition-foreign`
 */
export async function foreign(origin: Origin, signal: AbortSignal): Promise<Found> {
  const {definition, ...more} = await foreignDefinition(origin, signal);
  return {definition: configured.questionnaire(definition), ...more, configured};
}
