import {SurveyError, type Definition, type Lang, type Questionnaire} from '@ppgp/schema';
import {DRAWN_TYPES} from '../../questions/drawn-types.js';
import {CorrectedReader} from '../corrected-reader.js';
import type {Reader} from '../reader.js';

export {declineRow} from '../../questions/decline-row.js';
export {otherField} from '../../questions/other-field.js';
export {closed, isOpen} from './closed.js';
export {contact} from './contact.js';
export {notice} from './notice.js';
export {situation} from './situation.js';

/** A reader in the language of the page's address (`?lang=…`), if the definition lists it, with the département's corrections. */
export function reader({languages, words}: Questionnaire, lang: Lang): Reader {
  const asked = new URLSearchParams(location.search).get('lang') ?? '';
  return new CorrectedReader(languages?.includes(asked) === true ? asked : lang, words);
}

/** @throws SurveyError `definition-invalid`: what these elements cannot do with a definition that is valid in itself */
export function questionnaire(definition: Definition): Questionnaire {
  if (definition.kind !== 'questionnaire')
    throw new SurveyError('definition-invalid', `This tag asks questionnaires, not a ${definition.kind}.`);
  const strange = definition.questions.find(({type}) => !DRAWN_TYPES.some((drawn) => drawn === type));
  if (strange === undefined) return definition;
  throw new SurveyError('definition-invalid', `Question "${strange.id}": this version does not ask questions of type "${strange.type}".`);
}

/** 128 random bits beside the answers of a sensitive questionnaire that cannot be sealed: nobody can then guess them from their hash. */
export function salt({sensitive, publicKey}: Questionnaire): string | undefined {
  if (sensitive !== true || publicKey !== undefined) return undefined;
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
