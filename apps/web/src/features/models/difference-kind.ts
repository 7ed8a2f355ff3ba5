/** Whether a difference is one at all, which way it goes, and whether its interval leaves room for chance. */
export function differenceKind({
  difference,
  low,
  high,
}: {
  difference: number;
  low: number;
  high: number;
}): 'equal' | 'higher' | 'higherNoise' | 'lower' | 'lowerNoise' {
  if (difference === 0) return 'equal';
  if (difference > 0) return low > 0 ? 'higher' : 'higherNoise';
  return high < 0 ? 'lower' : 'lowerNoise';
}
