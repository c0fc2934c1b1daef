import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, afterEach, before, it} from 'node:test';
import {importMap, preloadTags, scriptTag, type Sri} from '../../../scripts/build/integrity.mjs';
import type {Bundle} from '../../../scripts/build/bundle-report.mjs';
import {hostPage, serveHost, type Host} from '../src/pages/serve-host.js';
import {eachEngine, openBrowser, type Browser, type Person} from '../src/person/index.js';
import {ARRIVED, sends} from '../src/site/flyer-parent.js';

const PLACE = '/dist/';
const TAG = '<flyer-feedback endpoint="/v1/answers"><a href="/f/flyer">Donner mon avis sur papier</a></flyer-feedback>';
const root = new URL('../../../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** What an engine does with a file that is not what the page says it is. */
type Outcome = 'refuses it' | 'runs it';
/** By engine, as measured. docs/embedding.md says the same: change both. */
const outcomes: Record<'importMap' | 'preload', Record<string, Outcome>> = {
  importMap: {chromium: 'refuses it', firefox: 'refuses it', webkit: 'refuses it'},
  // Chromium and WebKit refuse what they preload, and fetch it again, without integrity, once it is imported.
  preload: {chromium: 'runs it', firefox: 'refuses it', webkit: 'runs it'},
};

eachEngine((engine) => {
  let browser: Browser;
  let host: Host | undefined;
  let sri: Sri;
  let forms: Record<'importMap' | 'preload' | 'none', string>;
  let hash: string;
  /** A file that the first screen needs, and one that comes after it. */
  let files: Record<'first' | 'later', string>;
  before(async () => {
    browser = await openBrowser(engine, {viewport: {width: 460, height: 800}});
    sri = JSON.parse(text('dist/sri.json')) as Sri;
    const bundle = JSON.parse(text('.cache/bundle.json')) as Bundle;
    const map = importMap(sri, PLACE);
    hash = map.hash;
    const script = scriptTag(sri, PLACE);
    forms = {
      importMap: map.tag + script,
      preload: preloadTags(sri, bundle, PLACE, 'flyer-feedback').join('') + script,
      none: `<script type="module" src="${PLACE}ppgp.js"></script>`,
    };
    const holding = (module: string): string =>
      Object.keys(bundle).find(
        (file) => !bundle[file]?.entry && Object.keys(bundle[file]?.modules ?? {}).some((one) => one.endsWith(module)),
      ) ?? '';
    files = {first: holding('questionnaire/questionnaire-element.ts'), later: holding('questionnaire/after-paint.ts')};
  });
  after(() => browser.close());
  afterEach(() => host?.close());

  /** A page in one of the forms, with one byte too many in a file: a line end, so that only its integrity tells. */
  const opens = async (form: keyof typeof forms, changed?: string): Promise<Person> => {
    const tampered = changed === undefined ? {} : {[PLACE + changed]: `${text(`dist/${changed}`)}\n`};
    host = await serveHost({'/': hostPage(forms[form], TAG), ...tampered}, {'script-src': [hash]});
    return browser.open(`${host.url}/`);
  };
  const isPolicy = ({kind}: {kind: string}): boolean => kind === 'policy';

  for (const form of ['importMap', 'preload'] as const) {
    const name = form === 'importMap' ? 'an import map' : '<link rel="modulepreload" integrity>';

    it(`pinned by ${name}, an answer arrives under the strict policy`, async () => {
      const person = await opens(form);
      await person.sees('Question 1 sur 12');
      await sends(person);
      await person.sees(ARRIVED);
      assert.deepEqual(await person.violations(), []);
      await person.closes();
    });

    for (const which of ['first', 'later'] as const) {
      const outcome = outcomes[form][engine];
      it(`${name}: this engine ${String(outcome)} where one byte of ${which === 'first' ? 'the first screen' : 'what follows it'} differs`, async () => {
        const person = await opens(form, files[which]);
        if (outcome === 'runs it') {
          await person.sees('Question 1 sur 12');
          await sends(person);
          await person.sees(ARRIVED);
        } else if (which === 'first') {
          await person.sees('Donner mon avis sur papier');
          await untilRefused(person);
          assert.equal(await person.evaluate(() => customElements.get('flyer-feedback') === undefined), true);
          await person.sees('Donner mon avis sur papier');
        } else {
          await person.sees('Vos réponses ne peuvent pas encore être enregistrées.');
        }
        assert.deepEqual((await person.violations()).filter(isPolicy), []);
        await person.closes();
      });
    }
  }

  it('that byte is all that differs: without integrity the same files run', async () => {
    for (const which of ['first', 'later'] as const) {
      const person = await opens('none', files[which]);
      await person.sees('Question 1 sur 12');
      await sends(person);
      await person.sees(ARRIVED);
      await person.closes();
      host?.close();
    }
  });

  it('a loader that differs does not run at all', async () => {
    const person = await opens('preload', 'ppgp.js');
    await person.sees('Donner mon avis sur papier');
    assert.equal(await person.evaluate(() => globalThis.ppgp === undefined), true);
    await person.closes();
  });
});

/** The loader has asked for the tag, and did not get it. */
async function untilRefused(person: Person): Promise<void> {
  await person.evaluate(() =>
    import(`${location.origin}/dist/flyer-feedback.js`).then(
      () => undefined,
      () => undefined,
    ),
  );
}
