import type {Grid, GridItem, Id, Mark} from '@ppgp/schema';
import {MARKS} from './marks.js';
import {landmarks, statements} from './pemat-statements.js';

type Advice = NonNullable<Grid['advice']>[number];

const VIDEO = 'Le document est une vidéo, sans page où mettre en avant';

const advice = (say: string, ...when: [item: Id, is: Mark][]): Advice => ({when: when.map(([item, is]) => ({item, is})), say});

const PICTURES = 'Les énoncés 16, 17 et 18 vont ensemble : s’il n’y a pas d’image, tous trois sont sans objet.';
const TABLES = 'Relisez 19 et 25 : l’un dit qu’il y a un tableau, l’autre qu’il n’y en a pas. Un schéma compte pour 25 seulement.';
const SUMS = 'Il n’y a aucun calcul à faire (7) : l’énoncé 24 est alors sans objet.';
const NO_ACTION = 'Si le document ne dit rien à faire (20), il ne peut ni le dire au parent (21), ni le découper en étapes (22).';

/** Marks that rarely go together (guide of the PEMAT): said, never changed. Those of a form that has not all the items are left out. */
const everyAdvice: readonly Advice[] = [
  ...['i16', 'i17', 'i18'].flatMap((none, _, pictures) =>
    pictures
      .filter((other) => other !== none)
      .flatMap((other) => (['yes', 'no'] as const).map((is) => advice(PICTURES, [none, 'na'], [other, is]))),
  ),
  advice(TABLES, ['i19', 'na'], ['i25', 'yes']),
  ...(['yes', 'no'] as const).map((is) => advice(TABLES, ['i19', is], ['i25', 'na'])),
  ...(['yes', 'no'] as const).map((is) => advice(SUMS, ['i7', 'yes'], ['i24', is])),
  advice(NO_ACTION, ['i20', 'no'], ['i21', 'yes']),
  advice(NO_ACTION, ['i20', 'no'], ['i22', 'yes']),
];

const facts = {
  p: [
    {id: 'court', label: 'Le document est très court : deux paragraphes au plus, sur une page au plus', setsNa: ['i8', 'i9', 'i11']},
    {id: 'sans-image', label: 'Il n’y a aucune image', setsNa: ['i16', 'i17', 'i18']},
    {id: 'sans-tableau', label: 'Il n’y a aucun tableau ni schéma', setsNa: ['i19', 'i25']},
    {id: 'sans-chiffre', label: 'Il n’y a aucun chiffre, hors dates, heures, téléphones et adresses', setsNa: ['i6']},
    {id: 'sans-calcul', label: 'Il n’y a aucun calcul à faire', setsNa: ['i24']},
  ],
  av: [
    {id: 'court', label: 'Le document est très court : moins d’une minute, ou six écrans au plus', setsNa: ['i8', 'i9', 'i11']},
    {id: 'video', label: 'C’est une vidéo', setsNa: ['i12']},
    {id: 'sans-texte', label: 'Il n’y a pas de texte à l’écran, ou tout est lu à voix haute', setsNa: ['i13']},
    {id: 'sans-voix', label: 'Il n’y a pas de voix', setsNa: ['i14']},
    {id: 'sans-image', label: 'Il n’y a aucun dessin ni aucune photo', setsNa: ['i18']},
    {id: 'sans-tableau', label: 'Il n’y a aucun tableau ni schéma', setsNa: ['i19', 'i25']},
  ],
};

/** The grid of one form: 24 statements on paper (17 + 7), 17 in videos and slides (13 + 4), and the landmarks, which are never scored. */
export function pematForm(form: 'p' | 'av', title: string): Grid {
  const scored = statements
    .filter(({forms}) => forms.includes(form))
    .map(({forms: _, ...item}): GridItem => (form === 'av' && item.id === 'i12' ? {...item, na: VIDEO} : item));
  const ids = new Set(scored.map(({id}) => id));
  return {
    format: 'ppgp/1',
    kind: 'grid',
    id: `pemat-${form}`,
    version: '1',
    title,
    origin: `Grille inspirée du PEMAT (Patient Education Materials Assessment Tool) de l’AHRQ : S. J. Shoemaker, M. S. Wolf, C. Brach, publication 14-0002-EF, 2013. Les énoncés, les exemples et les repères ont été écrits pour ce projet ; ils n’ont été ni validés ni approuvés par l’AHRQ, et un résultat n’est pas un « score PEMAT » officiel. Ce n’est pas la grille PEMAT-PMI : un département qui la détient peut la charger. Le seuil de 70 % est un repère d’usage. ${MARKS}`,
    form,
    threshold: 70,
    domains: [
      {id: 'comprendre', label: 'Comprendre'},
      {id: 'agir', label: 'Agir'},
    ],
    topics: [
      {id: 'contenu', label: 'Contenu'},
      {id: 'mots', label: 'Mots et style'},
      ...(form === 'p' ? [{id: 'chiffres', label: 'Chiffres'}] : []),
      {id: 'organisation', label: 'Organisation'},
      {id: 'mise-en-page', label: 'Mise en page'},
      {id: 'images', label: 'Images'},
      {id: 'agir', label: 'Agir'},
      {id: 'reperes', label: 'Repères PMI'},
    ],
    facts: facts[form],
    items: [...scored, ...landmarks],
    advice: everyAdvice.filter(({when}) => when.every(({item}) => ids.has(item))),
  };
}
