import {longDay, number, plural} from './in-french.js';

/** What a campaign’s own settings give to read: its days, its people, its notice. */
export const frConfigured = {
  otherWords: 'Dites-le en quelques mots',
  decline: 'Je préfère ne pas répondre',
  part: ({index, count}: {index: number; count: number}) => `Partie ${number(index)} sur ${number(count)}`,
  questions: ({count}: {count: number}) => plural(count, 'question', 'questions'),
  plainer: 'Mots plus simples',
  enough: 'Relire et envoyer maintenant',
  whoReads: 'Qui lit mes réponses ?',
  beforeTitle: 'Ce questionnaire n’est pas encore ouvert.',
  beforeNext: ({day}: {day: string}) => `Vous pourrez répondre à partir du ${day}.`,
  closedTitle: 'Ce questionnaire est terminé.',
  closedNext: 'Merci à toutes les personnes qui ont répondu.',
  contactTitle: 'Une question ? Appelez la PMI',
  call: ({name, phone}: {name: string; phone: string}) => `Appeler ${name} : ${phone}`,
  day: longDay,
};

export type ConfiguredWords = typeof frConfigured;
