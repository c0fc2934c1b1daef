import {frFirst} from './fr-first.js';
import {number, plural} from './in-french.js';
import {once} from './once.js';

const list = once(() => new Intl.ListFormat('fr', {type: 'conjunction'}));

/**
 * The French catalogue, with that of the first screen: source of every sentence that people who answer read, and the type of every
 * other language. What varies is a function of one object, so that a département can correct it with « {count} » in its own sentence.
 */
export const fr = {
  ...frFirst,

  send: 'Envoyer mes réponses',
  change: 'Modifier',
  retry: 'Essayer maintenant',

  several: 'Plusieurs réponses possibles.',
  atMost: ({max}: {max: number}) => `${plural(max, 'réponse', 'réponses')} au plus.`,
  enoughChosen: ({max}: {max: number}) => `Vous en avez choisi ${number(max)}. Pour en choisir une autre, retirez-en une.`,
  noNames: 'N’écrivez ni nom, ni adresse, ni maladie.',
  lettersLeft: ({count}: {count: number}) => `Il vous reste ${plural(count, 'caractère', 'caractères')}`,
  personal: {
    phone: 'On dirait un numéro de téléphone.',
    mail: 'On dirait une adresse e-mail.',
    security: 'On dirait un numéro de sécurité sociale.',
    name: 'On dirait un nom.',
  },
  personalNext: 'Nous n’en avons pas besoin.',
  personalMask: 'Le masquer',
  personalMasked: 'C’est masqué.',
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
  list: ({items}: {items: readonly string[]}) => list().format(items),

  saving: 'Nous enregistrons votre réponse…',
  savedTitle: 'Merci. Votre réponse est enregistrée.',
  savedHere: ({device}: {device: 'phone' | 'other'}) =>
    `Enregistré sur ${device === 'phone' ? 'ce téléphone' : 'cet appareil'}, pas encore envoyé.`,
  savedNext: 'Gardez cette page ouverte, ou revenez sur ce site : elle partira toute seule.',
  sentTitle: 'Merci. Votre réponse est bien arrivée.',
  sentLead: 'Elle compte avec les autres.',
  sentHere: 'Envoyé.',
  sentNothingLeft: 'Rien ne reste sur cet appareil.',
  unsavedTitle: 'Votre réponse n’est pas encore enregistrée.',
  unsavedHere: 'Pas encore enregistré sur cet appareil.',
  unsavedWhy: ({reason = 'invalid'}: {reason?: 'quota' | 'refused' | 'lost' | 'ephemeral' | 'invalid' | undefined}) =>
    ({
      quota: 'Sa mémoire est pleine.',
      refused: 'Ce navigateur ne le permet pas ici.',
      lost: 'La mémoire de ce navigateur ne répond plus.',
      ephemeral: 'En navigation privée, rien n’y reste après la fermeture.',
      invalid: '',
    })[reason],
  unsavedNext: 'Ne fermez pas cette page : nous essayons de l’envoyer.',
  parkedTitle: 'Votre réponse est enregistrée, pas encore envoyée.',
  parkedNext: 'Elle reste sur cet appareil. Le service doit d’abord corriger un réglage.',
  portal: 'Le réseau demande peut-être une connexion (Wi-Fi public).',
  privateTitle: 'Votre réponse n’a pas été enregistrée.',
  privateNext: 'Cette page ne peut pas protéger vos réponses sur cet appareil. Rien n’a été gardé ni envoyé.',
  handedTitle: 'Merci.',
  handedHere: 'Réponse transmise à cette page.',
  missing: ({count}: {count: number}) =>
    `${plural(count, 'réponse gardée ici a disparu', 'réponses gardées ici ont disparu')} avant d’être ${count < 2 ? 'envoyée' : 'envoyées'}. Le navigateur a effacé sa mémoire.`,
  waiting: ({count}: {count: number}) =>
    `${plural(count, 'réponse enregistrée', 'réponses enregistrées')} sur cet appareil, pas encore ${count < 2 ? 'envoyée' : 'envoyées'}.`,
};

/** Every language has exactly these words. */
export type Words = typeof fr;
