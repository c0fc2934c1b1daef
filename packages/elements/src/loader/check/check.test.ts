import {expect, fixture, html} from '@open-wc/testing';
import {aQuestionnaire, fakeSite, fullDevice, heard, plain, until, type FakeSite} from '@ppgp/testing/element';
import '../../define/flyer-feedback.js';
import '../../define/ppgp-survey.js';
import {pageOutbox} from '../../internal/outbox.js';
import '../ppgp.js';
import type {CheckReport} from './report.js';

const ACCEPTS = {protocol: ['reponses/1'], maxItems: 50, maxBytes: 1_000_000, keys: []};
const asked = aQuestionnaire([{id: 'q', type: 'boolean', label: 'Oui ou non ?'}]);

/** A collector that knows one campaign. */
const collector = (): Promise<FakeSite> =>
  fakeSite({
    files: {
      '/v1/answers': ACCEPTS,
      '/v1/campaigns/essai': {format: 'ppgp-campaign/1', id: 'essai', definition: asked},
    },
  });

/** A device that opens no database, until the function that it returns is called. */
function refusedDevice(): () => void {
  const {open} = IDBFactory.prototype;
  pageOutbox().ports.store.close();
  IDBFactory.prototype.open = () => {
    throw new DOMException('refused', 'SecurityError');
  };
  return () => void (IDBFactory.prototype.open = open);
}

/** A tag on the page, once it asks. */
async function tag(endpoint: string, campaign: string): Promise<HTMLElement> {
  const element = await fixture<HTMLElement>(html`<ppgp-survey endpoint=${endpoint} campaign=${campaign}></ppgp-survey>`);
  await until('it is ready', () => (element as {state?: string}).state === 'asking');
  return element;
}

async function checked(): Promise<CheckReport> {
  if (!globalThis.ppgp) throw new Error('There is no ppgp.');
  return globalThis.ppgp.check();
}

const isOpen = (): HTMLElement | null => document.getElementById('ppgp-check');

/** The window that `#ppgp-check` opens, once it has asked. */
async function opened(): Promise<{root: ShadowRoot; said: () => string}> {
  location.hash = '#ppgp-check';
  await until('it is open and done', () => Boolean(isOpen()?.shadowRoot?.querySelector('ul, .verdict + div + *')));
  const root = isOpen()?.shadowRoot;
  if (!root) throw new Error('It is not open.');
  return {root, said: () => plain(root.textContent)};
}

describe('ppgp.check()', () => {
  it('says of a good page that all is well', async () => {
    const {endpoint} = await collector();
    await tag(endpoint, 'essai');
    const {tags, endpoints, policy, storage, waiting, faults} = await checked();
    const url = location.origin + endpoint;
    expect(tags).to.deep.equal([{tag: 'ppgp-survey', state: 'ready', code: undefined, endpoint: url, campaign: 'essai'}]);
    expect(endpoints).to.deep.equal([{url, state: 'ready', status: 200, isForeign: false, campaigns: [{id: 'essai', state: 'known'}]}]);
    expect(policy).to.deep.equal([]);
    expect(storage).to.include({works: true, error: undefined});
    expect(waiting).to.deep.equal({pending: 0, parked: 0});
    expect(faults).to.equal(0);
  });

  it('waits for questions that are still on their way', async () => {
    const site = await collector();
    await site.order({files: {'/v1/answers': ACCEPTS, '/v1/campaigns/essai': 'held'}});
    await fixture<HTMLElement>(html`<ppgp-survey endpoint=${site.endpoint} campaign="essai"></ppgp-survey>`);
    const report = checked();
    await site.order({
      files: {'/v1/answers': ACCEPTS, '/v1/campaigns/essai': {format: 'ppgp-campaign/1', id: 'essai', definition: asked}},
    });
    const {tags, faults} = await report;
    expect(tags[0]?.state).to.equal('ready');
    expect(faults).to.equal(0);
  });

  it('finds an endpoint where no collector answers', async () => {
    const {path} = await collector();
    await tag(`${path}/autre`, 'essai');
    const {endpoints, faults} = await checked();
    expect(endpoints).to.deep.equal([
      {
        url: `${location.origin}${path}/autre`,
        state: 'other',
        status: 404,
        isForeign: false,
        campaigns: [{id: 'essai', state: 'unsaid'}],
      },
    ]);
    expect(faults).to.equal(1);
  });

  it('finds a campaign that the collector does not know', async () => {
    const {endpoint} = await collector();
    await tag(endpoint, 'inconnue');
    const {endpoints, faults} = await checked();
    expect(endpoints[0]?.campaigns).to.deep.equal([{id: 'inconnue', state: 'unknown'}]);
    expect(faults).to.equal(1);
  });

  it('asks each endpoint once, also that of the panel around a tag, and takes a server of another make as it is', async () => {
    const site = await fakeSite({files: {'/recevoir': {autre: true}}});
    await fixture(
      html`<div>
        <ppgp-outbox endpoint="${site.path}/recevoir" protocol="json"><flyer-feedback></flyer-feedback></ppgp-outbox>
        <flyer-feedback endpoint="${site.path}/recevoir" campaign="tarn"></flyer-feedback>
        <flyer-feedback></flyer-feedback>
      </div>`,
    );
    const {tags, endpoints} = await checked();
    const url = `${location.origin}${site.path}/recevoir`;
    expect(tags.map(({tag: name, endpoint}) => [name, endpoint])).to.deep.equal([
      ['ppgp-outbox', undefined],
      ['flyer-feedback', url],
      ['flyer-feedback', url],
      ['flyer-feedback', undefined],
    ]);
    expect(endpoints).to.have.length(1);
    expect(endpoints[0]).to.include({state: 'other', status: 200, isForeign: true});
  });

  it('says which tag has failed, and for what reason', async () => {
    const {path} = await collector();
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const element = document.createElement('ppgp-survey');
    element.setAttribute('src', `${path}/v1/campaigns/absente`);
    const told = heard(element, 'ppgp-error');
    place.append(element);
    await told;
    const {tags, faults} = await checked();
    expect(tags[0]).to.include({tag: 'ppgp-survey', state: 'failed', code: 'definition-missing', campaign: 'absente'});
    expect(faults).to.equal(1);
  });

  it('says what the page’s policy has refused, each once', async () => {
    // Heard by the loader, and no further: a real one would fail this test.
    const heardHere = (event: Event): void => event.stopPropagation();
    document.addEventListener('securitypolicyviolation', heardHere);
    const refused = (): boolean =>
      document.dispatchEvent(
        new SecurityPolicyViolationEvent('securitypolicyviolation', {
          effectiveDirective: 'img-src',
          violatedDirective: 'img-src',
          originalPolicy: '',
          documentURI: location.href,
          blockedURI: 'https://ailleurs.example/image.png',
          disposition: 'enforce',
          statusCode: 200,
        }),
      );
    refused();
    refused();
    document.removeEventListener('securitypolicyviolation', heardHere);
    const {policy, faults} = await checked();
    expect(policy).to.deep.equal([{directive: 'img-src', blocked: 'https://ailleurs.example/image.png', enforced: true}]);
    expect(faults).to.equal(1);
  });

  for (const [reason, breaks] of [
    ['QuotaExceededError', fullDevice],
    ['SecurityError', refusedDevice],
  ] as const) {
    it(`says that this device keeps nothing, and why: ${reason} (mode 14)`, async () => {
      const {endpoint} = await collector();
      await tag(endpoint, 'essai');
      const mend = breaks();
      const {storage} = await checked();
      mend();
      expect(storage).to.include({works: false, error: reason});
      const {storage: again} = await checked();
      expect(again).to.include({works: true, error: undefined});
    });
  }
});

describe('#ppgp-check', () => {
  afterEach(async () => {
    isOpen()?.shadowRoot?.querySelector('dialog')?.close();
    await until('it has gone', () => isOpen() === null);
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('opens a window on the page that says all this in French, and leaves nothing when it is closed', async () => {
    const {endpoint} = await collector();
    await tag(endpoint, 'inconnue');
    const {root, said} = await opened();
    expect(said()).to.include('à corriger.');
    expect(said()).to.include(plain(`À corriger : Enquête « inconnue » : inconnue du collecteur.`));
    expect(said()).to.include(plain('En ordre : <ppgp-survey> : prête.'));
    expect(root.activeElement?.textContent).to.equal('Vérification de la page');
    root.querySelectorAll('button').forEach((button) => plain(button.textContent) === 'Fermer' && button.click());
    await until('it has gone', () => isOpen() === null);
  });

  it('is read without fault by axe', async () => {
    await opened();
    const host = isOpen();
    if (!host) throw new Error('It is not open.');
    await expect(host).to.be.accessible();
  });

  it('opens once, though it is asked twice', async () => {
    await opened();
    dispatchEvent(new HashChangeEvent('hashchange'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(document.querySelectorAll('[id=ppgp-check]')).to.have.length(1);
  });
});
