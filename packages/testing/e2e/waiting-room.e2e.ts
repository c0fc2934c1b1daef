import assert from 'node:assert/strict';
import {until} from '../src/person/until.js';
import {atSite} from '../src/site/at-site.js';

const PAGE = '/examples/waiting-room/';

atSite({page: PAGE, campaign: 'plateau'}, (it) => {
  it('opens without a network once all has come, keeps what is given, shows none of it to the next, and sends it later (mode 86)', async ({
    proxy,
    site,
    person,
    received,
    countedOnce,
  }) => {
    await person.sees('Touchez pour commencer');
    assert.deepEqual(await person.axe(), []);
    // The page itself is kept last, after all its parts.
    const isKept = (): Promise<boolean> => person.evaluate(async () => (await caches.match(location.href)) !== undefined);
    await until(async () => (await isKept()) || 'the page is not kept', person.patience);
    await proxy.pull();
    await person.reloads();
    await person.taps('Touchez pour commencer');
    await person.taps('Le sommeil');
    await person.taps('1 choix');
    await person.taps('C’est bon pour aujourd’hui');
    await person.taps('Envoyer mes choix');
    await person.sees('L’écran s’efface tout seul');
    await person.taps('Finir et effacer');
    await person.sees('Touchez pour commencer');
    assert.equal((await person.text()).includes('Le sommeil'), false);
    // The staff, who have opened their panel never before, open it without a network.
    await person.taps('Équipe');
    await until(async () => {
      if ((await person.text()).includes('Choisissez un code')) return true;
      await person.presses('Enter');
      return 'the panel is not open';
    }, person.patience);
    assert.deepEqual(await person.axe(), []);
    await person.types('Nouveau code', '482915');
    await person.presses('Enter');
    await person.sees('n’est pas encore envoyée');
    await person.taps('Tester la connexion');
    await person.sees('Pas de réponse du collecteur');
    assert.deepEqual(await person.axe(), []);
    await person.taps('Fermer');
    await person.sees('Touchez pour commencer');
    await proxy.plug();
    await person.reloads();
    await until(async () => (await site.figures('plateau')).received === received + 1 || 'it has not arrived', person.patience);
    await countedOnce();
    assert.deepEqual(await person.violations(), []);
  });
});
