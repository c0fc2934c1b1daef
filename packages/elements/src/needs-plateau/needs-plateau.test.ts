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
import {board, darkens, spoken, touches} from '../../../testing/src/states/board-states.js';
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

    it('lets a theme be dragged to the other pile, and back where it is let go anywhere else', async () => {
      const element = await fixture<TestedElement>(html`<needs-plateau></needs-plateau>`);
      Object.assign(element, {definition: board});
      await until('it is there', () => part(element, 'next') !== null);
      await touches(element, 0, 1);
      await pressPart(element, 'next');
      await until('it can be dragged', () => getComputedStyle(root(element).querySelector('.pile li') as Element).touchAction === 'pan-y');
      const lands = async (to: Element): Promise<void> => {
        const line = root(element).querySelector('#pile-sommeil') as HTMLElement;
        line.setPointerCapture = () => undefined;
        const place = to.getBoundingClientRect();
        const move = (type: string, clientX: number, clientY: number): boolean =>
          line.dispatchEvent(new PointerEvent(type, {bubbles: true, isPrimary: true, clientX, clientY}));
        move('pointerdown', line.getBoundingClientRect().x + 5, line.getBoundingClientRect().y + 5);
        move('pointermove', place.x + 30, place.y + 5);
        expect(line.className).to.equal('dragged');
        move('pointerup', place.x + 30, place.y + 5);
        await element.updateComplete;
      };
      await lands(part(element, 'later') as Element);
      expect([inPart(element, 'today'), inPart(element, 'later')]).to.deep.equal([['Les pleurs'], ['Le sommeil']]);
      await lands(part(element, 'back') as Element);
      expect(inPart(element, 'later')).to.deep.equal(['Le sommeil']);
      expect(root(element).querySelectorAll('.dragged, .over')).to.have.length(0);
      await lands(part(element, 'today') as Element);
      expect(inPart(element, 'today')).to.deep.equal(['Les pleurs', 'Le sommeil']);
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
    async function begun(definition: object = board): Promise<TestedElement> {
      const element = await fixture<TestedElement>(html`<needs-plateau mode="kiosk"></needs-plateau>`);
      Object.assign(element, {definition});
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

    /** A hand: where it touched, and the click that follows. */
    const touch = (target: Element | null | undefined, x = 0): void => {
      for (const type of ['pointerdown', 'pointerup'])
        target?.dispatchEvent(new PointerEvent(type, {bubbles: true, composed: true, isPrimary: true, clientX: x}));
      target?.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true, composed: true, detail: 1}));
    };

    it('a hand that trembles chooses once, and presses of a key count each', async () => {
      const element = await begun();
      const tile = root(element).querySelector('input');
      for (let bounce = 0; bounce < 4; bounce += 1) touch(tile);
      expect([tile?.checked, root(element).querySelectorAll('input:checked').length]).to.deep.equal([true, 1]);
      tile?.click();
      expect(tile?.checked).to.equal(false);
    });

    for (const [who, apart, signals] of [
      ['a child that hits the whole screen is flagged on the answer, which is sent all the same', 300, ['fast']],
      ['who chooses with one touch each is not', undefined, undefined],
    ] as const) {
      it(who, async () => {
        const element = await begun();
        Object.assign(element, {share: 'themes'});
        await element.updateComplete;
        const tiles = [...root(element).querySelectorAll('.tile input')];
        if (apart === undefined) touch(tiles[0]);
        else for (let hit = 0; hit < 15; hit += 1) touch(tiles[hit % 5], hit * apart);
        for (let step = 0; !part(element, 'send') && step < 2; step += 1) await pressPart(element, 'next');
        const submit = heard(element, 'ppgp-submit');
        await pressPart(element, 'send');
        const {payload} = (await submit).submission;
        expect(payload.signals).to.deep.equal(signals);
        expect(parsePayload(payload)).to.deep.equal(payload);
      });
    }

    it('offers the languages that the board has, by their own names; the next person begins in its own again', async () => {
      const element = await begun({...spoken, languages: ['ar']});
      await touches(element, 0);
      darkens();
      await until('it asks', () => part(element, 'still-there') !== null);
      await pressPart(element, 'finish');
      const offered = [...root(element).querySelectorAll<HTMLElement>('[part=language]')];
      expect(offered.map(({lang, dir, textContent}) => [lang, dir, textContent.trim()])).to.deep.equal([
        ['fr', 'ltr', 'Français'],
        ['ar', 'rtl', 'العربية'],
      ]);
      offered[1]?.click();
      await element.updateComplete;
      const body = part(element, 'body');
      expect([body?.lang, body?.dir]).to.deep.equal(['ar', 'rtl']);
      expect(text(element)).to.include('النوم').and.include('لدي أسئلة');
      await pressPart(element, 'next');
      const submit = heard(element, 'ppgp-reset');
      await pressPart(element, 'erase');
      await submit;
      expect(text(element)).to.include('النوم');
      darkens();
      await until('it asks', () => part(element, 'still-there') !== null);
      await pressPart(element, 'finish');
      expect([body?.lang, body?.dir]).to.deep.equal(['fr', '']);
    });

    it('« Quitter vite » goes back to the beginning, on the same page, and says so', async () => {
      const element = await begun();
      await press(element, 'C’est difficile à dire');
      await touches(element, 0);
      expect(text(element)).to.include('efface vos choix, et revient au début');
      await pressPart(element, 'exit');
      expect(part(element, 'attract')).to.exist;
      await pressPart(element, 'start');
      await press(element, 'C’est difficile à dire');
      expect(root(element).querySelectorAll('input:checked')).to.have.length(0);
    });

    it('keeps the screen on, and asks again where the system took that back', async () => {
      const locks: {released: boolean; release: () => void}[] = [];
      const request = async (): Promise<object> => {
        const lock = {released: false, release: () => undefined};
        locks.push(lock);
        return lock;
      };
      Object.defineProperty(navigator, 'wakeLock', {configurable: true, value: {request}});
      try {
        await begun();
        expect(locks).to.have.length(1);
        for (const lock of locks) lock.released = true;
        await until('it asks again', () => locks.length === 2);
      } finally {
        Reflect.deleteProperty(navigator, 'wakeLock');
      }
    });

    it('has nothing smaller than 64 px to touch', async () => {
      const element = await begun();
      const small: string[] = [];
      const look = (): void => {
        for (const one of root(element).querySelectorAll<HTMLElement>('button, .cell'))
          if (one.getBoundingClientRect().height < 64) small.push(one.textContent.trim());
      };
      look();
      await touches(element, 0, 1, 2, 3);
      for (let step = 0; step < 2; step += 1) {
        await pressPart(element, 'next');
        look();
      }
      expect(small).to.deep.equal([]);
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
