import {expect} from '@open-wc/testing';
import {
  catchDownloads,
  described,
  emptyOutbox,
  fakeSite,
  focused,
  hasten,
  hears,
  heard,
  holds,
  keys,
  leave,
  part,
  press,
  root,
  tabTo,
  text,
  triesAll,
  until,
  type FakeSite,
} from '@ppgp/testing/element';
import {runEmbeddableSuite} from '@ppgp/testing/embeddable';
import type {OutboxExport} from '../internal/outbox.js';
import type {PpgpOutbox} from './ppgp-outbox.js';
import '../define/ppgp-outbox.js';

const SECRET = 'ma voisine';
const payload = JSON.stringify({answers: {mot: SECRET, note: 3}, lang: 'fr', mode: 'web'});

describe('ppgp-outbox', () => {
  let site: FakeSite;
  let element: PpgpOutbox;
  let files: string[];
  let undo: (() => void)[];
  beforeEach(async () => {
    site = await fakeSite({answers: 'held'});
    files = [];
    undo = [hasten(), catchDownloads(files)];
  });
  afterEach(async () => {
    await site.order({answers: 'up'});
    await emptyOutbox();
    element.remove();
    for (const back of undo) back();
  });

  async function shows(properties: Partial<PpgpOutbox> = {}): Promise<void> {
    element = Object.assign(document.createElement('ppgp-outbox'), properties);
    document.body.append(element);
    await until('the panel is there', () => part(element, 'head') !== null);
  }
  const leaves = (count: number, more: {campaign?: string; savedDay?: string} = {}): Promise<string[]> =>
    leave(...Array.from({length: count}, () => ({endpoint: site.endpoint, payload, ...more})));
  const says = (words: string): Promise<void> => until(`it says « ${words} »`, () => text(element).includes(words));
  const exported = (): OutboxExport => JSON.parse((part(element, 'field') as HTMLTextAreaElement).value) as OutboxExport;

  describe('for a person', () => {
    it('says that nothing waits, and not that all was sent: nobody knows what came here before', async () => {
      await shows();
      expect(text(element)).to.include('Rien n’attend ici').and.not.include('Exporter').and.not.include('envoyé');
    });

    it('says that all was sent where it saw it go', async () => {
      await leaves(1);
      await shows();
      await site.order({answers: 'up'});
      element.remove();
      document.body.append(element);
      await says('Tout est envoyé');
    });

    it('never says that all was sent once something was removed', async () => {
      await leaves(1);
      await shows();
      await press(element, 'Exporter');
      await says('Export prêt');
      await press(element, 'Supprimer');
      await press(element, 'Oui, supprimer');
      await says('Plus rien n’attend ici');
      await site.order({answers: 'down'});
      await leaves(1, {campaign: 'autre'});
      await triesAll();
      await says('Enquête « autre »');
      // Held: it cannot arrive by itself before the press.
      await site.order({answers: 'held'});
      await press(element, 'Envoyer maintenant');
      await site.order({answers: 'up'});
      await says('La réponse est arrivée.');
      expect(text(element)).to.include('Rien n’attend ici').and.not.include('Tout est envoyé');
    });

    it('asks on top of the page: lines that come meanwhile move nothing under a finger, nor what is asked', async () => {
      await leaves(1);
      await site.order({answers: 'down'});
      await shows({endpoint: 'https://nouveau.example/v1/answers'});
      await press(element, 'Envoyer à une autre adresse');
      await press(element, 'Continuer');
      const place = (): DOMRect | undefined => part(element, 'redirect-yes')?.getBoundingClientRect();
      const before = place();
      await leaves(2, {campaign: 'autre'});
      await triesAll();
      await says('Enquête « autre »');
      expect(place()).to.deep.equal(before);
      expect(text(element)).to.include('Envoyer cette réponse à https://nouveau.example');
      await keys(element, 'Escape');
      await until('it is closed', () => part(element, 'sure') === null);
      expect(focused(element)).to.include('3 réponses ne sont pas encore envoyées');
    });

    it('counts one answer as one', async () => {
      await leaves(1, {savedDay: '2026-11-01'});
      await shows();
      expect(text(element)).to.include('1 réponse n’est pas encore envoyée').and.include('Gardée sur cet appareil depuis le 1ᵉʳ novembre');
    });

    it('counts what waits by campaign and reason, since the first day, and shows nothing of what is in it', async () => {
      await leaves(2, {savedDay: '2026-11-05'});
      await leaves(1, {savedDay: '2026-11-03'});
      await leaves(1, {campaign: 'autre'});
      await site.order({answers: 'down'});
      await shows();
      await until('all were tried', () => !text(element).includes('Pas encore essayé'));
      expect(text(element)).to.include('Le serveur a un problème.').and.include('4 réponses ne sont pas encore envoyées');
      expect(text(element)).to.include('Gardées sur cet appareil depuis le 2 novembre 2026');
      expect(text(element)).to.include('Enquête « essai » : 3 réponses, depuis le 3 novembre 2026');
      expect(text(element)).to.include('Enquête « autre » : 1 réponse, depuis le 2 novembre 2026');
      expect(text(element)).not.to.include(SECRET);
    });

    it('sends now, says how far it is and how it ended', async () => {
      await leaves(3);
      await shows();
      await press(element, 'Envoyer maintenant');
      await says('Envoi de 3 réponses…');
      await hears('Envoi de 3 réponses…');
      await site.order({answers: 'up'});
      await says('Les 3 réponses sont arrivées.');
      await hears('Les 3 réponses sont arrivées.');
      expect(text(element)).to.include('Tout est envoyé');
    });

    it('says what could not go, and keeps it', async () => {
      await leaves(2);
      await shows();
      await site.order({answers: 'down'});
      await press(element, 'Envoyer maintenant');
      await says('Rien n’a pu partir : 2 réponses attendent encore, et restent gardées ici.');
      await holds(2);
    });

    it('removes nothing without an export of this visit', async () => {
      await leaves(1);
      await shows();
      expect(part(element, 'remove')).to.equal(null);
      await press(element, 'Exporter en tableau');
      await says('Export prêt');
      expect(files[0]).to.match(/^reponses-[\d-]+\.csv$/);
      expect(part(element, 'remove')).to.equal(null);
    });

    it('with the keyboard alone, exports, removes in two steps, and is left where reading goes on', async () => {
      await leaves(2);
      await shows();
      await tabTo(element, 'Exporter');
      await keys(element, 'Enter');
      await says('Export prêt');
      expect(files).to.have.length(1);
      expect(files[0]).to.match(/^reponses-\d{4}-\d\d-\d\d\.json$/);
      expect(focused(element)).to.include('Export prêt');
      await keys(element, 'Tab', 'Enter');
      expect(focused(element)).to.include('Supprimer ces 2 réponses de cet appareil ?');
      await holds(2);
      await keys(element, 'Tab', 'Enter');
      await hears('2 réponses supprimées de cet appareil.');
      await says('Plus rien n’attend ici');
      expect(focused(element)).to.equal('Plus rien n’attend ici');
      await holds(0);
    });

    it('removes what the export holds, and not what came after it', async () => {
      await leaves(1);
      await shows();
      await press(element, 'Exporter');
      await says('Export prêt');
      await press(element, 'Le fichier n’est pas arrivé');
      expect(exported().items.map(({item}) => item.payload)).to.deep.equal([payload]);
      await leaves(1, {campaign: 'autre'});
      await press(element, 'Supprimer cette réponse');
      await press(element, 'Oui, supprimer');
      await says('1 réponse supprimée de cet appareil');
      expect(text(element)).to.include('Enquête « autre »').and.not.to.include('Enquête « essai »');
      await holds(1);
    });

    it('keeps all when the second step is refused', async () => {
      await leaves(1);
      await shows();
      await press(element, 'Exporter');
      await says('Export prêt');
      await press(element, 'Supprimer');
      await press(element, 'Annuler');
      expect(focused(element)).to.include('Export prêt');
      await press(element, 'Tout garder ici');
      expect(part(element, 'exported')).to.equal(null);
      await holds(1);
    });

    it('sends to another address that is typed by hand, after a second step', async () => {
      const other = await fakeSite();
      await leaves(2);
      await site.order({answers: 'down'});
      await shows();
      await says('Le serveur a un problème.');
      await press(element, 'Envoyer à une autre adresse');
      expect(focused(element)).to.equal('Nouvelle adresse du serveur');
      await keys(element, 'x', 'Enter');
      expect(focused(element)).to.equal('Nouvelle adresse du serveur');
      expect(described(element)).to.include('Écrivez une adresse entière');
      (part(element, 'field') as HTMLInputElement).value = new URL(other.endpoint, document.baseURI).href;
      await keys(element, 'Enter');
      expect(focused(element)).to.include('Envoyer ces 2 réponses à http');
      await holds(2);
      await press(element, 'Oui, changer l’adresse');
      await says('Tout est envoyé');
      await holds(0);
    });
  });

  describe('for an integrator', () => {
    it('proposes its own endpoint where what waits goes to another: a site that has moved', async () => {
      await leaves(1);
      await shows({endpoint: 'https://nouveau.example/v1/answers'});
      await press(element, 'Envoyer à une autre adresse');
      expect((part(element, 'field') as HTMLInputElement).value).to.equal('https://nouveau.example/v1/answers');
    });

    it('tells of an endpoint that is none', async () => {
      await shows();
      const error = heard(element, 'ppgp-error');
      element.endpoint = 'ftp://example.org';
      expect((await error).code).to.equal('endpoint-misconfigured');
    });

    it('takes the place of the sentence between its tags, and leaves other tags where they are', async () => {
      await leaves(1);
      await shows();
      const slot = root(element).querySelector('slot');
      element.append('Les réponses vont s’afficher ici.');
      await until('the sentence is hidden', () => slot?.hidden === true);
      element.append(document.createElement('other-tag'));
      await until('the tag is shown', () => slot?.hidden === false);
      expect(part(element, 'head')).to.exist;
    });

    it('around other tags it shows nothing while nothing waits; quiet, never', async () => {
      await shows();
      element.append(document.createElement('other-tag'));
      await until('the panel is gone', () => part(element, 'body') === null);
      element.replaceChildren();
      await until('the panel is back', () => part(element, 'body') !== null);
      element.quiet = true;
      await element.updateComplete;
      expect(part(element, 'body')).to.equal(null);
    });
  });
});

runEmbeddableSuite('ppgp-outbox');
