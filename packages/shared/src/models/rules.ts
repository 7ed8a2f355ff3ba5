import type { ModelComparison, PromotionPolicy, VerdictReason } from './contract.ts';

/**
 * Share of the texts that no model of a new slot learns from. What is held out is never learned: on real menus a tenth
 * cost 0.9 points of accuracy, a twentieth 0.35 (docs/adr/0008-learning-curve.md).
 */
export const usualHeldOutShare = 0.05;

/** A run needs at least this many resolutions, of at least two labels. */
export const minResolutions = 50;

/**
 * Whether a challenger takes over by itself: when it is the first, and when it is not worse than the champion beyond noise
 * on the same held-out rows. It learned from more corrections, which is reason enough to prefer it until figures say
 * otherwise; asking that it be better would let a champion that once was lucky on those rows stay for ever
 * (docs/adr/0005-promotion.md). Trained once more from the same resolutions it must be better beyond noise. After a person
 * rolled back, what that person decided holds until one promotes again. Anything else waits for a person.
 */
export function promotionVerdict({
  comparison,
  policy,
  hasMoreData = true,
  isRolledBack = false,
}: {
  comparison: Pick<ModelComparison, 'difference' | 'low' | 'high'> | null;
  policy: PromotionPolicy;
  /** The challenger learned from another data set than the champion. */
  hasMoreData?: boolean;
  /** The champion is one that a person rolled back to. */
  isRolledBack?: boolean;
}): { isPromoted: boolean; reason: VerdictReason } {
  if (comparison === null) return { isPromoted: policy === 'automatic', reason: 'first-model' };
  const { difference, low, high } = comparison;
  if (high < 0) return { isPromoted: false, reason: 'worse' };
  if (policy === 'person') return { isPromoted: false, reason: 'policy-needs-person' };
  if (isRolledBack) return { isPromoted: false, reason: 'rolled-back' };
  if (!hasMoreData && low <= 0) return { isPromoted: false, reason: 'no-more-data' };
  if (difference <= 0) return { isPromoted: true, reason: 'equal-with-more-data' };
  return { isPromoted: true, reason: low > 0 ? 'better-beyond-noise' : 'better-within-noise' };
}

/** The part of the data set an item belongs to, by the first 48 bits of the SHA-256 of its text key (hex). */
export function isHeldOut(textKeySha256: string, heldOutShare: number): boolean {
  return Number.parseInt(textKeySha256.slice(0, 12), 16) / 2 ** 48 < heldOutShare;
}

const lengthClasses = [
  { key: 'short', most: 4 },
  { key: 'medium', most: 9 },
] as const;
export type LengthClass = (typeof lengthClasses)[number]['key'] | 'long';

/** How long a text is in letters, spaces not counted: up to 4, up to 9, or longer. */
export function lengthClass(text: string): LengthClass {
  const letters = Array.from(text.replace(/\s/gu, '')).length;
  return lengthClasses.find(({ most }) => letters <= most)?.key ?? 'long';
}

/**
 * The 95 % interval of a share seen in `rows` independent rows (Wilson 1927, "Probable inference, the law of
 * succession, and statistical inference", eq. 8). Without rows it is all of 0–1.
 */
export function shareInterval(share: number, rows: number): { low: number; high: number } {
  if (rows <= 0) return { low: 0, high: 1 };
  const z2 = 1.959964 ** 2;
  const middle = share + z2 / (2 * rows);
  const reach = Math.sqrt(z2) * Math.sqrt((share * (1 - share)) / rows + z2 / (4 * rows ** 2));
  const scale = 1 + z2 / rows;
  return { low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) };
}
