import {number, plural} from './in-french.js';

/** What is read before anything else is fetched: the first question, and why there is none. */
export const frFirst = {
  back: 'Retour',
  next: 'Continuer',
  toReview: 'Relire mes réponses',
  reload: 'Réessayer',
  place: ({index, count}: {index: number; count: number}) => `Question ${number(index)} sur ${number(count)}`,
  minutes: ({count}: {count: number}) => plural(count, 'minute', 'minutes'),
  anonymous: 'Sans votre nom',
  maySkip: 'Vous pouvez passer une question',
  required: '(il nous faut cette réponse)',
  failedTitle: 'Le questionnaire ne peut pas s’afficher.',
  failedMissing: 'Il n’a pas pu être chargé. Vérifiez votre connexion, puis réessayez.',
  failedInvalid: 'Il y a une erreur dans ce questionnaire. Le service doit la corriger.',
  incomplete: 'Vos réponses ne peuvent pas encore être enregistrées.',
  incompleteNext: 'Vérifiez votre connexion, puis réessayez.',
};

export type FirstWords = typeof frFirst;
