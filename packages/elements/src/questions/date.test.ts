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
import {dateFrom} from './date.js';

type Survey = HTMLElementTagNameMap['ppgp-survey'];

const question = {id: 'q', type: 'date', unit: 'day', label: 'Quand ?'};
const asks = (members: object = {}): Promise<Survey> => shown('ppgp-survey', {definition: aQuestionnaire([{...question, ...members}])});

async function types(element: Survey, name: string, typed: string): Promise<void> {
  await tabTo(element, name);
  const field = root(element).activeElement;
  if (field instanceof HTMLInputElement) field.select();
  await sendKeys({type: typed});
  await element.updateComplete;
}
/** As the list of months does when one is chosen in it. */
async function chooses(element: Survey, month: string): Promise<void> {
  const list = root(element).querySelector('select');
  if (!list) throw new Error('There is no list of months.');
  list.value = month;
  list.dispatchEvent(new Event('change', {bubbles: true}));
  await element.updateComplete;
}
async function gives(element: Survey, day: string, month: string, year: string): Promise<void> {
  if (day) await types(element, 'Jour', day);
  await chooses(element, month);
  if (year) await types(element, 'Année', year);
}
const values = (element: Survey): string[] =>
  [...root(element).querySelectorAll<HTMLInputElement | HTMLSelectElement>('.parts :is(input, select)')].map(({value}) => value);

describe('a date', () => {
  it('is given by keyboard alone, in parts, without a calendar to leaf through', async () => {
    const element = await asks();
    await types(element, 'Jour', '5');
    await keys(element, 'Tab');
    expect(focused(element)).to.equal('Mois');
    await keys(element, 'ArrowDown', 'ArrowDown', 'ArrowDown');
    await types(element, 'Année', '2024');
    expect(element.answers).to.deep.equal({q: '2024-03-05'});
    await keys(element, 'Tab', 'Enter');
    expect(reviewed(element)).to.deep.equal({'Quand ?': '5 mars 2024'});
    expect((await handed(element)).answers).to.deep.equal({q: '2024-03-05'});
    expect(root(element).querySelector('input[type=date]')).not.to.exist;
  });

  it('stays as it was typed, and is shown again after the review', async () => {
    const element = await asks();
    await gives(element, '5', '03', '2024');
    await goOn(element, 'Relire');
    await goOn(element, 'Modifier');
    expect(values(element)).to.deep.equal(['5', '03', '2024']);
  });

  it('may be the month alone', async () => {
    const element = await asks({unit: 'month'});
    await gives(element, '', '11', '2023');
    expect(values(element)).to.deep.equal(['11', '2023']);
    await goOn(element, 'Relire');
    expect(reviewed(element)).to.deep.equal({'Quand ?': 'novembre 2023'});
    expect((await handed(element)).answers).to.deep.equal({q: '2023-11'});
  });

  const wrong: [name: string, day: string, month: string, year: string][] = [
    ['31 February', '31', '02', '2024'],
    ['29 February of a common year', '29', '02', '2023'],
    ['a day that is missing', '', '02', '2024'],
    ['a month that is missing', '5', '', '2024'],
    ['a year that is missing', '5', '02', ''],
    ['a year of two digits', '5', '02', '24'],
  ];
  for (const [name, ...parts] of wrong) {
    it(`${name} is kept to be mended, said, and never sent`, async () => {
      const element = await asks();
      await gives(element, ...parts);
      await pressPart(element, 'next');
      expect(text(element)).to.include('Vérifiez cette date : elle n’est pas entière, ou n’existe pas.');
      expect(values(element)).to.deep.equal(parts);
      expect(element.answers).to.deep.equal({});
      await tabTo(element, 'Jour');
      expect(described(element)).to.equal('Vérifiez cette date : elle n’est pas entière, ou n’existe pas.');
      await gives(element, '29', '02', '2024');
      expect(text(element)).not.to.include('Vérifiez cette date');
      expect((await handed(element)).answers).to.deep.equal({q: '2024-02-29'});
    });
  }

  it('keeps to its first and last day, which are taken themselves', async () => {
    const element = await asks({min: '2024-01-10', max: '2024-01-20'});
    await gives(element, '9', '01', '2024');
    await pressPart(element, 'next');
    expect(text(element)).to.include('Donnez une date à partir de : 10 janvier 2024.');
    await types(element, 'Jour', '21');
    expect(text(element)).to.include('Donnez une date au plus tard : 20 janvier 2024.');
    await types(element, 'Jour', '20');
    await goOn(element, 'Relire');
    expect((await handed(element)).answers).to.deep.equal({q: '2024-01-20'});
  });

  it('keeps to its first month', async () => {
    const element = await asks({unit: 'month', min: '2018-02'});
    await gives(element, '', '01', '2018');
    await pressPart(element, 'next');
    expect(text(element)).to.include('Donnez une date à partir de : février 2018.');
  });

  it('emptied is not answered; declined is emptied', async () => {
    const element = await asks({decline: true});
    await gives(element, '5', '03', '2024');
    await press(element, 'Je préfère ne pas répondre');
    expect(values(element)).to.deep.equal(['', '', '']);
    expect(element.answers).to.deep.equal({q: null});
    await types(element, 'Jour', '7');
    await keys(element, 'Backspace');
    expect((await handed(element)).answers).to.deep.equal({});
  });

  it('that does not exist can be read again before sending, where somebody has had enough', async () => {
    const element = await shown('ppgp-survey', {
      definition: aQuestionnaire([question, {id: 'r', type: 'boolean', label: 'Et alors ?'}]),
      layout: 'question',
    });
    await types(element, 'Jour', '5');
    await pressPart(element, 'enough');
    expect(reviewed(element)).to.deep.include({'Quand ?': '05'});
    await pressPart(element, 'send');
    expect(text(element)).to.include('Vérifiez cette date : elle n’est pas entière, ou n’existe pas.');
    expect(values(element)).to.deep.equal(['5', '', '']);
  });

  it('can be taken up by a later question while it is being written', async () => {
    const element = await shown('ppgp-survey', {
      definition: aQuestionnaire([question, {id: 'r', type: 'boolean', label: 'Le {q}, était-ce bien ?'}]),
      layout: 'page',
    });
    await gives(element, '5', '03', '2024');
    expect(text(element)).to.include('Le 5 mars 2024, était-ce bien ?');
    await types(element, 'Jour', '31');
    expect(text(element)).to.include('Le 31 mars 2024, était-ce bien ?');
    await chooses(element, '02');
    expect(text(element)).to.include('Le 31/02/2024, était-ce bien ?');
  });

  it('is written with all its digits, and where parts are missing in a form that is no date', () => {
    expect(dateFrom({year: '2024', month: '03', day: '5'}, 'day')).to.equal('2024-03-05');
    expect(dateFrom({year: '2024', month: '03', day: '5'}, 'month')).to.equal('2024-03');
    expect(dateFrom({year: '', month: '', day: ''}, 'day')).to.equal(undefined);
    expect(dateFrom({year: '2024', month: '', day: ''}, 'day')).to.equal('2024--');
  });
});
