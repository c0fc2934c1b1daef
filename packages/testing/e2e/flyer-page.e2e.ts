import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {ARRIVED, CAMPAIGN, DOCUMENTS, PAGE, begins, goesOn, held} from '../src/site/flyer-parent.js';
import {atSite} from '../src/site/at-site.js';

/** `npm run demo:fill`, on the site at this address. */
async function fill(url: string, families: number): Promise<void> {
  const script = fileURLToPath(new URL('../../../scripts/demo-fill.mjs', import.meta.url));
  await promisify(execFile)(process.execPath, [script, '--families', String(families), '--url', url], {
    env: {...process.env, NODE_OPTIONS: ''},
  });
}

atSite({page: PAGE, campaign: CAMPAIGN}, (it) => {
  it('a parent’s answer reaches the figures, with no finding of axe and no violation of the policy on the way', async ({
    site,
    person,
    countedOnce,
  }) => {
    const judged = async (): Promise<number> => (await site.figures(CAMPAIGN)).questions['ff_attire']?.rows?.['flyer']?.base ?? 0;
    const judgedBefore = await judged();
    await person.sees('Question 1 sur 12');
    assert.equal(await held(person), 0, 'nothing is stored before the first answer');
    assert.deepEqual(await person.axe(), []);
    await begins(person);
    assert.deepEqual(await person.axe(), []);
    await goesOn(person);
    assert.deepEqual(await person.axe(), []);
    await person.taps('Envoyer mes réponses');
    await person.sees(ARRIVED);
    await person.sees('Rien ne reste sur cet appareil.');
    assert.deepEqual(await person.axe(), []);
    assert.deepEqual(await person.violations(), []);
    assert.equal(await held(person), 0);
    await countedOnce();
    assert.equal(await judged(), judgedBefore + 1);
  });

  it('a parent answers by keyboard alone', async ({person, countedOnce}) => {
    await person.evaluate(() => document.querySelector('flyer-feedback')?.scrollIntoView());
    const tabTo = async (wanted: RegExp): Promise<void> => {
      for (let step = 0; step < 60; step += 1) {
        if (wanted.test(await person.focused())) return;
        await person.presses('Tab');
      }
      assert.fail(`${wanted.source} was never reached; the focus is on ${await person.focused()}`);
    };
    for (let document = 0; document < DOCUMENTS.length; document += 1) {
      await tabTo(/^radio “Oui”/);
      await person.presses('ArrowDown');
      await person.presses('Tab');
    }
    await tabTo(/“Continuer”/);
    await person.presses('Enter');
    await person.sees('Question 2 sur 3');
    assert.match(await person.focused(), /Vous recevez beaucoup de courriers/, 'the focus is where reading goes on');
    await tabTo(/^radio “Je m’y perds”/);
    await person.presses('Space');
    await tabTo(/“Continuer”/);
    await person.presses('Enter');
    await tabTo(/^textarea/);
    await tabTo(/“Relire mes réponses”/);
    await person.presses('Enter');
    await person.sees('Vos réponses');
    assert.match(await person.focused(), /Vos réponses/);
    await tabTo(/“Envoyer mes réponses”/);
    await person.presses('Enter');
    await person.sees(ARRIVED);
    assert.match(await person.focused(), /bien arrivée/);
    await countedOnce();
  });

  it('what is missing is said, reached and announced', async ({person}) => {
    await person.taps('Oui', {within: 'Le flyer'});
    await person.taps('Continuer');
    await person.sees('Il manque 2 réponses.');
    assert.match(await person.focused(), /À compléter|Il manque/);
    assert.deepEqual(await person.axe(), []);
    await person.taps('La lettre n° 2 (après la naissance) : L’avez-vous reçu ?');
    assert.match(await person.focused(), /^radio “Oui”/);
    for (const document of DOCUMENTS.slice(0, 2)) await person.taps('Je ne sais plus', {within: document});
    await person.taps('Continuer');
    await person.sees('L’avez-vous remarqué dans le courrier ?');
  });

  it('the figures show the answer, and a wrong key says so', async ({site, browser}) => {
    await fill(site.url, 8);
    const team = await browser.open(site.figuresUrl);
    await team.sees('réponses reçues');
    await team.sees(' %)');
    assert.equal(await team.evaluate(() => location.hash), '', 'the key leaves the address');
    assert.deepEqual(await team.axe(), []);
    assert.deepEqual(await team.violations(), []);
    const stranger = await browser.open(`${site.url}${PAGE}resultats.html#token=AAAA`);
    await stranger.sees('Cette clé n’ouvre pas ces chiffres.');
  });
});
