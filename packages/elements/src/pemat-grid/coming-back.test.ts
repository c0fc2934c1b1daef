import {expect, fixture, html} from '@open-wc/testing';
import {pressPart, root, text, until, type TestedElement} from '@ppgp/testing/element';
import {grid} from '../../../testing/src/states/a-grid.js';
import {dossier, forgetDossiers, marks, presses, takes} from '../../../testing/src/states/grid-states.js';
import {begun, cameBack, keptMarks, shown, types} from './grid.kit.js';

describe('coming back to a grid', () => {
  beforeEach(forgetDossiers);
  afterEach(forgetDossiers);

  it('finds the ratings of an earlier visit, with every mark and remark', async () => {
    const first = await begun();
    await marks(first, 'no');
    await types(first, 'note', 'Le titre est vague');
    await until('it is kept', () => text(first).includes('enregistrée sur cet appareil'));
    first.remove();
    const again = await cameBack();
    await presses(again, 'Reprendre');
    expect(text(again)).to.include('Pas d’accord').and.include('Le titre est vague');
  });

  it('two windows on one rating: neither overwrites the other, however long both go on', async () => {
    const first = await begun();
    await marks(first, 'yes');
    await until('it is kept', () => text(first).includes('enregistrée sur cet appareil'));
    const second = await cameBack();
    await presses(second, 'Reprendre');
    await presses(second, '1On sait');
    await marks(second, 'no');
    await until('it is kept', () => text(second).includes('enregistrée sur cet appareil'));
    await pressPart(first, 'next');
    await marks(first, 'na');
    await until('it is said', () => text(first).includes('la vôtre est gardée à part'));
    await pressPart(first, 'next');
    await marks(first, 'no');
    await first.updateComplete;
    expect((await keptMarks()).sort()).to.deep.equal(['{"i1":"no"}', '{"i1":"yes","i2":"na","i3":"no"}']);
  });

  it('two windows on one rating: what was answered before the fault was noticed goes to the copy as well', async () => {
    const first = await begun();
    await marks(first, 'yes');
    await first.updateComplete;
    const second = await cameBack();
    await presses(second, 'Reprendre');
    await presses(second, '1On sait');
    await marks(second, 'no');
    await second.updateComplete;
    // Quicker than the device: three changes wait when the first of them is refused.
    for (const mark of ['no', 'yes', 'no', 'yes']) root(first).querySelector<HTMLInputElement>(`input[value=${mark}]`)?.click();
    await first.updateComplete;
    await until('it is said', () => text(first).includes('la vôtre est gardée à part'));
    expect((await keptMarks()).sort()).to.deep.equal(['{"i1":"no"}', '{"i1":"yes"}']);
    const third = await fixture<TestedElement>(html`<pemat-grid .definition=${grid}></pemat-grid>`);
    await until('both are there', () => text(third).includes('2 lectures'));
  });

  it('another name is kept without another answer', async () => {
    const element = await begun();
    await marks(element, 'yes');
    await presses(element, 'Le document');
    await types(element, 'title', 'Lettre de rendez-vous');
    root(element)
      .querySelector('[id=title]')
      ?.dispatchEvent(new Event('change', {bubbles: true}));
    await element.updateComplete;
    const again = await cameBack();
    expect(text(again)).to.include('Lettre de rendez-vous').and.include('1 lecture');
  });

  it('whoever is new may open a dossier first', async () => {
    const element = await shown({definition: grid});
    await pressPart(element, 'to-dossier');
    await until('all documents are there', () => root(element).querySelector('input[type=file]') !== null);
    await takes(element, dossier);
    expect(text(element)).to.include('4 lectures ajoutées');
  });

  it('a device that keeps nothing is said, and nothing is called kept', async () => {
    const {open} = IDBFactory.prototype;
    IDBFactory.prototype.open = () => {
      throw new DOMException('no', 'SecurityError');
    };
    try {
      const element = await begun();
      await marks(element, 'yes');
      await until('it is said', () => text(element).includes('n’enregistre pas vos réponses'));
      expect(text(element)).not.to.include('Chaque réponse est enregistrée');
    } finally {
      IDBFactory.prototype.open = open;
    }
  });
});
