import {number, plural} from './in-french.js';

/** A state of a tag, of an endpoint, of a campaign: what `ppgp.check()` calls them. */
export type CheckedTagState = 'ready' | 'loading' | 'failed' | 'missing' | 'left';
export type CheckedEndpointState = 'ready' | 'other' | 'refused' | 'silent' | 'policy' | 'mixed' | 'invalid';
export type CheckedCampaignState = 'known' | 'unknown' | 'unsaid';

const tagStates: Record<CheckedTagState, string> = {
  ready: 'prête',
  loading: 'pas encore prête',
  failed: 'ne peut pas s’afficher',
  missing: 'son script n’est pas arrivé (fichier absent, ou refusé par la page)',
  left: 'reste un lien ou un bloc ordinaire',
};

const endpoints: Record<CheckedEndpointState, string> = {
  ready: 'le collecteur répond, et cette page peut lui envoyer des réponses (CORS).',
  other: 'un serveur répond, mais pas comme un collecteur. Vérifiez l’adresse : elle finit souvent par /v1/answers.',
  refused:
    'un serveur répond, mais n’autorise pas cette page (CORS), ou renvoie ailleurs. Ajoutez l’adresse de ce site à celles que le collecteur accepte (PPGP_ORIGINS).',
  silent: 'pas de réponse. Le serveur est arrêté, l’adresse est fausse, ou quelque chose bloque l’envoi (réseau, bloqueur de publicité).',
  policy: 'la politique de sécurité de cette page interdit cette adresse. Ajoutez-la à connect-src.',
  mixed: 'cette page est en https, et l’adresse en http : le navigateur refuse.',
  invalid: 'ce n’est pas une adresse http ou https.',
};

const campaigns: Record<CheckedCampaignState, string> = {
  known: 'connue du collecteur.',
  unknown: 'inconnue du collecteur. Vérifiez son nom, ou enregistrez-la : les réponses attendent jusque-là.',
  unsaid: 'le collecteur n’a pas pu dire s’il la connaît.',
};

/** « 12 Mo », « 3 Go », of bytes. */
const room = (bytes: number): string => (bytes < 1e9 ? `${number(Math.ceil(bytes / 1e6))} Mo` : `${number(Math.floor(bytes / 1e9))} Go`);

/** What a web officer reads who asks a page for its state (`#ppgp-check`). */
export const frCheck = {
  title: 'Vérification de la page',
  running: 'Vérification en cours…',
  failed: 'La vérification n’a pas pu être faite. Rechargez la page.',
  lead: 'Rien n’est envoyé : ni réponse, ni donnée de personne.',
  verdict: ({faults}: {faults: number}) => (faults === 0 ? 'Tout est en ordre.' : `${plural(faults, 'point', 'points')} à corriger.`),
  fine: 'En ordre',
  wrong: 'À corriger',
  note: 'À savoir',
  copy: 'Copier ce texte',
  copied: 'Texte copié.',
  copyFailed: 'Le navigateur refuse de copier. Choisissez le texte, puis copiez-le.',
  close: 'Fermer',

  library: 'Bibliothèque',
  version: ({version}: {version: string}) => `Version ${version}`,
  page: ({page}: {page: string}) => `Page : ${page}`,

  tags: 'Balises',
  noTag: 'Aucune balise sur cette page.',
  tag: ({tag, state, code}: {tag: string; state: CheckedTagState; code?: string | undefined}) =>
    `<${tag}> : ${tagStates[state]}${code === undefined ? '' : ` (code : ${code})`}.`,
  keepsNothing: ({tag}: {tag: string}) => `<${tag}> n’a pas d’adresse d’envoi (endpoint) : rien n’est gardé ni envoyé.`,

  policy: 'Politique de sécurité de la page (CSP)',
  noBlocked: 'Rien n’a été refusé.',
  blocked: ({directive, blocked, enforced}: {directive: string; blocked: string; enforced: boolean}) =>
    `${directive} : ${enforced ? 'a refusé' : 'refuserait (seulement signalé)'} ${blocked || 'un contenu de la page'}`,

  endpoints: 'Envoi',
  endpoint: ({url, state, status}: {url: string; state: CheckedEndpointState; status?: number | undefined}) =>
    `${url} : ${endpoints[state]}${status === undefined || state === 'ready' ? '' : ` Réponse du serveur : ${status}.`}`,
  foreign: ({url, status}: {url: string; status?: number | undefined}) =>
    `${url} : un serveur répond (${status ?? '?'}), et cette page peut lui envoyer des réponses.`,
  campaign: ({id, state}: {id: string; state: CheckedCampaignState}) => `Enquête « ${id} » : ${campaigns[state]}`,

  storage: 'Ce que le navigateur peut garder',
  works: 'Les réponses peuvent être gardées sur cet appareil.',
  storageFails: ({error}: {error: string}) =>
    `Rien ne peut être gardé sur cet appareil (${error}) : une réponse part seulement tant que la page est ouverte.`,
  private: 'Fenêtre privée : ce qui est gardé disparaît à la fermeture.',
  persisted: 'Le navigateur a promis de ne rien effacer de lui-même.',
  mayBeErased: 'Le navigateur peut effacer ce qu’il garde s’il manque de place.',
  quota: ({usage, quota}: {usage: number; quota: number}) => `Place utilisée par ce site : ${room(usage)} sur ${room(quota)}.`,

  waiting: 'Réponses en attente sur cet appareil',
  pending: ({count}: {count: number}) =>
    count === 0 ? 'Aucune.' : `${plural(count, 'réponse', 'réponses')} pas encore ${count < 2 ? 'envoyée' : 'envoyées'}.`,
  parked: ({count}: {count: number}) =>
    `${plural(count, 'réponse refusée', 'réponses refusées')} par le collecteur, et ${count < 2 ? 'gardée' : 'gardées'} ici.`,
  unread: 'Elles ne peuvent pas être lues.',
};

export type CheckWords = typeof frCheck;
