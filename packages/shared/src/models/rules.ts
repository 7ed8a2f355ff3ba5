import type { ModelComparison, VerdictReason } from './contract.ts';

/** A run needs at least this many resolutions, of at least two labels. */
export const minResolutions = 50;

export type PromotionPolicy = 'automatic' | 'person';

/**
 * Whether a challenger takes over by itself. It does when it is the first, or no worse than the champion on the same
 * held-out rows: with equal figures the one that learned from more corrections wins. Anything else waits for a person.
 */
export function promotionVerdict({
  comparison,
  policy,
}: {
  comparison: Pick<ModelComparison, 'difference' | 'low'> | null;
  policy: PromotionPolicy;
}): { isPromoted: boolean; reason: VerdictReason } {
  if (comparison === null) return { isPromoted: policy === 'automatic', reason: 'first-model' };
  if (comparison.difference < 0) return { isPromoted: false, reason: 'worse' };
  if (policy === 'person') return { isPromoted: false, reason: 'policy-needs-person' };
  if (comparison.low > 0) return { isPromoted: true, reason: 'better-beyond-noise' };
  return { isPromoted: true, reason: comparison.difference > 0 ? 'better-within-noise' : 'equal-with-more-data' };
}

/** The part of the data set an item belongs to, by the first 48 bits of the SHA-256 of its text key (hex). */
export function isHeldOut(textKeySha256: string, heldOutShare: number): boolean {
  return Number.parseInt(textKeySha256.slice(0, 12), 16) / 2 ** 48 < heldOutShare;
}
