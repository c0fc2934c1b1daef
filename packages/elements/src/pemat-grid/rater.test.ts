import {expect} from '@open-wc/testing';
import {pressPart, root, text, until} from '@ppgp/testing/element';
import {grid} from '../../../testing/src/states/a-grid.js';
import {forgetDossiers, marks, presses} from '../../../testing/src/states/grid-states.js';
import {begun, chosen, shown} from './grid.kit.js';

describe('a grid for a rater', () => {
  beforeEach(forgetDossiers);
  afterEach(forgetDossiers);

  it('an item is a group of radio buttons named by its place, its topic and its statement', async () => {
    const element = await begun({});
    const legend = root(element).querySelector('fieldset[part=item] legend');
    expect(legend?.textContent.replace(/\s+/g, ' ').trim()).to.equal(
      'Item 1 sur 24ContenuDès le titre ou les premiers mots, on sait à quoi sert ce document.',
    );
    expect(root(element).querySelectorAll('fieldset[part=item] input[type=radio]')).to.have.length(2);
  });

  it('goes through all items, the landmarks last, and comes to the result', async () => {
    const element = await begun();
    for (const place of ['Item 1 sur 3', 'Item 2 sur 3', 'Item 3 sur 3', 'Repère 1 sur 1']) {
      expect(text(element)).to.include(place);
      await pressPart(element, 'next');
    }
    expect(text(element)).to.include('Il reste 3 items sans réponse');
  });

  it('offers « sans objet » only where the item allows it', async () => {
    const element = await begun();
    expect(root(element).querySelectorAll('input[type=radio]')).to.have.length(2);
    await pressPart(element, 'next');
    expect(root(element).querySelectorAll('input[type=radio]')).to.have.length(3);
  });

  it('shows the score at once, provisional until all that applies is answered', async () => {
    const element = await begun();
    expect(text(element)).to.include('Pas encore commencé : 2 items.');
    await marks(element, 'yes');
    expect(text(element)).to.include('1 ÷ 1 = 100 %. Provisoire : 1 item a une réponse, sur 2. Repère d’usage : 70 %.');
    await pressPart(element, 'next');
    await marks(element, 'na');
    expect(text(element)).to.include('1 ÷ 1 = 100 %. Repère d’usage').and.not.include('Provisoire');
  });

  it('a mark can be undone and done again', async () => {
    const element = await begun();
    await marks(element, 'yes');
    await pressPart(element, 'undo');
    expect(chosen(element)).to.equal(undefined);
    await pressPart(element, 'redo');
    expect(chosen(element)).to.equal('yes');
  });

  it('what is ticked for the whole document is seen in its items, and unticked it is gone', async () => {
    const element = await shown({definition: grid});
    root(element).querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    await element.updateComplete;
    await pressPart(element, 'next');
    await pressPart(element, 'next');
    expect(chosen(element)).to.equal('na');
    await presses(element, 'Le document');
    root(element).querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    await element.updateComplete;
    expect(text(element)).to.include('Commencer');
  });

  it('focus goes to the statement of the next item', async () => {
    const element = await begun();
    await pressPart(element, 'next');
    expect(root(element).activeElement?.id).to.equal('item');
  });

  it('says that each answer is kept on this device once it is so', async () => {
    const element = await begun();
    expect(text(element)).not.to.include('enregistrée sur cet appareil');
    await marks(element, 'yes');
    await until('it is kept', () => text(element).includes('Chaque réponse est enregistrée sur cet appareil.'));
  });
});
