import {longDay, number} from './in-french.js';

/** At the beginning of a sentence. */
const spelled = (count: number): string => ['', 'Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six'][count] ?? number(count);

/** What parents read before the board « Je me pose des questions sur… ». */
export const frBoard = {
  lead: 'Touchez les images qui vous parlent. Il n’y a pas de limite.',
  staysHere: 'Vos choix restent sur cet écran. Ils ne sont ni enregistrés, ni envoyés.',
  mayLeave:
    'Rien ne part sans vous. À la fin, vous pourrez envoyer la liste de vos choix, sans votre nom. Les sujets difficiles n’en font pas partie.',
  mayLeaveAll: 'Rien ne part sans vous. À la fin, vous pourrez envoyer la liste de vos choix, sans votre nom, sujets difficiles compris.',
  goOn: ({count}: {count: number}) => (count === 0 ? 'Continuer' : `${number(count)} choix · Continuer`),
  chosenCount: ({count}: {count: number}) => (count === 0 ? 'Rien n’est choisi.' : `${number(count)} choix.`),
  others: 'Autrement',
  back: 'Retour',
  toBoard: 'Le plateau',

  hardLead: 'Vous pouvez montrer une phrase. Ici, personne ne juge.',
  hardStays: 'Ces choix ne sont jamais enregistrés, ni mis dans le code QR.',
  hardMayLeave: 'Ces choix ne sont jamais mis dans le code QR. Ils ne partent que si vous envoyez votre liste, sans votre nom.',
  helpTitle: 'Parler à quelqu’un, tout de suite',
  call: ({name, phone}: {name: string; phone: string}) => `Appeler ${name} : ${phone}`,
  checked: ({day}: {day: string}) => `Numéros relus le ${longDay({day})}.`,
  exit: 'Quitter vite',
  exitHow:
    '« Quitter vite » efface vos choix et ouvre une autre page. Au clavier : Échap, trois fois. Cela n’efface pas l’historique du navigateur.',

  pilesTitle: 'De quoi parlons‑nous aujourd’hui ?',
  pilesLead: ({max}: {max: number}) => `${spelled(max)} sujets suffisent. Les autres ne sont pas perdus : on y revient une prochaine fois.`,
  pilesLeadOne: 'Un sujet suffit. Les autres ne sont pas perdus : on y revient une prochaine fois.',
  today: 'Aujourd’hui',
  todayCount: ({count, max}: {count: number; max: number}) => `${number(count)} sur ${number(max)}`,
  later: 'Une prochaine fois',
  onePlace: 'Encore une place',
  full: 'C’est déjà beaucoup pour aujourd’hui. Remettez un sujet à plus tard, pour en prendre un autre.',
  toLater: 'Plus tard',
  toToday: 'Aujourd’hui',
  moved: ({theme, today}: {theme: string; today: boolean}) => `${theme} : ${today ? 'aujourd’hui' : 'une prochaine fois'}.`,
  nothingToday: 'Rien pour aujourd’hui : c’est possible aussi.',
  done: 'C’est bon pour aujourd’hui',

  showTitle: 'Montrez cet écran',
  showLead: 'La personne qui vous reçoit part de vos images.',
  fineTitle: 'C’est noté',
  fineLead: 'La porte reste ouverte. Vous pouvez revenir quand vous voulez.',
  nothingTitle: 'Rien à choisir aujourd’hui',
  nothingLead: 'Ce n’est pas grave. Vous pouvez en parler avec vos mots, ou revenir une autre fois.',
  laterKind: 'Remettre à plus tard, ce n’est pas renoncer : on en reparle quand vous voulez.',
  send: 'Envoyer mes choix, sans mon nom',
  sendNothing: 'Ce que vous avez choisi ne s’envoie pas d’ici.',
  print: 'Imprimer',
  printHard: 'Imprimer aussi les sujets difficiles',
  qr: 'Code QR',
  qrTitle: 'Vos choix, sur un autre téléphone',
  qrLead:
    'Visez ce code avec l’appareil photo : le même plateau s’ouvre, avec vos choix. Aucun serveur ne les reçoit. L’application qui lit le code peut garder l’adresse.',
  qrWithoutHard: 'Les sujets difficiles n’y sont pas.',
  qrAlt: 'Code QR avec vos choix',
  qrFailed: 'Le code QR n’a pas pu être fait. Vous pouvez imprimer, ou montrer cet écran.',
  erase: 'Effacer',
  erased: 'Vos choix sont effacés.',
  opened: 'Voici les choix que vous avez apportés.',

  notes: 'Notes de l’entretien',
  notesHint: 'Elles restent sur cet écran, et s’effacent avec « Nouvelle famille ». Ni nom, ni adresse.',
  newFamily: 'Nouvelle famille',
  newFamilyDone: 'Tout est effacé pour la famille suivante.',
};

export type BoardWords = typeof frBoard;
