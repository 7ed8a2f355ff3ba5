/**
 * How doubtful a prediction is, from its probabilities: one a label, or a single one of a label that is true or not.
 * Both are within 0..1. Without probabilities, or where one is NaN, nothing is known: margin 0, entropy 1.
 */
export type Doubt = {
  /** The best probability less the second best (Scheffer, Decomain and Wrobel 2001). 0 is the most doubtful. */
  margin: number;
  /**
   * Shannon's entropy as a share of the largest there can be (Settles 2009, "Active learning literature survey", 3.1).
   * 1 is the most doubtful. Unlike the margin it also counts how many labels are in the running.
   */
  entropy: number;
};

export function doubtOf(probabilities: ArrayLike<number>): Doubt {
  const all = Array.from(probabilities);
  const shares = all.length === 1 ? [all[0] ?? 0, 1 - (all[0] ?? 0)] : all;
  if (shares.length === 0 || shares.some((share) => Number.isNaN(share))) return { margin: 0, entropy: 1 };
  let [best, second, nats] = [0, 0, 0];
  for (const share of shares) {
    if (share > best) [best, second] = [share, best];
    else if (share > second) second = share;
    if (share > 0) nats -= share * Math.log(share);
  }
  return { margin: clamped(best - second), entropy: clamped(nats / Math.log(shares.length)) };
}

function clamped(value: number): number {
  return Math.min(1, Math.max(0, value));
}
