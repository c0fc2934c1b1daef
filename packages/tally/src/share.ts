/** « k sur n (p %) »: the three numbers; their wording is made elsewhere. */
export interface Share {
  k: number;
  n: number;
  /** Whole per cent, rounded half up; undefined where n is 0. */
  percent: number | undefined;
}

/**
 * The one rounding rule of the project: k of n as a whole per cent, half up, in integers throughout (1 of 8 is 12.5 %, shown as 13).
 * @throws RangeError unless k and n are counts with 0 ≤ k ≤ n, n at most 4·10¹³ so that no step leaves the exact integers.
 */
export function share(k: number, n: number): Share {
  requireProportion(k, n);
  if (n === 0) return {k, n, percent: undefined};
  const numerator = 200 * k + n;
  const denominator = 2 * n;
  return {k, n, percent: (numerator - (numerator % denominator)) / denominator};
}

/** @throws RangeError as `share` does. */
export function requireProportion(k: number, n: number): void {
  if (!Number.isInteger(k) || !Number.isInteger(n) || k < 0 || k > n || n > 4e13) {
    throw new RangeError(`not a share: ${k} of ${n} (two whole numbers, 0 ≤ k ≤ n)`);
  }
}
