import {SurveyError, type Id, type Questionnaire} from '@ppgp/schema';
import type {Configured} from './questionnaire/configured.js';

/** Where a definition may come from: the property wins over `src`, which wins over the ready-made one. */
export interface Origin {
  definition: unknown;
  src: string;
  instrument: Id;
  /** Looks a ready-made instrument up; undefined when there is none of that name. */
  readyMade: (id: Id) => Questionnaire | undefined | Promise<Questionnaire | undefined>;
  /** For a tag whose ready-made questionnaires have settings and every kind of question too. */
  builtIn?: Configured | undefined;
}

/** A definition, with what comes with one that is not ready-made. */
export interface Found {
  definition: Questionnaire;
  /** The campaign that `src` led to. */
  campaign?: Id;
  /** What its addresses are resolved against, unless the page. */
  base?: string;
  configured?: Configured;
}

/** Whether nothing has to be fetched for it. */
export const isReadyMade = ({definition, src}: Pick<Origin, 'definition' | 'src'>): boolean => definition === undefined && src === '';

/**
 * Finds the definition of an element. The schema, and what belongs to it, is fetched only for one that is not ready-made.
 * @throws SurveyError `definition-missing`, `definition-invalid`, `definition-foreign`
 */
export async function findDefinition(origin: Origin, signal: AbortSignal): Promise<Found> {
  if (!isReadyMade(origin)) {
    // All that it takes is on its way at once.
    const [{definition, ...more}, {configured}] = await Promise.all([
      import('./controllers/foreign-definition.js').then(({foreignDefinition}) => foreignDefinition(origin, signal)),
      import('./questionnaire/configured.js'),
    ]);
    return {definition: configured.questionnaire(definition), ...more, configured};
  }
  const definition = await origin.readyMade(origin.instrument);
  if (definition === undefined) throw new SurveyError('definition-missing', `No instrument ${origin.instrument}.`);
  return {definition, ...(origin.builtIn && {configured: origin.builtIn})};
}
