import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createServer, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, afterEach, before, beforeEach, it} from 'node:test';
import {hostPage, serveHost, type Host, type HostFile} from '../src/pages/serve-host.js';
import {eachEngine, openBrowser, type Browser, type Person} from '../src/person/index.js';
import {until} from '../src/person/until.js';

const SCRIPT = '<script type="module" src="/dist/ppgp.js"></script>';
const ACCEPTS = {protocol: ['reponses/1'], maxItems: 50, maxBytes: 1_000_000, keys: []};

/** A collector on another origin, and whether it allows pages of others. It notes what it is asked. */
async function elsewhere(): Promise<{url: string; allows: boolean; asked: string[]; close(): void}> {
  const server = createServer((request, response) => {
    other.asked.push(`${request.method} ${request.url}`);
    const allowed = {'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type'};
    if (other.allows) for (const [name, value] of Object.entries(allowed)) response.setHeader(name, value);
    const body = request.url === '/v1/answers' ? ACCEPTS : request.url === '/v1/campaigns/essai' ? {id: 'essai'} : undefined;
    response.writeHead(request.method === 'OPTIONS' ? 204 : body ? 200 : 404, {'content-type': 'application/json'});
    response.end(body && request.method === 'GET' ? JSON.stringify(body) : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const other = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    allows: true,
    asked: [] as string[],
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
  return other;
}

eachEngine((engine) => {
  let browser: Browser;
  let other: Awaited<ReturnType<typeof elsewhere>>;
  let host: Host;
  before(async () => {
    browser = await openBrowser(engine);
  });
  after(() => browser.close());
  beforeEach(async () => {
    other = await elsewhere();
  });
  afterEach(() => {
    host.close();
    other.close();
  });

  /** A page of a strict host with a tag that sends elsewhere, opened with `#ppgp-check`. */
  const opens = async (connect: string[], before = '', body = ''): Promise<Person> => {
    const tag = `<flyer-feedback campaign="essai" endpoint="${other.url}/v1/answers"></flyer-feedback>`;
    host = await serveHost({'/': hostPage(before + SCRIPT, tag + body), '/own.js': 'var ppgp = {own: true};'}, {'connect-src': connect});
    const person = await browser.open(`${host.url}/#ppgp-check`);
    await person.sees('Réponses en attente sur cet appareil');
    return person;
  };

  it('a web officer reads that all is in order, under the strict policy, and nothing is sent', async () => {
    const person = await opens([other.url]);
    await person.sees('Tout est en ordre.');
    await person.sees(`${other.url}/v1/answers : le collecteur répond`);
    await person.sees('Enquête « essai » : connue du collecteur.');
    assert.deepEqual(await person.violations(), []);
    assert.deepEqual(
      other.asked.filter((request) => !/^(GET|OPTIONS) /.test(request)),
      [],
    );
    assert.deepEqual(host.payloads, []);
    await person.presses('Escape');
    await person.seesNoMore('Vérification de la page');
    await person.closes();
  });

  it('a script that is still on its way is waited for, and one that does not come is named', async () => {
    const script = readFileSync(new URL('../../../dist/pemat-grid.js', import.meta.url));
    const path = '/dist/pemat-grid.js';
    const asked: ServerResponse[] = [];
    const files: Record<string, HostFile> = {
      // Added once the page is loaded: Firefox waits for what was asked for before.
      '/': hostPage(SCRIPT, '<p>Une page</p>'),
      [path]: (_, response) => void asked.push(response),
    };
    host = await serveHost(files);
    const opensWithGrid = async (): Promise<Person> => {
      const person = await browser.open(host.url);
      await person.evaluate(() => {
        document.body.append(document.createElement('pemat-grid'));
        location.hash = '#ppgp-check';
      });
      return person;
    };
    const person = await opensWithGrid();
    await person.sees('Vérification en cours');
    await until(() => Promise.resolve(asked.length === 1 || 'its script was not asked for'), person.patience);
    asked[0]?.writeHead(200, {'content-type': 'text/javascript'}).end(script);
    await person.sees('<pemat-grid> : prête');
    assert.deepEqual(await person.violations(), []);
    await person.closes();

    files[path] = (_, response) => void response.writeHead(404).end();
    const other = await opensWithGrid();
    await other.sees('<pemat-grid> : son script n’est pas arrivé');
    await other.closes();
  });

  it('a collector that does not allow the page is told from one that is not there (mode 26)', async () => {
    other.allows = false;
    const person = await opens([other.url]);
    await person.sees('n’autorise pas cette page (CORS)');
    await person.sees('1 point à corriger.');
    other.close();
    await person.reloads();
    await person.sees(`${other.url}/v1/answers : pas de réponse.`);
    await person.closes();
  });

  it('what the page’s policy forbids is named, with its directive (mode 28)', async () => {
    const person = await opens([]);
    await person.sees('la politique de sécurité de cette page interdit cette adresse. Ajoutez-la à connect-src.');
    await person.sees(`connect-src : a refusé ${other.url}`);
    assert.deepEqual(other.asked, []);
    await person.closes();
  });

  it('what the page itself calls ppgp stays its own', async () => {
    const person = await opens([other.url], '<script src="/own.js"></script>');
    assert.deepEqual(await person.evaluate(() => globalThis.ppgp), {own: true});
    await person.sees('Tout est en ordre.');
    await person.closes();
  });

  it('a script gets the same as an object', async () => {
    const person = await opens([other.url]);
    const report = await person.evaluate(() => globalThis.ppgp?.check());
    assert.match(report?.version ?? '', /^\d+\.\d+\.\d+$/);
    assert.deepEqual(
      report?.tags.map(({tag, state, campaign}) => [tag, state, campaign]),
      [['flyer-feedback', 'ready', 'essai']],
    );
    assert.equal(report?.endpoints[0]?.state, 'ready');
    assert.equal(report?.faults, 0);
    await person.closes();
  });
});
