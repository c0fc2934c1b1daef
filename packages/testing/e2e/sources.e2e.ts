import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {after, before, it} from 'node:test';
import {hostPage, serveHost, type Host, type HostFile} from '../src/pages/serve-host.js';
import {eachEngine, openBrowser, type Browser, type Person} from '../src/person/index.js';

const definition = JSON.stringify({
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'essai',
  version: '1',
  title: 'Essai',
  questions: [{id: 'une', type: 'single', label: 'Une question venue d’ailleurs ?', choices: [{id: 'a', label: 'Un'}]}],
});
const replies =
  (status: number, type: string, body: string, headers: Record<string, string> = {}): HostFile =>
  (_request, response) =>
    void response.writeHead(status, {'content-type': type, ...headers}).end(body);

const MISSING = 'Il n’a pas pu être chargé.';
const INVALID = 'Il y a une erreur dans ce questionnaire.';

/** What stands at `src`, what it is called, and what the visitor reads. */
const sources: [name: string, file: HostFile, code: string, sentence: string][] = [
  ['is not there: 404', replies(404, 'text/plain', ''), 'definition-missing', MISSING],
  ['fails: 500', replies(500, 'application/json', definition), 'definition-missing', MISSING],
  ['is a page of HTML: 200', replies(200, 'text/html', '<!doctype html><p>Accueil</p>'), 'definition-invalid', INVALID],
  ['is empty: 200', replies(200, 'application/json', ''), 'definition-invalid', INVALID],
  ['says nothing: 204', (_request, response) => void response.writeHead(204).end(), 'definition-invalid', INVALID],
  ['is JSON but no definition', replies(200, 'application/json', 'null'), 'definition-invalid', INVALID],
  [
    'is 5 MB of JSON',
    replies(200, 'application/json', definition.replace('{', `{"title2":"${'a'.repeat(5_000_000)}",`)),
    'definition-invalid',
    INVALID,
  ],
  [
    'breaks off in the middle',
    (_request, response) => {
      response.writeHead(200, {'content-length': String(definition.length)});
      response.write(definition.slice(0, 40), () => response.destroy());
    },
    'definition-missing',
    MISSING,
  ],
  ['never ends', (_request, response) => void response.writeHead(200).write(definition.slice(0, 40)), 'definition-missing', MISSING],
  ['never begins', () => undefined, 'definition-missing', MISSING],
];

/** The part that clears a shared screen, as each of the builds needs it. */
const KIOSK = readdirSync(new URL('../../../dist/chunks/', import.meta.url)).filter((name) => name.startsWith('kiosk-controller'));

/** What is a definition all the same. */
const good: Record<string, HostFile> = {
  'has the wrong type': replies(200, 'text/plain', definition),
  'begins with a byte order mark': replies(200, 'application/json', `\ufeff${definition}`),
  'is led to by a redirect': (_request, response) => void response.writeHead(302, {location: '/good.json'}).end(),
};

const at = (name: string): string => `/${name.replace(/[^a-z0-9]+/gi, '-')}`;

eachEngine((engine) => {
  let elsewhere: Host;
  let host: Host;
  let browser: Browser;
  let person: Person;
  before(async () => {
    elsewhere = await serveHost({
      '/closed.json': replies(200, 'application/json', definition),
      '/open.json': replies(200, 'application/json', definition, {'access-control-allow-origin': '*'}),
    });
    const files: Record<string, HostFile> = {
      '/': hostPage('<script type="module" src="/dist/ppgp.js"></script>', '<flyer-feedback>Appelez le 05 36 49 10 00.</flyer-feedback>'),
      ...Object.fromEntries(
        ['flyer-feedback', 'needs-plateau', 'ppgp-survey'].map((tag) => [
          `/shared/${tag}`,
          hostPage(
            '<script type="module" src="/dist/ppgp.js"></script>',
            `<${tag} mode="kiosk" src="${tag === 'ppgp-survey' ? '/good.json' : ''}">Appelez le 05 36 49 10 00.</${tag}>`,
          ),
        ]),
      ),
      ...Object.fromEntries(KIOSK.map((name) => [`/dist/chunks/${name}`, replies(503, 'text/plain', '')])),
      '/good.json': definition,
      '/leads-away': (_request, response) => void response.writeHead(302, {location: `${elsewhere.url}/closed.json`}).end(),
      ...Object.fromEntries(sources.map(([name, file]) => [at(name), file])),
      ...Object.fromEntries(Object.entries(good).map(([name, file]) => [at(name), file])),
    };
    host = await serveHost(files, {'connect-src': [elsewhere.url]});
    browser = await openBrowser(engine);
    person = await browser.open(host.url);
    await person.sees('Question 1 sur 12');
    // Nobody waits here for the 20 seconds after which one that never comes is given up. No other time: WebKit's driver counts in the page too.
    await person.evaluate(() => {
      const {setTimeout} = globalThis;
      globalThis.setTimeout = ((run: () => void, ms = 0) =>
        setTimeout(run, ms === 20_000 && document.querySelector('[src*=never]') ? 300 : ms)) as typeof setTimeout;
    });
  });
  after(async () => {
    await browser.close();
    host.close();
    elsewhere.close();
  });

  const fails = async (src: string, code: string, sentence: string): Promise<void> => {
    const heard = person.evaluate(
      (address) =>
        new Promise<string>((resolve) => {
          const element = document.querySelector('flyer-feedback');
          element?.addEventListener('ppgp-error', (event) => resolve(event.code), {once: true});
          element?.setAttribute('src', address);
        }),
      src,
    );
    assert.equal(await heard, code);
    await person.sees('Le questionnaire ne peut pas s’afficher.');
    await person.sees(sentence);
    await person.sees('05 36 49 10 00');
  };
  const asks = async (src: string): Promise<void> => {
    const goes = (to: string) => person.evaluate((address) => document.querySelector('flyer-feedback')?.setAttribute('src', address), to);
    await goes('');
    await person.sees('Question 1 sur 12');
    await goes(src);
    await person.sees('Une question venue d’ailleurs ?');
  };

  for (const [name, , code, sentence] of sources) {
    it(`a definition that ${name} is ${code}, with a sentence and the host’s way on`, () => fails(at(name), code, sentence));
  }

  it('a definition of another origin that does not allow it is definition-foreign', () =>
    fails(`${elsewhere.url}/closed.json`, 'definition-foreign', INVALID));

  it('a definition that a redirect leads to on another origin, which does not allow it, is definition-missing', () =>
    fails('/leads-away', 'definition-missing', MISSING));

  it('a definition of another origin that allows it is asked', () => asks(`${elsewhere.url}/open.json`));

  for (const name of Object.keys(good)) it(`a definition that ${name} is asked`, () => asks(at(name)));

  for (const tag of ['flyer-feedback', 'needs-plateau', 'ppgp-survey'])
    it(`without the part that clears a shared screen, <${tag}> asks nothing there, and says so`, async () => {
      const shared = await browser.open(`${host.url}/shared/${tag}`);
      await shared.sees('ne peut pas s’afficher.');
      await shared.sees('05 36 49 10 00');
      assert.doesNotMatch(await shared.text(), /Question 1|Continuer/);
      await shared.closes();
    });

  it('none of this breaks the policy or is an error that nobody catches', async () => {
    const faults = (await person.violations()).filter(({kind}) => kind !== 'resource');
    assert.deepEqual(faults, []);
  });
});
