import {expect} from '@open-wc/testing';
import type {OutboxExport} from '../internal/outbox.js';
import {answersTable} from './answers-table.js';

const ID = '6f1c0e5e-0000-4000-8000-00000000000a';

/** The lines of a table of answers with these payloads. */
function lines(...payloads: (object | string)[]): string[] {
  const items = payloads.map((payload) => ({
    endpoint: 'https://pmi.example/v1/answers',
    savedDay: '2026-11-02',
    item: {
      ...{id: ID, campaign: 'flyer', version: '1', day: '2026-11-01', hash: 'sha256-x', kind: 'plain' as const},
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    },
  }));
  const exported: OutboxExport = {format: 'ppgp-outbox/1', exportedOn: '2026-11-22', lib: '0', items, unreadable: []};
  return answersTable(exported).split('\r\n');
}
/** The last cells of the first answer. */
const cells = (answers: object, more: object = {}): string => (lines({answers, ...more})[1] ?? '').split(';').slice(11).join(';');

describe('answers as a table', () => {
  it('is UTF-8 with its mark and semicolons, one line an answer, one column a question', () => {
    expect(lines({answers: {a: 'oui'}, lang: 'fr', mode: 'web'}, {answers: {b: 'non'}})).to.deep.equal([
      '\ufeffenquête;version;jour;enregistré le;adresse;identifiant;langue;mode;territoire;provenance;vague;a;b',
      `flyer;1;2026-11-01;2026-11-02;https://pmi.example/v1/answers;${ID};fr;web;;;;oui;`,
      `flyer;1;2026-11-01;2026-11-02;https://pmi.example/v1/answers;${ID};;;;;;;non`,
      '',
    ]);
  });

  it('writes each form of answer', () => {
    const answers = {liste: ['a', 'b'], lignes: {un: 'oui', deux: null}, passe: null, vrai: true, nombre: -2.5};
    expect(cells(answers, {other: {liste: 'du pain'}})).to.equal('a, b;oui;~;~;true;-2,5;du pain');
  });

  it('makes text of what a spreadsheet would run, in headers too (mode 75)', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
      expect(cells({q: `${start}1+1`})).to.equal(`"'${start}1+1"`);
    }
    expect(lines({answers: {'=cmd': 'x'}})[0]).to.match(/;"'=cmd"$/);
  });

  it('quotes separators, quotation marks and new lines', () => {
    expect(cells({q: 'un; "deux"'})).to.equal('"un; ""deux"""');
    expect(cells({q: 'un\ndeux'})).to.equal('"un\ndeux"');
  });

  it('keeps apart a question that is called as a column is', () => {
    expect(cells({lang: 'x', __proto__: null}, {lang: 'fr'})).to.equal('x');
  });

  it('gives what it cannot read as it is', () => {
    for (const payload of ['{"answers":', 'null', '[1]', '"x"']) expect(lines(payload)).to.have.length(3);
    expect(lines('{"answers"')[1]).to.match(/;"\{""answers"""$/);
  });
});
