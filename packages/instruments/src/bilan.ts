import type {Questionnaire} from '@ppgp/schema';
import {MARKS} from './marks.js';

/**
 * What professionals say once the work with the agency is over: seven questions, for a campaign that opens and closes by day, as the
 * online survey of the Tarn did (29 October to 19 November 2024). Its wording is not public; this one is this project's.
 */
export const bilan: Questionnaire = {
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'bilan',
  version: '1',
  title: 'Bilan de la démarche',
  origin: `Questions écrites pour ce projet, d’après la démarche « Petits pas, Grands pas » (PPGP®) : enquête en ligne de fin de démarche du Tarn. La liste de ce qu’il faut garder (b_garder), le sens donné à la communication (b_communication) et à la charge (b_charge) et la formulation sont de ce projet. ${MARKS}`,
  minutes: 5,
  questions: [
    {id: 's_avis', type: 'section', label: 'Votre avis'},
    {
      id: 'b_utile',
      type: 'scale',
      label: 'La démarche a été utile pour mon travail.',
      required: true,
      choices: 'agree4',
    },
    {
      id: 'b_adhesion',
      type: 'single',
      label: 'Avez-vous adhéré à la démarche ?',
      choices: [
        {id: 'debut', label: 'Oui, dès le début', favourable: true},
        {id: 'progressif', label: 'Oui, au fil du temps', favourable: true},
        {id: 'toujours_pas', label: 'Toujours pas'},
      ],
    },
    {
      id: 'b_change',
      type: 'multiple',
      label: 'Qu’est-ce qui a changé ?',
      choices: [
        {id: 'communication', label: 'La communication'},
        {id: 'formation', label: 'La formation'},
        {id: 'intervision', label: 'L’intervision'},
        {id: 'familles', label: 'Le lien avec les familles'},
        {id: 'partenaires', label: 'Le lien avec les partenaires'},
        {id: 'rien', label: 'Rien', role: 'exclusive'},
      ],
    },
    {id: 's_suite', type: 'section', label: 'Et après'},
    {
      id: 'b_garder',
      type: 'ranking',
      label: 'Que faut-il garder en priorité ?',
      hint: 'Trois au plus, le plus important d’abord.',
      max: 3,
      shuffle: true,
      choices: [
        {id: 'intervision', label: 'L’intervision'},
        {id: 'formation', label: 'La formation'},
        {id: 'plateau', label: 'Le plateau des besoins'},
        {id: 'differer', label: 'Savoir différer'},
        {id: 'documents', label: 'Les nouveaux documents pour les parents'},
        {id: 'enquetes', label: 'Demander leur avis aux parents'},
        {id: 'groupe_projet', label: 'Le groupe projet'},
        {id: 'appels', label: 'Les appels aux femmes enceintes'},
        {id: 'partenaires', label: 'Le travail avec les partenaires'},
        {id: 'autre', label: 'Autre', role: 'other'},
      ],
    },
    {id: 'b_communication', type: 'scale', label: 'Nous communiquons mieux avec les familles.', choices: 'agree4'},
    {id: 'b_charge', type: 'scale', label: 'La charge de travail est restée raisonnable.', choices: 'agree4'},
    {id: 'b_apres', type: 'text', label: 'Que faut-il pour continuer ?', max: 500, lines: 4},
  ],
};
