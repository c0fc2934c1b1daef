import type {Questionnaire} from '@ppgp/schema';
import {difficultTopics, notConcerned} from './difficult-topics.js';
import {MARKS} from './marks.js';

/**
 * What the training changed, asked two, four or six months after it: sixteen questions, five of which rest on an earlier answer. They follow
 * what the Ain (two months), the Loiret (four) and the Tarn (six) published of theirs; the wording is this project's.
 */
export const postFormation: Questionnaire = {
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'post-formation',
  version: '1',
  title: 'Depuis la formation',
  origin: `Questions écrites pour ce projet, d’après la démarche « Petits pas, Grands pas » (PPGP®) : questionnaires remis 2 mois (Ain), 4 mois (Loiret) et 6 mois (Tarn) après la formation. La formulation est celle de ce projet. ${MARKS}`,
  minutes: 7,
  waves: [
    {id: 'm2', label: '2 mois après'},
    {id: 'm4', label: '4 mois après'},
    {id: 'm6', label: '6 mois après'},
  ],
  lists: {
    postures: [
      {id: 'ecouter', label: 'Écouter sans juger ni donner de solution'},
      {id: 'questionner', label: 'Poser des questions pour comprendre'},
      {id: 'reconforter', label: 'Réconforter'},
      {id: 'valoriser', label: 'Valoriser le parent'},
      {id: 'silence', label: 'Laisser un silence'},
      {id: 'partir_du_parent', label: 'Partir de ce que fait le parent'},
    ],
  },
  questions: [
    {id: 's_pratique', type: 'section', label: 'Votre pratique'},
    {
      id: 'f_evolution',
      type: 'single',
      label: 'Depuis la formation, votre pratique a-t-elle évolué ?',
      required: true,
      error: 'Choisissez une réponse, ou « Je ne sais pas ».',
      choices: [
        {id: 'beaucoup', label: 'Oui, beaucoup', favourable: true},
        {id: 'un_peu', label: 'Oui, un peu', favourable: true},
        {id: 'non', label: 'Non'},
        {id: 'ne_sait_pas', label: 'Je ne sais pas'},
      ],
    },
    {
      id: 'f_themes',
      type: 'matrix',
      label: 'Depuis, vous abordez ce thème…',
      rows: difficultTopics,
      choices: [
        {id: 'plus', label: 'Plus facilement', favourable: true},
        {id: 'pareil', label: 'Comme avant'},
        {id: 'moins', label: 'Moins facilement'},
        notConcerned,
      ],
    },
    {
      id: 'f_postures',
      type: 'matrix',
      label: 'Dans une situation difficile, le faites-vous plus souvent ?',
      rows: {list: 'postures'},
      choices: [
        {id: 'plus', label: 'Plus souvent', favourable: true},
        {id: 'pareil', label: 'Autant'},
        {id: 'moins', label: 'Moins souvent'},
      ],
    },
    {
      id: 'f_aisance',
      type: 'matrix',
      label: 'Et dans ces situations, est-ce plus facile ?',
      rows: {list: 'postures'},
      choices: [
        {id: 'plus', label: 'Plus facile', favourable: true},
        {id: 'pareil', label: 'Pareil'},
        {id: 'moins', label: 'Plus difficile'},
      ],
    },
    {
      id: 'f_piliers',
      type: 'multiple',
      label: 'Quels piliers utilisez-vous ?',
      choices: [
        {id: 'aller_vers', label: 'Aller vers les parents (proactivité)'},
        {id: 'differer', label: 'Savoir différer'},
        {id: 'empathie', label: 'L’empathie'},
        {id: 'forces', label: 'S’appuyer sur les forces des parents'},
        {id: 'aucun', label: 'Aucun', role: 'exclusive'},
      ],
    },
    {
      id: 'f_differer',
      type: 'single',
      label: 'Vous arrive-t-il de remettre un sujet à une autre fois, exprès ?',
      choices: [
        {id: 'souvent', label: 'Souvent', favourable: true},
        {id: 'parfois', label: 'Parfois', favourable: true},
        {id: 'jamais', label: 'Jamais'},
      ],
    },
    {
      id: 'f_differer_gain',
      type: 'multiple',
      label: 'Qu’est-ce que cela vous apporte ?',
      visibleWhen: {question: 'f_differer', is: ['souvent', 'parfois']},
      max: 3,
      choices: [
        {id: 'moment', label: 'Choisir le bon moment'},
        {id: 'culpabilite', label: 'Moins de culpabilité'},
        {id: 'murir', label: 'Laisser mûrir'},
        {id: 'securite', label: 'Me sentir en sécurité'},
      ],
    },
    {id: 's_outils', type: 'section', label: 'Les outils'},
    {
      id: 'f_outils',
      type: 'matrix',
      label: 'Utilisez-vous ces outils ?',
      rows: [
        {id: 'plateau', label: 'Le plateau « Je me pose des questions sur… »'},
        {id: 'fiches', label: 'Les fiches pour les situations complexes'},
        {id: 'livret', label: 'Le livret sur l’attachement'},
        {id: 'journal', label: 'Le journal de suivi'},
      ],
      choices: [
        {id: 'regulierement', label: 'Régulièrement', favourable: true},
        {id: 'parfois', label: 'Parfois', favourable: true},
        {id: 'jamais', label: 'Jamais'},
        {id: 'pas_recu', label: 'Je ne l’ai pas'},
      ],
    },
    {
      id: 'f_outil_frein',
      type: 'multiple',
      label: 'Qu’est-ce qui vous freine ?',
      visibleWhen: {question: 'f_outils', is: ['parfois', 'jamais', 'pas_recu']},
      choices: [
        {id: 'prise_en_main', label: 'Difficile à prendre en main'},
        {id: 'temps', label: 'Pas le temps'},
        {id: 'pas_adapte', label: 'Pas adapté'},
        {id: 'pas_sous_la_main', label: 'Pas sous la main'},
        {id: 'autre', label: 'Autre', role: 'other'},
      ],
    },
    {
      id: 'f_plateau',
      type: 'multiple',
      label: 'Le plateau, où l’utilisez-vous ?',
      choices: [
        {id: 'bureau', label: 'Sur le bureau'},
        {id: 'main', label: 'À la main'},
        {id: 'salle_attente', label: 'En salle d’attente'},
        {id: 'domicile', label: 'À domicile'},
        {id: 'aucun', label: 'Je ne l’utilise pas', role: 'exclusive'},
      ],
    },
    {id: 's_equipe', type: 'section', label: 'En équipe'},
    {
      id: 'f_intervision',
      type: 'single',
      label: 'Participez-vous à l’intervision ?',
      choices: [
        {id: 'regulierement', label: 'Régulièrement', favourable: true},
        {id: 'parfois', label: 'Parfois', favourable: true},
        {id: 'non', label: 'Non'},
        {id: 'pas_ici', label: 'Il n’y en a pas ici', role: 'na'},
      ],
    },
    {
      id: 'f_interv_suite',
      type: 'scale',
      label: 'Il faut continuer l’intervision.',
      visibleWhen: {question: 'f_intervision', is: ['regulierement', 'parfois', 'non']},
      choices: 'agree4',
    },
    {
      id: 'f_interv_apports',
      type: 'multiple',
      label: 'Que vous apporte l’intervision ?',
      visibleWhen: {question: 'f_intervision', is: ['regulierement', 'parfois']},
      choices: [
        {id: 'ecoute', label: 'De l’écoute'},
        {id: 'recul', label: 'Du recul'},
        {id: 'idees', label: 'Des idées'},
        {id: 'equipe', label: 'L’esprit d’équipe'},
        {id: 'rien', label: 'Rien', role: 'exclusive'},
      ],
    },
    {id: 's_fin', type: 'section', label: 'Pour finir'},
    {
      id: 'f_elearning',
      type: 'scale',
      label: 'La formation en ligne m’a été utile.',
      choices: [
        {id: 'oui', label: 'Tout à fait d’accord', favourable: true},
        {id: 'plutot', label: 'Plutôt d’accord', favourable: true},
        {id: 'plutot-non', label: 'Plutôt pas d’accord'},
        {id: 'non', label: 'Pas du tout d’accord'},
        {id: 'pas_suivi', label: 'Je ne l’ai pas suivie', role: 'na'},
      ],
    },
    {id: 'f_phrase', type: 'text', label: 'Racontez un changement.', max: 500, lines: 4},
    {
      id: 'f_citer',
      type: 'consent',
      label: 'Peut-on citer votre phrase, sans votre nom ?',
      of: 'f_phrase',
      visibleWhen: {question: 'f_phrase', answered: true},
    },
  ],
};
