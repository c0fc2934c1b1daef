import {expect} from '@open-wc/testing';
import {
  aQuestionnaire,
  focused,
  goOn,
  handed,
  heard,
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
import '../define/ppgp-survey.js';

type Survey = HTMLElementTagNameMap['ppgp-survey'];

const definition = aQuestionnaire([
  {id: 's_vous', type: 'section', label: 'Vous'},
  {
    id: 'moment',
    type: 'single',
    label: 'En ce moment ?',
    choices: [
      {id: 'attend', label: 'J’attends un enfant'},
      {id: 'ne', label: 'Mon enfant est né'},
    ],
  },
  {id: 'mois', type: 'number', label: 'Quel âge a-t-il ?', unit: 'mois', visibleWhen: {question: 'moment', is: 'ne'}},
  {id: 's_pmi', type: 'section', label: 'La PMI'},
  {
    id: 'service',
    type: 'single',
    label: 'Quel service connaissez-vous ?',
    plain: 'Vous connaissez quoi ?',
    choices: [
      {id: 'visite', label: 'La visite chez vous'},
      {id: 'atelier', label: 'Les ateliers'},
    ],
  },
  {id: 'mot', type: 'text', label: 'Pourquoi « {service} » ?', max: 100, visibleWhen: {question: 'service', answered: true}},
  {id: 'content', type: 'boolean', label: 'En êtes-vous content ?', required: true},
]);
const asks = (layout: Survey['layout'], more: Partial<Survey> = {}): Promise<Survey> => shown('ppgp-survey', {definition, layout, ...more});
const capsules = (element: Survey): number => root(element).querySelectorAll('.steps i').length;

describe('the way through a survey', () => {
  it('one question at a time: each says its place, is announced, and gets the focus', async () => {
    const element = await asks('question');
    expect(text(element)).to.include('Question 1 sur 5').and.not.include('Quel service');
    expect(capsules(element)).to.equal(5);
    await press(element, 'J’attends un enfant');
    const step = heard(element, 'ppgp-step');
    await goOn(element);
    expect(await step).to.include({index: 2, count: 4, title: 'La PMI'});
    await hears('Question 2 sur 4');
    expect(focused(element)).to.equal('La PMI');
    await goOn(element, 'Retour');
    expect(focused(element)).to.equal('Vous');
    expect(root(element).querySelector<HTMLInputElement>('input:checked')?.value).to.equal('attend');
  });

  it('one section at a time: the place is that of the part', async () => {
    const element = await asks('section');
    await press(element, 'Mon enfant est né');
    expect(text(element)).to.include('Partie 1 sur 2').and.include('En ce moment ?').and.not.include('Quel service');
    expect(capsules(element)).to.equal(2);
    expect(part(element, 'back')).not.to.exist;
    await goOn(element);
    expect(text(element)).to.include('Partie 2 sur 2').and.include('En êtes-vous content ?').and.include('Relire mes réponses');
    expect(part(element, 'back')).to.exist;
  });

  it('all on one page: as many questions as there are, and nothing to go back to', async () => {
    const element = await asks('page');
    expect(text(element)).to.include('En ce moment ?').and.include('En êtes-vous content ?').and.include('3 questions');
    expect([capsules(element), part(element, 'back')]).to.deep.equal([0, null]);
  });

  it('is one question at a time where the place is narrow, one section where it is wide', async () => {
    const element = await asks('');
    const shownIn = async (width: string): Promise<string> => {
      element.style.setProperty('inline-size', width);
      element.reset();
      await element.updateComplete;
      await press(element, 'Mon enfant est né');
      return text(element);
    };
    expect(await shownIn('400px')).not.to.include('Quel âge a-t-il ?');
    expect(await shownIn('900px'))
      .to.include('Quel âge a-t-il ?')
      .and.not.include('Quel service');
  });

  it('leads from the review to any answer and straight back', async () => {
    const element = await asks('question');
    for (const answer of ['J’attends un enfant', 'Les ateliers']) {
      await press(element, answer);
      await goOn(element);
    }
    await goOn(element);
    await press(element, 'Oui');
    await goOn(element, 'Relire');
    expect(reviewed(element)).to.deep.equal({
      'En ce moment ?': 'J’attends un enfant',
      'Quel service connaissez-vous ?': 'Les ateliers',
      'En êtes-vous content ?': 'Oui',
      'Questions passées': '1',
    });
    expect(text(element)).to.include('Vous avez répondu à 3 questions sur 4.');
    await tabTo(element, 'Modifier : Quel service connaissez-vous ?');
    await keys(element, 'Enter');
    expect(text(element)).to.include('Quel service connaissez-vous ?');
    await press(element, 'La visite chez vous');
    await goOn(element, 'Relire');
    expect(reviewed(element)).to.include({'Quel service connaissez-vous ?': 'La visite chez vous'});
    await tabTo(element, 'Modifier : Questions passées');
    await keys(element, 'Enter');
    expect(text(element)).to.include('Pourquoi « La visite chez vous » ?');
  });

  it('sums up what is missing on a page, and each link leads to its question', async () => {
    const element = await asks('page');
    await press(element, 'Mon enfant est né');
    element.answers = {...element.answers, mois: -1};
    await press(element, 'Relire');
    expect(focused(element)).to.equal('À compléter');
    await keys(element, 'Tab');
    expect(focused(element)).to.equal('En êtes-vous content ?');
    await keys(element, 'Enter');
    expect(focused(element)).to.equal('Oui');
  });

  it('takes up an earlier answer in a later question, as it changes', async () => {
    const element = await asks('page');
    expect(text(element)).not.to.include('Pourquoi');
    await press(element, 'Les ateliers');
    expect(text(element)).to.include('Pourquoi « Les ateliers » ?');
    await press(element, 'La visite chez vous');
    expect(text(element)).to.include('Pourquoi « La visite chez vous » ?').and.not.include('Pourquoi « Les ateliers » ?');
  });

  it('drops the answer of a question that is hidden, and brings it back when the person changes their mind', async () => {
    const element = await asks('page');
    await press(element, 'Mon enfant est né');
    element.answers = {...element.answers, mois: 7};
    await element.updateComplete;
    await press(element, 'J’attends un enfant');
    expect(element.answers).to.deep.equal({moment: 'attend'});
    expect(text(element)).not.to.include('Quel âge a-t-il ?');
    await press(element, 'Mon enfant est né');
    expect(element.answers).to.deep.equal({moment: 'ne', mois: 7});
    expect(root(element).querySelector<HTMLInputElement>('input.short')?.value).to.equal('7');
    await press(element, 'J’attends un enfant');
    await press(element, 'Oui');
    expect((await handed(element)).answers).to.deep.equal({moment: 'attend', content: true});
  });

  it('may be left midway for the review: what must be answered is still asked for, then all is sent', async () => {
    const element = await asks('question');
    expect(part(element, 'enough')).not.to.exist;
    await press(element, 'J’attends un enfant');
    await tabTo(element, 'Relire et envoyer maintenant');
    await keys(element, 'Enter');
    expect(text(element)).to.include('Vous avez répondu à 1 question sur 3.');
    await pressPart(element, 'send');
    expect(text(element)).to.include('En êtes-vous content ?').and.include('Il manque une réponse.');
    expect(root(element).activeElement).to.equal(part(element, 'problems'));
    await press(element, 'Non');
    expect((await handed(element)).answers).to.deep.equal({moment: 'attend', content: false});
  });

  it('speaks plainer words on demand, on all steps, and the answer says so', async () => {
    const element = await asks('question');
    expect(part(element, 'plainer')?.getAttribute('aria-pressed')).to.equal('false');
    await tabTo(element, 'Mots plus simples');
    await keys(element, 'Space');
    expect(part(element, 'plainer')?.getAttribute('aria-pressed')).to.equal('true');
    await goOn(element);
    expect(text(element)).to.include('Vous connaissez quoi ?').and.not.include('Quel service connaissez-vous ?');
    await pressPart(element, 'plainer');
    expect(text(element)).to.include('Quel service connaissez-vous ?');
    await pressPart(element, 'plainer');
    await goOn(element);
    await press(element, 'Oui');
    expect(await handed(element)).to.deep.include({plain: true, answers: {content: true}});
  });

  it('offers no plainer words where there are none, and says nothing of them in the answer', async () => {
    const element = await shown('ppgp-survey', {definition: aQuestionnaire([{id: 'q', type: 'boolean', label: 'Alors ?'}])});
    expect(part(element, 'plainer')).not.to.exist;
    await press(element, 'Oui');
    expect(await handed(element)).not.to.have.property('plain');
  });

  it('has an order of choices of its own for each person, the same on every look', async () => {
    const choices = ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit'].map((id) => ({id, label: `Choix ${id}`}));
    const element = await shown('ppgp-survey', {
      layout: 'question',
      definition: aQuestionnaire([
        {
          id: 'q',
          type: 'single',
          label: 'Quoi ?',
          plain: 'Et ?',
          shuffle: true,
          choices: [...choices, {id: 'autre', label: 'Autre', role: 'other'}],
        },
        {id: 'r', type: 'boolean', label: 'Alors ?'},
      ]),
    });
    const order = (): string => [...root(element).querySelectorAll<HTMLInputElement>('input[type=radio]')].map(({value}) => value).join();
    const first = order();
    expect(first.split(',').sort()).to.deep.equal([...choices.map(({id}) => id), 'autre'].sort());
    expect(first).to.match(/,autre$/);
    await press(element, 'Choix sept');
    await pressPart(element, 'plainer');
    expect(order()).to.equal(first);
    await goOn(element);
    await goOn(element, 'Retour');
    expect(order()).to.equal(first);
    const orders = new Set([first]);
    for (let person = 0; person < 20; person += 1) {
      element.reset();
      await element.updateComplete;
      orders.add(order());
    }
    expect(orders.size).to.be.above(1);
  });
});
