import {longDay, number, plural} from './in-french.js';

/** Why answers still wait. */
export type Why =
  | 'new'
  | 'offline'
  | 'network'
  | 'server'
  | 'deferred'
  | 'not-our-server'
  | 'endpoint-misconfigured'
  | 'unknown-campaign'
  | 'refused'
  | 'memory';

const why: Record<Why, string> = {
  new: 'Pas encore essayé depuis l’ouverture de cette page.',
  offline: 'Pas de réseau. L’envoi reprendra tout seul.',
  network: 'Le serveur ne répond pas, ou le réseau manque. L’envoi reprendra tout seul.',
  server: 'Le serveur a un problème. L’envoi reprendra tout seul.',
  deferred: 'Le serveur demande d’attendre. L’envoi reprendra tout seul.',
  'not-our-server': 'Le serveur ne confirme pas. Le réseau demande peut-être une connexion (Wi-Fi public).',
  'endpoint-misconfigured': 'Le serveur n’accepte rien à cette adresse. Prévenez la personne qui gère ce site.',
  'unknown-campaign': 'Le serveur ne connaît pas cette enquête. Prévenez la personne qui gère ce site.',
  refused: 'Le serveur refuse. C’est gardé ici : exportez, et prévenez la personne qui gère ce site.',
  memory: 'Cet appareil refuse d’enregistrer. Ne fermez pas cette page avant l’envoi.',
};

/** The first columns of the table, and the one for what cannot be read. */
export type Column =
  'campaign' | 'version' | 'day' | 'savedDay' | 'endpoint' | 'id' | 'lang' | 'mode' | 'territory' | 'source' | 'wave' | 'unread';

const columns: Record<Column, string> = {
  campaign: 'enquête',
  version: 'version',
  day: 'jour',
  savedDay: 'enregistré le',
  endpoint: 'adresse',
  id: 'identifiant',
  lang: 'langue',
  mode: 'mode',
  territory: 'territoire',
  source: 'provenance',
  wave: 'vague',
  unread: 'contenu non lu',
};

/** « 1ᵉʳ novembre 2026 », of a day YYYY-MM-DD; as it was given where it is none. */
const day = (written: string): string =>
  Number.isNaN(Date.parse(written))
    ? written
    : longDay({day: written})
        .replace(/^1(?=\s)/, '1ᵉʳ')
        .replace(' ', ' ');

const answers = (count: number): string => plural(count, 'réponse', 'réponses');
const these = (count: number): string => (count < 2 ? 'cette réponse' : `ces ${answers(count)}`);

/** What those who look after a device read of the answers that wait on it. */
export const frOutbox = {
  allSent: 'Tout est envoyé',
  nothingHere: 'Rien n’attend ici',
  nothingLeft: 'Plus rien n’attend ici',
  nothingWaits: 'Aucune réponse n’attend sur cet appareil.',
  waiting: ({count}: {count: number}) =>
    count < 2 ? `${answers(count)} n’est pas encore envoyée` : `${answers(count)} ne sont pas encore envoyées`,
  keptSince: ({count, since}: {count: number; since: string}) =>
    `${count < 2 ? 'Gardée' : 'Gardées'} sur cet appareil depuis le ${day(since)}.`,
  unsaved: ({count}: {count: number}) =>
    count < 2 ? `${answers(count)} n’est pas encore enregistrée` : `${answers(count)} ne sont pas encore enregistrées`,
  unsavedNext: 'Le navigateur refuse de garder des données (fenêtre privée ?). Ne fermez pas cette page avant l’envoi.',
  closed: 'Les réponses de cet appareil ne peuvent pas être lues',
  closedNext: 'Rien n’est effacé. Réessayez ; sinon, fermez le navigateur et rouvrez cette page.',
  again: 'Réessayer',
  mayBeErased: 'Ce navigateur peut effacer ce qu’il garde s’il manque de place. N’attendez pas pour envoyer ou exporter.',
  stays: 'Ce navigateur n’effacera pas de lui-même ce qu’il garde ici.',

  to: ({address}: {address: string}) => `Vers ${address}`,
  row: ({campaign, count, since}: {campaign: string; count: number; since: string}) =>
    `Enquête « ${campaign} » : ${answers(count)}, depuis le ${day(since)}`,
  why: ({why: reason}: {why: Why}) => why[reason],
  code: ({code}: {code: string}) => `Ce que dit le serveur : ${code}.`,
  unreadable: ({count}: {count: number}) =>
    count < 2
      ? `${number(count)} enregistrement ne peut pas être lu ici. Il est gardé, et l’export le contient.`
      : `${number(count)} enregistrements ne peuvent pas être lus ici. Ils sont gardés, et l’export les contient.`,
  unreadableTitle: 'Tout ne peut pas être lu',
  partial: 'Une partie de ce que cet appareil garde est abîmée. Elle est mise de côté, jamais effacée. Des réponses y attendent peut-être.',
  missingTitle: 'Des réponses manquent',
  missing: ({count}: {count: number}) =>
    count < 2
      ? `${answers(count)} enregistrée ici n’y est plus. Les données de ce site ont été effacées sur cet appareil.`
      : `${answers(count)} enregistrées ici n’y sont plus. Les données de ce site ont été effacées sur cet appareil.`,

  send: 'Envoyer maintenant',
  sending: ({count}: {count: number}) => `Envoi de ${answers(count)}…`,
  progress: ({arrived, count}: {arrived: number; count: number}) =>
    `${number(arrived)} sur ${number(count)} ${arrived < 2 ? 'est arrivée' : 'sont arrivées'}. Vous pouvez continuer.`,
  ended: ({arrived, left}: {arrived: number; left: number}) => {
    if (left === 0) return arrived < 2 ? 'La réponse est arrivée.' : `Les ${answers(arrived)} sont arrivées.`;
    const stay =
      left < 2 ? `${answers(left)} attend encore, et reste gardée ici.` : `${answers(left)} attendent encore, et restent gardées ici.`;
    if (arrived === 0) return `Rien n’a pu partir : ${stay}`;
    return `${answers(arrived)} ${arrived < 2 ? 'est arrivée' : 'sont arrivées'} ; ${stay}`;
  },

  export: 'Exporter',
  exportTable: 'Exporter en tableau (CSV)',
  exportFailed: 'L’export n’a pas pu être fait. Rien n’est effacé. Réessayez.',
  exported: ({name}: {name: string}) => `Export prêt : ${name}`,
  exportedNext: ({count}: {count: number}) => `${answers(count)}. Vérifiez que vous ouvrez bien le fichier, puis gardez-le en lieu sûr.`,
  exportedMore: ({count}: {count: number}) => `Et ${plural(count, 'enregistrement', 'enregistrements')} que cette page ne sait pas lire.`,
  tableNext: 'Un tableau à lire. Pour supprimer ou pour importer sur le serveur, il faut l’autre export.',
  download: 'Télécharger de nouveau',
  noFile: 'Le fichier n’est pas arrivé ?',
  copy: 'Copiez ce texte dans un fichier',
  keep: 'Tout garder ici',
  remove: ({count}: {count: number}) => `Supprimer ${these(count)} d’ici`,
  removeTitle: ({count}: {count: number}) => `Supprimer ${these(count)} de cet appareil ?`,
  removeNext: ({count, name}: {count: number; name: string}) =>
    count < 2
      ? `Elle ne partira plus d’ici. Seul le fichier ${name} la gardera.`
      : `Elles ne partiront plus d’ici. Seul le fichier ${name} les gardera.`,
  removeYes: 'Oui, supprimer',
  cancel: 'Annuler',
  removed: ({count}: {count: number}) =>
    count < 2 ? `${answers(count)} supprimée de cet appareil.` : `${answers(count)} supprimées de cet appareil.`,
  removeFailed: 'La suppression n’a pas pu être faite. Réessayez.',

  redirect: 'Envoyer à une autre adresse',
  redirectLabel: 'Nouvelle adresse du serveur',
  redirectHint: 'La personne qui gère ce site la connaît. Elle commence par https:// et finit souvent par /v1/answers.',
  redirectWrong: 'Écrivez une adresse entière, qui commence par https:// ou http://.',
  next: 'Continuer',
  redirectTitle: ({count, address}: {count: number; address: string}) => `Envoyer ${these(count)} à ${address} ?`,
  redirectNext: 'L’ancienne adresse n’en recevra plus rien. Un serveur qui n’est pas le vôtre pourrait les lire : vérifiez chaque lettre.',
  redirectYes: 'Oui, changer l’adresse',
  redirected: ({count}: {count: number}) => `Adresse changée pour ${answers(count)}. L’envoi commence.`,
  redirectFailed: 'L’adresse n’a pas pu être changée. Rien n’est perdu. Réessayez.',

  column: ({name}: {name: Column}) => columns[name],
};

export type OutboxWords = typeof frOutbox;
