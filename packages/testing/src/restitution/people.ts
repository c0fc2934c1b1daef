import type {Answer, Code, Id, Questionnaire} from '@ppgp/schema';
import {Session, composePayload} from '@ppgp/session';
import type {Runs, Wanted} from './wanted.js';

/** What each of `n` people says; who comes after the last run passes. */
function inTurn(runs: Runs, n: number): (Code | null)[] {
  const said = runs.flatMap(([code, count]) => Array<Code | null>(count).fill(code));
  if (said.length > n) throw new Error(`${said.length} answers of ${n} people: ${JSON.stringify(runs)}`);
  return [...said, ...Array<null>(n - said.length).fill(null)];
}

/** Dealt out like cards, so that nobody holds two of a kind, nor more than their share; what excludes all else goes to the last people. */
function dealt(counts: Readonly<Record<Code, number>>, n: number, exclusive: ReadonlySet<Code>): Code[][] {
  const hands = Array.from({length: n}, (): Code[] => []);
  let last = n;
  for (const code of exclusive) for (let left = counts[code] ?? 0; left > 0; left--) hands[--last]?.push(code);
  let next = 0;
  for (const [code, count] of Object.entries(counts)) {
    if (exclusive.has(code)) continue;
    if (count > last) throw new Error(`"${code}" is chosen by ${count} of ${last} people.`);
    for (let left = count; left > 0; left--) hands[next++ % last]?.push(code);
  }
  return hands;
}

/** The same list in another order, where nothing clashes with what stands at its place. */
function withoutClash(list: Code[], clashes: (code: Code | undefined, place: number) => boolean): Code[] {
  list.forEach((code, place) => {
    if (!clashes(code, place)) return;
    const other = list.findIndex((one, at) => !clashes(one, place) && !clashes(code, at));
    if (other < 0) throw new Error(`Nobody is left to say "${code}".`);
    [list[place], list[other]] = [list[other] ?? code, code];
  });
  return list;
}

/** Everybody's three, without a tie. */
function rankings(counts: Readonly<Record<Code, readonly [number, number, number]>>): Code[][] {
  const column = (at: 0 | 1 | 2): Code[] => Object.entries(counts).flatMap(([code, places]) => Array<Code>(places[at]).fill(code));
  const first = column(0);
  const second = withoutClash(column(1), (code, place) => code === first[place]);
  const third = withoutClash(column(2), (code, place) => code === first[place] || code === second[place]);
  return first.map((code, place) => [code, second[place], third[place]].filter((one) => one !== undefined));
}

/** The answer of each person to each question that the wanted figures name. */
function answersTo(
  questionnaire: Questionnaire,
  {one = {}, several = {}, ranked = {}, rows = {}}: Wanted,
  n: number,
): Map<Id, (Answer | undefined)[]> {
  const exclusive = (id: Id): Set<Code> => {
    const choices = new Session(questionnaire, {mode: 'web'}).find(id)?.choices ?? [];
    return new Set(choices.filter(({role}) => role === 'exclusive').map((choice) => choice.id));
  };
  const answers = new Map<Id, (Answer | undefined)[]>();
  for (const [id, runs] of Object.entries(one))
    answers.set(
      id,
      inTurn(runs, n).map((code) => code ?? undefined),
    );
  for (const [id, counts] of Object.entries(several))
    answers.set(
      id,
      dealt(counts, n, exclusive(id)).map((hand) => (hand.length > 0 ? hand : undefined)),
    );
  for (const [id, counts] of Object.entries(ranked)) answers.set(id, rankings(counts));
  for (const [id, wantedRows] of Object.entries(rows)) {
    const said = Object.entries(wantedRows).map(([row, runs]) => [row, inTurn(runs, n)] as const);
    const byRow = (person: number): Answer =>
      Object.fromEntries(said.flatMap(([row, codes]) => (codes[person] ? [[row, codes[person]]] : [])));
    answers.set(
      id,
      Array.from({length: n}, (_, person) => byRow(person)),
    );
  }
  return answers;
}

/** What each person would send, in the order of arrival: answered through a session, as the elements do it. */
export function payloadsOf(questionnaire: Questionnaire, wanted: Wanted): string[] {
  const n = Object.values(wanted.received).reduce((sum, count) => sum + count, 0);
  const answers = answersTo(questionnaire, wanted, n);
  return Array.from({length: n}, (_, person) => {
    const session = new Session(questionnaire, {mode: 'web', ...(wanted.wave === undefined ? {} : {wave: wanted.wave})});
    for (const [id, said] of answers) session.answer(id, said[person]);
    return JSON.stringify(composePayload(session, {lang: 'fr'}));
  });
}
