import {expect, fixture, html} from '@open-wc/testing';
import {focused, hears, keys, part, press, pressPart, root, tabTo, text, until, type TestedElement} from '@ppgp/testing/element';
import {board, touches} from '../../../testing/src/states/board-states.js';
import {inPart, shown} from './board.kit.js';
import {EscapeThrice} from './quick-exit.js';

describe('a board for a parent', () => {
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
    await until('both are counted', () => part(element, 'next')?.textContent?.includes('2 choix') === true);
    await pressPart(element, 'next');
    expect([inPart(element, 'today'), inPart(element, 'later')]).to.deep.equal([['Le sommeil', 'Les repas'], []]);
  });

  it('shows what is chosen at once, and counts it once that is painted', async () => {
    const element = await shown();
    const [tile] = root(element).querySelectorAll<HTMLElement>('.tile');
    tile?.querySelector('input')?.click();
    expect(tile?.className).to.include('chosen');
    tile?.querySelector('input')?.click();
    expect(tile?.className).not.to.include('chosen');
    tile?.querySelector('input')?.click();
    await until('it is counted', () => part(element, 'next')?.textContent?.includes('1 choix') === true);
    expect(tile?.className).to.include('chosen');
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
    expect([inPart(element, 'today'), inPart(element, 'later')]).to.deep.equal([['Les repas', 'Mon couple', 'Le sommeil'], ['Les pleurs']]);
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
});
