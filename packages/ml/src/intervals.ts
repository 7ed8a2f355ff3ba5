/** `value` and what bounds it with the confidence asked for. */
export type Estimate = { value: number; low: number; high: number };

/** The value below which a standard normal variable stays with probability `share` (0..1, both left out). */
export function normalQuantile(share: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError(`a quantile of ${share}, not between 0 and 1`);
  const centred = share - 0.5;
  if (Math.abs(centred) <= 0.425) return centred * ratioOf(CENTRE, 0.180625 - centred * centred);
  const root = Math.sqrt(-Math.log(Math.min(share, 1 - share)));
  const distance = root <= 5 ? ratioOf(FLANK, root - 1.6) : ratioOf(TAIL, root - 5);
  return Math.sign(centred) * distance;
}

/**
 * The same for Student's t with `freedom` degrees of freedom (a whole number >= 1): Hill 1970, "Algorithm 396:
 * Student's t-quantiles". Right to five digits.
 */
export function studentQuantile(share: number, freedom: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError(`a quantile of ${share}, not between 0 and 1`);
  if (!(freedom >= 1)) throw new RangeError(`${freedom} degrees of freedom, not 1 or more`);
  return share < 0.5 ? -upperQuantile(2 * share, freedom) : upperQuantile(2 * (1 - share), freedom);
}

function upperQuantile(bothTails: number, n: number): number {
  if (n === 1) return 1 / Math.tan((bothTails * Math.PI) / 2);
  if (n === 2) return Math.sqrt(2 / (bothTails * (2 - bothTails)) - 2);
  const a = 1 / (n - 0.5);
  const b = 48 / (a * a);
  const c = ((20700 * (a / b) - 98) * a - 16) * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * n;
  const y = (d * bothTails) ** (2 / n);
  return Math.sqrt(n * (y > 0.05 + a ? aroundNormal(bothTails, n, { a, b, c, d }) : inTail(y, n, d)));
}

function aroundNormal(bothTails: number, n: number, terms: { a: number; b: number; c: number; d: number }): number {
  const { a, b, d } = terms;
  const x = bothTails >= 1 ? 0 : normalQuantile(bothTails / 2);
  const square = x * x;
  const corrected = n < 5 ? terms.c + 0.3 * (n - 4.5) * (x + 0.6) : terms.c;
  const c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + corrected;
  const y = (((((0.4 * square + 6.3) * square + 36) * square + 94.5) / c - square - 3) / b + 1) * x;
  return Math.expm1(a * y * y);
}

function inTail(y: number, n: number, d: number): number {
  const first = 1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3);
  return ((first + 0.5 / (n + 4)) * y - 1) * ((n + 1) / (n + 2)) + 1 / y;
}

/**
 * A share with the score interval of Wilson 1927 ("Probable inference, the law of succession, and statistical
 * inference"), which stays within 0..1 and keeps its confidence for few rows and shares near the ends (Brown, Cai and
 * DasGupta 2001). `hits` out of `rows`, 0 <= hits <= rows. Without rows: 0, from 0 to 1.
 */
export function wilsonInterval(hits: number, rows: number, confidence = 0.95): Estimate {
  if (!(hits >= 0 && rows >= hits)) throw new RangeError(`${hits} hits of ${rows} rows`);
  if (rows === 0) return { value: 0, low: 0, high: 1 };
  const z = normalQuantile((1 + confidence) / 2);
  const value = hits / rows;
  const shrunk = 1 + (z * z) / rows;
  const centre = (value + (z * z) / (2 * rows)) / shrunk;
  const half = (z / shrunk) * Math.sqrt((value * (1 - value)) / rows + (z * z) / (4 * rows * rows));
  return {
    value,
    low: hits === 0 ? 0 : Math.max(0, centre - half),
    high: hits === rows ? 1 : Math.min(1, centre + half),
  };
}

/** Numerator and denominator, the highest power first, of Wichura 1988, "Algorithm AS 241", PPND7: seven digits. */
type Ratio = readonly [readonly number[], readonly number[]];
const CENTRE: Ratio = [
  [59.10937472, 159.29113202, 50.434271938, 3.3871327179],
  [67.18756361, 78.757757664, 17.895169469, 1],
];
const FLANK: Ratio = [
  [0.17023821103, 1.3067284816, 2.75681539, 1.4234372777],
  [0.12021132975, 0.737001645, 1],
];
const TAIL: Ratio = [
  [0.017337203997, 0.42868294337, 3.081226386, 6.657905115],
  [0.012258202635, 0.24197894225, 1],
];

function ratioOf([above, below]: Ratio, x: number): number {
  const valueOf = (powers: readonly number[]) => powers.reduce((sum, factor) => sum * x + factor, 0);
  return valueOf(above) / valueOf(below);
}
