import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Board} from '@ppgp/schema';
import {boardFragment, fromBoardFragment, isBoardFragment} from './board-fragment.js';
import {Choosing} from './choosing.js';
import {composeBoard} from './compose-board.js';

const board: Board = {
  format: 'ppgp/1',
  kind: 'board',
  id: 'plateau',
  version: '1',
  title: 'Je me pose des questions sur…',
  sets: [{id: 'bebe', label: 'Bébé'}],
  themes: [
    ...['sommeil', 'pleurs', 'repas', 'soins'].map((id) => ({id, set: 'bebe', label: id})),
    {id: 'peur', label: 'J’ai peur', sensitive: true},
    {id: 'autre', label: 'Autre chose'},
    {id: 'rien', label: 'Tout va bien', role: 'exclusive'},
    {id: 'ne_sait_pas', label: 'Je ne sais pas', role: 'exclusive'},
  ],
};
const ids = (themes: {id: string}[]): string[] => themes.map(({id}) => id);

function chooses(...codes: string[]): Choosing {
  const choosing = new Choosing(board);
  for (const code of codes) choosing.toggle(code);
  return choosing;
}

describe('a parent before the board', () => {
  it('chooses freely, without a limit, and takes back what was chosen', () => {
    const choosing = chooses('repas', 'sommeil', 'pleurs', 'soins', 'pleurs');
    assert.deepEqual(ids(choosing.chosen), ['sommeil', 'repas', 'soins']);
  });

  it('has all of it for today where there is time for all', () => {
    const choosing = chooses('repas', 'sommeil');
    choosing.settle();
    assert.deepEqual([ids(choosing.today), ids(choosing.later)], [['sommeil', 'repas'], []]);
  });

  it('says what is for today where there is more; the rest is for another time', () => {
    const choosing = chooses('repas', 'sommeil', 'pleurs', 'soins');
    choosing.settle();
    assert.deepEqual(ids(choosing.today), []);
    assert.deepEqual(
      ['soins', 'repas', 'pleurs', 'sommeil'].map((id) => choosing.toToday(id)),
      [true, true, true, false],
    );
    assert.deepEqual([ids(choosing.today), ids(choosing.later)], [['soins', 'repas', 'pleurs'], ['sommeil']]);
    choosing.toLater('repas');
    assert.equal(choosing.toToday('sommeil'), true);
    assert.deepEqual([ids(choosing.today), ids(choosing.later)], [['soins', 'pleurs', 'sommeil'], ['repas']]);
  });

  it('puts off nothing that was not chosen, nor what does not exist', () => {
    const choosing = chooses('inconnu');
    assert.equal(choosing.toToday('sommeil'), false);
    assert.deepEqual(choosing.chosen, []);
  });

  it('leaves today with what is left', () => {
    const choosing = chooses('repas', 'sommeil');
    choosing.settle();
    choosing.toggle('repas');
    assert.deepEqual(ids(choosing.today), ['sommeil']);
  });

  it('« tout va bien » takes the place of all others, and any other takes its place', () => {
    const choosing = chooses('repas', 'sommeil', 'rien');
    assert.deepEqual([ids(choosing.chosen), choosing.subjects], [['rien'], []]);
    choosing.toggle('ne_sait_pas');
    assert.deepEqual(ids(choosing.chosen), ['ne_sait_pas']);
    choosing.toggle('pleurs');
    assert.deepEqual(ids(choosing.chosen), ['pleurs']);
  });
});

describe('what leaves a board', () => {
  it('is codes alone, what is sensitive left out', () => {
    const choosing = chooses('repas', 'peur');
    choosing.settle();
    const payload = composeBoard(choosing, {mode: 'web', territory: 'nord', source: undefined}, {lang: 'fr', all: false});
    assert.deepEqual(payload, {answers: {chosen: ['repas'], today: ['repas']}, lang: 'fr', mode: 'web', territory: 'nord'});
  });

  it('holds the sensitive ones only where all is shared', () => {
    const choosing = chooses('repas', 'peur');
    const {answers} = composeBoard(choosing, {mode: 'kiosk'}, {lang: 'fr', all: true});
    assert.deepEqual(answers, {chosen: ['repas', 'peur'], today: []});
  });
});

describe('a board handed over in an address', () => {
  it('opens the same choices, in the same order, and nothing sensitive', () => {
    const choosing = chooses('repas', 'sommeil', 'pleurs', 'soins', 'peur', 'autre');
    for (const id of ['soins', 'peur', 'repas']) choosing.toToday(id);
    const fragment = boardFragment(choosing);
    assert.equal(fragment, '#plateau=soins,repas;sommeil,pleurs,autre');
    const again = fromBoardFragment(board, fragment);
    assert.deepEqual(
      [ids(again.today), ids(again.later)],
      [
        ['soins', 'repas'],
        ['sommeil', 'pleurs', 'autre'],
      ],
    );
  });

  it('takes nothing from a wrong or hostile one', () => {
    assert.equal(isBoardFragment('#haut'), false);
    assert.equal(isBoardFragment('#plateau=<b>;x'), false);
    const choosing = fromBoardFragment(board, '#plateau=peur,inconnu,repas,repas;__proto__,constructor,repas,rien');
    assert.deepEqual(ids(choosing.chosen), ['rien']);
    assert.deepEqual(ids(fromBoardFragment(board, '#plateau=sommeil,pleurs,repas,soins;').today), ['sommeil', 'pleurs', 'repas']);
  });
});
