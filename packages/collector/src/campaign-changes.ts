import {isDeepStrictEqual} from 'node:util';
import type {Definition} from '@ppgp/schema';

/** One thing that a new text of a campaign would change. Absent: was, or will be, not there. */
export interface Change {
  /** Such as `closes`, `definition.version` or `definition.questions.clair`. */
  path: string;
  before?: unknown;
  after?: unknown;
}

type Members = Readonly<Record<string, unknown>>;

/** What a definition asks, by id, whatever its kind. */
function askedIn(definition: Definition): Map<string, unknown> {
  const asked =
    definition.kind === 'questionnaire' ? definition.questions : definition.kind === 'grid' ? definition.items : definition.themes;
  return new Map(asked.map((one) => [one.id, one]));
}

const nameOf = {questionnaire: 'questions', grid: 'items', board: 'themes'} as const;

/** What differs between two texts of a campaign, settings first, then what is asked. */
export function changesOf(before: Members, after: Members, old: Definition | undefined, next: Definition): Change[] {
  const settings = differing(new Map(Object.entries(before)), new Map(Object.entries(after))).filter(({path}) => path !== 'definition');
  const version = differing(new Map([['version', old?.version]]), new Map([['version', next.version]]));
  const asked = differing(old === undefined ? new Map() : askedIn(old), askedIn(next)).map(({path, ...rest}) => ({
    path: `${nameOf[next.kind]}.${path}`,
    ...rest,
  }));
  return [...settings, ...[...version, ...asked].map(({path, ...rest}) => ({path: `definition.${path}`, ...rest}))];
}

function differing(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): Change[] {
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.flatMap((path): Change[] => {
    const [old, next] = [before.get(path), after.get(path)];
    if (isDeepStrictEqual(old, next)) return [];
    return [{path, ...(old === undefined ? {} : {before: old}), ...(next === undefined ? {} : {after: next})}];
  });
}

/** A change on one line. */
export function changeLine({path, before, after}: Change): string {
  const text = (value: unknown): string => {
    const json = value === undefined ? '(none)' : JSON.stringify(value);
    return json.length > 60 ? `${json.slice(0, 57)}…` : json;
  };
  return `${path}: ${text(before)} → ${text(after)}`;
}
