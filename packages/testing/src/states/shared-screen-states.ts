import type {Questionnaire} from '@ppgp/schema';
import {answersAll, fakeSite, part, pressPart, until, type TestedElement} from '../element/index.js';
import {darkens} from './board-states.js';
import type {Stage, State} from './state.js';

/** A questionnaire whose last question is in two languages, on a screen that waits for somebody. */
async function waits(stage: Stage, asked: Questionnaire, properties: object = {}): Promise<TestedElement> {
  const {questions, ...rest} = stage.translated(asked);
  const last = questions.slice(-1).map((question) => ({...question, label: {fr: question.label, ar: 'كلمة؟'}}));
  const definition = {...rest, questions: [...questions.slice(0, -1), ...last]};
  const element = await stage.show({definition, mode: 'kiosk', ...properties});
  await until('it waits', () => part(element, 'attract') !== null);
  return element;
}

/** A questionnaire on a screen that people share: between two of them, asking whether one is still there, and after sending. */
export const sharedScreenStates = (asked: Questionnaire): State[] => [
  {name: 'a shared screen between two people', reach: (stage) => waits(stage, asked)},
  {
    name: 'a shared screen that asks whether one is still there',
    async reach(stage) {
      const element = await waits(stage, asked);
      await pressPart(element, 'start');
      darkens();
      await until('it asks', () => part(element, 'still-there') !== null);
      return element;
    },
  },
  {
    name: 'a shared screen that clears itself soon',
    async reach(stage) {
      const site = await fakeSite();
      const element = await waits(stage, asked, {endpoint: site.endpoint});
      await pressPart(element, 'start');
      await answersAll(element);
      await pressPart(element, 'send');
      await until('it thanks', () => part(element, 'finish') !== null);
      return element;
    },
  },
];
