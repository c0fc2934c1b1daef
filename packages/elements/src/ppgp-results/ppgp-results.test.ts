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

describe('ppgp-results beside a board', () => {
  /** What is read of `show="totals"` where so many chose each theme. */
  const totals = async (cells: Record<string, number | null>, more: object = {}): Promise<string> => {
    const themes = [
      {id: 'sommeil', label: 'Le sommeil', set: 'enfant', icon: 'sommeil'},
      {id: 'pleurs', label: 'Les pleurs', set: 'enfant', icon: 'pleurs'},
      {id: 'jeux', label: 'Les jeux', set: 'enfant', icon: 'jeux'},
      {id: 'violences', label: 'La violence', set: 'sensible', icon: 'violences', sensitive: true},
    ];
    const board = {format: 'ppgp/1', kind: 'board', id: 'plateau', version: '1', title: 'Plateau', share: 'all', themes};
    const {path} = await fakeSite({
      files: {
        '/plateau': {format: 'ppgp-campaign/1', id: 'plateau', definition: board},
        '/plateau/figures': {
          ...{format: 'ppgp-results/1', campaign: 'plateau', versions: ['1'], audience: 'public', k: 11, asOf: '2026-11-21'},
          ...{received: 20, counted: 20, questions: {chosen: {base: 20, cells, ...more}}},
        },
      },
    });
    const element = await fixture<TestedElement>(html`<ppgp-results src=${`${path}/plateau/figures`} show="totals"></ppgp-results>`);
    await until('totals are to be read', () => text(element).includes('Vous vous posez des questions'));
    return text(element);
  };

  it('says to families how many they are, the most first, and nothing of what is sensitive, hidden or of one person', async () => {
    const said = await totals({pleurs: 3, sommeil: 14, jeux: 1, violences: 5});
    expect(said).to.include('Le sommeil Vous êtes 14 à vous poser des questions. 3 Les pleurs Vous êtes 3 à vous poser des questions.');
    expect(said).to.not.include('jeux').and.not.include('violence');
    expect(await totals({pleurs: null, sommeil: 14})).to.not.include('pleurs');
  });

  it('says that they are too few', async () => {
    expect(await totals({sommeil: null, pleurs: null})).to.include('Trop peu de familles');
    expect(await totals({sommeil: 14}, {hidden: 'base', base: null})).to.include('Trop peu de familles');
  });
});

runEmbeddableSuite('ppgp-results');
