import type { ModelComparison, PromotionPolicy, VerdictReason } from './contract.ts';

/** A run needs at least this many resolutions, of at least two labels. */
export const minResolutions = 50;

/**
 * Whether a challenger takes over by itself: when it is the first, or no worse than the champion on the same held-out
 * rows. Where it seems worse on all of them, those that came since the champion's data set was frozen decide: a champion
 * is chosen for doing well on the rows there were, some of it by luck, and would otherwise stay for ever
 * (docs/adr/0005-promotion.md). Worse beyond noise on either is worse. Anything else waits for a person.
 */
export function promotionVerdict({
  comparison,
  policy,
}: {
  comparison: Pick<ModelComparison, 'difference' | 'low' | 'high' | 'sinceChampion'> | null;
  policy: PromotionPolicy;
}): { isPromoted: boolean; reason: VerdictReason } {
  if (comparison === null) return { isPromoted: policy === 'automatic', reason: 'first-model' };
  const { difference, low, high, sinceChampion } = comparison;
  const recent = sinceChampion?.difference ?? difference;
  const isWorse = high < 0 || (sinceChampion?.high ?? high) < 0 || Math.max(difference, recent) < 0;
  if (isWorse) return { isPromoted: false, reason: 'worse' };
  if (policy === 'person') return { isPromoted: false, reason: 'policy-needs-person' };
  return { isPromoted: true, reason: gainReason({ difference, low, recent }) };
}

function gainReason({ difference, low, recent }: { difference: number; low: number; recent: number }): VerdictReason {
  if (difference > 0) return low > 0 ? 'better-beyond-noise' : 'better-within-noise';
  return recent > 0 ? 'better-since-champion' : 'equal-with-more-data';
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
