// @ts-check
/** Answers as a questionnaire of twenty questions makes them, ready to be sent. */
import {createHash, randomUUID} from 'node:crypto';

export const CAMPAIGN = 'mesure';
const QUESTIONS = 20;

const choices = ['oui', 'plutot', 'peu', 'non'].map((id) => ({id, label: id}));
export const campaign = {
  format: 'ppgp-campaign/1',
  id: CAMPAIGN,
  definition: {
    format: 'ppgp/1',
    kind: 'questionnaire',
    id: CAMPAIGN,
    version: '1',
    title: 'Mesure',
    questions: Array.from({length: QUESTIONS}, (_, index) => ({id: `q${index}`, type: 'single', label: `Question ${index}`, choices})),
  },
};

/** @typedef {{id: string, campaign: string, version: string, day: string, kind: 'plain', hash: string, payload: string}} Item */

/** @returns {Item} about half a kilobyte */
export function anItem() {
  const id = randomUUID();
  const answers = Object.fromEntries(
    Array.from({length: QUESTIONS}, (_, index) => [`q${index}`, choices[Math.floor(Math.random() * choices.length)]?.id]),
  );
  const payload = JSON.stringify({answers, lang: 'fr', mode: 'web', territory: 'albi', salt: id});
  const hash = `sha256-${createHash('sha256').update(payload).digest('base64url')}`;
  return {id, campaign: CAMPAIGN, version: '1', day: '2026-11-21', kind: 'plain', hash, payload};
}

/** The bodies of the requests for so many answers. @param {number} count @param {number} size answers in a request */
export function bodies(count, size) {
  return Array.from({length: Math.ceil(count / size)}, () =>
    Buffer.from(JSON.stringify({protocol: 'reponses/1', items: Array.from({length: size}, anItem)})),
  );
}
