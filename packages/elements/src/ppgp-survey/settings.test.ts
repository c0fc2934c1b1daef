import {expect} from '@open-wc/testing';
import {ariane} from '@ppgp/instruments/ariane';
import {bilan} from '@ppgp/instruments/bilan';
import {flyer} from '@ppgp/instruments/flyer';
import {postFormation} from '@ppgp/instruments/post-formation';
import {pros} from '@ppgp/instruments/pros';
import {usagers} from '@ppgp/instruments/usagers';
import {textIn} from '@ppgp/schema';
import {aQuestionnaire, handed, heard, plain, press, ready, root, shown, text} from '@ppgp/testing/element';
import '../define/ppgp-survey.js';
import {PpgpSurvey} from './ppgp-survey.js';

type Survey = HTMLElementTagNameMap['ppgp-survey'];

const yesOrNo = {id: 'q', type: 'boolean', label: {fr: 'Alors ?', en: 'Well?'}};
const settings = {
  territories: [
    {id: 'nord', label: 'Nord', phone: '05 36 49 00 01', hours: 'Le lundi'},
    {id: 'sud', label: 'Sud', phone: '05 36 49 00 02'},
    {id: 'ailleurs', label: 'Ailleurs'},
  ],
  sources: [{id: 'affiche', label: 'Affiche'}],
  waves: [{id: 'm2', label: 'Deux mois'}],
  languages: ['en'],
};
const asks = (members: Partial<Survey> = {}, more: object = settings): Promise<Survey> =>
  shown('ppgp-survey', {definition: aQuestionnaire([yesOrNo], more), ...members});

/** Runs with this in the page's address. */
async function at(query: string, run: () => Promise<void>): Promise<void> {
  const {href} = location;
  history.replaceState(null, '', `${location.pathname}${location.search || '?'}&${query}`);
  try {
    await run();
  } finally {
    history.replaceState(null, '', href);
  }
}

describe('a survey, as its page wants it', () => {
  it('asks parents unless told', async () => {
    const element = await shown('ppgp-survey');
    expect(text(element)).to.include('Votre avis sur la PMI').and.include('Comment cela se passe avec la PMI ?').and.include('5 minutes');
  });

  for (const instrument of [usagers, pros, flyer, postFormation, bilan, ariane]) {
    it(`asks the ready-made ${instrument.id}, all of it`, async () => {
      const element = await shown('ppgp-survey', {instrument: instrument.id, layout: 'page'});
      expect(element.state).to.equal('asking');
      expect(text(element)).to.include(plain(textIn(instrument.title, 'fr').text));
      const asked = element.walk?.session.asked ?? [];
      expect(asked.map(({question}) => question)).to.include(instrument.questions[0]);
      for (const {question} of asked) expect(text(element)).to.include(plain(textIn(question.label, 'fr').text));
      expect(root(element).querySelectorAll('.ghost').length, 'questions that are not drawn').to.equal(0);
      const change = heard(element, 'ppgp-change');
      root(element).querySelector('input')?.click();
      expect(instrument.questions.map(({id}) => id)).to.include((await change).question);
    });
  }

  for (const instrument of ['plateau', 'pemat-p', 'nowhere', 'toString']) {
    it(`has no ready-made ${instrument}, and says so politely`, async () => {
      const element = document.createElement('ppgp-survey');
      element.instrument = instrument;
      const error = heard(element, 'ppgp-error');
      document.body.append(element);
      expect((await error).code).to.equal('definition-missing');
      await ready(element);
      expect(text(element)).to.include('Le questionnaire ne peut pas s’afficher.');
      element.remove();
    });
  }

  it('reads territory, source and wave from the page’s address', async () => {
    await at('territoire=nord&source=affiche&vague=m2', async () => {
      const element = await asks();
      await press(element, 'Oui');
      expect(await handed(element)).to.deep.include({territory: 'nord', source: 'affiche', wave: 'm2', lang: 'fr'});
    });
  });

  it('believes its attributes first, and nothing that its lists do not hold', async () => {
    await at('territoire=nord&source=<script>&vague=m9&lang=de', async () => {
      const element = await asks({territory: 'sud'});
      await press(element, 'Oui');
      const payload = await handed(element);
      expect(payload).to.deep.include({territory: 'sud', lang: 'fr'});
      expect(payload).not.to.have.any.keys('source', 'wave');
    });
  });

  it('takes a territory from the address where its attribute names none', async () => {
    await at('territoire=nord', async () => {
      const element = await asks({territory: 'ouest'});
      await press(element, 'Oui');
      expect(await handed(element)).to.include({territory: 'nord'});
    });
  });

  it('speaks the language of the address, if it is offered', async () => {
    await at('lang=en', async () => {
      const element = await asks();
      expect(text(element)).to.include('Well?');
      await press(element, 'Oui');
      expect(await handed(element)).to.include({lang: 'en'});
    });
  });

  it('gives the number of the territory where it is known', async () => {
    const element = await asks({territory: 'nord'});
    const [link, ...others] = root(element).querySelectorAll('a[href^="tel:"]');
    expect(link?.getAttribute('href')).to.equal('tel:0536490001');
    expect(plain(link?.getAttribute('aria-label') ?? '')).to.equal('Appeler Nord : 05 36 49 00 01');
    expect(others).to.deep.equal([]);
    expect(text(element)).to.include('Le lundi').and.not.include('Sud');
  });

  it('gives all numbers, folded, where it is not, and those of a territory that has one', async () => {
    for (const element of [await asks(), await asks({territory: 'ailleurs'})]) {
      const folded = [...root(element).querySelectorAll('details')].find((one) => one.textContent.includes('Appelez la PMI'));
      const links = element.territory === '' ? 2 : 0;
      expect(folded?.querySelectorAll('a[href^="tel:"]').length ?? 0).to.equal(links);
    }
  });

  it('gives the number of the territory that was answered', async () => {
    const element = await shown('ppgp-survey', {
      layout: 'page',
      definition: aQuestionnaire([{id: 'ou', type: 'single', label: 'Où ?', choices: {from: 'territories'}}], settings),
    });
    await press(element, 'Sud');
    expect((await handed(element)).territory).to.equal('sud');
  });

  it('is not open before its first day, and says when it will be; its numbers stay', async () => {
    const element = await asks({territory: 'nord'}, {...settings, opens: '2999-01-31'});
    expect(element.state).to.equal('closed');
    expect(text(element)).to.include('Ce questionnaire n’est pas encore ouvert.').and.include('à partir du 31 janvier 2999');
    expect(text(element)).to.include('05 36 49 00 01');
    expect(root(element).querySelector('form')).to.equal(null);
  });

  it('is closed after its last day, and thanks', async () => {
    const element = await asks({}, {...settings, closes: '2020-01-02'});
    expect(element.state).to.equal('closed');
    expect(text(element)).to.include('Ce questionnaire est terminé.').and.include('Merci à toutes les personnes');
    expect(root(element).querySelector('form')).to.equal(null);
  });

  it('is open between them', async () => {
    expect((await asks({}, {opens: '2020-01-02', closes: '2999-01-31'})).state).to.equal('asking');
  });
});

describe('the answers of a survey, for its host', () => {
  it('can be set and read; what does not fit is left out, and no event tells of it', async () => {
    const element = await shown('ppgp-survey', {
      layout: 'page',
      definition: aQuestionnaire([yesOrNo, {id: 'r', type: 'number', label: 'Combien ?'}]),
    });
    const told: string[] = [];
    element.addEventListener('ppgp-change', ({question}) => told.push(question));
    Object.assign(element, {answers: {q: 'peut-être', r: 4, partie: true}});
    await element.updateComplete;
    expect(element.answers).to.deep.equal({r: 4});
    expect(root(element).querySelector<HTMLInputElement>('input.short')?.value).to.equal('4');
    element.answers = {q: true};
    await element.updateComplete;
    expect(element.answers).to.deep.equal({q: true});
    expect(told).to.deep.equal([]);
  });

  it('set at once, before anything is fetched, are there', async () => {
    const element = await shown('ppgp-survey', {definition: aQuestionnaire([yesOrNo]), answers: {q: false}});
    expect(element.answers).to.deep.equal({q: false});
    expect(root(element).querySelector<HTMLInputElement>('input:checked')?.value).to.equal('false');
  });

  it('set before the element is defined are there too', async () => {
    const element = document.createElement('late-survey') as Survey;
    Object.assign(element, {definition: aQuestionnaire([yesOrNo]), answers: {q: true}});
    document.body.append(element);
    customElements.define('late-survey', class extends PpgpSurvey {});
    await ready(element);
    expect(element.answers).to.deep.equal({q: true});
    expect(root(element).querySelector<HTMLInputElement>('input:checked')?.value).to.equal('true');
    element.remove();
  });
});
