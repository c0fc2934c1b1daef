import {expect} from '@open-wc/testing';
import {
  aQuestionnaire,
  described,
  focused,
  goOn,
  handed,
  keys,
  part,
  press,
  pressPart,
  reviewed,
  root,
  shown,
  tabTo,
  text,
} from '@ppgp/testing/element';
import '../define/ppgp-survey.js';

const question = {
  id: 'q',
  type: 'matrix',
  label: 'Connaissez-vous ces services ?',
  rows: [
    {id: 'bebe', label: 'La consultation'},
    {id: 'domicile', label: 'La visite'},
  ],
  choices: [
    {id: 'oui', label: 'Je connais'},
    {id: 'non', label: 'Je ne connais pas'},
    {id: 'na', label: 'Pas concerné', role: 'na'},
  ],
};
const asks = (members: object = {}): Promise<HTMLElementTagNameMap['ppgp-survey']> =>
  shown('ppgp-survey', {definition: aQuestionnaire([{...question, ...members}])});
const rowOf = (element: Element): string | undefined | null =>
  root(element).activeElement?.closest('fieldset')?.querySelector('legend')?.textContent.trim();

describe('a matrix', () => {
  it('is answered by keyboard alone: a group for each row, which Tab leaves for the next', async () => {
    const element = await asks();
    await tabTo(element, 'Je connais');
    expect(rowOf(element)).to.equal('La consultation');
    await keys(element, 'Space', 'ArrowRight', 'Tab');
    expect(rowOf(element)).to.equal('La visite');
    await keys(element, 'Space');
    expect(element.answers).to.deep.equal({q: {bebe: 'non', domicile: 'oui'}});
    await keys(element, 'Tab', 'Enter');
    expect(reviewed(element)[question.label]).to.equal('La consultation : Je ne connais pas · La visite : Je connais');
    expect((await handed(element)).answers).to.deep.equal({q: {bebe: 'non', domicile: 'oui'}});
  });

  it('is never a table, and its rows are groups with a name', async () => {
    const element = await asks();
    expect(root(element).querySelector('table')).not.to.exist;
    expect([...root(element).querySelectorAll('fieldset fieldset legend')].map(({textContent}) => textContent.trim())).to.deep.equal([
      'La consultation',
      'La visite',
    ]);
  });

  it('keeps « pas concerné » as an answer of its row', async () => {
    const element = await asks();
    await press(element, 'Pas concerné', 'La visite');
    await goOn(element, 'Relire');
    expect(reviewed(element)).to.deep.equal({[question.label]: 'La visite : Pas concerné'});
    expect((await handed(element)).answers).to.deep.equal({q: {domicile: 'na'}});
  });

  it('where it must be answered, names each row that is missing; its link leads there, and one row answered is one less', async () => {
    const element = await asks({required: true});
    await pressPart(element, 'next');
    expect(text(element)).to.include('Il manque 2 réponses.');
    await keys(element, 'Tab', 'Tab');
    expect(focused(element)).to.equal(`La visite : ${question.label}`);
    await keys(element, 'Enter');
    expect(rowOf(element)).to.equal('La visite');
    expect(described(element)).to.equal('Choisissez une réponse.');
    await keys(element, 'Space');
    expect(text(element)).to.include('Il manque une réponse.');
    await press(element, 'Je connais', 'La consultation');
    expect(part(element, 'problems')).not.to.exist;
  });

  it('declined as a whole holds no row, and a row answered takes the place of declining', async () => {
    const element = await asks({decline: true});
    await press(element, 'Je connais', 'La visite');
    await press(element, 'Je préfère ne pas répondre');
    expect(element.answers).to.deep.equal({q: null});
    expect(root(element).querySelectorAll('input[type=radio]:checked').length).to.equal(0);
    await press(element, 'Je connais', 'La consultation');
    expect(element.answers).to.deep.equal({q: {bebe: 'oui'}});
    expect(root(element).querySelectorAll('input:checked').length).to.equal(1);
  });

  it('has faces where its scale is one of faces', async () => {
    const element = await asks({choices: 'faces3'});
    expect(root(element).querySelectorAll('.face').length).to.equal(6);
  });

  it('asks only the rows that what was answered before lets stand, and drops what was answered to the others', async () => {
    const element = await shown('ppgp-survey', {
      layout: 'page',
      definition: aQuestionnaire([
        {...question, id: 'recu', label: 'Reçu ?'},
        {...question, id: 'lu', label: 'Lu ?', rowVisibleWhen: {question: 'recu', row: 'same', is: 'oui'}},
      ]),
    });
    for (const row of ['La consultation', 'La visite']) await press(element, 'Je connais', row);
    await press(element, 'Je connais', 'La visite');
    expect(element.answers).to.have.property('lu');
    const lu = element.answers['lu'];
    expect(lu).to.deep.equal({domicile: 'oui'});
  });
});
