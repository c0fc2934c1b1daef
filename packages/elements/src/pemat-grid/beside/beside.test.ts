import {expect, fixture, html} from '@open-wc/testing';
import {part, press, pressPart, root, text, until, type TestedElement} from '@ppgp/testing/element';
import {grid} from '../../../../testing/src/states/a-grid.js';
import {aPdf, aPicture} from '../../../../testing/src/states/documents.js';
import {dossier, forgetDossiers, marks, opens, presses, takes} from '../../../../testing/src/states/grid-states.js';
import '../../define/pemat-grid.js';

async function shown(width = 1100): Promise<TestedElement> {
  const place = document.createElement('div');
  place.style.setProperty('inline-size', `${width}px`);
  const element = await fixture<TestedElement>(html`<pemat-grid .definition=${grid}></pemat-grid>`, {parentNode: place});
  await until('it can be answered', () => part(element, 'next') !== null);
  return element;
}

async function beside(file: File): Promise<TestedElement> {
  const element = await shown();
  await opens(element, file);
  await until('it is drawn', () => page(element).dataset['drawn'] !== undefined);
  return element;
}

function page(element: TestedElement): HTMLCanvasElement {
  const canvas = part(element, 'page');
  if (!(canvas instanceof HTMLCanvasElement)) throw new Error(`No page is shown in: ${text(element)}`);
  return canvas;
}

const sheet = (element: TestedElement): HTMLElement => {
  const place = root(element).querySelector<HTMLElement>('.sheet');
  if (!place) throw new Error('There is no place for the document.');
  return place;
};

/** Whether the page is red there, where `aPdf` and `aPicture` have a box. */
function isRed(element: TestedElement, x: number, y: number): boolean {
  const canvas = page(element);
  const pixel = canvas.getContext('2d')?.getImageData(Math.round(canvas.width * x), Math.round(canvas.height * y), 1, 1);
  const [red = 0, green = 0] = pixel?.data ?? [];
  return red > 190 && green < 70;
}

const key = (element: TestedElement, name: string, shiftKey = false): void => {
  sheet(element).dispatchEvent(new KeyboardEvent('keydown', {key: name, shiftKey, bubbles: true, cancelable: true}));
};

describe('the document beside the grid', () => {
  beforeEach(forgetDossiers);
  afterEach(forgetDossiers);

  it('a picture of the device is drawn beside the items, in a place with a name that keys reach', async () => {
    const element = await beside(await aPicture());
    expect(isRed(element, 0.3, 0.15)).to.equal(true);
    await pressPart(element, 'next');
    await until('it is drawn again', () => page(element).dataset['drawn'] !== undefined);
    expect(isRed(element, 0.3, 0.15)).to.equal(true);
    expect(sheet(element).tabIndex).to.equal(0);
    expect(sheet(element).getAttribute('aria-label')).to.include('flyer.png');
  });

  it('a PDF is drawn page by page, with its words for who does not see it', async () => {
    const element = await beside(aPdf());
    expect(isRed(element, 0.4, 0.27)).to.equal(true);
    await pressPart(element, 'following');
    expect(page(element).getAttribute('aria-label')).to.equal('Page 2 sur 3');
    const words = root(element).querySelector<HTMLDetailsElement>('.beside details');
    if (words) words.open = true;
    await until('its words are there', () => words?.querySelector('p')?.textContent === '2');
  });

  it('grows and shrinks by buttons and keys', async () => {
    const element = await beside(await aPicture());
    const width = (): number => page(element).getBoundingClientRect().width;
    const fitted = width();
    await pressPart(element, 'zoom-in');
    await until('it is larger', () => width() > fitted * 1.2);
    key(element, '+');
    await until('it is larger still', () => width() > fitted * 1.5);
    key(element, '0');
    await until('it is whole again', () => Math.abs(width() - fitted) < 1);
    await pressPart(element, 'zoom-out');
    await until('it is smaller', () => width() < fitted * 0.9);
  });

  it('the remark of an item is pinned to a spot by keys alone, kept, and taken off again', async () => {
    const element = await beside(aPdf());
    await pressPart(element, 'following');
    await pressPart(element, 'next');
    await pressPart(element, 'pin');
    await until('the page has the focus', () => root(element).activeElement === sheet(element));
    key(element, 'ArrowLeft', true);
    key(element, 'ArrowDown');
    key(element, 'Enter');
    await until('it is placed', () => root(element).querySelector('button.pin') !== null);
    const pin = root(element).querySelector<HTMLElement>('button.pin');
    expect([pin?.textContent.trim(), pin?.getAttribute('aria-label')]).to.deep.equal(['1', 'Item 1']);
    expect([Number(pin?.dataset['x']), Number(pin?.dataset['y'])].every((share) => share >= 0 && share <= 1)).to.equal(true);
    await pressPart(element, 'previous');
    expect(root(element).querySelector('button.pin')).to.equal(null);
    await press(element, 'Voir l’épingle, page 2');
    expect(root(element).querySelector('button.pin')).not.to.equal(null);
    await pressPart(element, 'undo');
    expect(root(element).querySelector('button.pin')).to.equal(null);
    await pressPart(element, 'redo');
    await pressPart(element, 'unpin');
    expect(root(element).querySelector('button.pin')).to.equal(null);
  });

  it('a pin is placed where somebody points', async () => {
    const element = await beside(await aPicture());
    await pressPart(element, 'next');
    await pressPart(element, 'pin');
    const box = page(element).getBoundingClientRect();
    const at = {clientX: box.left + box.width / 4, clientY: box.top + box.height / 2};
    page(element).dispatchEvent(new MouseEvent('click', {...at, bubbles: true, composed: true}));
    await until('it is placed', () => root(element).querySelector('button.pin') !== null);
    const pin = root(element).querySelector<HTMLElement>('button.pin');
    expect(Number(pin?.dataset['x'])).to.be.closeTo(0.25, 0.01);
    expect(Number(pin?.dataset['y'])).to.be.closeTo(0.5, 0.01);
  });

  it('what cannot be shown is said, and what was open stays', async () => {
    const element = await beside(await aPicture());
    const refused: [File, string][] = [
      [aPdf({locked: true}), 'demande un mot de passe'],
      [new File(['%PDF-1.4 cut off'], 'coupe.pdf'), 'ne s’ouvre pas'],
      [new File(['no PDF'], 'faux.pdf'), 'ne s’ouvre pas'],
      [new File(['no picture'], 'photo.png', {type: 'image/png'}), 'ne s’ouvre pas'],
    ];
    for (const [file, words] of refused) {
      await opens(element, file, 'cannot-open');
      await until(`it says: ${words}`, () => part(element, 'cannot-open')?.textContent.includes(words) ?? false);
      expect(part(element, 'page')).not.to.equal(null);
    }
  });

  it('an address of this site is opened; another site is not asked', async () => {
    const element = await shown();
    const give = async (address: string, shows: string): Promise<void> => {
      const field = root(element).querySelector<HTMLInputElement>('[id=address]');
      if (field) field.value = address;
      await pressPart(element, 'open-address');
      await until(`it says: ${shows}`, () => text(element).includes(shows));
    };
    await give('https://exemple.fr/flyer.png', 'sur un autre site');
    await give('/packages/testing/src/states/documents.ts', 'ni image ni PDF');
  });

  it('300 pages are read one at a time', async () => {
    const element = await beside(aPdf({pages: 300}));
    const field = root(element).querySelector<HTMLInputElement>('[id=page-number]');
    if (!field) throw new Error('There is nowhere to choose a page.');
    field.value = '299';
    field.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(page(element).getAttribute('aria-label')).to.equal('Page 299 sur 300');
    field.value = '999';
    field.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(page(element).getAttribute('aria-label')).to.equal('Page 300 sur 300');
  });

  it('a picture larger than a canvas is shown smaller, and says so', async () => {
    const element = await beside(await aPicture('affiche.png', [9000, 1000]));
    expect(text(element)).to.include('plus petite qu’elle n’est');
    expect(isRed(element, 0.3, 0.15)).to.equal(true);
  });

  it('on a narrow screen the document is behind a button while the items are answered', async () => {
    const element = await shown(360);
    await opens(element, await aPicture());
    await until('it is drawn', () => page(element).dataset['drawn'] !== undefined);
    await pressPart(element, 'next');
    expect([part(element, 'toggle')?.getAttribute('aria-expanded'), page(element).checkVisibility()]).to.deep.equal(['false', false]);
    await pressPart(element, 'toggle');
    await until('it is drawn again', () => page(element).dataset['drawn'] !== undefined);
    expect(page(element).getBoundingClientRect().width).to.be.lessThan(360);
  });

  it('nothing of the document is kept: only where a remark points', async () => {
    const element = await beside(await aPicture('secret-name.png'));
    await pressPart(element, 'next');
    await marks(element, 'yes');
    await pressPart(element, 'pin');
    key(element, 'Enter');
    await element.updateComplete;
    await presses(element, 'Le document');
    await pressPart(element, 'close-document');
    const again = await shown();
    expect(text(again)).not.to.include('secret-name');
  });

  it('before and after shows the first pages of what was opened in this visit', async () => {
    const element = await shown();
    await pressPart(element, 'to-dossier');
    await takes(element, dossier);
    for (const version of ['1', '2']) {
      const cards = [...root(element).querySelectorAll('[part~=version]')];
      const card = cards.find((each) => each.textContent.includes(`Version ${version}`));
      card?.querySelector<HTMLElement>('[part~=open]')?.click();
      await element.updateComplete;
      await presses(element, 'Le document');
      await opens(element, await aPicture(`version-${version}.png`));
      await presses(element, 'Vos documents');
    }
    await presses(element, 'Avant, après');
    expect(root(element).querySelectorAll('canvas[part~=thumbnail]')).to.have.length(2);
  });
});
