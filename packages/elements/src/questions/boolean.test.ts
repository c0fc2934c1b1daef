import {expect} from '@open-wc/testing';
import {aQuestionnaire, focused, goOn, handed, keys, part, press, reviewed, root, shown, tabTo, text} from '@ppgp/testing/element';
import '../define/ppgp-survey.js';

describe('yes or no', () => {
  it('is answered by keyboard alone, and « non » is an answer like « oui »', async () => {
    const element = await shown('ppgp-survey', {definition: aQuestionnaire([{id: 'q', type: 'boolean', label: 'Est-ce le premier ?'}])});
    await tabTo(element, 'Oui');
    await keys(element, 'Space', 'ArrowRight');
    expect(focused(element)).to.equal('Non');
    await keys(element, 'Tab', 'Enter');
    expect(reviewed(element)).to.deep.equal({'Est-ce le premier ?': 'Non'});
    expect((await handed(element)).answers).to.deep.equal({q: false});
  });
});

describe('consent to quote', () => {
  const asks = (layout: 'page' | 'question' = 'question'): Promise<HTMLElementTagNameMap['ppgp-survey']> =>
    shown('ppgp-survey', {
      layout,
      definition: aQuestionnaire([
        {id: 'mot', type: 'text', label: 'Un mot ?', max: 100},
        {id: 'citer', type: 'consent', label: 'Peut-on le citer ?', of: 'mot', visibleWhen: {question: 'mot', answered: true}},
      ]),
    });
  async function writes(element: HTMLElementTagNameMap['ppgp-survey'], words: string): Promise<void> {
    const field = root(element).querySelector('textarea');
    if (!field) throw new Error('There is no field.');
    field.value = words;
    field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    await element.updateComplete;
  }

  it('reads the words again that it is about', async () => {
    const element = await asks();
    await writes(element, 'Merci à toute l’équipe.\nVraiment.');
    await goOn(element);
    expect(part(element, 'quote')?.textContent).to.equal('Merci à toute l’équipe.\nVraiment.');
    expect(focused(element)).to.equal('Peut-on le citer ?');
    await tabTo(element, 'Oui');
    await keys(element, 'Space', 'Tab', 'Enter');
    expect(reviewed(element)).to.deep.equal({'Un mot ?': '« Merci à toute l’équipe. Vraiment. »', 'Peut-on le citer ?': 'Oui'});
    expect((await handed(element)).answers).to.deep.equal({mot: 'Merci à toute l’équipe.\nVraiment.', citer: true});
  });

  it('on the same page quotes what is being written, as it is written', async () => {
    const element = await asks('page');
    await writes(element, 'Merci');
    expect(part(element, 'quote')?.textContent).to.equal('Merci');
    await writes(element, 'Merci à vous');
    expect(part(element, 'quote')?.textContent).to.equal('Merci à vous');
  });

  it('is not asked where nothing is written, and not sent when the words are taken back', async () => {
    const element = await asks('page');
    expect(text(element)).not.to.include('Peut-on le citer ?');
    await writes(element, 'Merci');
    await press(element, 'Oui');
    await writes(element, '');
    expect(text(element)).not.to.include('Peut-on le citer ?');
    expect((await handed(element)).answers).to.deep.equal({});
  });
});
