import type { Targets } from './linear-head.ts';

/** A label's calibrated score is `slope` times its score plus `shift`. */
export type ScoreLine = { slope: number; shift: number };

/** With fewer held-out texts that have the label, or that lack it, only the common slope is trusted. */
const FEWEST_OF_A_KIND = 8;
const STEPS = 25;
/** How strongly a label's line is held to the common slope without a shift, in texts at even odds. */
const PRIOR = 4;

/**
 * For each label of a `sigmoid` head the line that turns its scores on held-out rows into log-odds (Platt 1999,
 * "Probabilistic outputs for support vector machines", with the targets he smooths; Newton's method as in Lin, Lin and
 * Weng 2007). `scores` holds `goal.labels` numbers for each row of `rows`; `temperature` fits all labels together.
 */
export function calibrateLabels(
  scores: Float64Array,
  goal: Targets,
  rows: Int32Array,
  temperature: number,
): ScoreLine[] {
  return Array.from({ length: goal.labels }, (_, label) => fitLine(scores, goal, rows, label, 1 / temperature));
}

function fitLine(scores: Float64Array, goal: Targets, rows: Int32Array, label: number, common: number): ScoreLine {
  const { labels, targets, weights } = goal;
  let positives = 0;
  for (const row of rows) if ((targets[row * labels + label] ?? 0) > 0.5) positives += 1;
  const negatives = rows.length - positives;
  if (Math.min(positives, negatives) < FEWEST_OF_A_KIND) return { slope: common, shift: 0 };
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  let slope = common;
  let shift = 0;
  for (let step = 0; step < STEPS; step++) {
    let slopeGradient = PRIOR * (slope - common);
    let shiftGradient = PRIOR * 0.25 * shift;
    let slopeCurvature = PRIOR;
    let mixedCurvature = 0;
    let shiftCurvature = PRIOR * 0.25;
    for (const [at, row] of rows.entries()) {
      const score = scores[at * labels + label] ?? 0;
      const weight = weights[row] ?? 1;
      const probability = 1 / (1 + Math.exp(-(slope * score + shift)));
      const error = weight * (probability - ((targets[row * labels + label] ?? 0) > 0.5 ? high : low));
      const curvature = weight * probability * (1 - probability);
      slopeGradient += error * score;
      shiftGradient += error;
      slopeCurvature += curvature * score * score;
      mixedCurvature += curvature * score;
      shiftCurvature += curvature;
    }
    const determinant = slopeCurvature * shiftCurvature - mixedCurvature ** 2;
    if (!(determinant > 0)) break;
    const slopeStep = (shiftCurvature * slopeGradient - mixedCurvature * shiftGradient) / determinant;
    const shiftStep = (slopeCurvature * shiftGradient - mixedCurvature * slopeGradient) / determinant;
    slope = Math.min(8, Math.max(1 / 8, slope - Math.min(1, Math.max(-1, slopeStep))));
    shift -= Math.min(1, Math.max(-1, shiftStep));
    if (Math.abs(slopeStep) + Math.abs(shiftStep) < 1e-7) break;
  }
  return Number.isFinite(slope) && Number.isFinite(shift) ? { slope, shift } : { slope: common, shift: 0 };
}
