import assert from 'node:assert/strict';
import {after, before, beforeEach, it} from 'node:test';
import {HOSTS, exampleHosts} from '../src/pages/example-hosts.js';
import {serveHost, type Host, type HostFile} from '../src/pages/serve-host.js';
import {eachEngine, openBrowser, type Browser, type Person} from '../src/person/index.js';
import {ARRIVED, NOT_SENT, held, networkIsBack, sends} from '../src/site/flyer-parent.js';

/** Pages of `examples/hosts/` whose style sheets must change nothing inside. */
const sheets: Record<string, string> = {
  'unsets everything': 'unset-everything',
  'has Bootstrap': 'bootstrap',
  'has a reset': 'reset',
  'has 62.5 % as its root size': 'root-of-62-percent',
  'styles what it knows by name': 'styled-by-name',
  'centres and shouts': 'centred-and-shouting',
};

/** Those whose scripts, which run before ours, must change nothing in what is kept and sent. */
const scripts: Record<string, string> = {
  'wraps fetch, and breaks it before anything is sent': 'wraps-fetch',
  'brings its own Array methods and Promise': 'own-methods',
  'leaves things in Object.prototype and Array.prototype': 'crowded-prototypes',
  'has a JSON.stringify of its own': 'own-stringify',
  'wraps customElements.define and attachShadow, as polyfills do': 'polyfills',
};

/** Those whose markup is the trouble. */
const bodies: Record<string, string> = {
  'is written from right to left': 'right-to-left',
  'traps it under a bar, in a small box that scrolls': 'trapped',
  'takes the script twice': 'script-twice',
  'has an editor that keeps links only': 'links-only',
  'has an editor that strips tags it does not know': 'tags-stripped',
  'takes two builds, of two versions (mode 50)': 'two-builds',
  'is dark': 'dark',
};

const pathOf = (name: string): string => `${HOSTS}${name}.html`;
const files: Record<string, HostFile> = {
  ...exampleHosts(),
  '/v1/campaigns/tarn-flyer': (_request, response) =>
    response
      .writeHead(200, {'content-type': 'application/json'})
      .end(JSON.stringify({format: 'ppgp-campaign/1', id: 'tarn-flyer', definition: {instrument: 'flyer'}})),
};

/** How the parts that an integrator may rely on look. */
const look = (person: Person): Promise<Record<string, Record<string, string>>> =>
  person.evaluate(() => {
    const root = document.querySelector('flyer-feedback')?.shadowRoot;
    const looked: Record<string, Record<string, string>> = {};
    for (const name of ['body', 'question', 'row', 'choice', 'next']) {
      const part = root?.querySelector(`[part~=${name}]`);
      if (!part) continue;
      const style = getComputedStyle(part);
      const {width, height} = part.getBoundingClientRect();
      const own = ['display', 'color', 'backgroundColor', 'fontSize', 'fontWeight', 'fontStyle', 'lineHeight', 'letterSpacing'];
      own.push('textTransform', 'textAlign', 'whiteSpace', 'paddingTop', 'borderTopWidth', 'float', 'visibility');
      looked[name] = {
        ...Object.fromEntries(
          own.map((property) => [property, style.getPropertyValue(property.replace(/[A-Z]/g, (big) => `-${big.toLowerCase()}`))]),
        ),
        size: `${Math.round(width)} × ${Math.round(height)}`,
      };
    }
    return looked;
  });

eachEngine((engine) => {
  let host: Host;
  let browser: Browser;
  let quiet: Record<string, Record<string, string>>;
  let expected: unknown;
  before(async () => {
    browser = await openBrowser(engine, {viewport: {width: 460, height: 800}});
  });
  after(() => browser.close());
  // A host of its own is an origin of its own, with an empty storage.
  beforeEach(async () => {
    host?.close();
    host = await serveHost(files);
  });
  after(() => host.close());

  const opens = async (path: string): Promise<Person> => {
    const person = await browser.open(host.url + pathOf(path));
    await person.sees('Question 1 sur 12');
    return person;
  };
  /** Answers, and sees that it arrived as it should: once. */
  const answers = async (person: Person): Promise<void> => {
    await sends(person);
    await person.sees(ARRIVED);
    assert.deepEqual(host.payloads, [expected]);
    assert.deepEqual(await person.violations(), []);
    await person.closes();
  };

  before(async () => {
    host = await serveHost(files);
    const person = await opens('quiet');
    quiet = await look(person);
    assert.deepEqual(Object.keys(quiet).sort(), ['body', 'choice', 'next', 'question', 'row']);
    expected = {
      answers: {ff_recu: {lettre_1: 'non', lettre_2: 'non', flyer: 'non'}, ff_trop: 'ca_va'},
      lang: 'fr',
      mode: 'web',
    };
    await answers(person);
  });

  for (const [name, path] of Object.entries(sheets)) {
    it(`a host that ${name} changes nothing of how it looks`, async () => {
      const person = await opens(path);
      assert.deepEqual(await look(person), quiet);
      assert.deepEqual(await person.violations(), []);
      await person.closes();
    });
  }

  for (const [name, path] of Object.entries({...scripts, ...bodies})) {
    // WebKit's driver runs in the page and cannot serialize anything there.
    if (engine === 'webkit' && name.includes('Object.prototype')) continue;
    it(`on a host that ${name}, an answer is kept, sent and counted once`, async () => {
      await answers(await opens(path));
    });
  }

  it('two builds of two versions share one outbox: what a page of one keeps, a page of the other sends', async () => {
    host.collects = 'down';
    const person = await opens('quiet');
    await sends(person);
    await person.sees(NOT_SENT);
    const other = await opens('older');
    await other.sees('1 réponse enregistrée sur cet appareil');
    await person.closes();
    host.collects = 'up';
    await networkIsBack(other);
    await other.seesNoMore('1 réponse enregistrée sur cet appareil');
    assert.deepEqual(host.payloads, [expected]);
    assert.equal(await held(other), 0);
    await other.closes();
  });

  it('moved to another place while it saves, it keeps and sends the answer once', async () => {
    const person = await opens('quiet');
    await person.evaluate(() => {
      const element = document.querySelector('flyer-feedback');
      element?.addEventListener('ppgp-submit', () =>
        queueMicrotask(() => document.body.appendChild(document.createElement('div')).append(element)),
      );
    });
    await answers(person);
  });

  /** A host that needs more of its policy than the tag does. */
  const serves = async (more: Record<string, readonly string[]>): Promise<void> => {
    host.close();
    host = await serveHost(files, more);
  };

  it('on a host with <base>, the endpoint is resolved against it', async () => {
    await serves({'base-uri': ["'self'"]});
    await answers(await opens('base'));
  });

  it('on a host whose router takes what follows the #, the tag comes with its view', async () => {
    const person = await browser.open(host.url + pathOf('hash-router'));
    await person.sees('Bienvenue.');
    await person.taps('Donner mon avis');
    await person.sees('Question 1 sur 12');
    await answers(person);
  });

  it('on a host that changes page without loading one, what is answered stays, and is sent once', async () => {
    const person = await opens('app');
    await person.taps('Non', {within: 'La lettre n° 1'});
    await person.taps('Suite');
    assert.equal(await person.evaluate(() => location.pathname), `${HOSTS}page-2`);
    await answers(person);
  });

  it('on a dark host, it is dark', async () => {
    const person = await opens('dark');
    const ground = (await look(person)).body?.backgroundColor;
    assert.notEqual(ground, quiet.body?.backgroundColor);
    await person.closes();
  });

  it('on a host with a service worker of its own, an answer is kept, sent and counted once (mode 32)', async () => {
    await serves({'worker-src': ["'self'"]});
    const person = await opens('service-worker');
    await person.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await person.reloads();
    await person.sees('Question 1 sur 12');
    assert.equal(await person.evaluate(() => navigator.serviceWorker.controller !== null), true);
    await answers(person);
  });

  it('in a frame of another site, an answer is sent once (mode 14)', async () => {
    await serves({'frame-src': [host.url, '*']});
    const person = await browser.open(host.url + pathOf('framed'));
    const started = Date.now();
    while (host.payloads.length === 0 && Date.now() - started < 20_000)
      await person.evaluate(() => new Promise<void>((resolve) => void requestAnimationFrame(() => resolve())));
    assert.equal(host.payloads.length, 1);
    assert.deepEqual(await person.violations(), []);
    await person.closes();
  });
});
