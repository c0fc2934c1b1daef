import {
  SurveyError,
  settle,
  type Campaign,
  type Choice,
  type Definition,
  type Id,
  type Question,
  type Questionnaire,
  type Results,
} from '@ppgp/schema';
import {contradictionsIn, type Contradiction} from '@ppgp/tally';
import {frRestitution, frResults} from '@ppgp/words';
import type {ComparedDocument} from './compared-document.js';
import {isDefinition, isMap, isResults} from './form.js';

/** Figures that may be drawn, and the questions they answer where these are known. */
export interface Figures {
  results: Results;
  questionnaire: Questionnaire | undefined;
  /** Of a dossier of ratings. */
  documents?: ComparedDocument[];
}

/** The figures of a page, by the names it gives them; or why there are none. */
export type Sources = ReadonlyMap<string, Figures | SurveyError>;

/** A results file whose numbers cannot all be true: nothing of it is drawn. */
export class Contradictory extends SurveyError {
  readonly found: readonly Contradiction[];

  constructor(found: readonly Contradiction[]) {
    super('definition-invalid', `The figures contradict themselves: ${JSON.stringify(found)}`);
    this.found = found;
  }
}

/** It is neither figures nor a page of them. */
export class NoResults extends SurveyError {}

const noQuestions = (): SurveyError => new SurveyError('definition-invalid', 'These are no questions.');

const marks = (): Choice[] => [
  {id: 'yes', label: frResults.yes, favourable: true},
  {id: 'no', label: frResults.no},
  {id: 'na', label: frRestitution.notApplicable, role: 'na'},
];

/** A definition in the form that the figures know: the tables of a board are `chosen` and `today`, those of a grid its items. */
function asQuestionnaire(definition: Definition): Questionnaire {
  if (definition.kind === 'questionnaire') return definition;
  const questions: Question[] =
    definition.kind === 'grid'
      ? definition.items.map(({id, label}) => ({id, label, type: 'single', choices: marks()}))
      : (['chosen', 'today'] as const).map((id) => ({
          id,
          label: frRestitution[id],
          type: 'multiple',
          choices: definition.themes
            .filter(({sensitive}) => definition.share === 'all' || sensitive !== true)
            .map(({set: _set, ...choice}) => choice),
        }));
  return {...definition, kind: 'questionnaire', questions};
}

/**
 * The questions of a definition or of a campaign that came from the network, or that a page names.
 * @throws SurveyError `definition-invalid`
 */
export async function questionsOf(value: unknown): Promise<Questionnaire> {
  const ready = async (id: unknown): Promise<Definition> => {
    const {instrument} = await import('@ppgp/instruments');
    const found = typeof id === 'string' ? instrument(id) : undefined;
    if (!found) throw new SurveyError('definition-invalid', `There is no instrument ${JSON.stringify(id)}.`);
    return found;
  };
  if (typeof value === 'object' && value !== null && !('format' in value) && 'instrument' in value) {
    return asQuestionnaire(settle(await ready(value.instrument), value as unknown as Campaign));
  }
  if (isDefinition(value)) return asQuestionnaire(value);
  if (!isMap(value) || value['format'] !== 'ppgp-campaign/1' || !isMap(value['definition'])) throw noQuestions();
  const campaign = value as unknown as Campaign;
  const whole = 'instrument' in campaign.definition ? await ready(campaign.definition.instrument) : campaign.definition;
  if (!isDefinition(whole)) throw noQuestions();
  return asQuestionnaire(settle(whole, campaign));
}

/**
 * A value as figures that may be drawn.
 * @throws NoResults where it has not their form
 * @throws Contradictory where its numbers cannot all be true
 */
export function figuresOf(value: unknown, questionnaire: Questionnaire | undefined): Figures {
  if (!isResults(value)) throw new NoResults('definition-invalid', 'These are no results.');
  const results = value;
  const found = contradictionsIn(results, questionnaire);
  if (found.length > 0) throw new Contradictory(found);
  return {results, questionnaire};
}

/** The names of a question's rows or of its codes: those of the definition, then those that only the figures have. */
export interface Labelled {
  id: Id;
  choice: Choice | undefined;
}

/** Everything that has a number, in the definition's order; `na` is in no base, and has none. */
export function labelled(choices: readonly Choice[], counted: object | undefined): Labelled[] {
  const known = choices.filter(({role}) => role !== 'na');
  const codes = Object.keys(counted ?? {}).filter((code) => !choices.some(({id}) => id === code));
  return [...known.map((choice) => ({id: choice.id, choice})), ...codes.map((id) => ({id, choice: undefined}))];
}
