import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {builtExample, checks, type Framework} from './build-example.js';
import {serveHost, type Host} from '../src/pages/serve-host.js';
import {eachEngine, openBrowser, type Browser} from '../src/person/index.js';
import {ARRIVED} from '../src/site/flyer-parent.js';

const frameworks = Object.keys(checks) as Framework[];
const cwd = fileURLToPath(new URL('../../..', import.meta.url));

describe('the examples for frameworks', () => {
  let files: Record<string, string> = {};

  for (const framework of frameworks)
    it(`${framework}: properties and events of the tag have their types, and the page builds`, async () => {
      const checked = promisify(execFile)(process.execPath, checks[framework], {cwd});
      await checked.catch(({stdout, stderr}: {stdout: string; stderr: string}) => assert.fail(`${stdout}\n${stderr}`));
      files = {...files, ...(await builtExample(framework))};
      assert.ok(files[`/${framework}/index.html`]);
    });

  eachEngine((engine) => {
    // What a framework does to a tag is the same in each.
    if (engine !== 'chromium') return;
    let browser: Browser;
    let host: Host;
    before(async () => {
      browser = await openBrowser(engine);
    });
    after(() => browser.close());

    for (const framework of frameworks)
      it(`${framework}: the tag gets its property, the page hears of the answer and of an error, and nothing breaks the policy`, async () => {
        host = await serveHost(files);
        const person = await browser.open(`${host.url}/${framework}/index.html`);
        await person.sees('Comment s’est passé l’accueil ?');
        await person.taps('Bien');
        await person.taps('Relire mes réponses');
        await person.taps('Envoyer mes réponses');
        await person.sees('Merci pour votre réponse à « accueil ».');
        await person.sees(ARRIVED);
        assert.deepEqual(
          host.payloads.map((payload) => (payload as {answers: unknown}).answers),
          [{accueil: 'bien'}],
        );
        await person.evaluate(() => void Object.assign(document.querySelector('ppgp-survey') ?? {}, {definition: {format: 'ppgp/1'}}));
        await person.sees('Le questionnaire dit : definition-invalid.');
        assert.deepEqual(
          (await person.violations()).filter(({kind}) => kind !== 'console'),
          [],
        );
        await person.closes();
        host.close();
      });
  });
});
