import type {Person} from '../person/index.js';

export const CAMPAIGN = 'tarn-flyer';
export const PAGE = '/examples/tarn-flyer/';
export const DOCUMENTS = ['La lettre n° 1', 'La lettre n° 2', 'Le flyer'];
export const NOT_SENT = 'pas encore envoyé';
export const ARRIVED = 'Merci. Votre réponse est bien arrivée.';

/** Received the flyer only: as far as the second of twelve questions. */
export async function begins(person: Person): Promise<void> {
  for (const document of DOCUMENTS) await person.taps(document === 'Le flyer' ? 'Oui' : 'Non', {within: document});
  await person.taps('Continuer');
  await person.sees('L’avez-vous remarqué dans le courrier ?');
}

/** From the second question to the review. */
export async function goesOn(person: Person): Promise<void> {
  await person.taps('Oui, tout de suite');
  await person.taps('Continuer');
  await person.taps('Un peu', {within: 'Le flyer'});
  await person.taps('Continuer');
  for (const sentence of ['Il est attirant.', 'Il est facile à lire.', 'Il donne envie de rencontrer la PMI.']) {
    await person.sees(sentence);
    await person.taps('Oui', {within: 'Le flyer'});
    await person.taps('Continuer');
  }
  await person.taps('Au bon moment');
  await person.taps('Continuer');
  await person.taps('Est gratuite');
  await person.taps('Continuer');
  await person.taps('J’ai gardé le papier');
  await person.taps('Continuer');
  await person.sees('Lequel préférez-vous ?');
  await person.taps('Continuer');
  await person.taps('Ça va');
  await person.taps('Continuer');
  await person.types('Que changer dans ces documents ?', 'Écrire plus gros, c’est tout !');
  await person.taps('Relire mes réponses');
  await person.sees('Vous avez répondu à 11 questions sur 12.');
}

/** Received nothing: three questions, then sends. */
export async function sends(person: Person): Promise<void> {
  for (const document of DOCUMENTS) await person.taps('Non', {within: document});
  await person.taps('Continuer');
  await person.taps('Ça va');
  await person.taps('Continuer');
  await person.taps('Relire mes réponses');
  await person.taps('Envoyer mes réponses');
}

/** The device says that the network is back: what waits is tried now. */
export const networkIsBack = (person: Person): Promise<boolean> => person.evaluate(() => dispatchEvent(new Event('online')));

/** The element's own word for where it is. */
export const state = (person: Person): Promise<string | undefined> =>
  person.evaluate(() => (document.querySelector('flyer-feedback') as {state?: string} | null)?.state);

/** Answers that the device holds. */
export const held = (person: Person): Promise<number> =>
  person.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({name}) => name);
    if (!names.includes('ppgp-outbox')) return 0;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('ppgp-outbox');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('The database could not be opened.'));
    });
    const [store] = database.objectStoreNames;
    const count = await new Promise<number>((resolve) => {
      const request = database
        .transaction(store ?? '')
        .objectStore(store ?? '')
        .count(IDBKeyRange.bound('parcel/', 'parcel/\uffff'));
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    return count;
  });
