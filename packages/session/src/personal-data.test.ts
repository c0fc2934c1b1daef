import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {masked, personalDataIn} from './personal-data.js';

const kinds = (text: string): string[] => personalDataIn(text).map(({kind}) => kind);

describe('what a text tells about a person', () => {
  const told: [kind: string, text: string, hidden: string][] = [
    ['phone', 'Rappelez-moi au 06 12 34 56 78 le soir', 'Rappelez-moi au […] le soir'],
    ['phone', 'au 0612345678.', 'au […].'],
    ['phone', '05.63.00.00.00', '[…]'],
    ['phone', 'mon numéro : 06\u202f12\u202f34\u202f56\u202f78', 'mon numéro : […]'],
    ['phone', '+33 6 12 34 56 78 ou rien', '[…] ou rien'],
    ['phone', '0033612345678', '[…]'],
    ['phone', '+33 (0)6 12 34 56 78', '[…]'],
    ['mail', 'écrivez à lea.durand@example.org, merci', 'écrivez à […], merci'],
    ['security', '2 85 05 81 004 123 45', '[…]'],
    ['security', '185058100412345', '[…]'],
    ['security', '2 85 05 2A 004 123', '[…]'],
    ['name', 'Bonjour, je m’appelle Léa Durand et', 'Bonjour, je m’appelle […] et'],
    ['name', "je m'appelle léa", "je m'appelle […]"],
    ['name', 'Mon nom est Ben-Ali', 'Mon nom est […]'],
    ['name', 'Je suis madame Nguyễn', 'Je suis madame […]'],
  ];
  for (const [kind, text, hidden] of told)
    it(`sees a ${kind} in « ${text} » and hides just that`, () => {
      assert.deepEqual(kinds(text), [kind]);
      assert.equal(masked(text), hidden);
    });

  const harmless = [
    'Trop d’attente',
    'J’ai appelé 3 fois entre 14 h et 16 h',
    'La lettre du 12/05/2026 est arrivée le 20',
    'Il y a 1 250 enfants et 12 500 naissances',
    '@pmi est utile',
    'Je suis une maman',
    'appelez le 3919',
    '2026-11-22',
  ];
  for (const text of harmless) it(`sees nothing in « ${text} »`, () => assert.deepEqual(personalDataIn(text), []));

  it('hides several things at once, and finds nothing afterwards', () => {
    const text = 'je m’appelle Léa, 06 12 34 56 78, lea@example.org';
    assert.deepEqual(kinds(text), ['name', 'phone', 'mail']);
    assert.equal(masked(text), 'je m’appelle […], […], […]');
    assert.deepEqual(personalDataIn(masked(text)), []);
  });

  it('is not led astray by long text without a space', () => {
    assert.deepEqual(personalDataIn('a'.repeat(20_000)), []);
    assert.deepEqual(personalDataIn('0'.repeat(20_000)), []);
  });
});
