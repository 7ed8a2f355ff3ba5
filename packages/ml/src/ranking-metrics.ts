import { requireFinite, requireSameLength } from './metrics.ts';

export type NdcgOptions = {
  /** Only the first so many places count. Default: all. */
  places?: number;
  /** What an item of relevance r is worth: 2^r - 1 (the default), or r. */
  gain?: 'exponential' | 'linear';
};

/**
 * Discounted cumulative gain of one list: items come in falling order of `scores`, and the worth of the one in place p
 * (1 for the first) is divided by log2(p + 1). Järvelin and Kekäläinen 2002, "Cumulated gain-based evaluation of IR
 * techniques", for the linear gain; Burges et al. 2005, "Learning to rank using gradient descent", for the exponential
 * one and the discount from the first place on. Items of equal score share their places' mean discount (McSherry and
 * Najork 2008), so that the order of the input says nothing. scikit-learn's `dcg_score` is the linear one.
 * `relevances` are >= 0. Throws `RangeError` for negative ones, NaN, infinite numbers and lists of different lengths.
 */
export function dcg(relevances: ArrayLike<number>, scores: ArrayLike<number>, options: NdcgOptions = {}): number {
  const { places = scores.length, gain = 'exponential' } = options;
  requireSameLength(relevances, scores);
  requireFinite(scores);
  requireFinite(relevances);
  const order = Int32Array.from({ length: scores.length }, (_, item) => item);
  order.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  let sum = 0;
  for (let from = 0; from < Math.min(places, order.length); ) {
    let gains = 0;
    let discounts = 0;
    let to = from;
    for (; to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]; to++) {
      gains += worthOf(relevances[order[to] ?? 0] ?? 0, gain);
      if (to < places) discounts += 1 / Math.log2(to + 2);
    }
    sum += (gains / (to - from)) * discounts;
    from = to;
  }
  return sum;
}

/**
 * `dcg` as a share of the best there could be, 0..1 (the same sources; scikit-learn's `ndcg_score` is the linear one).
 * null where nothing is relevant or no place counts: every order is as good then, and a mean over lists leaves it out.
 */
export function ndcg(
  relevances: ArrayLike<number>,
  scores: ArrayLike<number>,
  options: NdcgOptions = {},
): number | null {
  const best = dcg(relevances, relevances, options);
  const found = dcg(relevances, scores, options);
  return best > 0 ? Math.min(1, found / best) : null;
}

function worthOf(relevance: number, gain: 'exponential' | 'linear'): number {
  if (relevance < 0) throw new RangeError(`a relevance of ${relevance}, not 0 or more`);
  return gain === 'linear' ? relevance : 2 ** relevance - 1;
}
