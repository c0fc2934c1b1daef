import type {Id} from '@ppgp/schema';

/** A code made of what a person wrote: « Flyer : vous attendez… » → `flyer-vous-attendez`. The same words give the same code on every device. */
export function codeOf(words: string, otherwise: Id): Id {
  const plain = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48);
  if (plain === '') return otherwise;
  return /^[a-z]/.test(plain) ? plain : `v${plain}`;
}

/** A code that chance makes: who rates is nobody else, and nobody known. */
export const randomCode = (): Id =>
  `r-${[...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
