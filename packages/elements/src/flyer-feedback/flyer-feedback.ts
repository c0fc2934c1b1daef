import {flyer} from '@ppgp/instruments/flyer';
import type {Id, Questionnaire} from '@ppgp/schema';
import {matrix} from '../questions/matrix.js';
import type {Kinds} from '../questions/question-view.js';
import {QuestionnaireElement} from '../internal/questionnaire/questionnaire-element.js';

/**
 * Asks new parents what they think of the letters and the flyer they received, document by document.
 *
 * @summary Evaluation of received documents: twelve questions, about three minutes, anonymous.
 * @slot - Fallback (a link to the plain form, the phone number of the service): shown until the element takes over, and when it fails.
 * @slot notice - Information on data protection, on the first screen.
 * @slot contact - Whom to call, in the same place on every screen.
 * @fires ppgp-change - {question, answer}: a person answered, changed or took back an answer.
 * @fires ppgp-step - {index, count, title}: another step is shown.
 * @fires ppgp-submit - {submission}; cancelable: prevented, nothing is kept and the host has it.
 * @fires ppgp-saved - {id}: the answer survives closing the page.
 * @fires ppgp-sent - {id, previousId}: the collector has the answer on disk.
 * @fires ppgp-reset - Everything was cleared for the next person.
 * @fires ppgp-error - {code, cause}: something for the integrator.
 * @csspart body - The element's ground.
 * @csspart question - One question.
 * @csspart row - One row of a matrix.
 * @csspart choice - One choice: a row, a pill or a face.
 * @csspart field - A text field.
 * @csspart draft - What is said of answers kept on this device.
 * @csspart enough - « Relire et envoyer maintenant ».
 * @csspart next - The button that goes on.
 * @csspart back - The button that goes back.
 * @csspart mask - « Le masquer », beside a text that tells who writes.
 * @csspart send - The button that sends.
 * @csspart retry - « Essayer maintenant ».
 * @csspart problems - What is missing, at the top of a step.
 * @csspart review - The answers before they go.
 * @csspart receipt - What is true after sending.
 * @csspart status - The line or note that says where the answer is.
 * @csspart attract - Between two people, on a shared screen.
 * @csspart language - Begins in another language.
 * @csspart start - « Touchez pour commencer ».
 * @csspart still-there - « Vous êtes encore là ? »
 * @csspart go-on - « Oui, je continue ».
 * @csspart finish - « Effacer et finir ».
 * @csspart staff - « Équipe », between two people.
 * @cssproperty --ppgp-accent - The host's colour; its hue is kept, its lightness clamped so that text stays readable.
 * @cssproperty --ppgp-radius - Roundness of boxes; any length, 0 included.
 */
export class FlyerFeedback extends QuestionnaireElement {
  override instrument: Id = 'flyer';
  override kinds: Kinds = {views: {matrix}};

  override readyMade(id: Id): Questionnaire | undefined {
    return id === flyer.id ? flyer : undefined;
  }
}
