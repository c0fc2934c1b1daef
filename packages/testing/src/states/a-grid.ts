import type {Grid} from '@ppgp/schema';

export type {GridItem} from '@ppgp/schema';

/** A small grid with everything that a grid can have. */
export const grid: Grid = {
  format: 'ppgp/1',
  kind: 'grid',
  id: 'essai-grille',
  version: '1',
  title: 'Une petite grille',
  origin: 'Écrite pour les essais.',
  form: 'p',
  threshold: 70,
  domains: [
    {id: 'comprendre', label: 'Comprendre'},
    {id: 'agir', label: 'Agir'},
  ],
  topics: [
    {id: 'contenu', label: 'Contenu'},
    {id: 'agir', label: 'Agir'},
    {id: 'reperes', label: 'Repères'},
  ],
  facts: [{id: 'sans-tableau', label: 'Il n’y a aucun tableau', setsNa: ['i2']}],
  items: [
    {
      id: 'i1',
      number: 1,
      domain: 'comprendre',
      topic: 'contenu',
      label: 'On sait à quoi sert ce document.',
      yes: 'Le titre le dit.',
      no: 'On cherche.',
    },
    {id: 'i2', number: 2, domain: 'comprendre', topic: 'contenu', label: 'Les tableaux sont simples.', na: 'Il n’y a pas de tableau'},
    {id: 'i3', number: 3, domain: 'agir', topic: 'agir', label: 'Le document dit une chose à faire.'},
    {id: 'r1', number: 4, domain: null, topic: 'reperes', label: 'Le téléphone est visible.'},
  ],
  advice: [
    {
      when: [
        {item: 'i1', is: 'no'},
        {item: 'i2', is: 'yes'},
      ],
      say: 'Relisez 1 et 2 ensemble.',
    },
  ],
};
