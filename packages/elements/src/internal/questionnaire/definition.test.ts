import {expect} from '@open-wc/testing';
import {flyer} from '@ppgp/instruments/flyer';
import type {Questionnaire} from '@ppgp/schema';
import {answersAll, heard, press, ready, root, shown, text} from '@ppgp/testing/element';
import '../../define/flyer-feedback.js';

describe('the definition of an element that asks', () => {
  const failures: [string, Partial<Record<'definition' | 'instrument' | 'endpoint', unknown>>, string, string][] = [
    ['a broken definition', {definition: {...flyer, questions: []}}, 'definition-invalid', 'Il y a une erreur dans ce questionnaire.'],
    ['a grid', {definition: {...flyer, kind: 'grid'}}, 'definition-invalid', 'Il y a une erreur dans ce questionnaire.'],
    ['an unknown instrument', {instrument: 'constructor'}, 'definition-missing', 'Il n’a pas pu être chargé.'],
    [
      'an endpoint that is no address',
      {endpoint: 'javascript:alert(1)'},
      'endpoint-misconfigured',
      'Le questionnaire ne peut pas s’afficher.',
    ],
  ];
  for (const [name, properties, code, sentence] of failures) {
    it(`${name} is said politely, with the code ${code} and the host’s fallback`, async () => {
      const element = document.createElement('flyer-feedback');
      element.append('Appelez le 05 36 49 10 00.');
      Object.assign(element, properties);
      const error = heard(element, 'ppgp-error');
      document.body.append(element);
      expect((await error).code).to.equal(code);
      await ready(element);
      expect(element.state).to.equal('failed');
      expect(text(element)).to.include(sentence);
      expect(root(element).querySelector('slot:not([name])')).to.exist;
      element.remove();
    });
  }

  it('reads territory and source from its attributes, closed lists only', async () => {
    const definition: Questionnaire = {
      ...flyer,
      territories: [{id: 'nord', label: 'Nord', phone: '05 36 49 00 01'}],
      sources: [{id: 'affiche', label: 'Affiche'}],
    };
    const element = await shown('flyer-feedback', {definition, territory: 'nord', source: 'inconnue'});
    await ready(element);
    expect(root(element).querySelector('a')?.getAttribute('href')).to.equal('tel:0536490001');
    await answersAll(element);
    const submit = heard(element, 'ppgp-submit');
    await press(element, 'Envoyer');
    const {payload} = (await submit).submission;
    expect(payload.territory).to.equal('nord');
    expect(payload).not.to.have.property('source');
  });

  it('resolves pictures against the page, and follows no other scheme than http(s)', async () => {
    const element = await shown('flyer-feedback', {
      definition: {
        ...flyer,
        materials: [{id: 'flyer', label: 'Le flyer', alt: '', picture: '/f.svg'}],
        questions: flyer.questions.slice(0, 1),
      },
    });
    expect(root(element).querySelector('img')?.src).to.equal(new URL('/f.svg', document.baseURI).href);
    expect(element.resolve('javascript:alert(1)')).to.equal('');
  });
});
