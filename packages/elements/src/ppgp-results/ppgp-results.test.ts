import {expect, fixture, html} from '@open-wc/testing';
import {aQuestionnaire, fakeSite, text, until, type TestedElement} from '@ppgp/testing/element';
import {runEmbeddableSuite} from '@ppgp/testing/embeddable';
import '../define/ppgp-results.js';

/** What is read of the figures of one question. */
async function read(question: object, table: object): Promise<string> {
  const campaign = {
    format: 'ppgp-campaign/1',
    id: 'essai',
    definition: aQuestionnaire([{id: 'une', label: 'Une question ?', ...question}]),
  };
  const results = {
    ...{format: 'ppgp-results/1', campaign: 'essai', versions: ['1'], audience: 'team', k: 5, asOf: '2026-11-21'},
    ...{received: 12, counted: 12, questions: {une: table}},
  };
  const {path} = await fakeSite({files: {'/essai': campaign, '/essai/results': results}});
  const element = await fixture<TestedElement>(html`<ppgp-results src=${`${path}/essai/results`}></ppgp-results>`);
  await until('figures are to be read', () => text(element).includes('Une question'));
  return text(element);
}

describe('ppgp-results, by what an answer is', () => {
  it('counts yes and no', async () => {
    const said = await read({type: 'boolean'}, {base: 12, cells: {true: 9, false: 3}});
    expect(said).to.include('Oui 9 sur 12 (75 %)').and.include('Non 3 sur 12 (25 %)');
  });

  it('gives the middle of numbers with their unit', async () => {
    const said = await read({type: 'number', unit: 'minutes'}, {base: 12, cells: {}, median: 7});
    expect(said).to.include('12 personnes ont répondu').and.include('La moitié des réponses est de 7 minutes ou moins.');
  });

  it('says how many gave a day', async () => {
    expect(await read({type: 'date', unit: 'day'}, {base: 11, cells: {}})).to.include('11 personnes ont répondu');
  });

  it('leaves « pas concerné » out of the shares, because it is not in the base', async () => {
    const choices = [
      {id: 'a', label: 'Un'},
      {id: 'b', label: 'Pas concerné', role: 'na'},
    ];
    const said = await read({type: 'single', choices}, {base: 10, na: 2, cells: {a: 10}});
    expect(said).to.include('Un 10 sur 10 (100 %)').and.not.include('Pas concerné');
  });
});

runEmbeddableSuite('ppgp-results');
