import { grouped } from './groups.ts';

/** An answer to a task that counts, by whom as far as the file says. */
export type Vote = { decisionId: string; answerKey: string; isGroundTruth: boolean; voter: string | null };

/**
 * Which decision a task is resolved by. Where answers are marked as ground truth they alone count, and every person counts
 * once, with the last they said; votes are in the order they were given. More must say so than say anything else: null for
 * a tie. Of those who say the same the last one's whole answer (severities, spans) is taken. Undefined without a vote.
 */
export function resolvingVote(votes: readonly Vote[]): Vote | null | undefined {
  const marked = votes.filter(({ isGroundTruth }) => isGroundTruth);
  const counting = lastOfEach(marked.length > 0 ? marked : votes);
  const ranked = [...grouped(counting, ({ answerKey }) => answerKey).values()].toSorted((a, b) => b.length - a.length);
  const [first, second] = ranked;
  if (!first) return undefined;
  return second?.length === first.length ? null : (first.at(-1) ?? null);
}

function lastOfEach(votes: readonly Vote[]): Vote[] {
  return votes.filter(
    ({ voter }, at) => voter === null || votes.findLastIndex((other) => other.voter === voter) === at,
  );
}
