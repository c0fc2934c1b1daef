import {CAMPAIGN, mark} from '../given-answer.js';
import {tell} from './tell.js';

/** What the tag says of an answer (`packages/words`). */
const SHOWN: [RegExp, 'saved' | 'sent' | 'unsaved'][] = [
  [/pas encore enregistrée|Pas encore enregistré/, 'unsaved'],
  [/bien arrivée/, 'sent'],
  [/réponse est enregistrée|Enregistré sur/, 'saved'],
];

const until = async <T>(look: () => T | undefined | null): Promise<T> => {
  for (const deadline = Date.now() + 8_000; Date.now() < deadline;) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('The tag did not come so far.');
};

/** Gives answer `k` through the tag, and tells what it then shows, whenever that changes. */
export async function answerInPerson(run: number, k: number, endpoint: string): Promise<void> {
  const survey = document.createElement('ppgp-survey');
  for (const [name, value] of Object.entries({campaign: CAMPAIGN, endpoint, src: '/questions.json', draft: 'off'}))
    survey.setAttribute(name, value);
  document.body.append(survey);
  const part = <T extends HTMLElement>(name: string): T | null | undefined => survey.shadowRoot?.querySelector<T>(`[part~=${name}]`);

  const field = await until(() => part<HTMLTextAreaElement>('field'));
  field.value = mark(run, k);
  field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
  for (const name of ['next', 'send']) {
    const button = await until(() => part(name));
    if (name === 'send') await tell({type: 'about', k, id: `survey-${k}`});
    button.click();
  }
  await until(() => part('receipt'));
  let last = '';
  const look = (): void => {
    const text = survey.shadowRoot?.textContent ?? '';
    const [, as] = SHOWN.find(([words]) => words.test(text)) ?? [];
    if (!as || as === last) return;
    last = as;
    void tell({type: 'shown', k, as});
  };
  new MutationObserver(look).observe(survey.shadowRoot ?? survey, {childList: true, characterData: true, subtree: true});
  look();
  await until(() => ['saved', 'sent', 'unsaved'].includes(last));
}
