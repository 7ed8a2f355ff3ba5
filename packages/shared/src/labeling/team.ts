import { z } from 'zod';

/** Days in Asia/Seoul that are looked back on, today among them. */
export const teamRanges = [1, 7, 28] as const;
export type TeamRange = (typeof teamRanges)[number];

/** One queue, or all where none is named. */
export const teamInput = z.object({ queueKey: z.string().min(1).max(60).optional() });
export const teamFiguresInput = teamInput.extend({ days: z.literal(teamRanges).default(7) });
export type TeamFiguresInput = z.output<typeof teamFiguresInput>;

/** Of fewer than this nothing is said of a person, a label or of how far people agree: chance alone would say it. */
export const enoughAnswers = 20;

/** `count` is what it is, or no less than that where counting further would take long. */
export type CappedCount = { count: number; isCapped: boolean };

/** What waits in one queue right now. */
export type TeamBacklog = {
  queueKey: string;
  slaMinutes: number;
  waiting: CappedCount;
  held: number;
  deferred: CappedCount;
  escalated: CappedCount;
  /** Waiting longer than the queue allows, and such that will within 24 hours unless decided. */
  past: CappedCount;
  soon: CappedCount;
  /** Today in Seoul, and of its decisions those that answer their task and those that were taken back. */
  day: string;
  today: { answered: number; undone: number };
  /** Answers of the last 24 hours: the pace that `forecastPast` goes by. */
  lastDay: number;
  /** In seconds. Null while nothing waits. `isEstimate` where a sample stands for a long queue. */
  ages: { median: number; p90: number; oldest: number; isEstimate: boolean } | null;
};

/**
 * How many will have waited too long in 24 hours if as many are decided as in the 24 hours before, those that wait
 * longest first. What is still to come is left out: with a limit of a day or more none of it is late by then.
 */
export function forecastPast({ past, soon, lastDay }: { past: number; soon: number; lastDay: number }): number {
  return Math.max(0, past + soon - lastDay);
}

/** A value of people's work with its 95 % interval. Null where there are too few answers to say anything. */
export type TeamEstimate = { value: number; low: number; high: number };

/** Decisions of a day, an hour, a person or a queue. */
export type DecisionTally = {
  /** Decisions that stand and answer their task; those of them with a model's proposal, and those that took it. */
  answered: number;
  proposed: number;
  accepted: number;
  skipped: number;
  escalated: number;
  undone: number;
};

export type TeamMoment = DecisionTally & {
  queueKey: string;
  /** The day in Seoul. */
  day: string;
  /** 0 to 23 where only today is looked at, else null. */
  hour: number | null;
};

export type TeamQueue = DecisionTally & { queueKey: string; acceptance: TeamEstimate | null };

export type TeamLabel = {
  queueKey: string;
  /** The answer in one word. */
  labelKey: string;
  chosen: number;
  proposed: number;
  accepted: number;
  /** How often the answer was kept where the model proposed it. */
  acceptance: TeamEstimate | null;
};

export type TeamOperator = DecisionTally & {
  userId: string;
  name: string;
  isSelf: boolean;
  /** Answers by queue: figures of different queues can't be compared, so that is all that is told of several. */
  queues: { queueKey: string; answered: number }[];
  acceptance: TeamEstimate | null;
  /** Seconds an answer takes, as the median; of two digits that count. */
  seconds: TeamEstimate | null;
  /** Answers to tasks whose resolution is another person's: how many, how many of them are the same. */
  compared: number;
  upheld: number;
  accuracy: TeamEstimate | null;
};

export type AgreementFigure = { value: number; low: number | null; high: number | null } | null;

/** How far people agree who answered the same tasks. */
export type TeamAgreement = {
  queueKey: string;
  /** Tasks with standing answers of two people or more, the latest within the range, and those answers. */
  tasks: number;
  answers: number;
  isCapped: boolean;
  /** Null with fewer tasks than `enoughAnswers`. */
  measured: {
    /** Share of pairs of answers that are the same. */
    observed: number;
    fleiss: AgreementFigure;
    ac1: AgreementFigure;
    alpha: AgreementFigure;
  } | null;
  /** Pairs of people with the tasks both answered, most first; κ is Cohen's. */
  pairs: { names: [string, string]; tasks: number; kappa: AgreementFigure }[];
};

export type TeamFigures = {
  /** First and last day of the range. */
  from: string;
  to: string;
  moments: TeamMoment[];
  queues: TeamQueue[];
  labels: TeamLabel[];
  agreement: TeamAgreement[];
  operators: TeamOperator[];
};

/** A person's own work, in the range and in the same number of days before it. */
export type OwnPeriod = DecisionTally & {
  acceptance: TeamEstimate | null;
  seconds: TeamEstimate | null;
  compared: number;
  upheld: number;
  accuracy: TeamEstimate | null;
};
export type OwnFigures = {
  from: string;
  to: string;
  period: OwnPeriod;
  /** The 28 days before the range. */
  past: OwnPeriod;
  days: (DecisionTally & { day: string; acceptance: TeamEstimate | null; seconds: TeamEstimate | null })[];
  queues: (DecisionTally & { queueKey: string })[];
};
