import {number, plural} from './in-french.js';

/** What a test of the connection found. */
export type Connection = 'ours' | 'other' | 'silent' | 'nowhere';

const connections: Record<Connection, string> = {
  ours: 'Le serveur répond, et c’est bien un collecteur de réponses.',
  other: 'Quelque chose répond, mais ce n’est pas le collecteur. Le réseau demande peut-être une connexion (Wi-Fi public).',
  silent: 'Pas de réponse du collecteur. Vérifiez le réseau, puis réessayez.',
  nowhere: 'Cette page n’envoie rien : elle n’a pas d’adresse de serveur.',
};

/** « 12 Mo », « 3 Go », of bytes. */
const room = (bytes: number): string => (bytes < 1e9 ? `${number(Math.ceil(bytes / 1e6))} Mo` : `${number(Math.floor(bytes / 1e9))} Go`);

/** What the staff read on the tablet of a waiting room, behind their code. */
export const frStaff = {
  title: 'Pour l’équipe',
  close: 'Fermer',
  closesAlone: 'Ce panneau se ferme tout seul après une minute sans geste.',
  closesSoon: ({seconds}: {seconds: number}) =>
    `Ce panneau se ferme dans ${plural(seconds, 'seconde', 'secondes')}. Touchez l’écran pour le garder ouvert.`,

  chooseTitle: 'Choisissez un code pour l’équipe',
  chooseLead:
    'Il reste sur cette tablette, et n’y est pas gardé en clair. Notez-le ailleurs. Si ce n’est pas la première fois qu’on vous le demande, les données de ce site ont été effacées ici.',
  chooseLabel: 'Nouveau code : 4 à 12 chiffres',
  chooseYes: 'Garder ce code',
  codeWrongForm: 'Écrivez de 4 à 12 chiffres.',
  codeNotKept: 'Cette tablette n’a pas pu garder le code. Le navigateur refuse peut-être de garder des données (fenêtre privée ?).',

  enterTitle: 'Le code de l’équipe',
  enterLabel: 'Code',
  enterYes: 'Ouvrir',
  codeWrong: 'Ce n’est pas ce code.',
  codeWait: ({seconds}: {seconds: number}) => `Trop d’essais. Prochain essai possible dans ${plural(seconds, 'seconde', 'secondes')}.`,
  codeUnread: 'Le code ne peut pas être lu sur cette tablette. Rien n’est effacé. Fermez le navigateur, et rouvrez cette page.',
  forgotten: 'Code oublié ?',
  forgottenTitle: 'Code oublié',
  forgottenLead: 'Personne ne peut le retrouver. Les réponses n’en dépendent pas : elles partent toutes seules.',
  forgottenNext:
    'Laissez la tablette allumée, avec le réseau, jusqu’à ce que plus rien n’attende ici. Alors seulement, effacez les données de ce site dans les réglages du navigateur, et rouvrez cette page : elle demandera un nouveau code.',
  insecureTitle: 'Pas de panneau ici',
  insecureNext:
    'Cette page n’est pas en https : le navigateur ne sait pas y protéger un code. Le panneau reste donc fermé. Les réponses sont gardées et partent quand même. Demandez une adresse en https.',

  test: 'Tester la connexion',
  testing: 'Test en cours…',
  connection: ({connection}: {connection: Connection}) => connections[connection],
  tabletTitle: 'Cette tablette',
  version: 'Version',
  storage: 'Données',
  persisted: ({persisted}: {persisted: boolean | undefined}) =>
    persisted === undefined
      ? 'Le navigateur ne dit pas s’il peut les effacer.'
      : persisted
        ? 'Le navigateur ne les effacera pas de lui-même.'
        : 'Le navigateur peut les effacer s’il manque de place. Installez la page sur l’écran d’accueil.',
  room: 'Place',
  roomOf: ({used, quota}: {used: number | undefined; quota: number | undefined}) =>
    used === undefined || quota === undefined ? 'Le navigateur ne le dit pas.' : `${room(used)} pris, sur ${room(quota)}`,
  screen: 'Écran',
  awake: ({awake}: {awake: boolean}) =>
    awake ? 'Il reste allumé tant que cette page est ouverte.' : 'Le navigateur ne le garde pas allumé : réglez la veille dans le système.',
  network: 'Réseau',
  online: ({online}: {online: boolean}) => (online ? 'La tablette se dit connectée.' : 'La tablette se dit hors réseau.'),
};

export type StaffWords = typeof frStaff;
