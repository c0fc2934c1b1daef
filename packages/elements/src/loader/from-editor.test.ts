import {expect, fixture, html} from '@open-wc/testing';
import {aQuestionnaire, fakeSite, root, text, until, type FakeSite, type TestedElement} from '@ppgp/testing/element';
import {board} from '../../../testing/src/states/board-states.js';
import '../define/flyer-feedback.js';
import '../define/needs-plateau.js';
import '../define/pemat-grid.js';
import '../define/ppgp-outbox.js';
import '../define/ppgp-results.js';
import '../define/ppgp-survey.js';
import {ATTRIBUTES} from './from-editor.js';
import './ppgp.js';

const TAGS = ['flyer-feedback', 'needs-plateau', 'pemat-grid', 'ppgp-outbox', 'ppgp-results', 'ppgp-survey'];

const asked = aQuestionnaire([{id: 'q', type: 'boolean', label: 'Oui ou non ?'}]);

/** A collector with one campaign, and the address of its plain form. */
async function formOf(definition: object): Promise<{site: FakeSite; href: string}> {
  const site = await fakeSite();
  await site.order({files: {'/v1/campaigns/essai': {format: 'ppgp-campaign/1', id: 'essai', definition}}});
  return {site, href: `${site.path}/f/essai`};
}

/** The tag that comes into a container, once it shows itself. */
async function tagIn(container: Element): Promise<TestedElement> {
  await until(
    `there is a tag in « ${container.textContent} »`,
    () => container.firstElementChild?.shadowRoot?.querySelector('.body') != null,
  );
  return container.firstElementChild as TestedElement;
}

const link = (href: string): Promise<HTMLElement> => fixture<HTMLElement>(html`<p><a class="ppgp" href=${href}>Donner mon avis</a></p>`);

describe('a link to a campaign’s plain form', () => {
  for (const [what, definition, tag] of [
    ['a questionnaire', asked, 'ppgp-survey'],
    ['the ready-made flyer', {instrument: 'flyer'}, 'flyer-feedback'],
    ['a board', board, 'needs-plateau'],
    ['the ready-made board', {instrument: 'plateau'}, 'needs-plateau'],
    ['a ready-made grid', {instrument: 'pemat-av'}, 'pemat-grid'],
    ['ready-made questions', {instrument: 'usagers'}, 'ppgp-survey'],
    ['a poisoned name', {...asked, kind: 'constructor', instrument: '__proto__'}, 'ppgp-survey'],
    ['a name that is none', {...asked, instrument: 7}, 'ppgp-survey'],
  ] as const) {
    it(`becomes the tag for ${what}, with the link between its tags`, async () => {
      const {site, href} = await formOf(definition);
      const element = await tagIn(await link(`${href}?territoire=nord&source=affiche&vague=2&lang=ar&autre=1`));
      expect(element.localName).to.equal(tag);
      const {origin} = location;
      expect(Object.fromEntries([...element.attributes].map(({name, value}) => [name, value]))).to.include({
        src: `${origin}${site.path}/v1/campaigns/essai`,
        endpoint: `${origin}${site.endpoint}`,
        territory: 'nord',
        source: 'affiche',
        wave: '2',
        lang: 'ar',
      });
      expect(element.querySelector('a')?.getAttribute('href')).to.include(href);
    });
  }

  it('asks what the campaign asks', async () => {
    const {href} = await formOf(asked);
    const element = await tagIn(await link(href));
    await until('it asks', () => text(element).includes('Oui ou non ?'));
    expect(root(element).querySelectorAll('input')).to.have.length.above(1);
  });

  it('that comes later is found too, once', async () => {
    const {href} = await formOf(asked);
    const container = await fixture<HTMLElement>(html`<div></div>`);
    const late = Object.assign(document.createElement('a'), {className: 'ppgp', href});
    container.append(late);
    await tagIn(container);
    expect(container.children).to.have.length(1);
  });

  const broken: [what: string, href: (site: FakeSite) => string][] = [
    ['whose campaign is not there', ({path}) => `${path}/f/inconnue`],
    ['that leads elsewhere', ({path}) => `${path}/autre/essai`],
    ['of another scheme', () => 'mailto:pmi@example.org?subject=/f/essai'],
  ];
  for (const [what, href] of broken) {
    it(`${what} stays a link`, async () => {
      const {site} = await formOf(asked);
      const {warn} = console;
      const warned = new Promise<string>((resolve) => {
        console.warn = (...said: unknown[]) => resolve(said.join(' '));
      });
      const container = await link(href(site));
      expect(await warned).to.include('ppgp: ');
      console.warn = warn;
      expect(container.querySelector('a')?.textContent).to.equal('Donner mon avis');
      expect(container.children).to.have.length(1);
    });
  }
});

describe('a block that names its tag', () => {
  it('becomes it, with what it says and what it holds', async () => {
    const container = await fixture<HTMLElement>(
      html`<div><div data-ppgp="flyer-feedback" data-campaign="tarn" data-heading-level="3" data-endpoint="/v1/answers" data-other="x"><a href="/f/tarn">Donner mon avis</a></div></div>`,
    );
    const element = await tagIn(container);
    expect(element.localName).to.equal('flyer-feedback');
    expect(Object.fromEntries([...element.attributes].map(({name, value}) => [name, value]))).to.deep.equal({
      campaign: 'tarn',
      'heading-level': '3',
      endpoint: '/v1/answers',
    });
    expect(element.querySelector('a')?.textContent).to.equal('Donner mon avis');
    expect(text(element)).to.include('L’avez-vous reçu ?');
  });

  it('says nothing but what its tag knows', async () => {
    const container = await fixture<HTMLElement>(
      html`<div><div data-ppgp="flyer-feedback" data-campaign="tarn" data-onclick="alert()" data-style="color: red" data-class="x" data-ppgp-src="x"></div></div>`,
    );
    const element = await tagIn(container);
    expect(element.getAttributeNames()).to.deep.equal(['campaign']);
  });

  it('may say all that any tag knows, and the language', async () => {
    const known = await Promise.all(
      TAGS.map(async (tag) => {
        await customElements.whenDefined(tag);
        return (customElements.get(tag) as unknown as {observedAttributes: string[]}).observedAttributes;
      }),
    );
    expect([...ATTRIBUTES].sort()).to.deep.equal([...new Set([...known.flat(), 'lang'])].sort());
  });

  it('that names none stays as it is', async () => {
    const {warn} = console;
    const warned = new Promise<string>((resolve) => {
      console.warn = (...said: unknown[]) => resolve(said.join(' '));
    });
    const container = await fixture<HTMLElement>(html`<div><div data-ppgp="script" data-src="x">Contenu</div></div>`);
    expect(await warned).to.include('data-ppgp="script"');
    console.warn = warn;
    expect(container.textContent).to.equal('Contenu');
    expect(container.querySelector('script')).to.equal(null);
  });
});
