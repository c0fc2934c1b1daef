import {number, plural} from './in-french.js';

/** What people read on the tablet of a waiting room, around what is asked. */
export const frKiosk = {
  attractTitle: 'Une question sur votre enfant, ou sur vous ?',
  attractStart: 'Touchez pour commencer',
  language: ({name}: {name: string}) => name,
  attractNext: 'C’est sans votre nom. L’écran s’efface après vous.',
  stillThere: 'Vous êtes encore là ?',
  stillThereNext: 'Sans réponse de votre part, l’écran s’efface. Personne ne verra vos choix.',
  stillThereSpoken: ({seconds}: {seconds: number}) =>
    `Vous êtes encore là ? L’écran s’efface dans ${plural(seconds, 'seconde', 'secondes')}.`,
  seconds: ({seconds}: {seconds: number}) => number(seconds),
  goOn: 'Oui, je continue',
  finish: 'Effacer et finir',
  clearsSoon: ({seconds}: {seconds: number}) => `L’écran s’efface tout seul dans ${plural(seconds, 'seconde', 'secondes')}.`,
  finishNow: 'Finir et effacer',
  cleared: 'L’écran est effacé.',
  exitHow: '« Quitter vite » efface vos choix, et revient au début. Au clavier : Échap, trois fois.',
  staff: 'Équipe',
  staffFailed: 'Équipe : le panneau n’a pas pu s’ouvrir. Il faut du réseau la première fois.',
};

export type KioskWords = typeof frKiosk;
