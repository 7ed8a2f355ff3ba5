/**
 * Half the width of the 95 % interval of a share, as a fraction: Wilson's score interval (E. B. Wilson, "Probable
 * inference", JASA 22, 1927), which stays honest for few trials and shares near 0 and 1. NaN without trials.
 */
export function shareHalfWidth(successes: number, trials: number): number {
  const z = 1.959964;
  const share = successes / trials;
  const spread = Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  return (z * spread) / (1 + (z * z) / trials);
}
