import type {Board, Payload, Questionnaire} from '@ppgp/schema';
import {Session, composePayload, type Given} from '@ppgp/session';
import {boardPayload} from './board-form.js';
import {HIDDEN} from './fields.js';
import type {FormPage, Note} from './form-page.js';
import {seedOf, type Identity} from './identity.js';
import {told} from './problem-words.js';
import {questionsOf} from './questions-of.js';
import {readFields, type Contradiction} from './read-fields.js';
import type {Stand} from './asked-campaign.js';
import {Wording} from './wording.js';
import {writeFields} from './write-fields.js';

/** A form as one person has it. */
export interface Sheet extends Stand {
  campaign: string;
  definition: Questionnaire;
  /** Of which the definition is the form. */
  board?: Board | undefined;
  identity: Identity;
  fields: URLSearchParams;
  /** An address of the definition as one of this host. */
  resolve(url: string): string | undefined;
}

/** A form nobody has filled in, but for the definition's initial answers. */
export function blankFields(definition: Questionnaire): URLSearchParams {
  const {given} = new Session(definition, {mode: 'web'});
  return writeFields(definition.questions, given);
}

/** What was filled in, as a session has it; hidden questions are no part of what it says. */
export function sessionOf({definition, situation, fields}: Sheet): {session: Session; contradictions: Contradiction[]} {
  const {given, contradictions} = readFields(questionsOf(definition, situation), fields);
  const session = new Session(definition, situation, {given: given satisfies Given});
  return {session, contradictions: contradictions.filter(({question}) => session.find(question) !== undefined)};
}

/** The form as a page. `judged`: with all that is to be mended. */
export function formOf(sheet: Sheet, {judged = false, note}: {judged?: boolean; note?: Note} = {}): FormPage {
  const {campaign, definition, board, identity, fields, lang, situation, resolve} = sheet;
  const {session, contradictions} = sessionOf(sheet);
  const wording = new Wording(lang, session);
  const shown = questionsOf(definition, situation, seedOf(identity));
  return {
    campaign,
    definition,
    board,
    shown,
    wording,
    fields,
    resolve,
    note,
    territory: situation.territory,
    problems: judged ? told(shown, session.problems(), contradictions, wording) : [],
    hidden: {
      [HIDDEN.id]: identity.id,
      [HIDDEN.version]: definition.version,
      [HIDDEN.lang]: lang,
      [HIDDEN.territory]: situation.territory,
      [HIDDEN.source]: situation.source,
      [HIDDEN.wave]: situation.wave,
      [HIDDEN.salt]: identity.salt,
    },
  };
}

/** What is stored of a form. A hidden field that a person does not see, filled in, is told and nothing more: it may be a helpful browser. */
export function payloadOf(sheet: Sheet): Payload {
  const {session} = sessionOf(sheet);
  const {lang, board, identity} = sheet;
  const {salt} = identity;
  const asked = composePayload(session, {lang, salt});
  const payload = board === undefined ? asked : {...boardPayload(board, asked, sheet), ...(salt === undefined ? {} : {salt})};
  return sheet.fields.get(HIDDEN.trap) ? {...payload, signals: ['trap']} : payload;
}
