import type {Board, Definition, Grid, Settings} from '../definition.js';
import type {Fault} from '../survey-error.js';
import {duplicates, fault} from './faults.js';
import {questionnaireFaults} from './questionnaire-references.js';

/** What settings say twice or backwards. */
export function settingsFaults(settings: Settings): Fault[] {
  const {opens, closes} = settings;
  return [
    ...(['territories', 'sources', 'materials', 'waves'] as const).flatMap((list) => duplicates(list, settings[list])),
    ...(opens !== undefined && closes !== undefined && closes < opens
      ? [fault('closes', 'closes-before-opens', 'The closing day is before the opening day.')]
      : []),
  ];
}

function gridFaults(grid: Grid): Fault[] {
  const faults = (['domains', 'topics', 'facts', 'items'] as const).flatMap((list) => duplicates(list, grid[list]));
  const missing = (list: readonly {id: string}[], id: string, path: string): Fault[] =>
    list.some((one) => one.id === id) ? [] : [fault(path, 'unknown-code', `There is no "${id}".`)];
  const numbers = new Set<number>();
  grid.items.forEach((item, index) => {
    if (item.domain !== null) faults.push(...missing(grid.domains, item.domain, `items[${index}].domain`));
    faults.push(...missing(grid.topics, item.topic, `items[${index}].topic`));
    if (numbers.has(item.number))
      faults.push(fault(`items[${index}].number`, 'duplicate-number', `The number ${item.number} stands twice.`));
    numbers.add(item.number);
  });
  grid.facts?.forEach(({setsNa}, index) =>
    setsNa.forEach((id, at) => faults.push(...missing(grid.items, id, `facts[${index}].setsNa[${at}]`))),
  );
  grid.advice?.forEach(({when}, index) =>
    when.forEach(({item}, at) => faults.push(...missing(grid.items, item, `advice[${index}].when[${at}].item`))),
  );
  return faults;
}

function boardFaults(board: Board): Fault[] {
  const faults = [...duplicates('sets', board.sets), ...duplicates('themes', board.themes)];
  board.themes.forEach(({set}, index) => {
    if (set !== undefined && !board.sets.some(({id}) => id === set))
      faults.push(fault(`themes[${index}].set`, 'unknown-code', `There is no set "${set}".`));
  });
  board.help?.forEach(({themes}, index) =>
    themes?.forEach((id, at) => {
      if (!board.themes.some((theme) => theme.id === id))
        faults.push(fault(`help[${index}].themes[${at}]`, 'unknown-code', `There is no theme "${id}".`));
    }),
  );
  return faults;
}

/** References of a definition of the right shape that lead nowhere. */
export function referenceFaults(definition: Definition): Fault[] {
  switch (definition.kind) {
    case 'questionnaire':
      return questionnaireFaults(definition);
    case 'grid':
      return gridFaults(definition);
    case 'board':
      return boardFaults(definition);
  }
}
