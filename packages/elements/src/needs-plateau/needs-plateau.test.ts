import {expect, fixture, html} from '@open-wc/testing';
import {parsePayload} from '@ppgp/schema/validate';
import {
  fakeSite,
  focused,
  heard,
  hears,
  keys,
  part,
  press,
  pressPart,
  reaches,
  root,
  tabTo,
  text,
  until,
  type TestedElement,
} from '@ppgp/testing/element';
import {runEmbeddableSuite} from '@ppgp/testing/embeddable';
import {board, darkens, touches} from '../../../testing/src/states/board-states.js';
import '../define/needs-plateau.js';
import {EscapeThrice} from './quick-exit.js';

const address = location.pathname + location.search;

async function shown(properties: object = {definition: board}): Promise<TestedElement> {
  const element = await fixture<TestedElement>(html`<needs-plateau></needs-plateau>`);
  Object.assign(element, properties);
  await until('it can be answered', () => part(element, 'next') !== null || part(element, 'erase') !== null);
  return element;
}

/** Words of the themes in a pile, or shown at the end. */
const inPart = (element: TestedElement, name: string): string[] =>
  [...(part(element, name)?.querySelectorAll('li > b, li > span > b') ?? [])].map(({textContent}) => textContent);

describe('needs-plateau', () => {
  afterEach(() => history.replaceState(null, '', address));

  describe('for a parent', () => {
    it('is the ready-made board with a picture for each theme, sensitive sets behind a button', async () => {
      const element = await shown({});
      expect(root(element).querySelectorAll('[part=set]')).to.have.length(4);
      expect(root(element).querySelectorAll('.tile')).to.have.length(39);
      expect(root(element).querySelectorAll('.tile .pic')).to.have.length(39);
      expect(text(element)).not.to.include('on me fait du mal');
      await press(element, 'C’est difficile à dire');
      expect(text(element)).to.include('J’ai peur, on me fait du mal').and.include('39 19');
      expect(root(element).querySelectorAll('.pic')).to.have.length(0);
    });

    it('counts what is chosen, and has all of it for today where there is time for all', async () => {
      const element = await shown();
      await touches(element, 0, 2);
      expect(part(element, 'next')?.textContent).to.include('2 choix');
      await pressPart(element, 'next');
      expect([inPart(element, 'today'), inPart(element, 'later')]).to.deep.equal([['Le sommeil', 'Les repas'], []]);
    });

    it('with more, lets the parent say what is for today; a full day is said kindly; the rest stays in sight', async () => {
      const element = await shown();
      await touches(element, 0, 1, 2, 3);
      await pressPart(element, 'next');
      expect(inPart(element, 'today')).to.deep.equal([]);
      for (const name of ['Les repas', 'Mon couple', 'Le sommeil', 'Les pleurs']) {
        const line = [...(part(element, 'later')?.querySelectorAll('li') ?? [])].find(({textContent}) => textContent.includes(name));
        line?.querySelector('button')?.click();
        await element.updateComplete;
      }
      expect(inPart(element, 'today')).to.deep.equal(['Les repas', 'Mon couple', 'Le sommeil']);
      expect(inPart(element, 'later')).to.deep.equal(['Les pleurs']);
      await hears('C’est déjà beaucoup pour aujourd’hui. Remettez un sujet à plus tard, pour en prendre un autre.');
      await pressPart(element, 'next');
      expect([inPart(element, 'today'), inPart(element, 'later')]).to.deep.equal([
        ['Les repas', 'Mon couple', 'Le sommeil'],
        ['Les pleurs'],
      ]);
    });

    it('is walked with the keyboard alone', async () => {
      const element = await shown();
      await tabTo(element, 'Le sommeil');
      await keys(element, ' ');
      await tabTo(element, '1 choix');
      await keys(element, 'Enter');
      expect(focused(element)).to.include('De quoi parlons');
      await tabTo(element, 'Plus tard');
      await keys(element, 'Enter');
      expect(focused(element)).to.include('Le sommeil');
      expect(inPart(element, 'later')).to.deep.equal(['Le sommeil']);
      await tabTo(element, 'C’est bon pour aujourd’hui');
      await keys(element, 'Enter');
      expect(focused(element)).to.equal('Montrez cet écran');
    });

    it('« Tout va bien » needs no piles, and nothing chosen is no fault', async () => {
      const element = await shown();
      await pressPart(element, 'next');
      expect(text(element)).to.include('Ce n’est pas grave');
      await pressPart(element, 'back');
      await press(element, 'Tout va bien');
      await pressPart(element, 'next');
      expect(text(element)).to.include('La porte reste ouverte');
    });

    it('shows the territory’s line at the end', async () => {
      const element = await shown({definition: board, territory: 'nord'});
      await pressPart(element, 'next');
      expect(text(element)).to.include('05 36 49 10 00');
    });
  });

  describe('what leaves the screen', () => {
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

  describe('handed over', () => {
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

  describe('on a desk', () => {
    it('keeps notes in memory through the screens, until the next family', async () => {
      const element = await shown({definition: board, view: 'desk'});
      const notes = (): HTMLTextAreaElement => part(element, 'field') as HTMLTextAreaElement;
      notes().value = 'revoir en janvier';
      notes().dispatchEvent(new Event('input'));
      await touches(element, 0);
      await pressPart(element, 'next');
      expect(notes().value).to.equal('revoir en janvier');
      await pressPart(element, 'new-family');
      expect([notes().value, root(element).querySelectorAll('input:checked').length]).to.deep.equal(['', 0]);
      await hears('Tout est effacé pour la famille suivante.');
    });
  });

  describe('on a tablet that people share', () => {
    async function begun(): Promise<TestedElement> {
      const element = await fixture<TestedElement>(html`<needs-plateau mode="kiosk"></needs-plateau>`);
      Object.assign(element, {definition: board});
      await until('it waits for somebody', () => part(element, 'start') !== null);
      await pressPart(element, 'start');
      return element;
    }

    it('waits for a touch, shows nothing of the person before, and offers no menu of the browser', async () => {
      const element = await begun();
      await touches(element, 0);
      darkens();
      await until('it asks', () => part(element, 'still-there') !== null);
      await hears('Vous êtes encore là ? L’écran s’efface dans 20 secondes.');
      await pressPart(element, 'finish');
      expect(part(element, 'attract')).to.exist;
      await pressPart(element, 'start');
      expect(root(element).querySelectorAll('input:checked')).to.have.length(0);
      const menu = new MouseEvent('contextmenu', {bubbles: true, cancelable: true, composed: true});
      root(element).querySelector('.tile')?.dispatchEvent(menu);
      expect(menu.defaultPrevented).to.equal(true);
    });

    it('goes on for who is still there, and Escape does not close the question', async () => {
      const element = await begun();
      await touches(element, 0);
      darkens();
      await until('it asks', () => part(element, 'still-there') !== null);
      expect(focused(element)).to.include('Oui, je continue');
      await keys(element, 'Escape');
      expect((part(element, 'still-there') as HTMLDialogElement).open).to.equal(true);
      await pressPart(element, 'go-on');
      expect(root(element).querySelectorAll('input:checked')).to.have.length(1);
    });
  });

  it('the way out takes three presses of Escape in a row', () => {
    let left = 0;
    const escape = new EscapeThrice(() => (left += 1));
    for (const [key, at] of [
      ['Escape', 0],
      ['Escape', 10],
      ['a', 20],
      ['Escape', 30],
      ['Escape', 6000],
      ['Escape', 6010],
    ] as const)
      escape.press(key, at);
    expect(left).to.equal(0);
    escape.press('Escape', 6020);
    expect(left).to.equal(1);
  });

  it('a broken board gives a clear error, and whom to call', async () => {
    const element = await fixture<TestedElement>(html`<needs-plateau><p slot="contact">Appelez le 05 36 49 10 00</p></needs-plateau>`);
    const error = heard(element, 'ppgp-error');
    Object.assign(element, {definition: {...board, themes: []}});
    await error;
    await reaches(element, 'failed');
    expect(root(element).querySelector('slot[name=contact]')).to.exist;
  });
});

runEmbeddableSuite('needs-plateau');
