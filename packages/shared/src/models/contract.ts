import { z } from 'zod';

/** How often what is `truth` was taken for `predicted`. */
export type Confusion = { truth: string; predicted: string; rows: number };

/** Rows of like probability: how sure the model was of them on average, and how many it had right. */
export type ReliabilityBin = { meanProbability: number; shareRight: number; rows: number };

export type LabelMetrics = { labelKey: string; support: number; precision: number; recall: number; f1: number };

/** Figures of a model on the held-out part of a data set. Shares are 0–1; all are 0 when `rows` is. */
export type ModelMetrics = {
  accuracy: number;
  macroF1: number;
  ece: number;
  rows: number;
  perLabel: LabelMetrics[];
  /** The most frequent mistakes, at most `mostConfusions`, most frequent first. */
  confusions: Confusion[];
  reliability: ReliabilityBin[];
};

export const mostConfusions = 40;

/** Challenger minus champion on the same rows, with its 95 % interval by paired bootstrap. */
export type Difference = {
  difference: number;
  low: number;
  high: number;
  /** Two-sided: how likely so large a difference is if there is none. */
  pNoDifference: number;
};

/** What the rows of a slice have in common: whether people had corrected the model, their label, how long their text is. */
export const sliceKinds = ['correction', 'label', 'length'] as const;
export type SliceKind = (typeof sliceKinds)[number];

/** A part of the held-out rows: the share the challenger has right there, and how that differs from the champion's. */
export type SliceComparison = Difference & { kind: SliceKind; key: string; rows: number; accuracy: number };

/** A held-out item the two models answer differently, one of them rightly. */
export type Flip = { text: string; truth: string; champion: string; challenger: string };

/** Flips kept in each direction; the counts `nowRight` and `nowWrong` are of all. */
export const mostFlips = 30;

/** A challenger beside the champion on the same held-out rows. Differences are challenger minus champion. */
export type ModelComparison = Difference & {
  championId: string;
  championNumber: number;
  championMetrics: ModelMetrics;
  macroF1: Difference;
  /** Of calibration error: below zero is better. */
  ece: Difference;
  slices: SliceComparison[];
  nowRight: number;
  nowWrong: number;
  flips: Flip[];
};

export const verdictReasons = [
  'first-model',
  'better-beyond-noise',
  'better-within-noise',
  'equal-with-more-data',
  'no-more-data',
  'worse',
  'rolled-back',
  'policy-needs-person',
  'champion-moved',
] as const;
export type VerdictReason = (typeof verdictReasons)[number];

export const runStates = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const;
export type RunState = (typeof runStates)[number];
/** Why a run failed, where the reason is known; anything else is stored in the words of the failure itself. */
export const runErrors = ['too-few-resolutions', 'given-up'] as const;
export type RunError = (typeof runErrors)[number];
export const verdicts = ['promoted', 'waiting', 'kept', 'rejected'] as const;
export type Verdict = (typeof verdicts)[number];
export const promotionPolicies = ['automatic', 'person'] as const;
export type PromotionPolicy = (typeof promotionPolicies)[number];

/** Resolutions since a slot's last data set are counted no further than this. */
export const resolutionCountCap = 100_000;

export const slotSettings = z.object({
  /** A run starts by itself after so many new resolutions; 0 is never. */
  trainEvery: z.number().int().min(0).max(1_000_000),
  promotionPolicy: z.enum(promotionPolicies),
});
export type SlotSettings = z.infer<typeof slotSettings>;
