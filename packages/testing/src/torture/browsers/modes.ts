/** What is done to browsers and tabs, with the failure modes (docs/failure-modes.md) that it provokes. */
const OF_HARM: Readonly<Record<string, readonly number[]>> = {
  kills: [37, 38, 41, 82],
  'power cuts': [6],
  'storage processes killed': [1, 17],
  'healed in the page': [1],
  'connections closed': [2],
  'full devices': [5],
  'tabs frozen': [39, 46],
  'tabs closed': [41],
  'storage wiped': [10, 12, 15],
  'back-forward trips': [40],
  'cables pulled': [21],
  'several tabs': [45],
  'given through the tag': [87],
};

/** The same of faults of the network, by the names of `FAULTS` (a status by its first digit). */
const OF_NETWORK: readonly [RegExp, readonly number[]][] = [
  [/^(portal|foreign-json|created|no-content|other-protocol)$/, [22]],
  [/^(lose-reply|truncated-body)$/, [23]],
  [/^status 5/, [24]],
  [/^status 4/, [25]],
  [/^no-cors$/, [26]],
  [/^retry/, [27]],
  [/^(silence|truncated-head|delay|slow|refuse|reset)$/, [30]],
  [/^redirect/, [33]],
  [/^(flip|twice|replay|wrong-hash|missing-item|extra-item|repeated-item)$/, [34]],
];

/** `kills 30 (modes 37, 38), …` */
export const inWords = (harm: ReadonlyMap<string, number>): string =>
  [...harm].map(([name, count]) => `${name} ${count}${OF_HARM[name] ? ` (modes ${OF_HARM[name].join(', ')})` : ''}`).join(', ');

/** Failure modes that faults of the network provoked, in order. */
export const networkModes = (drawn: ReadonlyMap<string, number>): number[] =>
  [...new Set([...drawn.keys()].flatMap((name) => OF_NETWORK.find(([names]) => names.test(name))?.[1] ?? []))].sort((a, b) => a - b);
