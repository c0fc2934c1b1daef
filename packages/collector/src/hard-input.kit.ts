// What may come over the wire and is not what it should be: the second table of `docs/bad-input.md`.
import {LIMITS, PROTOCOL} from '@ppgp/protocol';
import {answered, batchOf, hashOf, plainItem} from './collector.kit.js';

/** A whole request, and the problem it is answered with. */
export interface BadRequest {
  input: string;
  body: unknown;
  headers?: Record<string, string>;
  status: number;
  code: string;
}

const item = plainItem();
const twice = plainItem();
const bodyOf = (bytes: number): string => JSON.stringify({...batchOf([]), filler: 'x'.repeat(bytes)});

export const badRequests: readonly BadRequest[] = [
  {input: 'a body of 2 MB', body: bodyOf(2_000_000), status: 413, code: 'too-large'},
  {input: 'no body', body: '', status: 400, code: 'not-json'},
  {input: 'a body that is HTML', body: '<!doctype html><p>Connexion au réseau', status: 400, code: 'not-json'},
  {input: 'a body cut in two', body: JSON.stringify(batchOf([item])).slice(0, -9), status: 400, code: 'not-json'},
  {
    input: 'a form',
    body: 'a=1',
    headers: {'Content-Type': 'application/x-www-form-urlencoded'},
    status: 415,
    code: 'unsupported-media-type',
  },
  {input: 'a compressed body', body: '{}', headers: {'Content-Encoding': 'gzip'}, status: 415, code: 'unsupported-media-type'},
  {input: 'JSON nested 17 levels deep', body: `${'['.repeat(17)}${']'.repeat(17)}`, status: 422, code: 'too-deep'},
  {input: 'JSON nested 500,000 levels deep', body: '['.repeat(500_000), status: 422, code: 'too-deep'},
  {input: 'null', body: 'null', status: 422, code: 'malformed'},
  {input: 'a list', body: '[]', status: 422, code: 'malformed'},
  {input: 'no protocol', body: {items: []}, status: 422, code: 'malformed'},
  {input: 'a protocol that is a number', body: {protocol: 1, items: []}, status: 422, code: 'malformed'},
  {input: 'a later major of the protocol', body: {protocol: 'reponses/2', items: [item]}, status: 422, code: 'unsupported-protocol'},
  {input: 'another protocol', body: {protocol: 'answers/1', items: [item]}, status: 422, code: 'unsupported-protocol'},
  {input: 'no items', body: {protocol: PROTOCOL}, status: 422, code: 'malformed'},
  {input: 'items that are no list', body: {protocol: PROTOCOL, items: {0: item}}, status: 422, code: 'malformed'},
  {input: '1,000 items', body: batchOf(Array.from({length: 1000}, () => ({}))), status: 413, code: 'too-many-items'},
  {input: 'an item that is a text', body: batchOf(['x']), status: 422, code: 'no-id'},
  {input: 'an item without an id', body: batchOf([item, {...item, id: undefined}]), status: 422, code: 'no-id'},
  {input: '`__proto__` as the id of an item', body: batchOf([{...item, id: '__proto__'}]), status: 422, code: 'no-id'},
  {input: 'the same id twice', body: batchOf([twice, twice]), status: 422, code: 'repeated-id'},
];

/** One item of a request that is otherwise right, and its result. */
export interface BadItem {
  input: string;
  item: object;
  result: 'rejected' | 'deferred';
  code: string;
}

const wrong = (members: object): object => ({...plainItem(), ...members});
const long = answered({other: {a: 'x'.repeat(LIMITS.itemBytes)}});

export const badItems: readonly BadItem[] = [
  {input: 'a campaign that is no id', item: wrong({campaign: 'Tarn !'}), result: 'rejected', code: 'malformed'},
  {input: 'a campaign that is a number', item: wrong({campaign: 7}), result: 'rejected', code: 'malformed'},
  {input: 'a campaign nobody registered', item: wrong({campaign: 'constructor'}), result: 'rejected', code: 'unknown-campaign'},
  {input: 'no version', item: wrong({version: undefined}), result: 'rejected', code: 'malformed'},
  {input: 'a version with half of an emoji', item: wrong({version: '\uD83D'}), result: 'rejected', code: 'malformed'},
  {input: 'a day that is an instant', item: wrong({day: '2026-11-21T10:00:00Z'}), result: 'rejected', code: 'malformed'},
  {input: 'a kind we do not know', item: wrong({kind: 'secret'}), result: 'rejected', code: 'malformed'},
  {input: 'a payload that is an object', item: wrong({payload: {answers: {}}}), result: 'rejected', code: 'malformed'},
  {input: 'a payload that is null', item: wrong({payload: null}), result: 'rejected', code: 'malformed'},
  {input: 'a payload over 64 KiB', item: wrong({payload: long, hash: hashOf(long)}), result: 'rejected', code: 'too-long'},
  {input: 'a hash of another form', item: wrong({hash: 'md5-00'}), result: 'rejected', code: 'malformed'},
  {input: 'a hash of other bytes', item: wrong({hash: hashOf('other')}), result: 'deferred', code: 'damaged'},
  {input: 'a sealed item without its key', item: wrong({kind: 'sealed', payload: 'AAAA'}), result: 'rejected', code: 'malformed'},
  {input: 'a list as the earlier id', item: wrong({previousId: []}), result: 'rejected', code: 'malformed'},
];

/** A payload that is kept as it came, because content is never a reason to refuse, and what is then said of it. */
export interface OddPayload {
  input: string;
  payload: string;
  flags: string[];
}

const answers = (members: object): string => JSON.stringify({answers: {clair: 'bien', ...members}, lang: 'fr', mode: 'web'});
const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;

export const oddPayloads: readonly OddPayload[] = [
  {input: 'a payload that is no JSON', payload: 'bonjour', flags: ['incomplete', 'invalid']},
  {input: 'an empty payload', payload: '', flags: ['incomplete', 'invalid']},
  {input: 'a payload that is null', payload: 'null', flags: ['incomplete', 'invalid']},
  {input: 'a payload nested 30,000 levels deep', payload: deep, flags: ['incomplete', 'invalid']},
  {
    input: 'an answer nested 20,000 levels deep',
    payload: `{"answers":{"sujets":${'['.repeat(20_000)}${']'.repeat(20_000)},"clair":"bien"}}`,
    flags: ['invalid'],
  },
  {input: 'answers that are a list', payload: '{"answers":["bien"]}', flags: ['incomplete', 'invalid']},
  {
    input: 'names of the prototype',
    payload: '{"__proto__":{"polluted":1},"answers":{"__proto__":{"polluted":1},"constructor":"x","clair":"bien"}}',
    flags: ['invalid'],
  },
  {input: 'an unknown question', payload: answers({autre: 'x'}), flags: ['invalid']},
  {input: 'an unknown choice', payload: answers({sujets: ['sommeil', 'danse']}), flags: ['invalid']},
  {input: 'a number for a choice', payload: answers({sujets: 7}), flags: ['invalid']},
  {input: 'an object for a text', payload: answers({mot: {fr: 'Bonjour'}}), flags: ['invalid']},
  {input: 'a list for a matrix', payload: answers({recu: ['oui']}), flags: ['invalid']},
  {input: 'a text over its maximum', payload: answers({mot: 'x'.repeat(201)}), flags: ['invalid']},
  {input: 'markup in a text', payload: answers({mot: '<script>alert(1)</script>'}), flags: []},
  {input: 'half of an emoji in a text', payload: answers({mot: 'Oui \uD83D'}), flags: []},
  {input: 'a right-to-left override in a text', payload: answers({mot: 'Oui \u202Enon'}), flags: []},
];
