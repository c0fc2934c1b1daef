import {number, plural} from './in-french.js';

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
  kept: 'Chaque réponse est enregistrée sur cet appareil.',
  keepRefused: 'Cet appareil n’enregistre pas vos réponses : gardez cette page ouverte, et enregistrez le dossier en fichier.',
  keptApart: ({rater}: {rater: string}) => `Cette lecture était aussi ouverte ailleurs : la vôtre est gardée à part, sous « ${rater} ».`,
  otherAgreed: 'Autre avis commun',
  toDossier: 'Vos documents',
  origin: 'D’où vient cette grille ?',
  besideTitle: 'Le document sous les yeux (facultatif)',
  besideHint: 'Une image ou un PDF de votre ordinateur, à côté des items. Il n’est ni envoyé ni gardé.',
  besideOpen: 'Ouvrir le document',
  besideOnSite: 'Il est en ligne sur ce site ?',
  besideAddress: 'Son adresse',
  besideShow: 'Ouvrir cette adresse',
  partFailed: 'Cette partie n’a pas pu être chargée. Vérifiez la connexion.',
  partAgain: 'Essayer de nouveau',
  topicsTitle: 'Par thème : items d’accord, sur les items notés',
  toPaper: 'La grille sur papier',
};

export type GridWords = typeof frGrid;
