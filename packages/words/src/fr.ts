/** Digits in groups, the French way: 1 234. */
export const number = (value: number): string => new Intl.NumberFormat('fr').format(value);

/** « 1 réponse », « 2 réponses »: in French, one and less are singular. */
export const plural = (count: number, one: string, many: string): string => `${number(count)} ${Math.abs(count) < 2 ? one : many}`;

const list = new Intl.ListFormat('fr', {type: 'conjunction'});

/**
 * The French catalogue: source of every sentence that people read, and the type of every other language.
 * What varies is a function of one object, so that a département can correct it with « {count} » in its own sentence.
 */
export const fr = {
  back: 'Retour',
  next: 'Continuer',
  toReview: 'Relire mes réponses',
  send: 'Envoyer mes réponses',
  change: 'Modifier',
  retry: 'Essayer maintenant',
  reload: 'Réessayer',
  again: 'Répondre à nouveau',

  place: ({index, count}: {index: number; count: number}) => `Question ${number(index)} sur ${number(count)}`,
  minutes: ({count}: {count: number}) => plural(count, 'minute', 'minutes'),
  anonymous: 'Sans votre nom',
  maySkip: 'Vous pouvez passer une question',
  whoReads: 'Qui lit mes réponses ?',

  required: '(il nous faut cette réponse)',
  decline: 'Je préfère ne pas répondre',
  several: 'Plusieurs réponses possibles.',
  atMost: ({max}: {max: number}) => `${plural(max, 'réponse', 'réponses')} au plus.`,
  enoughChosen: ({max}: {max: number}) => `Vous en avez choisi ${number(max)}. Pour en choisir une autre, retirez-en une.`,
  otherWords: 'Dites-le en quelques mots',
  noNames: 'N’écrivez ni nom, ni adresse, ni maladie.',
  lettersLeft: ({count}: {count: number}) => `Il vous reste ${plural(count, 'caractère', 'caractères')}`,
  lettersOver: ({count}: {count: number}) => `${plural(count, 'caractère', 'caractères')} de trop`,

  problems: ({count}: {count: number}) => (count < 2 ? 'Il manque une réponse.' : `Il manque ${number(count)} réponses.`),
  problemsTitle: 'À compléter',
  problemRequired: 'Choisissez une réponse.',
  problemRequiredText: 'Écrivez quelques mots.',
  problemRow: ({row, question}: {row: string; question: string}) => `${row} : ${question}`,
  problemTooMany: ({max}: {max: number}) => `Gardez ${plural(max, 'réponse', 'réponses')} au plus.`,
  problemTooFew: ({min}: {min: number}) => `Choisissez au moins ${plural(min, 'réponse', 'réponses')}.`,
  problemTooLong: ({max}: {max: number}) => `Raccourcissez : ${plural(max, 'caractère', 'caractères')} au plus.`,
  problemOther: 'Cette réponse ne va pas. Corrigez-la.',

  review: 'Relecture',
  reviewTitle: 'Vos réponses',
  reviewLead: ({answered, count}: {answered: number; count: number}) =>
    `Vous avez répondu à ${plural(answered, 'question', 'questions')} sur ${number(count)}. Vous pouvez encore tout changer.`,
  skipped: 'Questions passées',
  declined: 'Préfère ne pas répondre',
  quoted: ({text}: {text: string}) => `« ${text} »`,
  rowAnswer: ({row, answer}: {row: string; answer: string}) => `${row} : ${answer}`,
  list: ({items}: {items: readonly string[]}) => list.format(items),

  saving: 'Nous enregistrons votre réponse…',
  savedTitle: 'Merci. Votre réponse est enregistrée.',
  savedHere: ({device}: {device: 'phone' | 'other'}) =>
    `Enregistré sur ${device === 'phone' ? 'ce téléphone' : 'cet appareil'}, pas encore envoyé.`,
  savedNext: 'Gardez cette page ouverte, ou revenez sur ce site : elle partira toute seule.',
  sentTitle: 'Merci. Votre réponse est bien arrivée.',
  sentLead: 'Elle compte avec celles des autres parents.',
  sentHere: 'Envoyé.',
  sentNothingLeft: 'Rien ne reste sur cet appareil.',
  unsavedTitle: 'Votre réponse n’est pas encore enregistrée.',
  unsavedHere: 'Pas encore enregistré sur cet appareil.',
  unsavedNext: 'Ne fermez pas cette page : nous essayons de l’envoyer.',
  parkedTitle: 'Votre réponse est enregistrée, pas encore envoyée.',
  parkedNext: 'Elle reste sur cet appareil. Le service doit d’abord corriger un réglage.',
  portal: 'Le réseau demande peut-être une connexion (Wi-Fi public).',
  privateTitle: 'Votre réponse n’a pas été enregistrée.',
  privateNext: 'Cette page ne peut pas protéger vos réponses sur cet appareil. Rien n’a été gardé ni envoyé.',
  handedTitle: 'Merci.',
  handedHere: 'Réponse transmise à cette page.',
  waiting: ({count}: {count: number}) =>
    `${plural(count, 'réponse enregistrée', 'réponses enregistrées')} sur cet appareil, pas encore ${count < 2 ? 'envoyée' : 'envoyées'}.`,

  beforeTitle: 'Ce questionnaire n’est pas encore ouvert.',
  beforeNext: ({day}: {day: string}) => `Vous pourrez répondre à partir du ${day}.`,
  closedTitle: 'Ce questionnaire est terminé.',
  closedNext: 'Merci à toutes les personnes qui ont répondu.',
  failedTitle: 'Le questionnaire ne peut pas s’afficher.',
  failedMissing: 'Il n’a pas pu être chargé. Vérifiez votre connexion, puis réessayez.',
  failedInvalid: 'Il y a une erreur dans ce questionnaire. Le service doit la corriger.',
  day: ({day}: {day: string}) =>
    new Intl.DateTimeFormat('fr', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'}).format(new Date(`${day}T00:00:00Z`)),

  contactTitle: 'Une question ? Appelez la PMI',
  call: ({name, phone}: {name: string; phone: string}) => `Appeler ${name} : ${phone}`,
};

/** Every language has exactly these words. */
export type Words = typeof fr;
