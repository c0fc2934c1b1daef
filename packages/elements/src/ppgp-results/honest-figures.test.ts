import {expect, fixture, html} from '@open-wc/testing';
import {aQuestionnaire, fakeSite, keys, plain, root, text, until, type TestedElement} from '@ppgp/testing/element';
import '../define/ppgp-results.js';

const definition = aQuestionnaire([
  {
    id: 'une',
    type: 'single',
    label: 'Une question ?',
    choices: [
      {id: 'a', label: 'Un'},
      {id: 'b', label: 'Deux'},
    ],
  },
  {id: 'deux', type: 'boolean', label: 'Une autre ?'},
]);
const results = {
  ...{format: 'ppgp-results/1', campaign: 'essai', versions: ['1'], audience: 'team', k: 5, asOf: '2026-11-21', received: 23, counted: 23},
  questions: {une: {base: 23, cells: {a: 15, b: 8}}, deux: {base: 23, cells: {true: 12, false: 11}}},
};

/** A file of this content, shown. */
async function shown(content: object, show = ''): Promise<TestedElement> {
  const {path} = await fakeSite({files: {'/fichier.json': content}});
  const element = await fixture<TestedElement>(html`<ppgp-results src=${`${path}/fichier.json`} show=${show}>Secours</ppgp-results>`);
  await until('something is to be read', () => root(element).querySelector('.count, .note, .figure') !== null);
  return element;
}

const read = async (content: object, show = ''): Promise<string> => plain(text(await shown(content, show)));
const file = (more: object): object => ({...results, definition, ...more});
const page = (...blocks: object[]): object => ({
  ...{format: 'ppgp-page/1', title: 'Une page', sources: {une: {results, definition}}},
  blocks,
});

describe('ppgp-results, of a results file', () => {
  it('reads it with the questions beside it', async () => {
    expect(await read(file({})))
      .to.include('Une question ?')
      .and.include('Un 15 sur 23 (65 %)');
  });

  it('reads it without its questions by its codes, and says so', async () => {
    expect(await read(results))
      .to.include('une')
      .and.include('a 15 sur 23 (65 %)')
      .and.include('Les questions ne sont pas jointes');
  });

  it('shows what `show` names, in its order, and says what there is none of', async () => {
    const said = await read(file({expected: 50}), 'deux rate absent');
    expect(said).to.match(/Une autre \?.*23 sur 50 \(46 %\).*Il n’y a ni question ni bloc « absent »/);
    expect(said).not.to.include('Une question');
  });

  it('draws nothing of a file that contradicts itself, and says where it does', async () => {
    const said = await read(file({questions: {une: {base: 9, cells: {a: 12}}, deux: results.questions.deux}}));
    expect(said).to.include('Ce fichier se contredit').and.include('12 personnes sur 9');
    expect(said).not.to.include('12 sur 23');
  });

  it('draws nothing of a file whose percentage is not that of its count', async () => {
    const said = await read(file({questions: {une: {base: 9, cells: {a: 7}, percents: {a: 77}}}}));
    expect(said).to.include('7 sur 9 ne font pas 77 %').and.not.include('Une question');
  });

  it('says of any other file that it is none', async () => {
    expect(await read({format: 'ppgp/1'})).to.include('Ce fichier n’est pas un fichier de résultats.');
    expect(await read(file({questions: {une: {base: 'beaucoup', cells: {}}}}))).to.include('Ce fichier n’est pas un fichier de résultats.');
  });

  it('says once to the public that there are too few answers', async () => {
    const hidden = {base: null, cells: {a: null, b: null}, hidden: 'base'};
    const said = await read(file({audience: 'public', k: 11, received: null, counted: null, questions: {une: hidden, deux: hidden}}));
    expect(said.match(/Moins de 11 réponses/g)).to.have.length(1);
  });

  it('says « masqué » of a cell that is hidden in a table that is not: it may be large', async () => {
    const said = await read(file({questions: {une: {base: 23, cells: {a: null, b: null}, hidden: 'cells'}}}));
    expect(said).to.include('Un masqué').and.include('pour que personne ne soit reconnu').and.not.include('moins de');
  });

  it('shows a code that the questions no longer have as what it is', async () => {
    const said = await read(file({versions: ['1', '2'], questions: {une: {base: 23, cells: {a: 15, ancien: 8}}}}));
    expect(said).to.include('« ancien » (réponse d’une version passée, sans libellé) 8 sur 23 (35 %)').and.include('2 versions');
  });

  it('says in a sentence what may be concluded, and what may not', async () => {
    expect(await read(file({}), 'deux')).to.include('entre 33 et 71 %. On ne peut pas dire si c’est plus ou moins de la moitié.');
  });

  it('opens a long list by keyboard', async () => {
    const choices = Array.from({length: 60}, (_, at) => ({id: `c${at}`, label: `Choix ${at}`}));
    const cells = Object.fromEntries(choices.map(({id}, at) => [id, at % 23]));
    const long = aQuestionnaire([{id: 'une', type: 'multiple', label: 'Une question ?', choices}]);
    const element = await shown({...results, definition: long, questions: {une: {base: 23, cells}}});
    const summary = root(element).querySelector('summary');
    expect(plain(summary?.textContent ?? '')).to.equal('Voir les 48 autres réponses');
    summary?.focus();
    await keys(element, 'Enter');
    expect(root(element).querySelector('details')?.open).to.equal(true);
  });
});

describe('ppgp-results, of a page', () => {
  it('refuses 71 % of 23, with what 23 people can make, and goes on', async () => {
    const said = await read(
      page({block: 'number', n: 23, percent: 71, title: 'Un'}, {block: 'number', of: 'une', is: ['a'], title: 'Deux'}),
    );
    expect(said).to.include('71 % de 23 n’existe pas. 16 sur 23 font 70 %. 17 sur 23 font 74 %.').and.include('Deux 15 sur 23 (65 %)');
  });

  it('refuses a percentage without its count, though it could be', async () => {
    expect(await read(page({block: 'number', n: 23, percent: 65}))).to.include('Un pourcentage n’est jamais affiché seul');
  });

  it('says of a published percentage that it was cut off', async () => {
    expect(await read(page({block: 'number', k: 7, n: 9, percent: 77}))).to.include(
      'Publié : 77 %, un arrondi vers le bas. 7 sur 9 font 78 %',
    );
  });

  it('says what is in common, and what only one group wants', async () => {
    const axes = (cells: object) => ({results: {...results, questions: {axes: {base: 23, cells}}}});
    const said = await read({
      ...page({block: 'populations', a: {source: 'p', of: 'axes', name: 'les parents'}, b: {source: 'e', of: 'axes', name: 'l’équipe'}}),
      sources: {p: axes({moyens: 12, horaires: 9}), e: axes({moyens: 20, horaires: 1, cadres: 8})},
    });
    expect(said).to.match(/Seulement les parents horaires .*En commun moyens .*Seulement l’équipe cadres l’équipe : 8 sur 23/);
  });

  it('says of documents what the same people said of both', async () => {
    const table = (bien: number) => ({base: 20, cells: {bien, mal: 20 - bien}});
    const question = {
      ...{base: 20, cells: {}, rows: {lettre: table(9), flyer: table(17)}},
      pairs: {'lettre|flyer': {both: 8, a: 1, b: 9, neither: 2}},
    };
    const said = await read({
      ...page({block: 'documents', of: 'vu'}),
      sources: {une: {results: {...results, questions: {vu: question}}}},
    });
    expect(said).to.include('9 n’ont un avis favorable que pour « flyer », 1 que pour « lettre »');
  });

  it('shows no words of somebody who did not agree', async () => {
    const said = await read(page({block: 'quotes', quotes: [{text: 'Oui.', consent: true}, {text: 'Secret.'}]}));
    expect(said).to.include('Oui.').and.include('sans accord').and.not.include('Secret');
  });

  it('marks a date that is out of order where it stands', async () => {
    const steps = [
      {day: '2023-05-16', label: 'Lancement'},
      {day: '2023-02-07', until: '2023-02-09', label: 'Retour'},
    ];
    expect(await read(page({block: 'timeline', steps}))).to.match(/1 date est avant.*du 7 au 9 février 2023 Retour date à vérifier/);
  });

  it('gives a funnel its two rates with their bases, and what is about stays about', async () => {
    const steps = [2342, 1786, {about: 790}].map((count, at) => ({label: `Étape ${at}`, count}));
    expect(await read(page({block: 'funnel', steps}))).to.match(/≈ 790 ≈ 44 % \(790 sur 1.786\) ≈ 34 % \(790 sur 2.342\)/);
  });

  it('keeps empty apart from zero, and refuses a part that is more than its whole', async () => {
    const rows = (part: number | null) => [
      {label: 'Visites', values: [0]},
      {label: 'primipares', within: true, values: [part]},
    ];
    expect(await read(page({block: 'indicators', columns: ['2019'], rows: rows(null)}))).to.match(
      /Visites 0 dont primipares non renseigné/,
    );
    expect(await read(page({block: 'indicators', columns: ['2019'], rows: rows(3)}))).to.include('3 est plus que le total, 0');
  });

  it('draws none of the blocks of a source that contradicts itself, and all the others', async () => {
    const sources = {fausse: {results: {...results, received: 2}}, une: {results, definition}};
    const said = await read({
      ...page({block: 'question', source: 'fausse', of: 'une'}, {block: 'question', source: 'une', of: 'une', title: 'La bonne'}),
      sources,
    });
    expect(said).to.include('Ce fichier se contredit').and.include('La bonne 23 personnes');
  });

  it('leaves out a block that is no block, and shows the others', async () => {
    const said = await read(page({block: 'camembert'}, {block: 'timeline'}, {block: 'text', paragraphs: ['Un texte.']}));
    expect(said).to.include('Il n’y a ni question ni bloc « camembert »').and.include('Un texte.');
  });

  it('gives the team’s key to no other origin', async () => {
    const {fetch} = globalThis;
    const asked: [string, boolean][] = [];
    globalThis.fetch = (input, init) => {
      asked.push([String(input), new Headers(init?.headers).has('Authorization')]);
      return String(input).startsWith(location.origin) ? fetch(input, init) : Promise.resolve(new Response(null, {status: 404}));
    };
    try {
      const {path} = await fakeSite({
        files: {'/page.json': {...page({block: 'rate'}), sources: {une: 'essai/results', autre: 'https://ailleurs.example/essai/results'}}},
      });
      const element = await fixture<TestedElement>(html`<ppgp-results src=${`${path}/page.json`} .token=${'AAAA'}></ppgp-results>`);
      await until('the page is shown', () => root(element).querySelector('.figure') !== null);
      expect(asked.map(([address]) => new URL(address).origin)).to.include('https://ailleurs.example');
      expect(asked.filter(([, hasKey]) => hasKey).map(([address]) => new URL(address).origin)).to.deep.equal([location.origin]);
    } finally {
      globalThis.fetch = fetch;
    }
  });
});

describe('ppgp-results, money', () => {
  const table = (...rows: object[]): Promise<string> => read(page({block: 'indicators', columns: ['2025', '2026'], rows}));
  const printing = {label: 'Impression', unit: 'euros', values: [12500, 800.5]};
  const training = {label: 'Formation', unit: 'euros', values: [{about: 4000}, null]};
  const total = {label: 'Total', unit: 'euros', total: true};

  it('is written in euros, with cents only where there are some; what is not given is not zero', async () => {
    expect(await table(printing, {...training, values: [0, null]}))
      .to.include('Impression 12 500 €800,50 €')
      .and.include('Formation 0 €non renseigné')
      .and.include('« Non renseigné » n’est pas zéro.');
  });

  it('has a total only where every part is known, as exact as its parts', async () => {
    expect(await table(printing, training, total))
      .to.include('Total ≈ 16 500 €non renseigné')
      .and.include('Un total n’est donné que si toutes ses lignes sont renseignées.');
  });

  it('adds cents up without a remainder, and counts no « dont » line twice', async () => {
    const cents = (value: number): object => ({label: 'Une ligne', unit: 'euros', values: [value, value]});
    expect(await table(cents(0.1), {...cents(0.1), within: true}, cents(0.2), total)).to.include('Total 0,30 €0,30 €');
  });

  it('refuses a total that its lines do not make, and a sum of euros and people', async () => {
    expect(await table(printing, {...total, values: [12000]})).to.include(
      '« Total », 2025 : 12 000 € est écrit, les lignes font 12 500 €.',
    );
    expect(await table({label: 'Personnes', values: [3, 4]}, total)).to.include(
      'Un total ne peut pas additionner des euros et autre chose.',
    );
  });
});
