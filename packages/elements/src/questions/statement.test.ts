import {expect} from '@open-wc/testing';
import {aQuestionnaire, focused, goOn, handed, keys, plain, reviewed, root, shown, tabTo, text} from '@ppgp/testing/element';
import '../define/ppgp-survey.js';

const questions = [
  {id: 's', type: 'section', label: 'Vous', hint: 'Deux questions.'},
  {id: 'm', type: 'statement', label: 'Ici, on peut tout dire.'},
  {id: 'q', type: 'boolean', label: 'Est-ce le premier ?'},
  {id: 'r', type: 'boolean', label: 'Et ensuite ?'},
];
const asks = (layout: 'question' | 'section' | 'page', level = 2): Promise<HTMLElementTagNameMap['ppgp-survey']> =>
  shown('ppgp-survey', {definition: aQuestionnaire(questions), layout, headingLevel: level});
const headings = (element: Element): string[] =>
  [...root(element).querySelectorAll('[role=heading]')].map((one) => `${one.ariaLevel} ${plain(one.textContent)}`);

describe('a statement and a section', () => {
  it('are read before the question that follows, take no stop of Tab, and count as no question', async () => {
    const element = await asks('question');
    expect(text(element)).to.include('Vous').and.include('Deux questions.').and.include('Ici, on peut tout dire.');
    expect(text(element)).to.include('Est-ce le premier ?').and.include('Question 1 sur 2').and.not.include('Et ensuite ?');
    await tabTo(element, 'Oui');
    await keys(element, 'Space');
    await goOn(element);
    expect(focused(element)).to.equal('Et ensuite ?');
    await goOn(element, 'Relire');
    expect(reviewed(element)).to.deep.equal({'Est-ce le premier ?': 'Oui', 'Questions passées': '1'});
    expect((await handed(element)).answers).to.deep.equal({q: true});
  });

  it('are headings, a section one level above what it holds', async () => {
    expect(headings(await asks('page', 3))).to.deep.equal([
      '3 Vous',
      '4 Ici, on peut tout dire.',
      '4 Est-ce le premier ?',
      '4 Et ensuite ?',
    ]);
  });

  it('that begins a step gets the focus with it', async () => {
    const element = await shown('ppgp-survey', {
      definition: aQuestionnaire([{id: 'p', type: 'boolean', label: 'D’accord ?'}, ...questions]),
      layout: 'question',
    });
    await goOn(element);
    expect(focused(element)).to.equal('Vous');
  });
});
