import {expect} from '@open-wc/testing';
import {parsePayload} from '@ppgp/schema/validate';
import {fakeSite, focused, heard, part, press, pressPart, reaches, root, text, until} from '@ppgp/testing/element';
import {board, touches} from '../../../testing/src/states/board-states.js';
import {inPart, shown} from './board.kit.js';

describe('what leaves the screen of a board', () => {
  it('is nothing, unless the tag shares it', async () => {
    const site = await fakeSite();
    const element = await shown({definition: board, endpoint: site.endpoint});
    await touches(element, 0);
    await pressPart(element, 'next');
    await pressPart(element, 'next');
    expect(part(element, 'send')).to.equal(null);
    expect(text(element)).to.include('Ils ne sont ni enregistrés, ni envoyés.');
  });

  it('is the list of codes after a press, without what is sensitive', async () => {
    const site = await fakeSite();
    const element = await shown({definition: board, endpoint: site.endpoint, share: 'themes', territory: 'nord'});
    await touches(element, 0, 3, 4);
    await pressPart(element, 'next');
    await pressPart(element, 'next');
    const submit = heard(element, 'ppgp-submit');
    await pressPart(element, 'send');
    const {submission} = await submit;
    expect(submission.payload.answers).to.deep.equal({chosen: ['sommeil', 'couple'], today: ['sommeil', 'couple']});
    expect(submission.payload.territory).to.equal('nord');
    expect(parsePayload(submission.payload)).to.deep.equal(submission.payload);
    await reaches(element, 'sent');
    expect(text(element)).to.include('Le sommeil');
  });

  for (const [share, attribute, chosen] of [
    ['all', '', ['sommeil', 'moral']],
    ['all', 'themes', ['sommeil', 'moral']],
    [undefined, 'all', undefined],
    ['nothing', 'themes', undefined],
  ] as const) {
    it(`shares what the board says, ${share ?? 'nothing said'}, whatever the tag asks: « ${attribute} »`, async () => {
      const element = await shown({definition: {...board, ...(share && {share})}, share: attribute});
      await touches(element, 0, 4);
      await pressPart(element, 'next');
      await pressPart(element, 'next');
      if (!chosen) {
        expect(part(element, 'send')).to.equal(null);
        return;
      }
      const submit = heard(element, 'ppgp-submit');
      await pressPart(element, 'send');
      expect((await submit).submission.payload.answers['chosen']).to.deep.equal(chosen);
    });
  }

  it('tells the page of what is chosen, never of what is sensitive', async () => {
    const element = await shown();
    const told: unknown[] = [];
    element.addEventListener('ppgp-change', (event) => told.push(event.answer));
    await touches(element, 0, 4, 1);
    expect(told).to.deep.equal([['sommeil'], ['sommeil', 'pleurs']]);
  });

  it('leaves nothing in storage, title or address', async () => {
    const before = [JSON.stringify(localStorage), document.title, location.href];
    const databases = await indexedDB.databases();
    const element = await shown();
    await press(element, 'C’est difficile');
    await touches(element, 0);
    await press(element, 'Le plateau');
    await pressPart(element, 'next');
    await pressPart(element, 'next');
    expect([JSON.stringify(localStorage), document.title, location.href]).to.deep.equal(before);
    expect(await indexedDB.databases()).to.deep.equal(databases);
  });
});

describe('a board that was handed over', () => {
  const address = location.pathname + location.search;
  afterEach(() => history.replaceState(null, '', address));

  it('opens what another screen chose, read once from the address', async () => {
    history.replaceState(null, '', `${address}#plateau=repas;sommeil,couple`);
    const element = await shown();
    expect([inPart(element, 'today'), inPart(element, 'later')]).to.deep.equal([['Les repas'], ['Le sommeil', 'Mon couple']]);
    expect(location.hash).to.equal('');
    await pressPart(element, 'erase');
    expect(root(element).querySelectorAll('input:checked')).to.have.length(0);
  });

  it('takes no sensitive theme from an address, and leaves other fragments alone', async () => {
    history.replaceState(null, '', `${address}#plateau=peur;moral`);
    const element = await shown();
    expect(root(element).querySelectorAll('input:checked')).to.have.length(0);
    history.replaceState(null, '', `${address}#haut`);
    await shown();
    expect(location.hash).to.equal('#haut');
  });

  it('draws the code on the device, and says that what is sensitive is not in it', async () => {
    const element = await shown();
    await touches(element, 0, 4);
    await pressPart(element, 'next');
    await pressPart(element, 'next');
    await pressPart(element, 'show-qr');
    await until('it is drawn', () => part(element, 'qr') !== null);
    expect(part(element, 'qr')?.querySelector('path')?.getAttribute('d')?.length).to.be.greaterThan(1000);
    expect(text(element)).to.include('Les sujets difficiles n’y sont pas.');
    expect(focused(element)).to.include('Vos choix, sur un autre téléphone');
  });
});
