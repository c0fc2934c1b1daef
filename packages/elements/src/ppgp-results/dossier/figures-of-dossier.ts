import {SurveyError, textIn, type Definition, type Grid, type Text} from '@ppgp/schema';
import {gridScores} from '@ppgp/tally';
import {frGroup, frRestitution} from '@ppgp/words';
import {gainsAndLosses} from '../../pemat-grid/dossier/agreement-of.js';
import {documentsOf, merge, type RatedDocument, type RatedVersion} from '../../pemat-grid/dossier/dossier.js';
import {settledMarks, unfinished} from '../../pemat-grid/dossier/settled-marks.js';
import type {ComparedDocument} from '../compared-document.js';
import {NoResults, type Figures} from '../figures.js';
import type {Page} from '../page.js';

const plain = (text: Text): string => textIn(text, 'fr').text;
const isGrid = (definition: Definition | undefined): definition is Grid => definition?.kind === 'grid';

function basisOf(version: RatedVersion, grid: Grid): string {
  const {basis} = settledMarks(version);
  if (basis.kind === 'agreed') return frGroup.basedOnAgreed;
  if (basis.kind === 'one') return frGroup.basedOnOne({rater: basis.rater || frGroup.unnamedRater});
  const scored = grid.items.filter(({domain}) => domain !== null);
  return frGroup.basedOnMajority({count: basis.count, unfinished: unfinished(version.own, scored).length});
}

function compared({document, title, versions}: RatedDocument, grid: Grid): ComparedDocument {
  const marks = versions.map((version) => settledMarks(version).marks);
  const scores = marks.map((each) => gridScores(grid, each).domains);
  const [first = {}, last = {}] = [marks[0], marks.at(-1)];
  const {gained, lost} = gainsAndLosses(grid, first, last);
  const labels = (items: Grid['items']): string[] => items.map(({number, label}) => `${number} · ${plain(label)}`);
  return {
    id: document,
    title,
    versions: versions.map((version) => ({name: version.version, basis: basisOf(version, grid)})),
    domains: grid.domains.map(({id, label}) => {
      const own = scores.map((each) => each[id]);
      const [before, after, name] = [own[0], own.at(-1), versions.at(-1)?.version];
      const isTold = versions.length > 1 && before && after && before.rated > 0 && after.rated > 0;
      return {
        label: plain(label),
        scores: own.map((score) => (score && score.rated > 0 ? {k: score.agreed, n: score.rated} : undefined)),
        sentence: isTold ? frGroup.compareSentence({domain: plain(label), after: {version: name ?? '', ...after}, before}) : undefined,
      };
    }),
    gained: labels(gained),
    lost: labels(lost),
  };
}

/**
 * A dossier of `<pemat-grid>` as a source: no questions, and its documents compared.
 * @param given the grid that they were rated with, where it is none of the ready-made ones
 * @throws SurveyError `definition-invalid`
 */
export async function figuresOfDossier(file: unknown, given?: Definition): Promise<Figures> {
  let merged;
  try {
    merged = merge([], file);
  } catch (cause) {
    throw new NoResults('definition-invalid', String(cause));
  }
  const {ratings} = merged;
  const id = ratings[0]?.grid.id;
  const {instrument} = await import('@ppgp/instruments');
  const grid = given ?? (id === undefined ? undefined : instrument(id));
  if (!isGrid(grid)) throw new SurveyError('definition-invalid', `There is no grid ${JSON.stringify(id)}.`);
  const {exportedOn} = file as {exportedOn?: unknown};
  const days = ratings.map(({day}) => day).sort();
  const asOf = typeof exportedOn === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(exportedOn) ? exportedOn : (days.at(-1) ?? '');
  const documents = documentsOf(ratings, grid);
  return {
    results: {
      ...{format: 'ppgp-results/1', campaign: grid.id, versions: [grid.version], audience: 'team', k: 1, asOf},
      ...{received: ratings.length, counted: ratings.length, questions: {}},
    },
    questionnaire: {...grid, kind: 'questionnaire', questions: []},
    documents: documents.map((document) => compared(document, grid)),
  };
}

/** A page of all its documents, for a dossier that stands alone. */
export const pageOfDossier = ({results, documents = []}: Figures): Page => ({
  format: 'ppgp-page/1',
  title: frRestitution.dossierTitle,
  day: results.asOf,
  blocks: documents.map(({id}) => ({block: 'versions', of: id})),
});
