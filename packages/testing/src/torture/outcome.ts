import type {Outcome} from './part.js';

export const nothing: Readonly<Outcome> = {
  answers: 0,
  faults: 0,
  lost: 0,
  duplicated: 0,
  altered: 0,
  invisible: 0,
  falselySaved: 0,
  readable: 0,
};

const names = Object.keys(nothing) as (keyof Outcome)[];

export function sum(outcomes: readonly Outcome[]): Outcome {
  const total = {...nothing};
  for (const outcome of outcomes) for (const name of names) total[name] += outcome[name];
  return total;
}

/** Whether every promise was kept. */
export const isClean = ({answers: _, faults: __, ...broken}: Outcome): boolean => Object.values(broken).every((count) => count === 0);

/** The last line of a run, as the contract writes it. */
export function closingLine({answers, faults, lost, duplicated, altered, invisible, falselySaved, readable}: Outcome): string {
  return (
    `answers ${answers}, faults ${faults}, lost ${lost}, duplicated ${duplicated}, altered ${altered}, ` +
    `invisible ${invisible}, falsely saved ${falselySaved}, readable ${readable}`
  );
}

const count = new Intl.NumberFormat('en-US', {maximumFractionDigits: 0});

/** What the absence of losses proves, part by part: the rule of three (95 % confidence). Parts with losses, or without trials, prove nothing. */
export function bound(outcomes: ReadonlyMap<string, Outcome>): string {
  const proven = [...outcomes].filter(([, {answers, lost}]) => answers > 0 && lost === 0);
  const rates = proven.map(([name, {answers}]) => `1 in ${count.format(answers / 3)} for ${name}`);
  return `Zero losses in n trials bounds the rate below 3/n at 95 %${rates.length ? `: ${rates.join(', ')}` : ', and no part had trials without a loss'}.`;
}
