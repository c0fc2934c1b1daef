import assert from 'node:assert/strict';
import {join} from 'node:path';
import {until} from '../src/person/until.js';
import {atSite} from '../src/site/at-site.js';

const pictures = process.env['PICTURES'];

atSite({page: '/examples/plateau/', campaign: 'plateau'}, (it) => {
  it('a parent chooses, says what is for today, shows and sends it; it is counted once', async ({
    engine,
    site,
    person,
    received,
    countedOnce,
  }) => {
    await person.sees('Touchez les images');
    assert.deepEqual(await person.axe(), []);
    for (const theme of ['Le sommeil', 'Les repas', 'Mon couple', 'Le français']) await person.taps(theme);
    await person.taps('4 choix');
    await person.sees('Trois sujets suffisent');
    await person.taps('Aujourd’hui', {within: 'Les repas'});
    await person.sees('1 sur 3');
    await person.taps('C’est bon pour aujourd’hui');
    await person.sees('Montrez cet écran');
    assert.deepEqual(await person.axe(), []);
    await person.taps('Code QR');
    await person.sees('Vos choix, sur un autre téléphone');
    if (pictures) await person.screenshot(join(pictures, `plateau-${engine}.png`));
    await person.taps('Envoyer mes choix');
    await person.sees('Votre réponse est bien arrivée');
    await until(async () => (await site.figures('plateau')).received === received + 1 || 'it has not arrived', person.patience);
    await countedOnce();
    assert.deepEqual(await person.violations(), []);
  });

  it('« Quitter vite » opens another page in the place of this one, which is gone from the way back', async ({proxy, person}) => {
    await person.taps('C’est difficile à dire');
    await person.taps('J’ai peur, on me fait du mal');
    await person.taps('Quitter vite');
    await until(async () => (await person.evaluate(() => location.pathname)) === '/' || 'the board is still there', person.patience);
    assert.ok((await person.evaluate(() => location.href)).startsWith(proxy.url));
    await person.goes(`${proxy.url}/examples/plateau/#plateau=sommeil;peur,couple`);
    await person.sees('Voici les choix que vous avez apportés.');
    assert.equal(await person.evaluate(() => location.hash), '');
    assert.equal((await person.text()).includes('J’ai peur'), false);
  });
});
