import assert from 'node:assert/strict';
import test from 'node:test';
import type {Choice, Question, Questionnaire} from '@ppgp/schema';
import {choicesOf, rowsOf} from '@ppgp/session';
import {ariane, bilan, flyer, plateau, postFormation, pros, usagers} from './index.js';

// Written apart from the data, from the published structure of the questionnaires: a question, a choice or a mark that goes fails here.
// `*` = favourable, `/` = its role; rows stand before `:`.

const AXES = 'communication moyens horaires offre ateliers medical lieux';
const TOPICS = 'violences_enfants moral lien violences pleurs addictions seul argent sommeil alimentation limites';
const PRENATAL = 'grossesse accouchement arrivee allaitement corps preparer papiers_naissance travail aines coparent';
const CHILD = 'sommeil pleurs alimentation soins developpement eveil lien sante langage limites ecrans garde securite difference';
const PARENT = 'fatigue moral seul couple famille separation temps contraception';
const DAILY = 'argent droits logement sejour langue transport addictions';
const DELICATE = 'violences enerve deuil';
const AGREE = 'oui* plutot* plutot-non non';
const FACES = 'bien* moyen mal';
const POSTURES = 'ecouter questionner reconforter valoriser silence partir_du_parent';
const PRIORITIES = 'parentalite prevention protection grossesse sante bilans garde planification droits autre/other';

const TABLES: [Questionnaire, [id: string, type: string, choices: string][]][] = [
  [
    usagers,
    [
      ['u_general', 'scale required', `${FACES} pas_encore/na`],
      ['u_moment', 'multiple profile decline', 'grossesse moins_1 de_1_a_3 de_3_a_6'],
      ['u_premier', 'single profile decline', 'oui non'],
      ['u_connu', 'multiple', 'lettre flyer telephone soignants organismes proches ecole magazine internet affiche autre/other'],
      ['u_services', 'matrix', 'consultation domicile sage_femme ateliers epp sante_sexuelle telephone : utilise* connu* inconnu'],
      ['u_image', 'single', 'pour_tous* difficulte surveiller ne_sait_pas'],
      [
        'u_forts',
        'multiple max 3 shuffle',
        'accueil conseils disponibilite suivi lieux gratuite ateliers sans_jugement autre/other rien/exclusive',
      ],
      ['u_mieux', 'multiple max 3 shuffle', `${AXES} salle_attente telephone langue autre/other rien/exclusive`],
      [
        'u_besoins',
        'multiple max 5 sensitive',
        `${PRENATAL} ${CHILD} ${PARENT} ${DAILY} ${DELICATE} autre/other rien/exclusive ne_sait_pas/exclusive`,
      ],
      ['u_acces', 'matrix', `numero rendez_vous venir comprendre : ${FACES}`],
      ['u_territoire', 'single profile decline', 'nord sud'],
      ['u_mot', 'text max 300', ''],
    ],
  ],
  [
    pros,
    [
      [
        'p_metier',
        'single profile decline',
        'medecin sage_femme puericultrice auxiliaire eje psychologue conseil_conjugal accueil agrements encadrement autre/other',
      ],
      ['p_territoire', 'single profile decline', 'nord sud'],
      ['p_anciennete', 'single profile decline', 'moins_2 de_2_a_5 de_6_a_10 plus_10'],
      ['p_priorites', 'ranking max 3 shuffle required', PRIORITIES],
      ['p_souhait', 'ranking max 3 shuffle', PRIORITIES],
      ['p_temps', 'single', 'presque_rien quart moitie trois_quarts presque_tout ne_sait_pas'],
      [
        'p_activites',
        'matrix',
        'visite_prenatale visite_naissance consultation permanence ateliers epp bilans appels : souvent* parfois* jamais pas_ici/na',
      ],
      ['p_sat_familles', 'multiple max 3 shuffle', 'conseils situation merci confiance ateliers developpement autre/other'],
      ['p_sat_interne', 'multiple max 3 shuffle', 'equipe partenaires utile suivi autonomie formation autre/other'],
      [
        'p_difficile',
        'multiple max 3 shuffle',
        'charge adhesion impuissance temps moyens reconnaissance danger isolement administratif autre/other',
      ],
      [
        'p_ameliorer',
        'multiple max 5 shuffle',
        'equipe priorites cadres moyens communication horaires lieux ateliers offre medical partenaires administratif autre/other',
      ],
      [
        'p_freins',
        'multiple max 3 shuffle',
        'temps moyens administratif protection priorites reconnaissance communication image lieux partenaires autre/other rien/exclusive',
      ],
      ['p_supports', 'scale', AGREE],
      ['p_aise', 'matrix', `${TOPICS} : aise* un_peu pas_aise pas_concerne/na`],
      ['p_idee', 'text max 500', ''],
      ['p_citer', 'consent of p_idee', ''],
    ],
  ],
  [
    postFormation,
    [
      ['f_evolution', 'single required', 'beaucoup* un_peu* non ne_sait_pas'],
      ['f_themes', 'matrix', `${TOPICS} : plus* pareil moins pas_concerne/na`],
      ['f_postures', 'matrix', `${POSTURES} : plus* pareil moins`],
      ['f_aisance', 'matrix', `${POSTURES} : plus* pareil moins`],
      ['f_piliers', 'multiple', 'aller_vers differer empathie forces aucun/exclusive'],
      ['f_differer', 'single', 'souvent* parfois* jamais'],
      ['f_differer_gain', 'multiple max 3', 'moment culpabilite murir securite'],
      ['f_outils', 'matrix', 'plateau fiches livret journal : regulierement* parfois* jamais pas_recu'],
      ['f_outil_frein', 'multiple', 'prise_en_main temps pas_adapte pas_sous_la_main autre/other'],
      ['f_plateau', 'multiple', 'bureau main salle_attente domicile aucun/exclusive'],
      ['f_intervision', 'single', 'regulierement* parfois* non pas_ici/na'],
      ['f_interv_suite', 'scale', AGREE],
      ['f_interv_apports', 'multiple', 'ecoute recul idees equipe rien/exclusive'],
      ['f_elearning', 'scale', `${AGREE} pas_suivi/na`],
      ['f_phrase', 'text max 500', ''],
      ['f_citer', 'consent of f_phrase', ''],
    ],
  ],
  [
    bilan,
    [
      ['b_utile', 'scale required', AGREE],
      ['b_adhesion', 'single', 'debut* progressif* toujours_pas'],
      ['b_change', 'multiple', 'communication formation intervision familles partenaires rien/exclusive'],
      [
        'b_garder',
        'ranking max 3 shuffle',
        'intervision formation plateau differer documents enquetes groupe_projet appels partenaires autre/other',
      ],
      ['b_communication', 'scale', AGREE],
      ['b_charge', 'scale', AGREE],
      ['b_apres', 'text max 500', ''],
    ],
  ],
  [
    ariane,
    [
      ['a_issue', 'single', 'joint* pas_de_reponse mauvais_numero refus a_rappeler'],
      ['a_premier', 'single profile decline', 'oui non'],
      ['a_vecu', 'scale sensitive', FACES],
      ['a_besoins', 'multiple sensitive', `${PRENATAL} autre rien/exclusive ne_sait_pas/exclusive`],
      [
        'a_orientation',
        'multiple sensitive',
        'epp consultation sage_femme puericultrice ateliers social psychologue maternite aucune/exclusive',
      ],
      ['a_duree', 'single', 'moins_10 de_10_a_15 de_16_a_20 plus_20'],
    ],
  ],
  [
    flyer,
    [
      ['ff_recu', 'matrix required', 'lettre_1 lettre_2 flyer : oui* non ne_sait_pas'],
      ['ff_vu', 'matrix', 'lettre_1 lettre_2 flyer : tout_de_suite* apres* non'],
      ['ff_lu', 'matrix', 'lettre_1 lettre_2 flyer : entier* un_peu* non'],
      ['ff_attire', 'matrix', `lettre_1 lettre_2 flyer : ${FACES}`],
      ['ff_facile', 'matrix', `lettre_1 lettre_2 flyer : ${FACES}`],
      ['ff_envie', 'matrix', `lettre_1 lettre_2 flyer : ${FACES}`],
      ['ff_moment', 'matrix', 'lettre_1 lettre_2 flyer : trop_tot bon_moment* trop_tard'],
      ['ff_compris', 'multiple', 'gratuite pour_tous grossesse domicile pas_compris/exclusive'],
      ['ff_fait', 'multiple', 'appel qr carnet rendez_vous garde rien/exclusive'],
      ['ff_prefere', 'single', 'lettre_1 lettre_2 flyer pareils aucun'],
      ['ff_trop', 'single', 'perdu ca_va*'],
      ['ff_mieux', 'text max 300', ''],
    ],
  ],
];

const codes = (choices: readonly Choice[]): string =>
  choices.map(({id, favourable, role}) => `${id}${favourable === true ? '*' : ''}${role === undefined ? '' : `/${role}`}`).join(' ');

function line(definition: Questionnaire, question: Question): [id: string, type: string, choices: string] {
  const {id, type} = question;
  const said = [
    type,
    ...('max' in question && question.max !== undefined ? [`max ${question.max}`] : []),
    ...('of' in question ? [`of ${question.of}`] : []),
    ...(['shuffle', 'required', 'profile', 'decline', 'sensitive'] as const).filter(
      (mark) => mark in question && question[mark as keyof typeof question] === true,
    ),
  ].join(' ');
  const rows = rowsOf(definition, question);
  return [id, said, `${rows.length > 0 ? `${codes(rows)} : ` : ''}${codes(choicesOf(definition, question))}`];
}

const territories = [
  {id: 'nord', label: 'Nord'},
  {id: 'sud', label: 'Sud'},
];

for (const [definition, expected] of TABLES)
  test(`${definition.id} asks every question of its source, with every choice, mark and limit`, () => {
    const questions = definition.questions.filter(({type}) => type !== 'section');
    assert.deepEqual(
      questions.map((question) => line({...definition, territories}, question)),
      expected,
    );
  });

test('the board has the themes of its five sets, those that may harm marked, and three that are always there', () => {
  const inSet = (wanted: string | undefined): string =>
    plateau.themes
      .filter(({set}) => set === wanted)
      .map(({id}) => id)
      .join(' ');
  assert.deepEqual(
    plateau.sets.map(({id}) => [id, inSet(id)]),
    [
      ['prenatal', PRENATAL],
      ['enfant', CHILD],
      ['parent', PARENT],
      ['quotidien', DAILY],
      ['sensible', DELICATE],
    ],
  );
  assert.equal(inSet(undefined), 'autre rien ne_sait_pas');
  assert.equal(
    plateau.themes
      .filter(({sensitive}) => sensitive === true)
      .map(({id}) => id)
      .join(' '),
    `moral ${DELICATE}`,
  );
  assert.equal(plateau.todayMax, 3);
});

test('the waves after a training are offered, the minutes said', () => {
  assert.deepEqual(
    postFormation.waves?.map(({id}) => id),
    ['m2', 'm4', 'm6'],
  );
  assert.deepEqual(
    [usagers, pros, flyer, postFormation, bilan].map(({minutes}) => minutes),
    [5, 10, 3, 7, 5],
  );
});

/** Codes of a question's choices, or of its rows. */
function codesIn(definition: Questionnaire, id: string, what: typeof choicesOf = choicesOf): string[] {
  const question = definition.questions.find((one) => one.id === id);
  assert.ok(question, id);
  return what(definition, question).map((choice) => choice.id);
}
const common = (one: readonly string[], other: readonly string[]): string[] => one.filter((code) => other.includes(code));

test('the same idea has the same code in every questionnaire', () => {
  const needs = codesIn(usagers, 'u_besoins');
  const themes = plateau.themes.map(({id}) => id);
  assert.deepEqual(common(codesIn(usagers, 'u_mieux'), codesIn(pros, 'p_ameliorer')), [...AXES.split(' '), 'autre']);
  assert.deepEqual(codesIn(pros, 'p_priorites'), codesIn(pros, 'p_souhait'));
  assert.deepEqual(codesIn(pros, 'p_aise', rowsOf), codesIn(postFormation, 'f_themes', rowsOf));
  assert.deepEqual(codesIn(postFormation, 'f_postures', rowsOf), codesIn(postFormation, 'f_aisance', rowsOf));
  assert.deepEqual(
    common(codesIn(pros, 'p_aise', rowsOf), needs),
    TOPICS.split(' ').filter((code) => code !== 'violences_enfants'),
  );
  assert.deepEqual(needs, themes);
  assert.deepEqual(common(codesIn(ariane, 'a_besoins'), themes), codesIn(ariane, 'a_besoins'));
  assert.deepEqual(codesIn(usagers, 'u_premier'), codesIn(ariane, 'a_premier'));
  assert.deepEqual(common(codesIn(usagers, 'u_services', rowsOf), codesIn(ariane, 'a_orientation')), [
    'consultation',
    'sage_femme',
    'ateliers',
    'epp',
  ]);
  assert.deepEqual(codesIn(usagers, 'u_acces'), codesIn(flyer, 'ff_attire'));
});

test('the grid of calls has no place where a name or a number could be written', () => {
  const open = ariane.questions.filter(
    (question) => ['text', 'number', 'date'].includes(question.type) || choicesOf(ariane, question).some(({role}) => role === 'other'),
  );
  assert.deepEqual(open, []);
  assert.match(String(ariane.notice), /ni nom, ni numéro/);
});
