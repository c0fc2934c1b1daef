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
    await proxy.plug();
    await person.reloads();
    await until(async () => (await site.figures('plateau')).received === received + 1 || 'it has not arrived', person.patience);
    await countedOnce();
    assert.deepEqual(await person.violations(), []);
  });
});
