import {expect, fixture, html} from '@open-wc/testing';
import {parsePayload} from '@ppgp/schema/validate';
import {focused, heard, hears, keys, part, press, pressPart, root, text, until, type TestedElement} from '@ppgp/testing/element';
import {board, darkens, spoken, touches} from '../../../testing/src/states/board-states.js';
import {shown} from './board.kit.js';

describe('a board on a desk', () => {
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

describe('a board on a tablet that people share', () => {
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
    // Of a page that nobody has touched yet, the browser closes a dialog whatever the page says.
    await keys(element, 'Tab');
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
