import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, it} from 'node:test';
import type {Bundle} from '../../../scripts/build/bundle-report.mjs';
import {hostPage, serveHost, type Host, type HostFile} from '../src/pages/serve-host.js';
import {eachEngine, openBrowser, type Browser, type PageFault, type Person} from '../src/person/index.js';
import {until} from '../src/person/until.js';
import {aPdf} from '../src/states/documents.js';

const root = new URL('../../../', import.meta.url);
const PLACE = '/dist/';
/** Of no page: a service worker's, which has no page's policy. */
const WORKERS = ['ppgp-sync.js'];

/** What the policy refuses, at the top of a chunk that works all the same, as a library's probe does. */
const planted: Record<string, {code: string; directive: RegExp}> = {
  // Trusted Types come first where there are any.
  'makes a function of a string': {
    code: 'try { new Function("return 1"); } catch {}',
    directive: /^(require-trusted-types-for|script-src) /,
  },
  'makes HTML of a string': {
    code: 'try { document.createRange().createContextualFragment("<p></p>"); } catch {}',
    directive: /^require-trusted-types-for /,
  },
  'styles inline': {code: 'document.body.setAttribute("style", "color: red");', directive: /^style-src/},
};

eachEngine((engine) => {
  let browser: Browser;
  let host: Host;
  let files: string[];
  let lazy: string;
  before(async () => {
    const bundle = JSON.parse(readFileSync(new URL('.cache/bundle.json', root), 'utf8')) as Bundle;
    files = Object.keys(bundle).filter((file) => !WORKERS.includes(file));
    lazy = files.find((file) => bundle[file]?.facade?.endsWith('needs-plateau/qr-code.ts')) ?? '';
    browser = await openBrowser(engine);
    const chunk = readFileSync(new URL(`dist/${lazy}`, root), 'utf8');
    const changed = Object.values(planted).map(({code}, at): [string, HostFile] => [
      `${PLACE}chunks/planted-${at}.js`,
      `${code}\n${chunk}`,
    ]);
    host = await serveHost({
      '/': hostPage('', '<p>Une page</p>'),
      '/grid': hostPage(`<script type="module" src="${PLACE}ppgp.js"></script>`, '<pemat-grid></pemat-grid>'),
      ...Object.fromEntries(changed),
    });
  });
  after(async () => {
    host.close();
    await browser.close();
  });

  /** Runs these files, one after the other, and says what the page had to refuse. */
  const runs = async (person: Person, addresses: string[]): Promise<PageFault[]> => {
    const failed = await person.evaluate(async (list) => {
      const failures: string[] = [];
      for (const address of list)
        await import(location.origin + address).catch((error: unknown) => failures.push(`${address}: ${String(error)}`));
      // A violation is reported in a task of its own.
      await new Promise<void>((resolve) => void setTimeout(() => setTimeout(resolve)));
      return failures;
    }, addresses);
    assert.deepEqual(failed, []);
    return person.violations();
  };

  it('no built file, the parts that are fetched later included, does on its way in what the policy refuses', async () => {
    const person = await browser.open(`${host.url}/`);
    assert.ok(files.length > 40);
    assert.deepEqual(
      await runs(
        person,
        files.map((file) => PLACE + file),
      ),
      [],
    );
    await person.closes();
  });

  for (const [at, [what, {directive}]] of Object.entries(planted).entries())
    it(`a chunk that ${what} would be found out`, async () => {
      const person = await browser.open(`${host.url}/`);
      const found = await runs(person, [`${PLACE}chunks/planted-${at}.js`]);
      assert.deepEqual(
        found.map(({kind}) => kind),
        ['policy'],
      );
      assert.match(found[0]?.text ?? '', directive);
      await person.closes();
    });

  it('the built grid opens a PDF', async () => {
    const person = await browser.open(`${host.url}/grid`);
    const pdf = await aPdf().text();
    await person.sees('Ouvrir');
    await person.evaluate((text) => {
      const input = document.querySelector('pemat-grid')?.shadowRoot?.querySelector<HTMLInputElement>('[part~=opener] input[type=file]');
      if (!input) throw new Error('There is nowhere to give a document.');
      const chosen = new DataTransfer();
      chosen.items.add(new File([text], 'lettre.pdf', {type: 'application/pdf'}));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change'));
    }, pdf);
    const isDrawn = (): Promise<boolean> =>
      person.evaluate(() => {
        const page = document.querySelector('pemat-grid')?.shadowRoot?.querySelector<HTMLElement>('[part~=page]');
        return page?.dataset['drawn'] !== undefined;
      });
    await until(async () => (await isDrawn()) || 'it is not drawn', person.patience);
    assert.deepEqual(await person.violations(), []);
    await person.closes();
  });
});
