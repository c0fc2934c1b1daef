import assert from 'node:assert/strict';
import {after, before, beforeEach, it} from 'node:test';
import {hostPage, packaged, serveHost, type Host, type HostFile} from '../src/pages/serve-host.js';
import {eachEngine, openBrowser, type Browser, type Person} from '../src/person/index.js';
import {ARRIVED, NOT_SENT, held, networkIsBack, sends} from '../src/site/flyer-parent.js';

const TAG = '<flyer-feedback endpoint="/v1/answers"><a href="tel:0536491000">05 36 49 10 00</a></flyer-feedback>';
const SCRIPT = '<script type="module" src="/dist/ppgp.js"></script>';
/** So that what differs is not the host's font, which it may choose. */
const SAME = '<link rel="stylesheet" href="/same.css">';

/** Style sheets of hosts that must change nothing inside. */
const sheets: Record<string, string> = {
  'unsets everything': '* { all: unset !important } head, head * { display: none !important }',
  'has Bootstrap': packaged('bootstrap/dist/css/bootstrap.min.css'),
  'has a reset': packaged('modern-normalize/modern-normalize.css'),
  'has 62.5 % as its root size': 'html { font-size: 62.5% } body { font-size: 1.6rem }',
  'styles what it knows by name': `
    label, button, input, legend, fieldset, p, b, li, form, div, span { float: left; color: red; background: yellow; display: inline;
    text-transform: uppercase; letter-spacing: 5px; border: 5px dotted red; padding: 20px; margin: 20px; inline-size: 30px }
    .title, .choice, .grid, .body, .row { display: none }`,
  'centres and shouts': `body { text-align: center; text-transform: uppercase; letter-spacing: 3px; line-height: 3; font-style: italic;
    font-weight: 900; white-space: pre; word-spacing: 20px; text-indent: 40px; cursor: wait; list-style: square; visibility: visible }`,
};

/** Scripts of hosts that must change nothing in what is kept and sent. They run before ours. */
const scripts: Record<string, string> = {
  'wraps fetch, and breaks it before anything is sent': `
    const {fetch} = window;
    window.fetch = function () { return fetch.apply(this, arguments); };
    addEventListener('ppgp-submit', () => { window.fetch = () => Promise.reject(new Error('host')); }, true);`,
  'brings its own Array methods and Promise': `
    Array.prototype.map = function (f, self) { var made = []; for (var i = 0; i < this.length; i++) made.push(f.call(self, this[i], i, this)); return made; };
    Array.prototype.filter = function (f, self) { var made = []; for (var i = 0; i < this.length; i++) if (f.call(self, this[i], i, this)) made.push(this[i]); return made; };
    Array.prototype.flat = function () { return [].concat.apply([], this); };
    Array.prototype.forEach = function (f, self) { for (var i = 0; i < this.length; i++) f.call(self, this[i], i, this); };
    window.Promise = class HostPromise extends Promise {};`,
  'leaves things in Object.prototype and Array.prototype': `
    Object.prototype.extend = function (more) { return Object.assign(this, more); }; Object.prototype.isEmpty = function () { return false; };
    Object.prototype.site = 'hôte'; Array.prototype.remove = function () {}; Array.prototype.last = 'hôte';`,
  'has a JSON.stringify of its own': `
    const {stringify} = JSON;
    JSON.stringify = (value, replacer, space) => stringify(value, replacer, space ?? 2);`,
  'wraps customElements.define and attachShadow, as polyfills do': `
    const {define} = customElements;
    customElements.define = function (name, ...rest) { return define.call(customElements, name, ...rest); };
    const {attachShadow} = Element.prototype;
    Element.prototype.attachShadow = function (init) { return attachShadow.call(this, {...init}); };`,
};

/** Pages whose markup is the trouble. */
const bodies: Record<string, string> = {
  'is written from right to left': `<div dir="rtl">${TAG}</div>`,
  'traps it under a bar, in a small box that scrolls': `<div class="bar">Menu</div><div class="trap">${TAG}</div>`,
  'takes the script twice': `${SCRIPT}<script type="module" src="/dist/ppgp.js?again"></script>
    <script type="module" src="/dist/flyer-feedback.js"></script>${TAG}`,
  'has an editor that keeps links only': '<p><a class="ppgp" href="/f/flyer">Donner mon avis</a></p>',
  'has an editor that strips tags it does not know':
    '<div data-ppgp="flyer-feedback" data-endpoint="/v1/answers"><a href="tel:0536491000">05 36 49 10 00</a></div>',
  'takes two builds, of two versions': `<script type="module" src="/older/ppgp.js"></script>
    <script type="module" src="/older/flyer-feedback.js"></script>${TAG}`,
};

const named = (name: string): string => `/${name.replace(/[^a-z0-9]+/gi, '-')}`;
const withSheet = (name: string): string => `<link rel="stylesheet" href="${named(name)}.css">${SAME}${SCRIPT}`;
const files: Record<string, HostFile> = {
  '/quiet': hostPage(SAME + SCRIPT, TAG),
  '/older': hostPage(`${SAME}<script type="module" src="/older/ppgp.js"></script>`, TAG),
  '/v1/campaigns/flyer': (_request, response) =>
    response
      .writeHead(200, {'content-type': 'application/json'})
      .end(JSON.stringify({format: 'ppgp-campaign/1', id: 'flyer', definition: {instrument: 'flyer'}})),
  '/same.css': `html, body { font-family: 'DejaVu Sans', sans-serif !important; margin: 0 !important }
    .bar { position: fixed; inset: 0 0 auto; block-size: 40px; z-index: 2147483647; background: #eee }
    .trap { position: relative; z-index: 0; isolation: isolate; margin-block-start: 40px; block-size: 400px; overflow: auto; transform: translateZ(0) }`,
  ...Object.fromEntries(Object.entries(sheets).map(([name, sheet]) => [`${named(name)}.css`, sheet])),
  ...Object.fromEntries(Object.keys(sheets).map((name) => [named(name), hostPage(withSheet(name), TAG)])),
  ...Object.fromEntries(Object.entries(scripts).map(([name, script]) => [`${named(name)}.js`, script])),
  ...Object.fromEntries(
    Object.keys(scripts).map((name) => [named(name), hostPage(`<script src="${named(name)}.js"></script>${SAME}${SCRIPT}`, TAG)]),
  ),
  ...Object.fromEntries(Object.entries(bodies).map(([name, body]) => [named(name), hostPage(SAME + SCRIPT, body)])),
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
    const person = await browser.open(host.url + path);
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
    const person = await opens('/quiet');
    quiet = await look(person);
    assert.deepEqual(Object.keys(quiet).sort(), ['body', 'choice', 'next', 'question', 'row']);
    expected = {
      answers: {ff_recu: {lettre_1: 'non', lettre_2: 'non', flyer: 'non'}, ff_trop: 'ca_va'},
      lang: 'fr',
      mode: 'web',
    };
    await answers(person);
  });

  for (const name of Object.keys(sheets)) {
    it(`a host that ${name} changes nothing of how it looks`, async () => {
      const person = await opens(named(name));
      assert.deepEqual(await look(person), quiet);
      assert.deepEqual(await person.violations(), []);
      await person.closes();
    });
  }

  for (const name of [...Object.keys(scripts), ...Object.keys(bodies)]) {
    // WebKit's driver runs in the page and cannot serialize anything there.
    if (engine === 'webkit' && name.includes('Object.prototype')) continue;
    it(`on a host that ${name}, an answer is kept, sent and counted once`, async () => {
      await answers(await opens(named(name)));
    });
  }

  it('two builds of two versions share one outbox: what a page of one keeps, a page of the other sends', async () => {
    host.collects = 'down';
    const person = await opens('/quiet');
    await sends(person);
    await person.sees(NOT_SENT);
    const other = await opens('/older');
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
    const person = await opens('/quiet');
    await person.evaluate(() => {
      const element = document.querySelector('flyer-feedback');
      element?.addEventListener('ppgp-submit', () =>
        queueMicrotask(() => document.body.appendChild(document.createElement('div')).append(element)),
      );
    });
    await answers(person);
  });
});
