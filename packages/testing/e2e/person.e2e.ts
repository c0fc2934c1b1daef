import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, it} from 'node:test';
import {eachEngine, openBrowser, type Browser, type Person} from '../src/person/index.js';
import {servePages} from '../src/pages/serve-pages.js';

/** A form in a shadow root, with the same two answers in each of two groups. */
const probe = `
class ProbeForm extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({mode: 'open'});
    const add = (parent, tag, text, attributes = {}) => {
      const element = parent.appendChild(document.createElement(tag));
      if (text) element.textContent = text;
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      return element;
    };
    for (const group of ['Le carnet', 'Le dépliant']) {
      const fieldset = add(root, 'fieldset');
      add(fieldset, 'legend', group + '\\u00a0: l’avez-vous reçu\\u202f?');
      for (const answer of ['Oui', 'Non']) {
        const label = add(fieldset, 'label');
        add(label, 'input', '', {type: 'radio', name: group, value: answer}).addEventListener('change', (event) => {
          said.textContent += group + ' ' + answer + (event.isTrusted ? ' (vrai)' : '') + '. ';
        });
        label.append(answer);
      }
    }
    const label = add(root, 'label', 'Quelques mots', {for: 'words'});
    add(root, 'textarea', '', {id: 'words'}).addEventListener('input', (event) => { said.dataset.words = event.target.value; });
    add(root, 'p', '', {class: 'tall'});
    add(root, 'button', 'Envoyer').addEventListener('click', () => setTimeout(() => { said.textContent += 'Merci. '; }, 300));
    const said = add(root, 'p', '', {id: 'said'});
    add(root, 'p', 'invisible', {hidden: ''});
  }
}
customElements.define('probe-form', ProbeForm);`;

const page = (body: string) => `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title>
<link rel="stylesheet" href="/page.css"></head><body><main><h1>Essai</h1>${body}</main></body></html>`;

const pages = {
  '/': page('<probe-form></probe-form><script type="module" src="/probe.js"></script>'),
  '/probe.js': probe,
  '/page.css': 'body{background:#fff;color:#111} h1{margin-block-end:1500px}',
  '/other': page('<a href="/">Retour</a>'),
  '/faulty': page('<p style="color:red">Rouge</p><img src="/none.png" alt="Rien"><script type="module" src="/faulty.js"></script>'),
  '/faulty.js': `console.error('dit tout haut');
    Promise.reject(new Error('promesse rompue'));
    try { document.createElement('p').innerHTML = '<b>gras</b>'; } catch {}
    throw new Error('erreur non rattrapée');`,
  '/keeps': page('<p id="kept"></p><script type="module" src="/keeps.js"></script>'),
  '/keeps.js': `const kept = localStorage.getItem('kept'); localStorage.setItem('kept', 'oui');
    document.querySelector('#kept').textContent = kept ? 'Déjà venu' : 'Première visite';`,
};

let site: Awaited<ReturnType<typeof servePages>>;
before(async () => {
  site = await servePages(pages);
});
after(() => site.close());

eachEngine((engine) => {
  let browser: Browser;
  let person: Person;
  before(async () => {
    browser = await openBrowser(engine, {viewport: {width: 600, height: 700}});
    person = await browser.open(site.url);
  });
  after(() => browser.close());

  it('sees what stands in a shadow root, whatever the kind of space, and not what is hidden', async () => {
    await person.sees('Le carnet : l’avez-vous reçu ?');
    assert.equal((await person.text()).includes('invisible'), false);
  });

  it('taps the answer of one group, with a trusted pointer, after scrolling to it', async () => {
    await person.taps('Non', {within: 'Le dépliant'});
    await person.sees('Le dépliant Non (vrai).');
    assert.match(await person.focused(), /^radio “Non”$/);
  });

  it('says what it cannot see or tap', async () => {
    const hasty = await browser.open(site.url);
    hasty.patience = 0.2;
    await assert.rejects(hasty.taps('Oui'), /2 things are called “Oui”/);
    await assert.rejects(hasty.taps('Annuler'), /nothing is called “Annuler” among: .*Envoyer/);
    await assert.rejects(hasty.sees('Bonsoir'), /“Bonsoir” is not to be seen in: Essai/);
    await hasty.closes();
  });

  it('types accents and presses keys', async () => {
    await person.types('Quelques mots', 'Très clair, merci !');
    assert.equal(
      await person.evaluate(() => document.querySelector('probe-form')?.shadowRoot?.querySelector('textarea')?.value),
      'Très clair, merci !',
    );
    await person.presses('Tab');
    assert.equal(await person.focused(), 'button “Envoyer”');
    await person.presses('Shift+Tab');
    assert.equal(await person.focused(), 'textarea “Quelques mots”');
    await person.presses('Tab');
    await person.presses('Enter');
    await person.sees('Merci.');
  });

  it('moves the focus with Tab from one group to the next with radios', async () => {
    await person.taps('Oui', {within: 'Le carnet'});
    await person.presses('ArrowDown');
    await person.sees('Le carnet Non (vrai).');
  });

  it('takes a picture of the size asked for', async () => {
    await person.resize(480, 640);
    const file = join(await mkdtemp(join(tmpdir(), 'ppgp-shot-')), 'essai.png');
    await person.screenshot(file);
    const png = await readFile(file);
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [480, 640]);
    await rm(join(file, '..'), {recursive: true});
  });

  it('finds no violation on a good page, and axe finds nothing', async () => {
    assert.deepEqual(await person.axe(), []);
    assert.deepEqual(await person.violations(), []);
  });

  it('axe finds a button without a name in a shadow root', async () => {
    await person.evaluate(() => document.querySelector('probe-form')?.shadowRoot?.append(document.createElement('button')));
    assert.deepEqual(
      (await person.axe()).map(({id}) => id),
      ['button-name'],
    );
  });

  it('collects every kind of fault, from the first line of a page on', async () => {
    const other = await browser.open(`${site.url}/faulty`);
    await other.sees('Rouge');
    await other.goes(`${site.url}/other`);
    const faults = await other.violations();
    const seen = (kind: string, text: RegExp) =>
      assert.ok(
        faults.some((fault) => fault.kind === kind && text.test(fault.text)),
        `${kind}: ${JSON.stringify(faults)}`,
      );
    seen('policy', /style-src/);
    // Firefox ESR 140 knows no trusted types.
    if (await other.evaluate(() => 'trustedTypes' in globalThis)) seen('policy', /require-trusted-types-for/);
    seen('console', /dit tout haut/);
    seen('rejection', /promesse rompue/);
    seen('error', /erreur non rattrapée/);
    seen('resource', /none\.png/);
    await other.closes();
  });

  it('keeps two windows apart, follows links and reloads', async () => {
    const other = await browser.open(`${site.url}/other`);
    await other.taps('Retour');
    await other.sees('Le carnet');
    await other.taps('Oui', {within: 'Le carnet'});
    await other.sees('Le carnet Oui');
    await other.reloads();
    await other.seesNoMore('Le carnet Oui');
    assert.equal(await other.evaluate(() => document.visibilityState), 'visible');
    assert.equal(await person.evaluate(() => document.visibilityState), 'visible');
    await other.closes();
    await person.sees('Merci.');
  });
});

eachEngine((engine) => {
  it('comes back to what was stored, after a close and after a kill, where the engine keeps a profile', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'ppgp-profile-'));
    let browser = await openBrowser(engine, {profile});
    const first = await browser.open(`${site.url}/keeps`);
    await first.sees('Première visite');
    await browser.close();

    browser = await openBrowser(engine, {profile});
    const again = await browser.open(`${site.url}/keeps`);
    await again.sees(browser.persistent ? 'Déjà venu' : 'Première visite');
    await browser.kill();

    browser = await openBrowser(engine, {profile});
    const afterKill = await browser.open(`${site.url}/keeps`);
    await afterKill.sees(browser.persistent ? 'Déjà venu' : 'Première visite');
    await browser.close();
    await rm(profile, {recursive: true, maxRetries: 5});
  });
});
