import type {Definition} from '@ppgp/schema';
import {Session, type Opening} from '@ppgp/session';
import {frConfigured, frForm} from '@ppgp/words';
import {html} from 'hono/html';
import {asQuestionnaire} from '../reading.js';
import type {AskedCampaign, Stand} from './asked-campaign.js';
import {thanks} from './icons.js';
import {contact, message} from './page.js';
import {Wording, type Html} from './wording.js';

const wordingOf = (definition: Definition, {lang, situation}: Stand): Wording =>
  new Wording(lang, new Session(asQuestionnaire(definition), situation));

/** Before the opening day, and after the closing one. */
export function closedPage(definition: Definition, stand: Stand, opening: Exclude<Opening, 'open'>): Html {
  const wording = wordingOf(definition, stand);
  const words = wording.words(frConfigured);
  const {opens = '', territories} = definition;
  const under = contact(wording, territories, stand.situation.territory);
  return opening === 'before'
    ? message(words.beforeTitle, [words.beforeNext({day: words.day({day: opens})})], {under})
    : message(words.closedTitle, [words.closedNext], {under});
}

/** What cannot be asked on a plain page, and what can be done instead. `sent`: somebody tried to answer. */
export function otherKindPage(
  {kind, definition}: Extract<AskedCampaign, {kind: 'grid' | 'board' | 'sealed'}>,
  stand: Stand,
  sent = false,
): Html {
  const wording = wordingOf(definition, stand);
  const words = wording.words(frForm);
  const next = words[`${kind}Next`];
  const under = contact(wording, definition.territories, stand.situation.territory);
  return message(words[`${kind}Title`], sent ? [words.nothingKept, next] : [next], {under});
}

/** The answer is on disk. `before`: it was already, as it is, or otherwise. */
export function thanksPage(definition: Definition, stand: Stand, before?: 'same' | 'other'): Html {
  const wording = wordingOf(definition, stand);
  const words = wording.words(frForm);
  const lines = before === undefined ? [words.closePage] : [before === 'same' ? words.againNext : words.changedNext, words.closePage];
  return message(before === undefined ? words.thanksTitle : words.againTitle, lines, {
    above: thanks,
    under: contact(wording, definition.territories, stand.situation.territory),
  });
}

export const unknownPage = (): Html => message(frForm.unknownTitle, [frForm.unknownNext]);

/** Not even the questions can be read now: all that was filled in waits on the page to be sent again, as it is. */
export function retryPage(title: string, next: string, fields: URLSearchParams): Html {
  const inputs = [...fields].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
  return message(title, [next], {
    under: html`<form method="post">
      ${inputs}<button type="submit">${frForm.again}</button>
    </form>`,
  });
}
