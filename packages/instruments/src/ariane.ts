import type {Condition, Questionnaire} from '@ppgp/schema';
import {MARKS} from './marks.js';
import {otherThemes, prenatalThemes} from './themes.js';

const reached: Condition = {question: 'a_issue', is: 'joint'};

/**
 * What is ticked during a call to a pregnant woman (`mode="call"`): six counters, and no question where a name, a number or a sentence could
 * be written, so that it never becomes a care record. The interview grid of the Ariane calls is not public: a service adds its own questions.
 */
export const ariane: Questionnaire = {
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'ariane',
  version: '1',
  title: 'Appel aux femmes enceintes',
  origin: `Compteurs écrits pour ce projet, d’après ce qui est public des appels Ariane (SMS, puis appel d’environ 15 minutes vers le 4e mois). La grille d’entretien n’est pas publique et n’est pas reprise : chaque service ajoute ses questions. Les durées (a_duree) et la formulation sont de ce projet. ${MARKS}`,
  minutes: 2,
  sensitive: true,
  notice:
    'Cette grille ne garde ni nom, ni numéro : elle compte les appels. Ce qui est dit à la sage-femme se note ailleurs, dans le dossier.',
  questions: [
    {id: 's_appel', type: 'section', label: 'L’appel'},
    {
      id: 'a_issue',
      type: 'single',
      label: 'L’appel a-t-il abouti ?',
      hint: 'Une grille par appel. Elle ne garde ni nom, ni numéro.',
      choices: [
        {id: 'joint', label: 'Entretien réalisé', favourable: true},
        {id: 'pas_de_reponse', label: 'Pas de réponse'},
        {id: 'mauvais_numero', label: 'Mauvais numéro'},
        {id: 'refus', label: 'Refus'},
        {id: 'a_rappeler', label: 'À rappeler'},
      ],
    },
    {id: 's_entretien', type: 'section', label: 'L’entretien', visibleWhen: reached},
    {
      id: 'a_premier',
      type: 'single',
      label: 'C’est son premier enfant ?',
      profile: true,
      decline: true,
      choices: [
        {id: 'oui', label: 'Oui'},
        {id: 'non', label: 'Non'},
      ],
    },
    {
      id: 'a_vecu',
      type: 'scale',
      label: 'Comment vit-elle sa grossesse ?',
      sensitive: true,
      look: 'words',
      choices: 'faces3',
    },
    {
      id: 'a_besoins',
      type: 'multiple',
      label: 'De quoi voulait-elle parler ?',
      sensitive: true,
      choices: [...prenatalThemes, ...otherThemes],
    },
    {
      id: 'a_orientation',
      type: 'multiple',
      label: 'Vers quoi l’avez-vous orientée ?',
      sensitive: true,
      choices: [
        {id: 'epp', label: 'L’entretien prénatal précoce'},
        {id: 'consultation', label: 'Une consultation'},
        {id: 'sage_femme', label: 'La visite d’une sage-femme'},
        {id: 'puericultrice', label: 'La visite d’une puéricultrice'},
        {id: 'ateliers', label: 'Un atelier'},
        {id: 'social', label: 'Le service social'},
        {id: 'psychologue', label: 'Un suivi psychologique'},
        {id: 'maternite', label: 'La maternité'},
        {id: 'aucune', label: 'Aucune orientation', role: 'exclusive'},
      ],
    },
    {
      id: 'a_duree',
      type: 'single',
      label: 'Combien de temps a duré l’appel ?',
      choices: [
        {id: 'moins_10', label: 'Moins de 10 minutes'},
        {id: 'de_10_a_15', label: 'De 10 à 15 minutes'},
        {id: 'de_16_a_20', label: 'De 16 à 20 minutes'},
        {id: 'plus_20', label: 'Plus de 20 minutes'},
      ],
    },
  ],
};
