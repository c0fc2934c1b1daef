import {frGrid} from './fr-grid.js';
import {number, plural} from './in-french.js';

let days: Intl.DateTimeFormat | undefined;

/** « 21 novembre 2026 »; an inventory shows many days, and the browser takes long to make one that writes them. */
const longDay = (day: string): string =>
  (days ??= new Intl.DateTimeFormat('fr', {dateStyle: 'long', timeZone: 'UTC'})).format(new Date(day));

/** « 3 lectures, dont 1 inachevée »: how many ratings, and how many of them still leave something to answer. */
function readings({count, unfinished}: {count: number; unfinished: number}): string {
  if (unfinished > 0 && unfinished === count) return plural(count, 'lecture inachevée', 'lectures inachevées');
  return `${plural(count, 'lecture', 'lectures')}${unfinished > 0 ? `, dont ${plural(unfinished, 'inachevée', 'inachevées')}` : ''}`;
}

/** What a group of raters reads, with the words of each of them: documents, agreement, before and after, paper. */
export const frGroup = {
  ...frGrid,
  dossierTitle: 'Vos documents',
  dossierLead:
    'Ce dossier reste sur cet appareil. Pour le partager, enregistrez-le en fichier : une autre personne l’ouvre chez elle, puis vous réunissez les deux.',
  newDocument: 'Noter un document',
  newRating: 'Nouvelle lecture',
  newVersion: 'Nouvelle version',
  continueRating: ({rater}: {rater: string}) => `Reprendre ${rater}`,
  versionOf: ({version}: {version: string}) => `Version ${version}`,
  ratings: readings,
  provisionalScore: ({score}: {score: string}) => `${score} (provisoire)`,
  lastChange: ({day}: {day: string}) => `dernière modification le ${longDay(day)}`,
  settled: 'avis commun établi',
  settling: 'avis commun en cours',
  compareRaters: 'Comparer les lectures',
  compareVersions: 'Avant, après',
  exportJson: 'Enregistrer le dossier (fichier)',
  exportCsv: 'Tableau pour tableur (CSV)',
  importJson: 'Ouvrir un dossier',
  imported: ({added, updated, apart, same}: {added: number; updated: number; apart: number; same: number}) =>
    [
      `${plural(added, 'lecture ajoutée', 'lectures ajoutées')}, ${plural(updated, 'mise à jour', 'mises à jour')}.`,
      same > 0 ? `${plural(same, 'lecture déjà connue', 'lectures déjà connues')}.` : '',
      apart > 0 ? `${plural(apart, 'lecture modifiée', 'lectures modifiées')} des deux côtés : les deux sont gardées.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  importFailed: 'Ce fichier n’est pas un dossier de lectures. Rien n’a changé.',
  unreadable: ({count}: {count: number}) =>
    `${plural(count, 'lecture vient', 'lectures viennent')} d’une version plus récente : elles sont gardées, sans être affichées.`,
  ofOtherGrids: ({count, grids}: {count: number; grids: readonly string[]}) =>
    `${plural(count, 'lecture faite', 'lectures faites')} avec une autre grille (${grids.join(', ')}) : ${count > 1 ? 'elles restent' : 'elle reste'} sur cet appareil et dans le fichier du dossier, sans compter ici.`,
  unnamedRater: 'Lecture sans nom',
  unnamedDocument: 'Document sans nom',
  removeRating: 'Effacer une lecture',
  removeSure: ({rater}: {rater: string}) => `Effacer pour de bon « ${rater} »`,
  agreementTitle: ({title, version}: {title: string; version: string}) => `${title}, version ${version} : les lectures côte à côte`,
  disputed: ({count, of}: {count: number; of: number}) =>
    count === 0
      ? 'Toutes les lectures disent la même chose.'
      : `${plural(count, 'désaccord', 'désaccords')} sur ${number(of)} items. Commencez par là.`,
  votes: ({yes, no, na}: {yes: number; no: number; na: number}) =>
    [yes && `${number(yes)} d’accord`, no && `${number(no)} pas d’accord`, na && `${number(na)} sans objet`].filter(Boolean).join(', '),
  pairsLead: 'Pour chaque item, les lectures sont comparées deux à deux : l’accord est la part des paires qui ont la même réponse.',
  itemAgreement: ({equal, pairs, percent}: {equal: number; pairs: number; percent: number | undefined}) =>
    percent === undefined
      ? 'Accord : pas défini, moins de deux réponses'
      : `Accord : ${number(percent)} % (${plural(equal, 'paire', 'paires')} sur ${number(pairs)})`,
  consensus: 'Avis commun',
  consensusReason: 'Pourquoi ? (facultatif)',
  consensusLead: 'Parlez-en, puis notez l’avis commun. Les lectures de chacun ne changent pas.',
  consensusSend: 'Envoyer l’avis commun',
  consensusFinish: 'Terminer l’avis commun',
  consensusFill: 'Reprendre ce qui fait déjà accord',
  meanOf: ({domain, percent, ...ratings}: {domain: string; percent: number; count: number; unfinished: number}) =>
    `${domain} : ${number(percent)} % en moyenne de ${readings(ratings)}`,
  agreedTitle: 'Avis commun',
  agreementNumbers: 'Mesures de l’accord',
  percentName: 'Part d’accord',
  overall: ({percent, items}: {percent: string; items: number}) => `${percent} en moyenne de ${plural(items, 'item', 'items')}`,
  wholePercent: ({percent}: {percent: number}) => `${number(percent)} %`,
  cohenName: 'κ de Cohen',
  fleissName: 'κ de Fleiss',
  ac1Name: 'AC1 de Gwet',
  krippendorffName: 'α de Krippendorff',
  interval: ({low, high}: {low: string; high: string}) => `intervalle à 95 % : de ${low} à ${high}`,
  noInterval: 'pas d’intervalle calculable',
  noVariation: 'pas défini : toutes les réponses sont les mêmes',
  tooFew: 'pas défini : aucun item n’a deux réponses',
  kappaParadox:
    'Le κ est bas alors que l’accord est fort : cela arrive quand presque toutes les réponses sont les mêmes. L’AC1 y est moins sensible.',
  compareTitle: ({title}: {title: string}) => `${title} : avant, après`,
  compareSentence: ({
    after,
    before,
    domain,
  }: {
    after: {version: string; agreed: number; rated: number};
    before: {agreed: number; rated: number};
    domain: string;
  }) =>
    `${domain} : la version ${after.version} a ${plural(after.agreed, 'point', 'points')} sur ${number(after.rated)}, contre ${number(before.agreed)} sur ${number(before.rated)}.`,
  gained: 'Gagnés',
  lost: 'Perdus',
  none: 'Aucun',
  basedOn: ({what, version}: {what: string; version: string}) => `Version ${version} : ${what}`,
  basedOnAgreed: 'avis commun',
  basedOnOne: ({rater}: {rater: string}) => `lecture « ${rater} »`,
  basedOnMajority: (ratings: {count: number; unfinished: number}) => `réponse la plus fréquente de ${readings(ratings)}`,
  others: 'Lire les lectures des autres',
  othersRead: ({count, agreed}: {count: number; agreed: number}) =>
    count + agreed === 0
      ? 'Pas d’autre lecture pour l’instant.'
      : `${[count > 0 && plural(count, 'lecture reçue', 'lectures reçues'), agreed > 0 && plural(agreed, 'avis commun reçu', 'avis communs reçus')].filter(Boolean).join(', ')}.`,
  othersLocked: 'Les lectures des autres s’ouvrent quand la vôtre est envoyée et arrivée. Envoyez-la, puis revenez ici.',
  othersFailed: 'Les lectures des autres n’ont pas pu être lues. Vérifiez la connexion, puis réessayez.',
  removed: ({rater}: {rater: string}) => `La lecture « ${rater} » est effacée.`,
  putBack: 'Remettre la lecture effacée',
  putBackDone: 'La lecture est remise.',
  removeLead: 'Elle disparaît de cet appareil. Pour en garder une trace, enregistrez d’abord le dossier.',
  exportOpen: 'Tableau pour données ouvertes (CSV)',
  alsoAgreed: ({count}: {count: number}) =>
    count === 1
      ? 'Un autre avis commun est venu d’ailleurs : il est gardé à côté.'
      : `${number(count)} autres avis communs sont venus d’ailleurs : ils sont gardés à côté.`,
  paperRater: 'Lecture faite par',
  paperDay: 'Le',
  paperFact: ({numbers}: {numbers: readonly number[]}) => `alors, sans objet : ${numbers.join(', ')}`,
  paperScores: 'Compter',
  paperScore: ({domain, numbers}: {domain: string; numbers: readonly number[]}) =>
    `${domain} (items ${numbers[0]} à ${numbers.at(-1)}) : ____ d’accord ÷ ( ____ d’accord + ____ pas d’accord ) × 100 = ____ %. « Sans objet » ne compte pas.`,
};

export type GroupWords = typeof frGroup;
