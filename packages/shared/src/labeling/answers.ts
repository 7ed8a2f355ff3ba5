import { z } from 'zod';
import { givenKey, polarities, polarOf } from './polarity.ts';

/** How bad it is: 1 mild, 2 plain, 3 grave. */
export const severities = [1, 2, 3] as const;
export type Severity = (typeof severities)[number];

/**
 * What is done to a review, from the mildest. `blind` hides it for 30 days (임시조치, Act on Promotion of Information and
 * Communications Network Utilization, article 44-2) and puts it back by itself; `escalate` passes it up undecided.
 */
export const reviewActions = ['keep', 'mask', 'hide', 'blind', 'escalate'] as const;
export type ReviewAction = (typeof reviewActions)[number];

/** Actions that change what customers see of a review. */
export const effectActions = ['mask', 'hide', 'blind'] as const;
export type EffectAction = (typeof effectActions)[number];

/** The rule an action rests on: the house's own for reviews, somebody's rights, the law, or a review that isn't one. */
export const policyReasons = ['house_rules', 'rights', 'illegal', 'not_genuine'] as const;
export type PolicyReason = (typeof policyReasons)[number];

/** A part of the item's text in UTF-16 units, `end` excluded. */
export const textSpan = z
  .object({ start: z.number().int().min(0), end: z.number().int().min(1) })
  .refine(({ start, end }) => start < end, { message: 'a span ends after it starts' });
export type TextSpan = z.infer<typeof textSpan>;

export const givenLabel = z.object({
  labelKey: z.string().min(1).max(200),
  severity: z.literal(severities).optional(),
  /** How it is spoken of; every label of a set with polarity has one, no other does. */
  polarity: z.enum(polarities).optional(),
  /** What in the text shows it. */
  spans: z.array(textSpan).max(50).optional(),
});
export type GivenLabel = z.infer<typeof givenLabel>;

/** An answer of any queue. Of several labels any number may be given, also none: nothing is wrong with the item. */
export const givenAnswer = z.object({
  labels: z.array(givenLabel).max(50),
  action: z.enum(reviewActions).optional(),
  policyReason: z.enum(policyReasons).optional(),
});
export type GivenAnswer = z.infer<typeof givenAnswer>;

/** The answer key of no label at all. */
export const noLabelsKey = 'none';
const joint = '+';

/**
 * The answer in one word, by which answers are compared, counted and shown in lists: a single label's key, or the keys of
 * several in the alphabet's order joined by `+`. Label sets with several labels have no key that would read otherwise.
 */
export function answerKeyOf(labelKeys: readonly string[]): string {
  return labelKeys.length === 0 ? noLabelsKey : labelKeys.toSorted().join(joint);
}

/** The keys of what is given, by which it is counted and learned. */
export function givenKeysOf({ labels }: Pick<GivenAnswer, 'labels'>): string[] {
  return labels.map(givenKey);
}

/** The labels an answer key of several stands for. */
export function labelKeysOf(answerKey: string): string[] {
  return answerKey === noLabelsKey ? [] : answerKey.split(joint);
}

/** Whether a key can be one of several in an answer key. */
export function isPlainLabelKey(key: string): boolean {
  return key !== noLabelsKey && !key.includes(joint);
}

/** Why an answer can't be taken; null when it can. `labelKeys` are those of the labels that may be given (`answerable`). */
export function problemOfAnswer(
  answer: GivenAnswer,
  { labelKeys, textLength, isReview }: { labelKeys: ReadonlySet<string>; textLength: number; isReview: boolean },
): string | null {
  const given = answer.labels.map(({ labelKey }) => labelKey);
  if (givenKeysOf(answer).some((key) => !labelKeys.has(key))) return 'a label that the label set does not have';
  const isPolar = answer.labels.some(({ polarity }) => polarity !== undefined);
  if (answer.labels.some((label) => label.polarity === undefined && polarOf(label.labelKey) !== null))
    return 'a polarity written into the label';
  if (isPolar && answer.labels.some(({ severity }) => severity !== undefined)) return 'a severity beside a polarity';
  if (new Set(given).size !== given.length) return 'a label given twice';
  if (spansOf(answer).some(({ end }) => end > textLength)) return 'a span beyond the end of the text';
  const { action = 'keep', policyReason } = answer;
  if (!isReview) return action === 'keep' ? null : 'an action on something that is not a review';
  if (!isEffectAction(action)) return null;
  if (given.length === 0) return 'an action without a label';
  if (isPolar) return 'an action on what is no harm';
  if (policyReason === undefined) return 'an action without a reason';
  return action === 'mask' && spansOf(answer).length === 0 ? 'nothing is marked that could be masked' : null;
}

export function isEffectAction(action: ReviewAction): action is EffectAction {
  return (effectActions as readonly string[]).includes(action);
}

/** Every part that is marked, in order, those that touch or overlap as one: what masking covers. */
export function spansOf({ labels }: Pick<GivenAnswer, 'labels'>): TextSpan[] {
  return joinedSpans(labels.flatMap(({ spans }) => spans ?? []));
}

/** Spans in order, those that touch or overlap as one. */
export function joinedSpans(spans: readonly TextSpan[]): TextSpan[] {
  const joined: TextSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else joined.push({ start: span.start, end: span.end });
  }
  return joined;
}

/** The strongest of what is usually done for these labels; `keep` for none. A blind can be undone, so it yields to hiding. */
export function usualAction(actions: readonly (EffectAction | null)[]): 'keep' | EffectAction {
  const order = ['mask', 'blind', 'hide'] as const;
  return order.findLast((action) => actions.includes(action)) ?? 'keep';
}

/** The reason an action usually rests on. A blind is only given for somebody's rights. */
export function usualReason(action: ReviewAction): PolicyReason {
  return action === 'blind' ? 'rights' : 'house_rules';
}
