import {longDay, plural} from './in-french.js';

/** What those read who take a block away as an image, or a page as a document. */
export const frTake = {
  imageOf: ({title}: {title: string}) => (title === '' ? 'Image' : `Image de « ${title} »`),
  lead: 'Pour une diapositive : le PNG se colle partout, le SVG s’agrandit sans se brouiller. L’image est faite sur cet appareil.',
  png: 'Enregistrer en PNG',
  svg: 'Enregistrer en SVG',
  close: 'Fermer',
  others: ({count}: {count: number}) => `Et ${plural(count, 'autre réponse', 'autres réponses')}, dans la page.`,
  from: ({name, day}: {name: string; day: string}) => `Source : ${name}, chiffres du ${longDay({day})}`,
  notShown: ({why}: {why: string}) => `Ce bloc n’est pas affiché${why === '' ? '.' : ` : ${why}`}`,
};

export type TakeWords = typeof frTake;
