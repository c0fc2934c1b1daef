import {number, ordinal, plural} from './in-french.js';

const oneOf = new Intl.ListFormat('fr', {type: 'disjunction'});
const decimal = new Intl.NumberFormat('fr', {maximumFractionDigits: 6});

/** « Oui » ou « Un peu ». */
const quoted = (answers: readonly string[]): string[] => answers.map((answer) => `« ${answer} »`);

/** « votre secteur est A ou B », « votre secteur n’est ni A ni B ». */
function claim(
  start: string,
  {is, isNot, verb = ''}: {is: string; isNot: string; verb?: string},
  answers: readonly string[],
  not: boolean,
): string {
  const many = not && answers.length > 1;
  const list = many ? `ni ${quoted(answers).join(' ni ')}` : oneOf.format(quoted(answers));
  return [start, not ? isNot : is, not && !many ? 'pas' : '', verb, list].filter(Boolean).join(' ');
}

/** What somebody did with an answer: an answer is given, ticked or ranked. */
const DEEDS = {said: 'répondu', ticked: 'coché', ranked: 'classé'} as const;

/** What the plain form says, beside what the elements say too: everything on one page, and conditions in words. */
export const frForm = {
  onlyIf: ({condition}: {condition: string}) => `Répondez seulement si ${condition}. Sinon, passez à la suite.`,
  readIf: ({condition}: {condition: string}) => `Pour vous si ${condition}.`,
  partIf: ({condition}: {condition: string}) => `Cette partie est pour vous si ${condition}. Sinon, passez-la.`,
  rowsIf: ({condition}: {condition: string}) => `Répondez seulement sur les lignes où ${condition}.`,
  chose: ({deed, answers, place, not}: {deed: keyof typeof DEEDS; answers: readonly string[]; place: string; not: boolean}) =>
    `${claim('vous', {is: 'avez', isNot: 'n’avez', verb: DEEDS[deed]}, answers, not)} ${place}`,
  answered: ({place, not}: {place: string; not: boolean}) => `vous ${not ? 'n’avez pas' : 'avez'} répondu ${place}`,
  amount: ({place, min, max, not}: {place: string; min?: number | undefined; max?: number | undefined; not: boolean}) =>
    `vous ${not ? 'n’avez pas' : 'avez'} répondu ${range(min, max)} ${place}`,
  toQuestion: ({number: place}: {number: number}) => `à la question ${number(place)}`,
  toRow: ({row, question}: {row: string; question: string}) => `${question}, pour « ${row} »`,
  toAnyRow: ({question}: {question: string}) => `${question}, sur une ligne au moins`,
  territory: ({names, not}: {names: readonly string[]; not: boolean}) => claim('votre secteur', {is: 'est', isNot: 'n’est'}, names, not),
  allOf: ({parts, deep}: {parts: readonly string[]; deep: boolean}) => parts.join(deep ? ', et aussi ' : ' et '),
  oneOf: ({parts, deep}: {parts: readonly string[]; deep: boolean}) => parts.join(deep ? ', ou bien ' : ' ou '),

  about: ({number: place}: {number: number}) => `Il s’agit de ce que vous avez écrit à la question ${number(place)}.`,
  otherOf: ({choice}: {choice: string}) => `« ${choice} » : dites-le en quelques mots`,
  rank: ({place}: {place: number}) => `${ordinal(place)} choix`,
  rankNone: 'Aucun',
  atMostLetters: ({max}: {max: number}) => `${plural(max, 'caractère', 'caractères')} au plus.`,
  leaveEmpty: 'Laissez ce champ vide',

  toMend: ({count}: {count: number}) => (count < 2 ? 'Il y a une réponse à revoir.' : `Il y a ${number(count)} réponses à revoir.`),
  notYet: 'Votre réponse n’est pas encore enregistrée. Ce que vous avez répondu est toujours là.',
  mendTitle: ({count, title}: {count: number; title: string}) => `${plural(count, 'réponse', 'réponses')} à revoir – ${title}`,
  problemDeclined: 'Vous avez répondu, et aussi choisi « Je préfère ne pas répondre ». Gardez l’un des deux.',
  problemExclusive: ({choice}: {choice: string}) => `« ${choice} » ne va pas avec d’autres réponses. Gardez l’un des deux.`,
  problemUnknown: 'Une réponse n’est plus proposée ici. Choisissez-en une autre.',
  problemTwice: ({choice}: {choice: string}) => `Vous avez choisi « ${choice} » deux fois. Gardez une seule place.`,
  problemOther: ({choice}: {choice: string}) => `Vous avez écrit quelques mots : choisissez « ${choice} », ou effacez-les.`,

  emptyTitle: 'Vous n’avez encore répondu à aucune question.',
  emptyNext: 'Répondez à une question au moins, puis envoyez.',

  thanksTitle: 'Merci. Votre réponse est bien enregistrée.',
  againTitle: 'Merci. Votre réponse est déjà enregistrée.',
  againNext: 'Elle compte une seule fois.',
  changedNext: 'Ce que vous avez changé ensuite n’est pas enregistré : c’est la première réponse qui compte.',
  closePage: 'Vous pouvez fermer cette page.',

  unknownTitle: 'Ce questionnaire n’est pas ici.',
  unknownNext: 'Vérifiez l’adresse de la page, ou demandez au service qui vous l’a donnée.',
  unknownSent:
    'Rien n’a été enregistré. Ce que vous avez répondu est gardé sur cette page : ne la fermez pas, et réessayez dans un moment.',
  sealedTitle: 'Cette page ne peut pas protéger vos réponses.',
  sealedNext:
    'Les réponses à ce questionnaire sont chiffrées sur votre appareil avant de partir. Une page simple ne sait pas le faire. Répondez sur la page du service, ou appelez-le.',
  gridTitle: 'Cette grille se remplit sur la page de l’équipe.',
  gridNext: 'Elle se remplit en regardant un document, ce qu’une page simple ne permet pas.',
  boardHard: 'Les sujets difficiles à dire ne sont pas sur cette page. Vous pouvez en parler de vive voix.',
  boardToday: 'De quoi aimeriez‑vous parler aujourd’hui ?',
  boardTodayNext: ({max}: {max: number}) =>
    `${max === 1 ? 'Un sujet suffit' : `${decimal.format(max)} sujets au plus`}. Les autres ne sont pas perdus : on y revient une prochaine fois.`,
  boardTitle: 'Ces thèmes se choisissent sur la page du service.',
  boardNext: 'Vous pouvez aussi en parler à la PMI, par téléphone ou lors d’un rendez-vous.',
  nothingKept: 'Rien n’a été enregistré.',

  failedTitle: 'Votre réponse n’est pas encore enregistrée.',
  failedNext:
    'Le service ne répond pas pour le moment. Ce que vous avez répondu est gardé sur cette page : ne la fermez pas, et réessayez dans un moment.',
  limitedNext:
    'Beaucoup de réponses arrivent en ce moment. Ce que vous avez répondu est gardé sur cette page : ne la fermez pas, et réessayez dans une minute.',
  failedRead: 'Le service ne répond pas pour le moment. Réessayez dans un moment.',
  again: 'Réessayer',
  tooLargeTitle: 'Votre réponse est trop longue. Elle n’est pas enregistrée.',
  tooLargeHere: 'Raccourcissez vos textes, puis envoyez à nouveau.',
  tooLargeNext: 'Revenez à la page précédente, raccourcissez vos textes, puis envoyez à nouveau.',
  unreadTitle: 'Votre réponse n’a pas pu être lue. Elle n’est pas enregistrée.',
  unreadNext: 'Revenez à la page précédente, puis envoyez à nouveau.',
};

function range(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return max === undefined ? '' : `${decimal.format(max)} ou moins`;
  if (max === undefined) return `${decimal.format(min)} ou plus`;
  return min === max ? decimal.format(min) : `entre ${decimal.format(min)} et ${decimal.format(max)}`;
}

export type FormWords = typeof frForm;
