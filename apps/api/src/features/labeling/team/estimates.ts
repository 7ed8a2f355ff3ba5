import { wilsonInterval } from '@jeoul/ml/intervals';
import { medianInterval } from '@jeoul/ml/median-interval';
import { type DecisionTally, enoughAnswers, type TeamEstimate } from '@jeoul/shared/labeling/team';

/** A share with its interval, or null of too few. */
export function shareOf(hits: number, rows: number): TeamEstimate | null {
  return rows < enoughAnswers ? null : wilsonInterval(hits, rows);
}

/** The median of times in milliseconds, in seconds with its interval, or null of too few. */
export function secondsOf(paces: readonly { durationMs: number; answers: number }[]): TeamEstimate | null {
  const answers = paces.reduce((sum, pace) => sum + pace.answers, 0);
  if (answers < enoughAnswers) return null;
  return medianInterval(paces.map((pace) => [pace.durationMs / 1000, pace.answers]));
}

export const noTally: DecisionTally = { answered: 0, proposed: 0, accepted: 0, skipped: 0, escalated: 0, undone: 0 };

export function sumOf(tallies: readonly DecisionTally[]): DecisionTally {
  return tallies.reduce(
    (sum, tally) => ({
      answered: sum.answered + tally.answered,
      proposed: sum.proposed + tally.proposed,
      accepted: sum.accepted + tally.accepted,
      skipped: sum.skipped + tally.skipped,
      escalated: sum.escalated + tally.escalated,
      undone: sum.undone + tally.undone,
    }),
    noTally,
  );
}
