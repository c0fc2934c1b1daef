/** What is said of answers that stay on a device until they are sent. */
export const frDraft = {
  draftKept: 'Vos réponses restent sur cet appareil pendant 24 heures, le temps de finir. Sur un appareil partagé, effacez-les en partant.',
  draftFound: 'Nous avons retrouvé vos réponses. Vous reprenez où vous en étiez.',
  draftErase: 'Effacer mes réponses',
  draftErased: 'Vos réponses sont effacées de cet appareil.',
};

export type DraftWords = typeof frDraft;
