// @ts-check
/**
 * What the golden files are made of: definitions that use every member of the format, and what a few people answered. A member that is
 * new in the format gets its place here before the release that brings it; earlier releases' files keep what they have.
 */

/** @type {import('@ppgp/schema').Questionnaire} */
export const questionnaire = {
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'temoin',
  version: '1',
  title: {fr: 'Un questionnaire témoin', en: 'A sample questionnaire'},
  origin: 'Écrit pour ce projet.',
  opens: '2026-01-01',
  closes: '2026-12-31',
  languages: ['fr', 'en'],
  territories: [{id: 'albi', label: 'Albi'}],
  notice: 'Vos réponses restent au service.',
  minutes: 4,
  sensitive: true,
  share: 'themes',
  lists: {
    avis: [
      {id: 'oui', label: 'Oui', favourable: true},
      {id: 'non', label: 'Non'},
      {id: 'sans', label: 'Pas concerné·e', role: 'na'},
    ],
  },
  questions: [
    {id: 'accueil', type: 'section', label: 'L’accueil'},
    {id: 'bonjour', type: 'statement', label: 'Merci d’être là.'},
    {
      id: 'place',
      type: 'single',
      label: {fr: 'Vous êtes…', en: 'You are…'},
      plain: 'Qui êtes-vous ?',
      hint: 'Une seule réponse.',
      picture: 'images/place.svg',
      audio: {fr: 'sons/place.mp3'},
      required: true,
      profile: true,
      error: 'Choisissez une réponse.',
      choices: [
        {id: 'mere', label: 'La mère', hint: 'ou la future mère', picture: 'images/mere.svg', audio: {fr: 'sons/mere.mp3'}},
        {id: 'pere', label: 'Le père'},
        {id: 'autre', label: 'Une autre personne', role: 'other'},
      ],
    },
    {id: 'lieu', type: 'single', label: 'Où habitez-vous ?', choices: {from: 'territories', and: [{id: 'ailleurs', label: 'Ailleurs'}]}},
    {
      id: 'sujets',
      type: 'multiple',
      label: 'Quels sujets, {place} ?',
      decline: true,
      sensitive: true,
      min: 1,
      max: 2,
      shuffle: true,
      choices: [
        {id: 'sommeil', label: 'Le sommeil'},
        {id: 'repas', label: 'Les repas'},
        {id: 'rien', label: 'Aucun', role: 'exclusive'},
      ],
    },
    {id: 'themes', type: 'multiple', label: 'Et parmi ceux-ci ?', choices: {board: 'plateau-temoin', sets: ['bebe']}},
    {
      id: 'ordre',
      type: 'ranking',
      label: 'Le plus utile d’abord',
      max: 2,
      shuffle: true,
      choices: [
        {id: 'lettre', label: 'La lettre'},
        {id: 'appel', label: 'L’appel'},
        {id: 'visite', label: 'La visite'},
      ],
    },
    {id: 'clair', type: 'scale', label: 'Est-ce clair ?', choices: 'faces3', look: 'faces'},
    {id: 'recu', type: 'matrix', label: 'L’avez-vous reçu ?', rows: {from: 'materials'}, choices: {list: 'avis'}, look: 'words'},
    {
      id: 'lu',
      type: 'matrix',
      label: 'L’avez-vous lu ?',
      rows: {from: 'materials'},
      choices: 'agree4',
      look: 'numbers',
      rowVisibleWhen: {question: 'recu', row: 'same', is: 'oui'},
    },
    {id: 'suivi', type: 'boolean', label: 'Êtes-vous suivie ?', visibleWhen: {all: [{question: 'place', is: ['mere', 'autre']}]}},
    {id: 'mot', type: 'text', label: 'Un mot ?', max: 200, lines: 3},
    {id: 'citer', type: 'consent', label: 'Pouvons-nous le citer ?', of: 'mot', visibleWhen: {question: 'mot', answered: true}},
    {id: 'enfants', type: 'number', label: 'Combien d’enfants ?', integer: true, min: 0, max: 20, unit: 'enfants', initial: 1},
    {
      id: 'terme',
      type: 'date',
      label: 'Quand est le terme ?',
      unit: 'month',
      min: '2026-01',
      max: '2027-12',
      visibleWhen: {
        any: [
          {not: {question: 'enfants', atLeast: 1, atMost: 20}},
          {territory: ['albi']},
          {source: ['affiche']},
          {wave: ['automne']},
          {mode: ['kiosk', 'call']},
        ],
      },
    },
    {id: 'jour', type: 'date', label: 'Quel jour ?', unit: 'day'},
  ],
};

/** @type {import('@ppgp/schema').Grid} */
export const grid = {
  format: 'ppgp/1',
  kind: 'grid',
  id: 'grille-temoin',
  version: '1',
  title: 'Une grille témoin',
  form: 'p',
  threshold: 70,
  domains: [{id: 'comprendre', label: 'Comprendre'}],
  topics: [{id: 'texte', label: 'Le texte'}],
  facts: [{id: 'court', label: 'Le document est très court', setsNa: ['resume']}],
  items: [
    {id: 'but', number: 1, domain: 'comprendre', topic: 'texte', label: 'Le but est évident', yes: 'Il est dit.', no: 'On le cherche.'},
    {id: 'resume', number: 2, domain: 'comprendre', topic: 'texte', label: 'Il y a un résumé', na: 'Le document est très court.'},
    {id: 'lisible', number: 3, domain: null, topic: 'texte', label: 'Il se lit de loin'},
  ],
  advice: [{when: [{item: 'but', is: 'no'}], say: 'Dites le but dans le titre.'}],
};

/** @type {import('@ppgp/schema').Board} */
export const board = {
  format: 'ppgp/1',
  kind: 'board',
  id: 'plateau-temoin',
  version: '1',
  title: 'Un plateau témoin',
  todayMax: 2,
  sets: [{id: 'bebe', label: 'Le bébé'}],
  themes: [
    {id: 'dormir', label: 'Dormir', set: 'bebe'},
    {id: 'violences', label: 'Se sentir en danger', sensitive: true},
  ],
  help: [{label: 'Violences Femmes Info', phone: '3919', checked: '2026-11-01', themes: ['violences']}],
  exitTo: 'https://www.example.org/',
};

/** What is put to people: a collector only knows the ready-made boards, so the question that rests on another one is left out. */
const asked = {...questionnaire, questions: questionnaire.questions.filter(({id}) => id !== 'themes')};

/** @type {import('@ppgp/schema').Campaign} */
export const campaign = {
  format: 'ppgp-campaign/1',
  id: 'temoin-2026',
  definition: asked,
  closes: '2026-11-30',
  territories: [
    {
      id: 'albi',
      label: 'Albi',
      phone: '05 63 00 00 00',
      mail: 'pmi@albi.example',
      address: '1, rue de l’Exemple',
      hours: 'De 9 h à 17 h',
      url: 'https://www.example.org/albi',
    },
    {id: 'castres', label: 'Castres'},
  ],
  sources: [{id: 'affiche', label: 'Une affiche'}],
  materials: [
    {id: 'lettre', label: 'La lettre', picture: 'images/lettre.svg', alt: 'Une lettre d’une page', version: '2'},
    {id: 'flyer', label: 'Le flyer', alt: 'Un flyer en couleurs'},
  ],
  waves: [{id: 'automne', label: 'Automne 2026'}],
  words: {fr: {'clair.label': 'Était-ce clair ?'}},
  publicKey: {keyId: '2026-10', key: 'BAECAwQFBgcICQoLDA0ODw'},
  share: 'all',
  k: {public: 11, team: 1},
  publish: true,
  keepDays: 400,
  expected: {albi: 30, castres: 10},
};

/** @type {import('@ppgp/schema').Campaign} */
export const campaignOfInstrument = {
  format: 'ppgp-campaign/1',
  id: 'flyer-2026',
  definition: {instrument: 'flyer', version: '1'},
  expected: 23,
};

/** @type {import('@ppgp/schema').Overlay} */
export const overlay = {
  format: 'ppgp-words/1',
  of: 'temoin',
  version: '1',
  lang: 'en',
  reviewed: false,
  words: {title: 'A sample questionnaire', 'clair.label': 'Is it clear?', 'place.mere': 'The mother', 'avis.oui': 'Yes'},
};

/**
 * What people said: where and how, answers by question, words beside « autre ».
 * @type {{situation: import('@ppgp/session').Situation, lang: string, salt?: string, answers: import('@ppgp/schema').Answers, other: Record<string, string>}[]}
 */
export const people = [
  {
    situation: {mode: 'web', territory: 'albi', source: 'affiche', wave: 'automne'},
    lang: 'fr',
    answers: {
      place: 'autre',
      lieu: 'albi',
      sujets: ['sommeil', 'repas'],
      ordre: ['visite', 'lettre'],
      clair: 'bien',
      recu: {lettre: 'oui', flyer: 'non'},
      lu: {lettre: 'plutot'},
      suivi: false,
      mot: 'Très clair – merci ! 👶 « c’est bien »',
      citer: true,
      enfants: 0,
      terme: '2027-02',
      jour: '2026-11-20',
    },
    other: {place: 'La grand-mère'},
    salt: 'AAECAwQFBgcICQoLDA0ODw',
  },
  {
    situation: {mode: 'kiosk'},
    lang: 'en',
    answers: {place: 'mere', sujets: null, clair: 'moyen', recu: {lettre: 'oui', flyer: 'sans'}, lu: {lettre: null}, enfants: 2},
    other: {},
  },
  {
    situation: {mode: 'call', territory: 'castres'},
    lang: 'fr',
    answers: {place: 'pere', lieu: 'ailleurs', sujets: ['rien'], clair: 'bien', recu: {flyer: 'oui'}, lu: {flyer: 'oui'}},
    other: {},
  },
];
