import {expect} from '@open-wc/testing';
import {
  aQuestionnaire,
  described,
  focused,
  goOn,
  handed,
  hears,
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
import {sendKeys} from '@web/test-runner-commands';
import '../define/ppgp-survey.js';

type Survey = HTMLElementTagNameMap['ppgp-survey'];

const asks = (members: object = {}): Promise<Survey> =>
  shown('ppgp-survey', {definition: aQuestionnaire([{id: 'q', type: 'text', label: 'Un mot ?', max: 60, ...members}])});
const field = (element: Survey): HTMLTextAreaElement => {
  const found = root(element).querySelector('textarea');
  if (!found) throw new Error(`There is no field in: ${text(element)}`);
  return found;
};
async function types(element: Survey, typed: string): Promise<void> {
  await tabTo(element, 'Un mot ?', 'textarea');
  await sendKeys({type: typed});
  await element.updateComplete;
}

describe('a text', () => {
  it('is written by keyboard alone; before it stands what not to write, after it what is left', async () => {
    const element = await asks({hint: 'Une phrase suffit.'});
    await types(element, 'Merci');
    expect(described(element)).to.equal('Une phrase suffit. N’écrivez ni nom, ni adresse, ni maladie. Il vous reste 55 caractères');
    await keys(element, 'Tab', 'Enter');
    expect(reviewed(element)).to.deep.equal({'Un mot ?': '« Merci »'});
    expect((await handed(element)).answers).to.deep.equal({q: 'Merci'});
  });

  it('says what is left at every fifty and near the end, and what is too much; it never blocks', async () => {
    const element = await asks();
    await types(element, 'a'.repeat(10));
    await hears('Il vous reste 50 caractères');
    await types(element, 'a'.repeat(50));
    await hears('Il vous reste 0 caractère');
    await types(element, 'é');
    await hears('1 caractère de trop');
    expect(field(element).value).to.have.lengthOf(61);
    expect(field(element).maxLength).to.equal(-1);
    await pressPart(element, 'next');
    expect(text(element)).to.include('Raccourcissez : 60 caractères au plus.');
    expect(field(element).value).to.have.lengthOf(61);
    field(element).select();
    await types(element, 'Merci');
    expect(text(element)).not.to.include('Raccourcissez');
  });

  it('counts as people do: an emoji is one', async () => {
    const element = await asks();
    field(element).value = '👶👶';
    field(element).dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    await element.updateComplete;
    expect(text(element)).to.include('Il vous reste 58 caractères');
  });

  const told: [written: string, said: string, masked: string][] = [
    ['au 06 12 34 56 78 svp', 'On dirait un numéro de téléphone.', 'au […] svp'],
    ['moi@exemple.fr', 'On dirait une adresse e-mail.', '[…]'],
    ['2 84 05 81 004 123 45', 'On dirait un numéro de sécurité sociale.', '[…]'],
    ['je m’appelle Nadia', 'On dirait un nom.', 'je m’appelle […]'],
  ];
  for (const [written, said, masked] of told) {
    it(`that tells who writes: « ${said} »; one press masks it, and the focus goes back to the field`, async () => {
      const element = await asks();
      await types(element, written);
      await hears(said);
      expect(text(element)).to.include(said).and.include('Nous n’en avons pas besoin.');
      await tabTo(element, 'Le masquer');
      await keys(element, 'Enter');
      await hears('C’est masqué.');
      expect(focused(element)).to.equal('Un mot ?');
      expect(field(element).value).to.equal(masked);
      expect(part(element, 'mask')).not.to.exist;
      expect((await handed(element)).answers).to.deep.equal({q: masked});
    });
  }

  it('that tells who writes can be sent as it is: it is advice', async () => {
    const element = await asks();
    await types(element, 'moi@exemple.fr');
    await goOn(element, 'Relire');
    expect((await handed(element)).answers).to.deep.equal({q: 'moi@exemple.fr'});
  });

  it('that tells two things has both masked with one press', async () => {
    const element = await asks();
    await types(element, 'moi@exemple.fr ou 0612345678');
    await pressPart(element, 'mask');
    expect(field(element).value).to.equal('[…] ou […]');
  });

  it('of spaces alone says nothing, and edges are not sent', async () => {
    const element = await asks({required: true});
    await types(element, '   ');
    await press(element, 'Relire');
    expect(text(element)).to.include('Écrivez quelques mots.');
    await types(element, 'Merci ');
    expect((await handed(element)).answers).to.deep.equal({q: 'Merci'});
  });
});
