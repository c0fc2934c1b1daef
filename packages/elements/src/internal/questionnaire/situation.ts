import type {Id, Mode, Settings} from '@ppgp/schema';
import type {Situation} from '@ppgp/session';

/** What a tag's attributes say of where it stands; empty strings say nothing. */
export interface Given {
  mode: Mode;
  territory: string;
  source: string;
  wave: string;
}

const among = (list: readonly {id: Id}[] | undefined, ...wanted: (string | null)[]): Id | undefined =>
  wanted.flatMap((code) => list?.find(({id}) => id === code) ?? [])[0]?.id;

/** Attributes first, then the page's address (`?territoire=…&source=…&vague=…`); only codes that the definition lists. */
export function situation(settings: Settings, given: Given): Situation {
  const query = new URLSearchParams(location.search);
  return {
    mode: given.mode,
    territory: among(settings.territories, given.territory, query.get('territoire')),
    source: among(settings.sources, given.source, query.get('source')),
    wave: among(settings.waves, given.wave, query.get('vague')),
  };
}
