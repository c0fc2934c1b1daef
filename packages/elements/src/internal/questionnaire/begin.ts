import {Session, shuffle} from '@ppgp/session';
import type {Draft} from '../controllers/draft-controller.js';
import {kinds} from '../../questions/kinds.js';
import {addStyles} from '../styles/add-styles.js';
import {configuredStyles} from '../styles/configured.js';
import {later} from '../styles/later.js';
import type {QuestionnaireElement} from './questionnaire-element.js';
import {situation} from './situation.js';

const moreKinds = (): Promise<typeof import('../../questions/more-kinds.js')> => import('../../questions/more-kinds.js');

/** Has the rarer kinds of question on their way while the definition is, which may ask one of them. */
export function expectMore(): void {
  moreKinds().catch(() => undefined);
}

/** Before the first screen: fetches the kinds of question that are asked, and what an earlier visit left. */
export async function prepare(element: QuestionnaireElement): Promise<Draft | undefined> {
  const {found, renderRoot} = element;
  const isCommon = found?.definition.questions.every(({type}) => type in kinds.views) !== false;
  const more = isCommon ? undefined : await moreKinds();
  element.kinds = more?.allKinds ?? kinds;
  addStyles(renderRoot as ShadowRoot, later, configuredStyles, ...(more ? [more.kindsStyles] : []));
  if (element.draftKeeper) element.removeController(element.draftKeeper);
  const {openDraft} = element.draft ? await import('../controllers/draft-controller.js') : {};
  element.draftKeeper = openDraft?.(element);
  return element.draftKeeper?.read();
}

/** A session where the page stands, with what an earlier visit left, and choices in an order of this person's own. */
export function newSession(element: QuestionnaireElement, draft?: Draft): Session | undefined {
  const definition = element.found?.definition;
  if (!definition) return undefined;
  element.seed = draft?.seed ?? Math.trunc(Math.random() * 2 ** 32);
  element.plain = draft?.plain === true;
  return new Session(definition, situation(definition, element), {given: draft?.given, arrange: shuffle(element.seed)});
}
