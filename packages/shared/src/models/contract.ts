/** Figures of a model on the held-out part of a data set. Shares are 0–1. */
export type ModelMetrics = {
  accuracy: number;
  macroF1: number;
  ece: number;
  rows: number;
  perLabel: { labelKey: string; support: number; precision: number; recall: number; f1: number }[];
};

/** A challenger beside the champion on the same held-out rows. Differences are challenger minus champion. */
export type ModelComparison = {
  championId: string;
  championNumber: number;
  championMetrics: ModelMetrics;
  difference: number;
  /** 95 % interval of the difference by paired bootstrap. */
  low: number;
  high: number;
  /** Two-sided: how likely so large a difference is if there is none. */
  pNoDifference: number;
  nowRight: number;
  nowWrong: number;
};

export type VerdictReason =
  | 'first-model'
  | 'better-beyond-noise'
  | 'better-within-noise'
  | 'equal-with-more-data'
  | 'worse'
  | 'policy-needs-person'
  | 'champion-moved';

export const runStates = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const;
export type RunState = (typeof runStates)[number];
export const verdicts = ['promoted', 'waiting', 'kept', 'rejected'] as const;
export type Verdict = (typeof verdicts)[number];
