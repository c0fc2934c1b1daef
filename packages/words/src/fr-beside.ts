import {number} from './in-french.js';

/** Why a document cannot be shown. */
type Why = 'broken' | 'protected' | 'no-document' | 'other-site' | 'not-loaded';

const whys: Record<Why, string> = {
  broken: 'Ce fichier ne s’ouvre pas : il est abîmé, trop lourd pour ce navigateur, ou ce n’est ni une image ni un PDF.',
  protected: 'Ce PDF demande un mot de passe. Enregistrez-en une copie sans mot de passe, puis ouvrez-la ici.',
  'no-document': 'À cette adresse, il n’y a ni image ni PDF. Une page web se lit à côté, dans une autre fenêtre.',
  'other-site': 'Cette adresse est sur un autre site. Enregistrez le document, puis ouvrez le fichier.',
  'not-loaded': 'De quoi lire les PDF n’a pas pu être chargé. Vérifiez la connexion, puis rouvrez le fichier.',
};

/** What those read who have the document beside the grid. */
export const frBeside = {
  cannotOpen: ({why}: {why: Why}) => whys[why],
  opened: ({count, name}: {count: number; name: string}) =>
    count > 1 ? `${name} est ouvert : ${number(count)} pages.` : `${name} est ouvert.`,
  reduced: 'Image très grande : elle est montrée plus petite qu’elle n’est.',
  viewer: ({name}: {name: string}) => `Document : ${name}`,
  page: ({count, index}: {count: number; index: number}) => `Page ${number(index)} sur ${number(count)}`,
  pageField: 'Page',
  ofPages: ({count}: {count: number}) => `sur ${number(count)}`,
  region: ({name}: {name: string}) => `${name} : flèches pour se déplacer, + et − pour agrandir ou réduire, 0 pour tout voir`,
  previous: 'Page précédente',
  following: 'Page suivante',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  fit: 'Ajuster',
  zoomed: ({percent}: {percent: number}) => `${number(percent)} %`,
  show: 'Voir le document',
  hide: 'Cacher le document',
  close: 'Fermer le document',
  takeName: ({name}: {name: string}) => `Prendre « ${name} » comme nom`,
  words: 'Le texte de cette page',
  noWords: 'Cette page n’a pas de texte que l’ordinateur puisse lire : c’est une image.',
  pin: 'Épingler sur le document',
  movePin: 'Déplacer l’épingle',
  removePin: 'Enlever l’épingle',
  showPin: ({page}: {page: number}) => `Voir l’épingle, page ${number(page)}`,
  pinNamed: ({number: of, text}: {number: number; text: string}) => `Item ${number(of)}${text ? ` : ${text}` : ''}`,
  placing: 'Touchez l’endroit, ou déplacez l’épingle avec les flèches, puis Entrée. Échap pour renoncer.',
  place: 'Placer ici',
  giveUp: 'Renoncer',
  placed: ({index}: {index: number}) => `L’épingle est placée, page ${number(index)}.`,
  unpinned: 'L’épingle est enlevée.',
  spot: ({x, y}: {x: number; y: number}) => `${number(x)} % depuis la gauche, ${number(y)} % depuis le haut`,
  thumbnail: ({version}: {version: string}) => `Première page de la version ${version}`,
};

export type BesideWords = typeof frBeside;
