// What somebody makes of all the figures they may ask for, by adding and subtracting: for the test of what is hidden.
import type {Answers, Campaign, Questionnaire, Results, Table} from '@ppgp/schema';
import fc from 'fast-check';
import {TODAY, answered} from './collector.kit.js';
import {Figures} from './figures.js';
import type {Filter} from './filter.js';
import type {AnswerStore, StoredAnswer} from './store/answer-store.js';

const named = (ids: readonly string[]) => ids.map((id) => ({id, label: id}));

export const PLACES: Record<string, readonly string[]> = {
  territory: ['albi', 'castres'],
  lang: ['fr', 'ar'],
  source: ['affiche', 'lettre'],
  version: ['1', '2'],
};
export const CODES: Record<string, readonly string[]> = {clair: ['oui', 'non'], sujet: ['a', 'b', 'c'], age: ['jeune', 'vieux']};

const DEFINITION: Questionnaire = {
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'essai',
  version: '1',
  title: 'Essai',
  territories: named(PLACES['territory'] ?? []),
  sources: named(PLACES['source'] ?? []),
  languages: ['fr', 'ar'],
  questions: Object.entries(CODES).map(([id, codes]) => ({
    id,
    label: '',
    type: 'single',
    choices: named(codes),
    ...(id === 'age' ? {profile: true} : {}),
  })),
};

export interface Person {
  territory?: string;
  lang: string;
  source?: string;
  version: string;
  answers: Answers;
}

const optional = (...codes: string[]) => fc.option(fc.constantFrom(...codes), {nil: undefined});
const answer = (id: string) => optional(...(CODES[id] ?? []));
const person: fc.Arbitrary<Person> = fc
  .record({
    territory: fc.constantFrom('albi', 'albi', 'castres', undefined),
    lang: fc.constantFrom('fr', 'fr', 'ar'),
    source: fc.constantFrom('affiche', 'lettre', 'lettre', undefined),
    version: fc.constantFrom('1', '2'),
    answers: fc.record({clair: answer('clair'), sujet: answer('sujet'), age: answer('age')}),
  })
  .map((one) => JSON.parse(JSON.stringify(one)) as Person);

/** A survey in which people differ only by what is asked about, so that its numbers are not all too small to be told. */
export function survey(dimensions: readonly string[]): fc.Arbitrary<Person[]> {
  const plain = ({answers, ...one}: Person): Person => ({
    lang: dimensions.includes('lang') ? one.lang : 'fr',
    version: dimensions.includes('version') ? one.version : '1',
    ...(one.territory !== undefined && dimensions.includes('territory') ? {territory: one.territory} : {}),
    ...(one.source !== undefined && dimensions.includes('source') ? {source: one.source} : {}),
    answers,
  });
  return fc.array(person.map(plain), {minLength: 6, maxLength: 45});
}

export const ATTACKS = [
  ['q.clair', 'q.sujet', 'q.age'],
  ['territory', 'lang', 'source'],
  ['territory', 'lang', 'version'],
  ['territory', 'lang', 'source', 'q.clair', 'q.age'],
] as const;

/** A store that only reads. */
function storeOf(people: readonly Person[]): AnswerStore {
  const answers = people.map(({version, ...payload}, i): StoredAnswer => ({
    row: i + 1,
    id: String(i),
    version,
    received: TODAY,
    kind: 'plain',
    payload: Buffer.from(answered(payload as object)),
  }));
  const reads: Pick<AnswerStore, 'answers' | 'definitions'> = {
    answers: (_campaign, after, limit) => Promise.resolve(answers.slice(after, after + limit)),
    definitions: () => Promise.resolve([DEFINITION, {...DEFINITION, version: '2'}]),
  };
  return reads as AnswerStore;
}

const PRIME = 33_554_393;
const power = (base: number, exponent: number): number => {
  let result = 1;
  for (let b = base % PRIME, e = exponent; e > 0; e >>= 1, b = (b * b) % PRIME) if (e & 1) result = (result * b) % PRIME;
  return result;
};

/** Sums of unknown counts that are known, and what follows from them by adding and subtracting. */
class Known {
  readonly #rows = new Map<number, Float64Array>();

  #reduce(row: Uint8Array): Float64Array {
    const left = Float64Array.from(row);
    for (const [pivot, known] of this.#rows) {
      const factor = left[pivot] ?? 0;
      if (factor !== 0) for (let i = 0; i < left.length; i += 1) left[i] = ((left[i] ?? 0) + (PRIME - factor) * (known[i] ?? 0)) % PRIME;
    }
    return left;
  }

  add(row: Uint8Array): void {
    const left = this.#reduce(row);
    const pivot = left.findIndex((value) => value !== 0);
    if (pivot < 0) return;
    const inverse = power(left[pivot] ?? 1, PRIME - 2);
    this.#rows.set(
      pivot,
      left.map((value) => (value * inverse) % PRIME),
    );
  }

  has(row: Uint8Array): boolean {
    return this.#reduce(row).every((value) => value === 0);
  }
}

type Chooses = (person: Person) => boolean;

/** One number of a result: how many of whom. */
interface Said {
  who: Chooses;
  count: number | null;
  place: string;
  /** No secret where it is not told: how many are somewhere, or answered at all, is withheld for what it would give away. */
  isOpen?: boolean;
}

function passing(filter: Filter): Chooses {
  const parts = [...filter].map(([name, value]) => ({place: name as 'lang', question: name.startsWith('q.') ? name.slice(2) : '', value}));
  return (one) => parts.every(({place, question, value}) => (question === '' ? one[place] : one.answers[question]) === value);
}

/** Everything a result says, as who is counted in which number. */
function numbers(results: Results, filter: Filter): Said[] {
  const chosen = passing(filter);
  const name = JSON.stringify(Object.fromEntries(filter));
  const ofTable = (id: string, {base, cells}: Table): Said[] => [
    {who: (one) => chosen(one) && typeof one.answers[id] === 'string', count: base, place: `${name} ${id}`, isOpen: true},
    ...Object.entries(cells).map(([code, count]) => ({
      who: (one: Person) => chosen(one) && one.answers[id] === code,
      count,
      place: `${name} ${id}=${code}`,
    })),
  ];
  const week = Object.values(results.weeks ?? {}).map((count): Said => ({who: chosen, count, place: `${name} week`}));
  return [
    {who: chosen, count: results.received, place: name, isOpen: filter.size > 1},
    ...week,
    ...Object.entries(results.questions).flatMap(([id, table]) => ofTable(id, table)),
  ];
}

const valuesOf = (name: string): readonly string[] => (name.startsWith('q.') ? CODES[name.slice(2)] : PLACES[name]) ?? [];

/** All that can be asked along some dimensions: the whole, each part, and parts of two dimensions at once. */
export function filtersBy(dimensions: readonly string[]): Filter[] {
  const parts = dimensions.map((name) => valuesOf(name).map((value): [string, string] => [name, value]));
  const pairs = parts.flatMap((some, i) => parts.slice(i + 1).flatMap((others) => some.flatMap((a) => others.map((b) => new Map([a, b])))));
  return [new Map(), ...parts.flat().map((part) => new Map([part])), ...pairs];
}

/** What the team is told of a survey. */
export function figuresOn(people: readonly Person[], k: number): (filter: Filter) => Promise<Results> {
  const campaign: Campaign = {format: 'ppgp-campaign/1', id: 'essai', definition: DEFINITION, k: {public: 11, team: k}};
  const figures = new Figures(storeOf(people));
  return (filter) => figures.of({campaign, revision: 1}, filter, TODAY);
}

/** Hidden numbers that an attacker works out who asks for all of `filters`. */
export async function recovered(
  people: readonly Person[],
  k: number,
  filters: readonly Filter[],
): Promise<{found: string[]; hidden: number; shown: number}> {
  const figuresBy = figuresOn(people, k);
  const said: Said[] = [];
  for (const filter of filters) said.push(...numbers(await figuresBy(filter), filter));
  const shown = said.filter(({count}) => count !== null);
  const kinds = possibleKinds(kindsAmong(people), shown);
  const known = new Known();
  // What is shown of the same people elsewhere is no secret: a filter may leave everyone.
  const open = new Set<string>();
  for (const {who, count} of shown) {
    const row = rowOf(kinds, who);
    if (count !== 0 && !open.has(keyOf(row))) known.add(row);
    open.add(keyOf(row));
  }
  const secret = said
    .filter(({count, isOpen}) => count === null && isOpen !== true)
    .map(({who, place}) => ({row: rowOf(kinds, who), place}))
    .filter(({row}) => row.includes(1) && !open.has(keyOf(row)));
  return {found: secret.filter(({row}) => known.has(row)).map(({place}) => place), hidden: secret.length, shown: shown.length};
}

/** Along kinds of people: whether each is counted. */
function rowOf(kinds: readonly Person[], who: Chooses): Uint8Array {
  const row = new Uint8Array(kinds.length);
  for (const [i, kind] of kinds.entries()) if (who(kind)) row[i] = 1;
  return row;
}

const keyOf = (row: Uint8Array): string => Buffer.from(row).toString('latin1');

function isWithin(inner: Uint8Array, outer: Uint8Array): boolean {
  for (let i = 0; i < inner.length; i += 1) if ((inner[i] ?? 0) > (outer[i] ?? 0)) return false;
  return true;
}

/** Kinds of people that may exist: not those in a number that is 0, nor those by which a number goes beyond an equal one within it. */
function possibleKinds(all: readonly Person[], shown: readonly Said[]): Person[] {
  const zeros = shown.filter(({count}) => count === 0);
  let kinds = all.filter((kind) => !zeros.some(({who}) => who(kind)));
  for (let before = Infinity; kinds.length < before;) {
    before = kinds.length;
    const byCount = new Map<number, Map<string, Uint8Array>>();
    for (const {who, count} of shown) {
      if (count === null || count === 0) continue;
      const row = rowOf(kinds, who);
      byCount.set(count, (byCount.get(count) ?? new Map<string, Uint8Array>()).set(keyOf(row), row));
    }
    const isGone = new Uint8Array(kinds.length);
    for (const rows of byCount.values())
      for (const outer of rows.values())
        for (const inner of rows.values())
          if (inner !== outer && isWithin(inner, outer)) outer.forEach((bit, i) => bit > (inner[i] ?? 0) && (isGone[i] = 1));
    kinds = kinds.filter((_, i) => isGone[i] === 0);
  }
  return kinds;
}

/** Every kind of person there may be, along what differs among these at all. */
function kindsAmong(people: readonly Person[]): Person[] {
  let kinds: Person[] = [{lang: 'fr', version: '1', answers: {}}];
  const along = (
    isMet: (value: string | undefined) => boolean,
    values: readonly string[],
    put: (kind: Person, value: string) => Person,
  ) => {
    const met = values.filter(isMet);
    kinds = [...(isMet(undefined) || met.length === 0 ? kinds : []), ...met.flatMap((value) => kinds.map((kind) => put(kind, value)))];
  };
  for (const [name, values] of Object.entries(PLACES))
    along(
      (value) => people.some((one) => one[name as 'lang'] === value),
      values,
      (kind, value) => ({...kind, [name]: value}),
    );
  for (const [id, codes] of Object.entries(CODES))
    along(
      (value) => people.some(({answers}) => answers[id] === value),
      codes,
      (kind, value) => ({...kind, answers: {...kind.answers, [id]: value}}),
    );
  return kinds;
}
