import {longDay, number, plural} from './in-french.js';

/** What those who read the figures read. */
export const frResults = {
  share: ({k, n, percent}: {k: number; n: number; percent: number | undefined}) =>
    percent === undefined ? `${number(k)} sur ${number(n)}` : `${number(k)} sur ${number(n)} (${number(percent)} %)`,
  answers: ({count}: {count: number}) => plural(count, 'réponse reçue', 'réponses reçues'),
  counted: ({count}: {count: number}) => `${plural(count, 'comptée', 'comptées')}`,
  base: ({count}: {count: number}) => plural(count, 'personne a répondu', 'personnes ont répondu'),
  noAnswersHere: 'Personne n’a encore répondu à cette question.',
  hidden: ({k}: {k: number}) => `moins de ${number(k)}`,
  hiddenBase: ({k}: {k: number}) => `Moins de ${number(k)} réponses : les chiffres sont masqués pour que personne ne soit reconnu.`,
  answerHead: 'Réponse',
  countHead: 'Personnes',
  documentHead: 'Document',
  comments: ({count}: {count: number}) => plural(count, 'commentaire écrit', 'commentaires écrits'),
  yes: 'Oui',
  no: 'Non',
  median: ({value, unit}: {value: number; unit: string}) => `La moitié des réponses est de ${number(value)}${unit && ` ${unit}`} ou moins.`,
  asOf: ({day}: {day: string}) => `Chiffres du ${day}`,
  day: longDay,
  tokenTitle: 'Ces chiffres sont réservés à l’équipe.',
  tokenLabel: 'Clé d’accès',
  tokenSend: 'Voir les chiffres',
  tokenWrong: 'Cette clé n’ouvre pas ces chiffres. Vérifiez-la.',
  resultsFailed: 'Les chiffres ne peuvent pas s’afficher. Vérifiez la connexion, puis réessayez.',
  resultsStale: 'La dernière mise à jour n’a pas abouti. Ces chiffres peuvent dater.',
};

export type ResultsWords = typeof frResults;
