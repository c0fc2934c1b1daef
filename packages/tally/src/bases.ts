/** Those of a part, and how many of them answered. */
export interface Answering {
  size: number;
  base: number;
}

/**
 * In which parts it is hidden how many answered a question, where the whole's own numbers and every part's size are known. The last
 * part is those whom no other part holds, so it is the first to hide more of.
 *
 * Hidden is a base under k, and further ones, the smallest first, until the hidden ones are two or more and hold k answers between
 * them: that nobody of a part was asked may never be read, since it would tell apart who is in two parts of different dimensions.
 * Where everybody answered there is nothing to hide.
 */
export function hiddenBases(whole: Answering, parts: readonly Answering[], k: number): boolean[] {
  if (whole.base === whole.size) return parts.map(() => false);
  const hidden = parts.map(({size, base}) => size > 0 && base < k);
  const held = (isHidden: boolean): Answering[] => parts.filter(({size}, part) => size > 0 && hidden[part] === isHidden);
  const isOpen = (): boolean => held(true).length === 1 || held(true).reduce((sum, {base}) => sum + base, 0) < k;
  const rest = parts.length - 1;
  while (hidden.includes(true) && isOpen() && held(false).length > 0) {
    const isRestLeft = hidden[rest] === false && (parts[rest]?.size ?? 0) > 0;
    const smallest = Math.min(...held(false).map(({base}) => base));
    parts.forEach(({size, base}, part) => {
      if (size > 0 && (isRestLeft ? part === rest : base === smallest)) hidden[part] = true;
    });
  }
  return hidden;
}
