import type {Wanted} from './wanted.js';

/**
 * The surveys of two published case studies, Ain (2022-2024) and Tarn (2023-2024). From the studies: who was asked where they say so, the
 * orders of the rankings, 7 of 9, 15, 13 and 21 of 23, 23 families and three documents. All other numbers are invented so that these hold.
 */
export const campaigns: readonly Wanted[] = [
  {
    id: 'tarn-pros',
    instrument: 'pros',
    expected: 80,
    asOf: '2023-09-13',
    received: {'2023-06-05': 12, '2023-06-12': 15, '2023-06-19': 8, '2023-07-03': 6},
    ranked: {
      p_priorites: {
        parentalite: [19, 10, 7],
        prevention: [12, 13, 8],
        protection: [8, 8, 12],
        sante: [1, 6, 7],
        droits: [1, 4, 7],
      },
    },
    several: {
      p_sat_familles: {conseils: 30, situation: 27, merci: 21, ateliers: 21, confiance: 12, developpement: 6, autre: 1},
      p_difficile: {
        adhesion: 29,
        impuissance: 24,
        temps: 22,
        moyens: 14,
        charge: 13,
        administratif: 9,
        danger: 6,
        reconnaissance: 4,
        isolement: 1,
      },
      p_ameliorer: {
        equipe: 30,
        priorites: 27,
        communication: 24,
        moyens: 24,
        cadres: 21,
        administratif: 9,
        ateliers: 4,
        offre: 4,
        partenaires: 3,
        horaires: 3,
        lieux: 1,
        medical: 1,
      },
    },
  },
  {
    id: 'tarn-usagers',
    instrument: 'usagers',
    asOf: '2023-09-13',
    received: {'2023-06-05': 31, '2023-06-12': 44, '2023-06-19': 29, '2023-06-26': 22, '2023-07-10': 18, '2023-07-17': 20},
    one: {
      u_general: [
        ['bien', 121],
        ['moyen', 36],
        ['mal', 7],
      ],
    },
    several: {
      u_forts: {
        accueil: 112,
        conseils: 97,
        ateliers: 81,
        disponibilite: 60,
        suivi: 44,
        gratuite: 31,
        lieux: 20,
        sans_jugement: 19,
        autre: 3,
        rien: 2,
      },
      u_mieux: {
        communication: 71,
        horaires: 63,
        ateliers: 52,
        offre: 49,
        moyens: 48,
        lieux: 14,
        salle_attente: 12,
        telephone: 9,
        medical: 9,
        langue: 6,
        autre: 4,
        rien: 21,
      },
    },
  },
  {
    id: 'tarn-formation',
    instrument: 'post-formation',
    expected: 50,
    wave: 'm6',
    asOf: '2024-11-07',
    received: {'2024-05-13': 14, '2024-05-20': 6, '2024-05-27': 3},
    one: {
      f_evolution: [
        ['beaucoup', 9],
        ['un_peu', 12],
        ['non', 1],
        ['ne_sait_pas', 1],
      ],
      f_differer: [
        ['souvent', 6],
        ['parfois', 9],
        ['jamais', 6],
      ],
    },
    rows: {
      f_themes: {
        violences_enfants: [
          ['plus', 15],
          ['pareil', 8],
        ],
        moral: [
          ['plus', 13],
          ['pareil', 10],
        ],
        lien: [
          ['plus', 11],
          ['pareil', 11],
          ['pas_concerne', 1],
        ],
        violences: [
          ['plus', 12],
          ['pareil', 10],
          ['pas_concerne', 1],
        ],
        pleurs: [
          ['plus', 9],
          ['pareil', 13],
          ['moins', 1],
        ],
        addictions: [
          ['plus', 6],
          ['pareil', 12],
          ['moins', 1],
          ['pas_concerne', 4],
        ],
        seul: [
          ['plus', 11],
          ['pareil', 12],
        ],
        argent: [
          ['plus', 7],
          ['pareil', 15],
          ['pas_concerne', 1],
        ],
        sommeil: [
          ['plus', 8],
          ['pareil', 15],
        ],
        alimentation: [
          ['plus', 5],
          ['pareil', 18],
        ],
        limites: [
          ['plus', 10],
          ['pareil', 12],
          ['pas_concerne', 1],
        ],
      },
    },
  },
  {
    id: 'ain-pros',
    instrument: 'pros',
    expected: 60,
    asOf: '2022-09-30',
    received: {'2022-06-07': 10, '2022-06-13': 17, '2022-06-20': 9, '2022-09-05': 8, '2022-09-19': 4},
    ranked: {
      p_priorites: {
        parentalite: [22, 14, 6],
        prevention: [16, 15, 9],
        protection: [8, 10, 14],
        sante: [1, 6, 10],
        grossesse: [1, 3, 9],
      },
    },
    several: {
      p_sat_familles: {conseils: 37, situation: 34, merci: 28, confiance: 22, developpement: 13, ateliers: 8},
      p_sat_interne: {equipe: 38, partenaires: 31, utile: 29, suivi: 25, autonomie: 12, formation: 6},
      p_difficile: {
        charge: 35,
        adhesion: 31,
        moyens: 24,
        reconnaissance: 24,
        impuissance: 11,
        temps: 8,
        danger: 5,
        administratif: 4,
      },
      p_ameliorer: {
        equipe: 36,
        communication: 33,
        priorites: 31,
        moyens: 30,
        partenaires: 26,
        cadres: 12,
        administratif: 10,
        offre: 8,
        horaires: 4,
        ateliers: 4,
        medical: 3,
        lieux: 2,
      },
    },
  },
  {
    id: 'ain-usagers',
    instrument: 'usagers',
    asOf: '2022-09-30',
    received: {
      '2022-06-07': 24,
      '2022-06-13': 38,
      '2022-06-27': 41,
      '2022-07-11': 19,
      '2022-08-29': 27,
      '2022-09-12': 33,
      '2022-09-26': 30,
    },
    one: {
      u_general: [
        ['bien', 168],
        ['moyen', 38],
        ['mal', 6],
      ],
    },
    several: {
      u_forts: {
        conseils: 131,
        accueil: 128,
        disponibilite: 96,
        suivi: 88,
        lieux: 61,
        gratuite: 58,
        sans_jugement: 24,
        ateliers: 19,
        autre: 4,
        rien: 3,
      },
      u_mieux: {
        communication: 92,
        moyens: 84,
        horaires: 81,
        ateliers: 74,
        medical: 66,
        offre: 38,
        lieux: 31,
        telephone: 14,
        salle_attente: 12,
        langue: 7,
        autre: 5,
        rien: 26,
      },
    },
  },
  {
    id: 'ain-documents',
    instrument: 'flyer',
    asOf: '2023-03-31',
    received: {'2023-02-06': 9, '2023-02-13': 8, '2023-02-20': 6},
    one: {
      ff_trop: [
        ['perdu', 14],
        ['ca_va', 8],
      ],
      ff_prefere: [
        ['flyer', 15],
        ['lettre_1', 2],
        ['pareils', 3],
      ],
    },
    rows: {
      ff_recu: {
        lettre_1: [
          ['oui', 20],
          ['non', 2],
          ['ne_sait_pas', 1],
        ],
        lettre_2: [
          ['oui', 20],
          ['non', 2],
          ['ne_sait_pas', 1],
        ],
        flyer: [
          ['oui', 20],
          ['non', 3],
        ],
      },
      ff_vu: {
        lettre_1: [
          ['tout_de_suite', 5],
          ['apres', 4],
          ['non', 11],
        ],
        lettre_2: [
          ['tout_de_suite', 5],
          ['apres', 1],
          ['non', 3],
          ['apres', 2],
          ['non', 9],
        ],
        flyer: [
          ['tout_de_suite', 5],
          ['non', 1],
          ['tout_de_suite', 5],
          ['apres', 7],
          ['non', 2],
        ],
      },
      ff_attire: {
        lettre_1: [
          ['bien', 5],
          ['moyen', 7],
          ['mal', 8],
        ],
        lettre_2: [
          ['bien', 6],
          ['moyen', 7],
          ['mal', 7],
        ],
        flyer: [
          ['bien', 16],
          ['moyen', 2],
          ['mal', 2],
        ],
      },
      ff_facile: {
        lettre_1: [
          ['bien', 11],
          ['moyen', 9],
        ],
        lettre_2: [
          ['bien', 10],
          ['moyen', 9],
        ],
        flyer: [
          ['bien', 18],
          ['moyen', 1],
        ],
      },
      ff_envie: {
        lettre_1: [
          ['bien', 7],
          ['moyen', 13],
        ],
        lettre_2: [
          ['bien', 6],
          ['moyen', 13],
        ],
        flyer: [
          ['bien', 15],
          ['moyen', 4],
        ],
      },
    },
  },
  {
    id: 'ain-formation',
    instrument: 'post-formation',
    expected: 62,
    wave: 'm2',
    asOf: '2024-01-12',
    received: {'2023-07-10': 6, '2023-07-17': 3},
    one: {
      f_evolution: [
        ['beaucoup', 3],
        ['un_peu', 4],
        ['non', 1],
        ['ne_sait_pas', 1],
      ],
    },
    rows: {
      f_postures: {
        ecouter: [
          ['plus', 8],
          ['pareil', 1],
        ],
        questionner: [
          ['plus', 7],
          ['pareil', 2],
        ],
        reconforter: [
          ['plus', 6],
          ['pareil', 3],
        ],
      },
      f_aisance: {
        ecouter: [
          ['plus', 7],
          ['pareil', 2],
        ],
        questionner: [
          ['plus', 6],
          ['pareil', 3],
        ],
        reconforter: [
          ['plus', 6],
          ['pareil', 3],
        ],
      },
    },
  },
];
