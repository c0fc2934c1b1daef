import {expect} from '@open-wc/testing';
import {
  aQuestionnaire,
  described,
  focused,
  goOn,
  handed,
  keys,
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

const question = {
  id: 'q',
  type: 'single',
  label: 'Comment venez-vous ?',
  choices: [
    {id: 'pied', label: 'À pied', hint: 'ou à vélo'},
    {id: 'bus', label: 'En bus'},
    {id: 'autre', label: 'Autrement', role: 'other'},
    {id: 'nsp', label: 'Je ne sais pas', role: 'na'},
  ],
};
const asks = (members: object = {}): Promise<HTMLElementTagNameMap['ppgp-survey']> =>
  shown('ppgp-survey', {definition: aQuestionnaire([{...question, ...members}])});

describe('a question with one choice', () => {
  it('is answered by keyboard alone: into the group with Tab, through it with the arrows, out of it with Tab', async () => {
    const element = await asks();
    await tabTo(element, 'À pied');
    expect(element.answers).to.deep.equal({});
    await keys(element, 'Space');
    expect(element.answers).to.deep.equal({q: 'pied'});
    await keys(element, 'ArrowDown');
    expect(element.answers).to.deep.equal({q: 'bus'});
    await keys(element, 'ArrowDown', 'ArrowDown');
    expect(focused(element)).to.equal('Je ne sais pas');
    await keys(element, 'Tab');
    expect(focused(element)).to.equal('Relire mes réponses');
    await keys(element, 'Enter');
    expect(focused(element)).to.equal('Vos réponses');
    expect(reviewed(element)).to.deep.equal({'Comment venez-vous ?': 'Je ne sais pas'});
    expect((await handed(element)).answers).to.deep.equal({q: 'nsp'});
  });

  it('opens the field of « autre » right after it, and keeps its words only while it is chosen', async () => {
    const element = await asks();
    await tabTo(element, 'À pied');
    await keys(element, 'ArrowDown', 'ArrowDown', 'Tab');
    expect(focused(element)).to.equal('Dites-le en quelques mots');
    await sendKeys({type: 'en barque'});
    await goOn(element, 'Relire');
    expect(reviewed(element)).to.deep.equal({'Comment venez-vous ?': 'Autrement « en barque »'});
    await goOn(element, 'Modifier');
    await press(element, 'En bus');
    expect(root(element).querySelector('input:not([type=radio])')).not.to.exist;
    await press(element, 'Autrement');
    expect(root(element).querySelector<HTMLInputElement>('input:not([type=radio])')?.value).to.equal('en barque');
    await press(element, 'En bus');
    const payload = await handed(element);
    expect(payload.answers).to.deep.equal({q: 'bus'});
    expect(payload).not.to.have.property('other');
  });

  it('says what must be answered in the author’s own words, and the focus goes to it', async () => {
    const element = await asks({required: true, error: 'Dites comment vous venez.'});
    expect(text(element)).to.include('Comment venez-vous ? (il nous faut cette réponse)');
    await pressPart(element, 'next');
    expect(focused(element)).to.equal('À compléter');
    await keys(element, 'Tab', 'Enter');
    expect(focused(element)).to.match(/^À pied/);
    expect(described(element)).to.equal('Dites comment vous venez.');
    await keys(element, 'Space');
    expect(text(element)).not.to.include('Dites comment vous venez.');
  });

  it('says its own sentence where the author has none', async () => {
    const element = await asks({required: true});
    await pressPart(element, 'next');
    expect(text(element)).to.include('Il manque une réponse.').and.include('Choisissez une réponse.');
  });

  it('is described by its hint, and can be declined with the keyboard, and taken back', async () => {
    const element = await asks({required: true, decline: true, hint: 'Le plus souvent.'});
    await tabTo(element, 'À pied');
    expect(described(element)).to.equal('Le plus souvent.');
    await tabTo(element, 'Je préfère ne pas répondre');
    await keys(element, 'Space');
    expect(element.answers).to.deep.equal({q: null});
    await keys(element, 'Space');
    expect(element.answers).to.deep.equal({});
    await keys(element, 'Space');
    await goOn(element, 'Relire');
    expect(reviewed(element)).to.deep.equal({'Comment venez-vous ?': 'Préfère ne pas répondre'});
    expect((await handed(element)).answers).to.deep.equal({q: null});
  });

  it('that is declined holds no choice, and a choice takes the place of declining', async () => {
    const element = await asks({decline: true});
    const ticked = (): string[] => [...root(element).querySelectorAll<HTMLInputElement>('input:checked')].map(({value}) => value);
    await press(element, 'En bus');
    await press(element, 'Je préfère ne pas répondre');
    expect(ticked()).to.deep.equal(['']);
    await press(element, 'À pied');
    expect(ticked()).to.deep.equal(['pied']);
  });
});
