import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Answers, Campaign, Questionnaire, Results, Table} from '@ppgp/schema';
import fc from 'fast-check';
import {TODAY, answered} from './collector.kit.js';
import {Figures} from './figures.js';
import type {Filter} from './filter.js';
import type {AnswerStore, StoredAnswer} from './store/answer-store.js';

/** Surveys; the nightly run sets more. */
const RUNS = Number(process.env['PPGP_ATTACKS'] ?? 250);
const named = (...ids: string[]) => ids.map((id) => ({id, label: id}));
const DEFINITION: Questionnaire = {
  format: 'ppgp/1',
  kind: 'questionnaire',
  id: 'essai',
  version: '1',
  title: 'Essai',
  territories: named('albi', 'castres'),
  questions: [
    {id: 'clair', label: '', type: 'single', choices: named('oui', 'non')},
    {id: 'sujet', label: '', type: 'single', choices: named('a', 'b', 'c')},
    {id: 'age', label: '', type: 'single', profile: true, choices: named('jeune', 'vieux')},
  ],
};

interface Person {
  territory?: string;
  lang: string;
  version: string;
  answers: Answers;
}

const optional = (...codes: string[]) => fc.option(fc.constantFrom(...codes), {nil: undefined});
const person: fc.Arbitrary<Person> = fc
  .record({
    territory: fc.constantFrom('albi', 'albi', 'castres', undefined),
    lang: fc.constantFrom('fr', 'fr', 'ar'),
    version: fc.constantFrom('1', '2'),
    answers: fc.record({clair: optional('oui', 'non'), sujet: optional('a', 'b', 'c'), age: optional('jeune', 'vieux')}),
  })
  .map((one) => JSON.parse(JSON.stringify(one)) as Person);

/** A store that only reads. */
function storeOf(people: readonly Person[]): AnswerStore {
  const answers = people.map(({version, ...payload}, i): StoredAnswer => ({
    row: i + 1,
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

  #reduce(row: readonly number[]): Float64Array {
    const left = Float64Array.from(row);
    for (const [pivot, known] of this.#rows) {
      const factor = left[pivot] ?? 0;
      if (factor !== 0) for (let i = 0; i < left.length; i += 1) left[i] = ((left[i] ?? 0) + (PRIME - factor) * (known[i] ?? 0)) % PRIME;
    }
    return left;
  }

  add(row: readonly number[]): void {
    const left = this.#reduce(row);
    const pivot = left.findIndex((value) => value !== 0);
    if (pivot < 0) return;
    const inverse = power(left[pivot] ?? 1, PRIME - 2);
    this.#rows.set(
      pivot,
      left.map((value) => (value * inverse) % PRIME),
    );
  }

  has(row: readonly number[]): boolean {
    return this.#reduce(row).every((value) => value === 0);
  }
}

type Chooses = (person: Person) => boolean;

/** Everything a result says, as who is counted in which number. */
function numbers(results: Results, chosen: Chooses): {who: Chooses; count: number | null; place: string}[] {
  const filter = JSON.stringify(results.filter ?? {});
  const ofTable = (id: string, {base, cells}: Table) => [
    {who: (one: Person) => chosen(one) && typeof one.answers[id] === 'string', count: base, place: `${filter} ${id}`},
    ...Object.entries(cells).map(([code, count]) => ({
      who: (one: Person) => chosen(one) && one.answers[id] === code,
      count,
      place: `${filter} ${id}=${code}`,
    })),
  ];
  return [
    {who: chosen, count: results.received, place: filter},
    ...Object.entries(results.questions).flatMap(([id, table]) => ofTable(id, table)),
  ];
}

const PLACES = {territory: ['albi', 'castres'], lang: ['fr', 'ar'], version: ['1', '2']} as const;
const CODES = {clair: ['oui', 'non'], sujet: ['a', 'b', 'c'], age: ['jeune', 'vieux']} as const;

const passing =
  (filter: Filter): Chooses =>
  (one) =>
    [...filter].every(([name, value]) => (name.startsWith('q.') ? one.answers[name.slice(2)] === value : one[name as 'lang'] === value));

/** What is asked in one attack: the whole, every part of the dimensions named, and places two by two. */
function filters(dimensions: readonly string[]): Filter[] {
  const single = dimensions.flatMap((name) => {
    const codes = name.startsWith('q.') ? CODES[name.slice(2) as keyof typeof CODES] : PLACES[name as keyof typeof PLACES];
    return codes.map((code): Filter => new Map([[name, code]]));
  });
  const places = PLACES.territory.flatMap((territory) =>
    PLACES.lang.map(
      (lang): Filter =>
        new Map([
          ['territory', territory],
          ['lang', lang],
        ]),
    ),
  );
  const mixed = PLACES.territory.flatMap((territory) =>
    CODES.clair.map(
      (code): Filter =>
        new Map([
          ['territory', territory],
          ['q.clair', code],
        ]),
    ),
  );
  // Answers and places are two dimensions, each protected by itself; an answer among several filters has no number at all.
  if (dimensions.some((name) => name.startsWith('q.'))) return [new Map(), ...single];
  return [new Map(), ...single, ...places, ...(dimensions.includes('territory') ? mixed : [])];
}

/** Hidden numbers that an attacker works out. */
async function recovered(
  people: readonly Person[],
  k: number,
  dimensions: readonly string[],
): Promise<{found: string[]; hidden: number; shown: number}> {
  const campaign: Campaign = {format: 'ppgp-campaign/1', id: 'essai', definition: DEFINITION, k: {public: 11, team: k}};
  const figures = new Figures(storeOf(people));
  const said = [];
  for (const filter of filters(dimensions))
    said.push(...numbers(await figures.of({campaign, revision: 1}, filter, TODAY), passing(filter)));
  const kinds = possibleKinds(allKinds(PLACES.version.filter((version) => people.some((one) => one.version === version))), said);
  const rowOf = (who: Chooses): number[] => kinds.map((kind) => (who(kind) ? 1 : 0));
  const known = new Known();
  for (const {who, count} of said) if (count !== null && count > 0) known.add(rowOf(who));
  // What is shown of the same people elsewhere is no secret: a filter may leave everyone.
  const open = new Set(said.filter(({count}) => count !== null).map(({who}) => rowOf(who).join('')));
  const secret = said.filter(({who, count}) => count === null && kinds.some(who) && !open.has(rowOf(who).join('')));
  const found = secret.filter(({who}) => known.has(rowOf(who))).map(({place}) => place);
  return {found, hidden: secret.length, shown: said.filter(({count}) => count !== null).length};
}

/** Kinds of people that may exist: not those in a number that is 0, nor those by which a number goes beyond an equal one within it. */
function possibleKinds(all: readonly Person[], said: readonly {who: Chooses; count: number | null}[]): Person[] {
  const shown = said.filter(({count}) => count !== null);
  let kinds = all.filter((kind) => !shown.some(({who, count}) => count === 0 && who(kind)));
  for (let before = Infinity; kinds.length < before;) {
    before = kinds.length;
    const sets = new Map(shown.map(({who, count}) => [kinds.map((kind) => (who(kind) ? 1 : 0)).join(''), count]));
    const gone = new Set<number>();
    for (const [outer, count] of sets)
      for (const [inner, other] of sets) {
        if (other !== count || inner === outer || [...inner].some((bit, i) => bit === '1' && outer[i] === '0')) continue;
        [...outer].forEach((bit, i) => bit !== inner[i] && gone.add(i));
      }
    kinds = kinds.filter((_, i) => !gone.has(i));
  }
  return kinds;
}

function allKinds(versions: readonly string[]): Person[] {
  const or = (codes: readonly string[]): (string | undefined)[] => [...codes, undefined];
  return or(PLACES.territory).flatMap((territory) =>
    PLACES.lang.flatMap((lang) =>
      versions.flatMap((version) =>
        or(CODES.clair).flatMap((clair) =>
          or(CODES.sujet).flatMap((sujet) =>
            or(CODES.age).map((age) => JSON.parse(JSON.stringify({territory, lang, version, answers: {clair, sujet, age}})) as Person),
          ),
        ),
      ),
    ),
  );
}

// One at a time: what several together give away is in decision 8, under what is not promised.
for (const dimensions of [['territory'], ['lang'], ['version'], ['q.clair'], ['q.sujet'], ['q.age']]) {
  test(
    `who subtracts the whole, ${dimensions.join(', ')} and pairs of filters from each other recovers no hidden cell (mode 77)`,
    {timeout: 170_000},
    async () => {
      const seen = {hidden: 0, shown: 0};
      await fc.assert(
        fc.asyncProperty(
          fc.array(dimensions[0] === 'version' ? person : person.map((one) => ({...one, version: '1'})), {minLength: 6, maxLength: 45}),
          fc.integer({min: 2, max: 4}),
          async (people, k) => {
            const {found, hidden, shown} = await recovered(people, k, dimensions);
            seen.hidden += hidden;
            seen.shown += shown;
            assert.deepEqual(found, []);
          },
        ),
        {numRuns: Math.ceil(RUNS / 6), endOnFailure: true},
      );
      assert.ok(seen.hidden > RUNS && seen.shown > RUNS, JSON.stringify(seen));
    },
  );
}
