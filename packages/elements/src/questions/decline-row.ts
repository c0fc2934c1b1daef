import {frConfigured} from '@ppgp/words';
import {nothing, type TemplateResult} from 'lit';
import {cell} from './cell.js';
import type {QuestionContext} from './question-view.js';

/** « Je préfère ne pas répondre », where the question offers it. */
export function declineRow({asked, asker}: QuestionContext): TemplateResult | typeof nothing {
  const {id, decline} = asked.question;
  if (decline !== true) return nothing;
  const isChosen = asked.answer === null;
  return cell({
    type: 'checkbox',
    look: 'choice apart',
    isChosen,
    choose: () => asker.change(id, (session) => session.answer(id, isChosen ? undefined : null)),
    words: asker.reader.words(frConfigured).decline,
  });
}
