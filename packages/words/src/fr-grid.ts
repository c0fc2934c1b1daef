import {longDay, number, plural} from './in-french.js';

/** How an item is marked. */
type Mark = 'yes' | 'no' | 'na';

const marks: Record<Mark, string> = {yes: 'D’accord', no: 'Pas d’accord', na: 'Sans objet'};

/** What those read who rate a document with a grid. */
export const frGrid = {
  mark: ({mark}: {mark: Mark}) => marks[mark],
  item: ({index, count}: {index: number; count: number}) => `Item ${number(index)} sur ${number(count)}`,
  landmark: ({index, count}: {index: number; count: number}) => `Repère ${number(index)} sur ${number(count)}, sans note`,
  startTitle: 'Quel document allez-vous noter ?',
  startLead: 'Lisez-le d’abord en entier, comme un parent qui le reçoit. Puis répondez item par item, le document sous les yeux.',
  documentLabel: 'Nom du document',
  documentHint: 'Par exemple : flyer « Vous attendez un enfant ».',
  versionLabel: 'Version',
  raterLabel: 'Comment vous appeler dans ce dossier ?',
  raterHint: 'Un mot choisi par vous, par exemple « relectrice 2 ». N’écrivez pas votre nom.',
  raterDefault: ({index}: {index: number}) => `Lecture ${number(index)}`,
  factsTitle: 'Ce qui est vrai de tout le document',
  factsHint: 'Cochez s’il y a lieu : les items concernés passent à « sans objet ». Vous pouvez décocher à tout moment.',
  begin: 'Commencer',
  goOn: 'Continuer la lecture',
  next: 'Item suivant',
  back: 'Item précédent',
  toList: 'Tous les items',
  toFacts: 'Le document',
  listTitle: 'Vos réponses',
  toScores: 'Voir le résultat',
  guide: 'Comment décider ?',
  guideRule: 'D’accord si c’est vrai presque partout, 8 fois sur 10 ou plus.',
  guideYes: 'Oui :',
  guideNo: 'Non :',
  naWhen: ({condition}: {condition: string}) => `Sans objet : ${condition}.`,
  naNever: 'Ici, « sans objet » n’est pas possible.',
  note: 'Remarque (facultatif)',
  notAnswered: 'Pas de réponse',
  undo: 'Annuler',
  redo: 'Rétablir',
  undone: 'C’est annulé.',
  redone: 'C’est rétabli.',
  clear: 'Effacer cette réponse',
  score: ({agreed, rated}: {agreed: number; rated: number}) => `${number(agreed)} sur ${number(rated)}`,
  scoreSum: ({agreed, rated, percent}: {agreed: number; rated: number; percent: number}) =>
    `${number(agreed)} ÷ ${number(rated)} = ${number(percent)} %.`,
  scoreLater: 'à venir',
  scoreNotBegun: ({count}: {count: number}) => `Pas encore commencé : ${plural(count, 'item', 'items')}.`,
  scoreNothing: 'Aucun item ne s’applique à ce document.',
  provisional: ({answered, count}: {answered: number; count: number}) =>
    `Provisoire : ${answered === 1 ? '1 item a une réponse' : `${number(answered)} items ont une réponse`}, sur ${number(count)}.`,
  threshold: ({percent}: {percent: number}) => `Repère d’usage : ${number(percent)} %.`,
  landmarksTitle: 'Repères PMI',
  landmarksLead: 'À côté de la grille, sans note : ce qu’une PMI vérifie aussi.',
  hintFact: ({fact}: {fact: string}) => `Vous avez coché « ${fact} », et répondu autrement ici. Gardez ce qui est juste.`,
  hintNoFact: ({fact}: {fact: string}) => `« Sans objet » va avec « ${fact} », qui n’est pas coché.`,
  send: 'Envoyer ma lecture',
  sendHint: ({count}: {count: number}) =>
    count === 0
      ? 'Tous les items ont une réponse.'
      : `Il reste ${plural(count, 'item', 'items')} sans réponse : vous pouvez envoyer quand même.`,
  finish: 'Terminer ma lecture',
  print: 'Imprimer',
  dossierTitle: 'Vos documents',
  dossierLead:
    'Ce dossier reste sur cet appareil. Pour le partager, enregistrez-le en fichier : une autre personne l’ouvre chez elle, puis vous réunissez les deux.',
  newDocument: 'Noter un document',
  newRating: 'Nouvelle lecture',
  newVersion: 'Nouvelle version',
  continueRating: ({rater}: {rater: string}) => `Reprendre ${rater}`,
  versionOf: ({version}: {version: string}) => `Version ${version}`,
  ratings: ({count}: {count: number}) => plural(count, 'lecture', 'lectures'),
  lastChange: ({day}: {day: string}) => `dernière modification le ${longDay({day})}`,
  settled: 'avis commun établi',
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
  kept: 'Chaque réponse est enregistrée sur cet appareil.',
  keepRefused: 'Cet appareil n’enregistre pas vos réponses : gardez cette page ouverte, et enregistrez le dossier en fichier.',
  keptApart: ({rater}: {rater: string}) => `Cette lecture était aussi ouverte ailleurs : la vôtre est gardée à part, sous « ${rater} ».`,
  unnamedRater: 'Lecture sans nom',
  unnamedDocument: 'Document sans nom',
  removeRating: 'Effacer cette lecture',
  removeSure: 'Effacer pour de bon',
  cancel: 'Garder',
  agreementTitle: ({title, version}: {title: string; version: string}) => `${title}, version ${version} : les lectures côte à côte`,
  disputed: ({count, of}: {count: number; of: number}) =>
    count === 0
      ? 'Toutes les lectures disent la même chose.'
      : `${plural(count, 'désaccord', 'désaccords')} sur ${number(of)} items. Commencez par là.`,
  marksHead: 'Réponses',
  votes: ({yes, no, na}: {yes: number; no: number; na: number}) =>
    [yes && `${number(yes)} d’accord`, no && `${number(no)} pas d’accord`, na && `${number(na)} sans objet`].filter(Boolean).join(', '),
  consensus: 'Avis commun',
  consensusReason: 'Pourquoi ? (facultatif)',
  consensusLead: 'Parlez-en, puis notez l’avis commun. Les lectures de chacun ne changent pas.',
  consensusFill: 'Reprendre ce qui fait déjà accord',
  meanOf: ({domain, percent, count}: {domain: string; percent: number; count: number}) =>
    `${domain} : ${number(percent)} % en moyenne de ${plural(count, 'lecture', 'lectures')}`,
  agreedTitle: 'Avis commun',
  agreementNumbers: 'Mesures de l’accord',
  percentName: 'Part d’accord',
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
  basedOnMajority: ({count}: {count: number}) => `réponse la plus fréquente de ${number(count)} lectures`,
  toDossier: 'Vos documents',
  origin: 'D’où vient cette grille ?',
};

export type GridWords = typeof frGrid;
