import type {Choice} from '@ppgp/schema';

/**
 * What professionals find hard to speak of: asked before the training (at ease?) and after it (easier?). Codes are those of the board's
 * themes where the idea is the same: isolation is `seul`, poverty `argent`, a parent's mental health `moral`, violence in the couple
 * `violences`.
 */
export const difficultTopics: Choice[] = [
  {id: 'violences_enfants', label: 'Les violences faites aux enfants'},
  {id: 'moral', label: 'La santé mentale du parent'},
  {id: 'lien', label: 'Le lien parent-enfant, l’attachement'},
  {id: 'violences', label: 'Les violences dans le couple'},
  {id: 'pleurs', label: 'Les pleurs, le bébé secoué'},
  {id: 'addictions', label: 'Les addictions'},
  {id: 'seul', label: 'L’isolement'},
  {id: 'argent', label: 'La précarité'},
  {id: 'sommeil', label: 'Le sommeil'},
  {id: 'alimentation', label: 'L’alimentation'},
  {id: 'limites', label: 'Les limites'},
];

/** For a row that does not belong to someone's work: leaves the base. */
export const notConcerned: Choice = {id: 'pas_concerne', label: 'Cela ne me concerne pas', role: 'na'};
