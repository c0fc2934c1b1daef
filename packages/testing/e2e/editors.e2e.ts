import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import {isDeepStrictEqual} from 'node:util';
import {EDITORS, SNIPPETS, type Becomes, type Editor, type Form} from './cms-editors.js';
import {hostPage, serveHost, type Host, type HostFile} from '../src/pages/serve-host.js';
import {eachEngine, openBrowser, type Browser, type Person} from '../src/person/index.js';
import {ARRIVED, sends} from '../src/site/flyer-parent.js';

const SCRIPT = '<script type="module" src="/dist/ppgp.js"></script>';
const FORMS = Object.keys(SNIPPETS) as Form[];
const path = ({name}: Editor): string => `/${name.replace(/[^a-z0-9]+/gi, '-')}`;

/** Each form as an editor leaves it, in a section of its own. */
const written = (editor: Editor): string => FORMS.map((form) => `<section id="${form}">${editor.lets(SNIPPETS[form])}</section>`).join('');

const files: Record<string, HostFile> = {
  '/v1/campaigns/flyer': (_request, response) =>
    response
      .writeHead(200, {'content-type': 'application/json'})
      .end(JSON.stringify({format: 'ppgp-campaign/1', id: 'flyer', definition: {instrument: 'flyer'}})),
  '/f/flyer': hostPage('', '<h1>Le formulaire simple</h1>'),
  '/link-only': hostPage(SCRIPT, EDITORS[0]?.lets(SNIPPETS.link) ?? ''),
  '/link-kept': hostPage(SCRIPT, EDITORS[4]?.lets(SNIPPETS.link) ?? ''),
  ...Object.fromEntries(EDITORS.map((editor) => [path(editor), hostPage(SCRIPT, written(editor))])),
};

/** What became of each form: a tag that asks, or a link that leads to the plain form. */
const found = (person: Person, forms: Form[]): Promise<Record<string, Becomes | 'loading' | 'lost'>> =>
  person.evaluate(
    (ids) =>
      Object.fromEntries(
        ids.map((id) => {
          const section = document.getElementById(id);
          const element = section?.querySelector('flyer-feedback');
          if (element) return [id, element.shadowRoot?.querySelector('[part~=question]') ? 'tag' : 'loading'];
          const link = section?.querySelector('a');
          return [id, link?.pathname === '/f/flyer' && link.checkVisibility() ? 'link' : 'lost'];
        }),
      ) as Record<string, Becomes | 'loading' | 'lost'>,
    forms,
  );

eachEngine((engine) => {
  let browser: Browser;
  let host: Host;
  before(async () => {
    browser = await openBrowser(engine, {viewport: {width: 460, height: 800}});
    host = await serveHost(files);
  });
  after(async () => {
    host.close();
    await browser.close();
  });

  for (const editor of EDITORS) {
    it(`${editor.name}: tag → ${editor.becomes.tag}, link → ${editor.becomes.link}, block → ${editor.becomes.block}`, async () => {
      const person = await browser.open(host.url + path(editor));
      // The loader has run; what it makes a tag of asks after a while.
      await person.evaluate(
        () =>
          new Promise<void>((resolve) => {
            const look = (): unknown => (globalThis.ppgp ? resolve() : requestAnimationFrame(look));
            look();
          }),
      );
      if (Object.values(editor.becomes).includes('tag')) await person.sees('Question 1 sur 12');
      let became = await found(person, FORMS);
      // A link asks for its campaign first.
      for (let tries = 0; tries < 200 && !isDeepStrictEqual(became, editor.becomes); tries++) {
        await person.evaluate(() => new Promise<void>((resolve) => void requestAnimationFrame(() => resolve())));
        became = await found(person, FORMS);
      }
      assert.deepEqual(became, editor.becomes);
      assert.deepEqual(await person.violations(), []);
      await person.closes();
    });
  }

  it('what stays a link leads to the plain form', async () => {
    const person = await browser.open(`${host.url}/link-only`);
    await person.taps('Donner mon avis');
    await person.sees('Le formulaire simple');
    await person.closes();
  });

  it('a link whose class was kept takes an answer, and it arrives once', async () => {
    const person = await browser.open(`${host.url}/link-kept`);
    await person.sees('Question 1 sur 12');
    await sends(person);
    await person.sees(ARRIVED);
    assert.equal(host.payloads.length, 1);
    await person.closes();
  });
});
