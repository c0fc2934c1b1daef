import type {Choice, ScaleName} from './question.js';

/** The ready-made scales. Other words on the same scale: write the choices out with the same codes. */
export const SCALES: Record<ScaleName, readonly Choice[]> = {
  faces3: [
    {id: 'bien', label: 'Bien', favourable: true},
    {id: 'moyen', label: 'Moyen'},
    {id: 'mal', label: 'Pas bien'},
  ],
  agree4: [
    {id: 'oui', label: 'Tout à fait d’accord', favourable: true},
    {id: 'plutot', label: 'Plutôt d’accord', favourable: true},
    {id: 'plutot-non', label: 'Plutôt pas d’accord'},
    {id: 'non', label: 'Pas du tout d’accord'},
  ],
};
