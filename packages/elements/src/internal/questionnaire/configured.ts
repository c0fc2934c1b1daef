import {SurveyError, type Definition, type Lang, type Questionnaire} from '@ppgp/schema';
import type {Asked} from '@ppgp/session';
import {guard} from 'lit/directives/guard.js';
import {declineRow} from '../../questions/decline-row.js';
import {otherField} from '../../questions/other-field.js';
import {kinds} from '../../questions/kinds.js';
import type {ToldProblem} from '../../questions/question-view.js';
import {CorrectedReader} from '../corrected-reader.js';
import type {Reader} from '../reader.js';
import {expectMore, newSession, prepare} from './begin.js';
import {closed, isOpen} from './closed.js';
import {contact} from './contact.js';
import {notice} from './notice.js';
import {enough, plainer} from './options.js';
import {place} from './place.js';
import type {QuestionnaireElement} from './questionnaire-element.js';

/** A reader in the language of the page's address (`?lang=…`), if the definition lists it, with the département's corrections. */
function reader({languages, words}: Questionnaire, lang: Lang, element: QuestionnaireElement): Reader {
  const asked = new URLSearchParams(location.search).get('lang') ?? '';
  return new CorrectedReader(languages?.includes(asked) === true ? asked : lang, words, element);
}

/** @throws SurveyError `definition-invalid`: what these elements cannot do with a definition that is valid in itself */
function questionnaire(definition: Definition): Questionnaire {
  if (definition.kind === 'questionnaire') return definition;
  throw new SurveyError('definition-invalid', `This tag asks questionnaires, not a ${definition.kind}.`);
}

/** 128 random bits beside the answers of a sensitive questionnaire that cannot be sealed: nobody can then guess them from their hash. */
function salt({sensitive, publicKey}: Questionnaire): string | undefined {
  if (sensitive !== true || publicKey !== undefined) return undefined;
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Draws a question again only where something of what is seen changed: a long page stays quick. */
function unlessSame(
  element: QuestionnaireElement,
  [asked, other, problems]: [Asked, string, readonly ToldProblem[]],
  draw: () => unknown,
): unknown {
  const {question, answer, rows} = asked;
  const {reader, level} = element;
  const quoted = question.type === 'consent' ? element.answerOf(question.of) : undefined;
  const told = problems.map(({sentence}) => sentence);
  return guard([reader, reader.plainLabel(question), level, answer, other, quoted, ...rows, ...told], draw);
}

/** What a definition that is not ready-made can need: every kind of question, settings, people, corrections, drafts. */
export const configured = {
  questionnaire,
  reader,
  expectMore,
  prepare,
  newSession,
  isOpen,
  closed,
  contact,
  notice,
  salt,
  unlessSame,
  kinds,
  declineRow,
  otherField,
  place,
  plainer,
  enough,
};

export type Configured = typeof configured;
