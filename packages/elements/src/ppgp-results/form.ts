import {ANSWER_FORMS, type Definition, type Results} from '@ppgp/schema';

/**
 * Just enough of the forms of figures and definitions to read them: what a collector answers was validated there, and a validator weighs
 * more than all that is drawn here. A block that stumbles over a definition nonetheless is left out by itself.
 */
export const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** null = suppressed. */
const isFigure = (value: unknown): boolean => value === null || (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0);
const isMapOf = (value: unknown, isOne: (value: unknown) => boolean): boolean => isMap(value) && Object.values(value).every(isOne);
const isMapOrAbsent = (value: unknown, isOne: (value: unknown) => boolean): boolean => value === undefined || isMapOf(value, isOne);
const isFigures = (value: unknown): boolean => isMapOf(value, isFigure);

function isTable(value: unknown): boolean {
  if (!isMap(value)) return false;
  const {base, cells, points, firsts, median = null, rows, pairs} = value;
  return (
    isFigure(base) &&
    isFigures(cells) &&
    [points, firsts].every((counts) => isMapOrAbsent(counts, isFigure)) &&
    (median === null || Number.isFinite(median)) &&
    isMapOrAbsent(rows, isTable) &&
    isMapOrAbsent(pairs, (pair) => isMap(pair) && ['both', 'a', 'b', 'neither'].every((name) => isFigure(pair[name])))
  );
}

/** Figures, whatever they say. */
export function isResults(value: unknown): value is Results {
  if (!isMap(value) || value['format'] !== 'ppgp-results/1') return false;
  const {versions, k, asOf, received, counted, expected = null, weeks, questions} = value;
  return (
    Array.isArray(versions) &&
    typeof k === 'number' &&
    typeof asOf === 'string' &&
    !Number.isNaN(Date.parse(asOf)) &&
    [received, counted, expected].every(isFigure) &&
    isMapOrAbsent(weeks, isFigure) &&
    isMapOf(questions, isTable)
  );
}

/** The file of a dossier of ratings, which `<pemat-grid>` saves. */
export const isDossier = (value: unknown): boolean => isMap(value) && value['format'] === 'ppgp-dossier/1';

const isNamed = (value: unknown): boolean =>
  isMap(value) && typeof value['id'] === 'string' && (typeof value['label'] === 'string' || isMap(value['label']));
const areNamed = (value: unknown): boolean => Array.isArray(value) && value.every(isNamed);

/** Something that questions can be read from. */
export function isDefinition(value: unknown): value is Definition {
  if (!isMap(value) || value['format'] !== 'ppgp/1') return false;
  const {kind, questions, themes, items} = value;
  if (kind === 'grid') return areNamed(items);
  if (kind === 'board') return areNamed(themes);
  return (
    kind === 'questionnaire' &&
    Array.isArray(questions) &&
    areNamed(questions) &&
    questions.every(({type}: {type?: unknown}) => typeof type === 'string' && Object.hasOwn(ANSWER_FORMS, type))
  );
}
