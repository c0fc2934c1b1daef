import {expect, fixture, html} from '@open-wc/testing';
import {focused, heard, hears, keys, part, pressPart, reaches, root, tabTo, text, until, type TestedElement} from '@ppgp/testing/element';
import {grid} from '../../../testing/src/states/a-grid.js';
import {aPicture} from '../../../testing/src/states/documents.js';
import {forgetDossiers, opens} from '../../../testing/src/states/grid-states.js';
import '../define/pemat-grid.js';

describe('the whole grid by keyboard', () => {
  beforeEach(forgetDossiers);
  afterEach(forgetDossiers);

  it('from the name of the document to the rating that is given', async () => {
    const element = await fixture<TestedElement>(html`<pemat-grid .definition=${grid}></pemat-grid>`);
    await until('it can be answered', () => part(element, 'next') !== null);
    root(element).querySelector<HTMLElement>('[part=facts] input')?.focus();
    await keys(element, 'Space', 'Tab', 'Enter');
    expect(focused(element)).to.equal('On sait à quoi sert ce document.');
    for (const place of ['Item 1 sur 3', 'Item 2 sur 3', 'Item 3 sur 3', 'Repère 1 sur 1']) {
      expect(text(element)).to.include(place);
      // What is ticked for the whole document is chosen already.
      await keys(element, 'Tab', ...(place === 'Item 2 sur 3' ? [] : ['Space']));
      expect(focused(element)).to.equal(place === 'Item 2 sur 3' ? 'Sans objet' : 'D’accord');
      // Past how to decide, and the remark.
      await keys(element, 'Tab', 'Tab', 'Tab', 'Enter');
    }
    expect(text(element)).to.include('Tous les items ont une réponse.');
    const submitted = heard(element, 'ppgp-submit');
    await tabTo(element, 'Terminer ma lecture');
    await keys(element, 'Enter');
    expect((await submitted).submission.payload.answers).to.deep.equal({i1: 'yes', i2: 'na', i3: 'yes', r1: 'yes'});
    await reaches(element, 'handed');
  });

  it('the document beside: larger, moved by arrows, and a remark pinned to it', async () => {
    const place = document.createElement('div');
    place.style.setProperty('inline-size', '1000px');
    const element = await fixture<TestedElement>(html`<pemat-grid .definition=${grid}></pemat-grid>`, {parentNode: place});
    await until('it can be answered', () => part(element, 'next') !== null);
    await opens(element, await aPicture('affiche.png', [600, 1600]));
    await until('it is drawn', () => part(element, 'page')?.dataset['drawn'] !== undefined);
    const sheet = root(element).querySelector<HTMLElement>('.sheet');
    part(element, 'close-document')?.focus();
    await keys(element, 'Tab', '=', '=');
    expect(focused(element)).to.include('affiche.png : flèches pour se déplacer');
    await hears('156 %');
    await keys(element, 'ArrowDown');
    await until('it moved', () => (sheet?.scrollTop ?? 0) > 0);
    await pressPart(element, 'next');
    root(element).querySelector<HTMLElement>('[id=note]')?.focus();
    await keys(element, 'Tab', 'Enter');
    await until('the page has the focus', () => root(element).activeElement?.matches('.sheet') === true);
    await keys(element, 'ArrowRight', 'Shift+ArrowDown', 'Enter');
    await until('it is placed', () => root(element).querySelector('button.pin') !== null);
    await until('the focus is back', () => focused(element) === 'Déplacer l’épingle');
    await keys(element, 'Enter');
    await until('the page has the focus', () => root(element).activeElement?.matches('.sheet') === true);
    await keys(element, 'Escape');
    expect(root(element).querySelectorAll('.pin')).to.have.length(1);
  });
});
