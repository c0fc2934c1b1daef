import type {Choice, Condition, Questionnaire} from '@ppgp/schema';

const atLeastOne: Condition = {question: 'ff_recu', is: 'oui'};
const thisOne: Condition = {question: 'ff_recu', row: 'same', is: 'oui'};
const rows = {from: 'materials'} as const;

/** The faces' scale in the words of a short sentence: « Il est attirant. » Oui, un peu, non. */
const yesALittleNo: Choice[] = [
  {id: 'bien', label: 'Oui', favourable: true},
  {id: 'moyen', label: 'Un peu'},
  {id: 'mal', label: 'Non'},
];

/**
 * What new parents think of the letters and the flyer they received: twelve questions, asked document by document.
 * The questions follow the survey of February 2023 that a published case study of the Ain describes (23 families, two letters
 * and a flyer), whose own wording is not public; the wording here is this project's.
 */
export const flyer: Questionnaire = {
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'flyer',
  version: '1',
  title: 'Votre avis sur nos documents',
  origin:
    'Questions écrites pour ce projet, d’après la démarche « Petits pas, Grands pas » (PPGP®) : enquête de février 2023 auprès de 23 familles sur deux lettres et un flyer. PPGP® est une marque de son titulaire, sans lien avec ce logiciel.',
  minutes: 3,
  materials: [
    {id: 'lettre_1', label: 'La lettre n° 1 (pendant la grossesse)', alt: 'Une lettre d’une page'},
    {id: 'lettre_2', label: 'La lettre n° 2 (après la naissance)', alt: 'Une lettre d’une page'},
    {id: 'flyer', label: 'Le flyer', alt: 'Un flyer en couleurs'},
  ],
  questions: [
    {
      id: 'ff_recu',
      type: 'matrix',
      label: 'L’avez-vous reçu ?',
      required: true,
      error: 'Choisissez une réponse, ou « Je ne sais plus ».',
      rows,
      choices: [
        {id: 'oui', label: 'Oui', favourable: true},
        {id: 'non', label: 'Non'},
        {id: 'ne_sait_pas', label: 'Je ne sais plus'},
      ],
    },
    {
      id: 'ff_vu',
      type: 'matrix',
      label: 'L’avez-vous remarqué dans le courrier ?',
      rows,
      rowVisibleWhen: thisOne,
      choices: [
        {id: 'tout_de_suite', label: 'Oui, tout de suite', favourable: true},
        {id: 'apres', label: 'Oui, après', favourable: true},
        {id: 'non', label: 'Non'},
      ],
    },
    {
      id: 'ff_lu',
      type: 'matrix',
      label: 'L’avez-vous lu ?',
      rows,
      rowVisibleWhen: thisOne,
      choices: [
        {id: 'entier', label: 'En entier', favourable: true},
        {id: 'un_peu', label: 'Un peu', favourable: true},
        {id: 'non', label: 'Non'},
      ],
    },
    {id: 'ff_attire', type: 'matrix', label: 'Il est attirant.', rows, rowVisibleWhen: thisOne, choices: yesALittleNo, look: 'faces'},
    {id: 'ff_facile', type: 'matrix', label: 'Il est facile à lire.', rows, rowVisibleWhen: thisOne, choices: yesALittleNo, look: 'faces'},
    {
      id: 'ff_envie',
      type: 'matrix',
      label: 'Il donne envie de rencontrer la PMI.',
      rows,
      rowVisibleWhen: thisOne,
      choices: yesALittleNo,
      look: 'faces',
    },
    {
      id: 'ff_moment',
      type: 'matrix',
      label: 'Il est arrivé…',
      rows,
      rowVisibleWhen: thisOne,
      choices: [
        {id: 'trop_tot', label: 'Trop tôt'},
        {id: 'bon_moment', label: 'Au bon moment', favourable: true},
        {id: 'trop_tard', label: 'Trop tard'},
      ],
    },
    {
      id: 'ff_compris',
      type: 'multiple',
      label: 'D’après ces documents, la PMI…',
      visibleWhen: atLeastOne,
      choices: [
        {id: 'gratuite', label: 'Est gratuite'},
        {id: 'pour_tous', label: 'Est pour tous les parents'},
        {id: 'grossesse', label: 'Aide pendant la grossesse'},
        {id: 'domicile', label: 'Vient à la maison'},
        {id: 'pas_compris', label: 'Je n’ai pas compris', role: 'exclusive'},
      ],
    },
    {
      id: 'ff_fait',
      type: 'multiple',
      label: 'Après, qu’avez-vous fait ?',
      visibleWhen: atLeastOne,
      choices: [
        {id: 'appel', label: 'J’ai appelé la PMI'},
        {id: 'qr', label: 'J’ai scanné le QR code'},
        {id: 'carnet', label: 'J’ai commandé le carnet de maternité'},
        {id: 'rendez_vous', label: 'J’ai pris rendez-vous'},
        {id: 'garde', label: 'J’ai gardé le papier'},
        {id: 'rien', label: 'Rien de tout cela', role: 'exclusive'},
      ],
    },
    {
      id: 'ff_prefere',
      type: 'single',
      label: 'Lequel préférez-vous ?',
      visibleWhen: atLeastOne,
      choices: {
        from: 'materials',
        and: [
          {id: 'pareils', label: 'Tous pareils'},
          {id: 'aucun', label: 'Aucun'},
        ],
      },
    },
    {
      id: 'ff_trop',
      type: 'single',
      label: 'Vous recevez beaucoup de courriers (CAF, Assurance maladie, département).',
      choices: [
        {id: 'perdu', label: 'Je m’y perds'},
        {id: 'ca_va', label: 'Ça va', favourable: true},
      ],
    },
    {id: 'ff_mieux', type: 'text', label: 'Que changer dans ces documents ?', max: 300, lines: 4},
  ],
};
