import {number, ordinal} from './in-french.js';
import {once} from './once.js';

/** What the kinds of question say that few questionnaires have. */
export const frKinds = {
  yes: 'Oui',
  no: 'Non',

  rankAtMost: ({max}: {max: number}) => `Choisissez-en ${number(max)} au plus. Le plus important d’abord.`,
  rankAdd: 'Ajouter',
  rankAdded: ({item, place, max}: {item: string; place: number; max: number}) => `${item} : ${ordinal(place)} sur ${number(max)}`,
  rankRemoved: ({item}: {item: string}) => `${item} : retiré du classement`,
  rankUp: ({item}: {item: string}) => `Monter : ${item}`,
  rankDown: ({item}: {item: string}) => `Descendre : ${item}`,
  rankRemove: ({item}: {item: string}) => `Retirer : ${item}`,
  rankFree: ({place}: {place: number}) => `${ordinal(place)} choix`,
  rankList: 'Votre classement',
  rankOthers: 'À ajouter',

  day: 'Jour',
  month: 'Mois',
  monthChoose: 'Choisir',
  year: 'Année',
  months: ({month}: {month: number}) => monthName().format(new Date(Date.UTC(2026, month - 1, 15))),
  date: ({date}: {date: string}) =>
    (date.length > 7 ? longDate : longMonth)().format(new Date(`${date.length > 7 ? date : `${date}-01`}T00:00:00Z`)),
  amount: ({value, unit}: {value: number; unit: string}) => `${decimal().format(value)}${unit && ` ${unit}`}`,

  problemNumber: 'Écrivez un nombre, en chiffres.',
  problemInteger: 'Écrivez un nombre entier, sans virgule.',
  problemTooSmall: ({min}: {min: number}) => `Écrivez ${decimal().format(min)} ou plus.`,
  problemTooLarge: ({max}: {max: number}) => `Écrivez ${decimal().format(max)} ou moins.`,
  problemDate: 'Vérifiez cette date : elle n’est pas entière, ou n’existe pas.',
  problemTooEarly: ({date}: {date: string}) => `Donnez une date à partir de : ${date}.`,
  problemTooLate: ({date}: {date: string}) => `Donnez une date au plus tard : ${date}.`,
};

const decimal = once(() => new Intl.NumberFormat('fr', {maximumFractionDigits: 6}));
const monthName = once(() => new Intl.DateTimeFormat('fr', {month: 'long', timeZone: 'UTC'}));
const longMonth = once(() => new Intl.DateTimeFormat('fr', {month: 'long', year: 'numeric', timeZone: 'UTC'}));
const longDate = once(() => new Intl.DateTimeFormat('fr', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'}));

export type KindsWords = typeof frKinds;
