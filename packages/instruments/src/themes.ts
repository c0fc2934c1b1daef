import type {Choice} from '@ppgp/schema';

// The themes of the board « Je me pose des questions sur… », by set, in a parent's own voice. The board shows them as tiles; the surveys
// of parents and of calls offer the same codes as choices.

export const prenatalThemes: Choice[] = [
  {id: 'grossesse', label: 'Ma grossesse'},
  {id: 'accouchement', label: 'L’accouchement'},
  {id: 'arrivee', label: 'L’arrivée de bébé'},
  {id: 'allaitement', label: 'Nourrir bébé : sein, biberon'},
  {id: 'corps', label: 'Mon corps, ma santé'},
  {id: 'preparer', label: 'Préparer la maison, le matériel'},
  {id: 'papiers_naissance', label: 'Les papiers, la reconnaissance'},
  {id: 'travail', label: 'Mon travail, mes congés'},
  {id: 'aines', label: 'Mes autres enfants'},
  {id: 'coparent', label: 'La place de l’autre parent'},
];

export const childThemes: Choice[] = [
  {id: 'sommeil', label: 'Le sommeil'},
  {id: 'pleurs', label: 'Les pleurs'},
  {id: 'alimentation', label: 'Les repas'},
  {id: 'soins', label: 'Les soins, le bain'},
  {id: 'developpement', label: 'Comment mon enfant grandit'},
  {id: 'eveil', label: 'Jouer, l’éveil'},
  {id: 'lien', label: 'Mon lien avec mon enfant'},
  {id: 'sante', label: 'Fièvre, vaccins, petits maux'},
  {id: 'langage', label: 'Le langage, plusieurs langues'},
  {id: 'limites', label: 'Les colères, dire non'},
  {id: 'ecrans', label: 'Les écrans'},
  {id: 'garde', label: 'La garde, la crèche'},
  {id: 'securite', label: 'La sécurité à la maison'},
  {id: 'difference', label: 'La différence, un handicap'},
];

export const parentThemes: Choice[] = [
  {id: 'fatigue', label: 'Je suis à bout'},
  {id: 'moral', label: 'Je ne vais pas bien'},
  {id: 'seul', label: 'La solitude'},
  {id: 'couple', label: 'Mon couple'},
  {id: 'famille', label: 'Ma famille, mes proches'},
  {id: 'separation', label: 'La séparation'},
  {id: 'temps', label: 'Du temps pour moi'},
  {id: 'contraception', label: 'La contraception'},
];

export const dailyThemes: Choice[] = [
  {id: 'argent', label: 'L’argent'},
  {id: 'droits', label: 'Mes droits, les aides'},
  {id: 'logement', label: 'Le logement'},
  {id: 'sejour', label: 'Mes papiers'},
  {id: 'langue', label: 'Le français'},
  {id: 'transport', label: 'Me déplacer'},
  {id: 'addictions', label: 'Tabac, alcool, autres'},
];

export const delicateThemes: Choice[] = [
  {id: 'violences', label: 'J’ai peur, on me fait du mal'},
  {id: 'enerve', label: 'J’ai peur de m’énerver'},
  {id: 'deuil', label: 'J’ai perdu un bébé'},
];

/** Always offered, last. `autre` asks for no words: a survey that wants them gives it the role. */
export const otherThemes: Choice[] = [
  {id: 'autre', label: 'Autre chose'},
  {id: 'rien', label: 'Tout va bien', role: 'exclusive'},
  {id: 'ne_sait_pas', label: 'Je ne sais pas encore', role: 'exclusive'},
];
