import type {Definition, Lang} from '@ppgp/schema';

const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|prs|ps|ug|ur|yi)\b/;

export const isRightToLeft = (lang: Lang): boolean => RIGHT_TO_LEFT.test(lang);

/** The languages that texts anywhere in a value are written in. */
function* writtenIn(value: unknown): Generator<Lang> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if ((key === 'label' || key === 'title') && typeof member === 'object') yield* Object.keys(member as object);
    else yield* writtenIn(member);
  }
}

/** What a definition can be read in, its own language first; none where there is nothing to choose. Its `languages` have the last word. */
export function languagesOf(definition: Definition, own: Lang): Lang[] {
  const {languages} = definition;
  const found = [...new Set([own, ...writtenIn(definition)])].filter((lang) => lang === own || (languages?.includes(lang) ?? true));
  return found.length > 1 ? found : [];
}

/** A language by its own name, as those who speak it write it; its code where the browser has no name for it. */
export function ownName(lang: Lang): string {
  try {
    const name = new Intl.DisplayNames([lang], {type: 'language'}).of(lang) ?? lang;
    return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
  } catch {
    return lang;
  }
}
