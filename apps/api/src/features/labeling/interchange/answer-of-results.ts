import {
  policyReasons,
  problemOfAnswer,
  reviewActions,
  severities,
  type GivenAnswer,
  type GivenLabel,
  type TextSpan,
} from '@jeoul/shared/labeling/answers';
import { skipReasons, type LabelSetKind, type SkipReason } from '@jeoul/shared/labeling/contract';
import { polarOf } from '@jeoul/shared/labeling/polarity';
import { z } from 'zod';
import type { LabelBook } from './label-book.ts';
import { readResult, severityTag, tag, type ReadResult } from './label-studio-format.ts';
import { inStoredText, inUtf16 } from './span-places.ts';

export type AnswerReading = {
  /** Null when the annotation says nothing that can be taken; `problem` says why. */
  answer: GivenAnswer | null;
  skipReason: SkipReason | null;
  comment: string | null;
  problem: string | null;
  /** What names no label of the queue. */
  unknown: string[];
  /** Marked parts whose words are not in the stored text. */
  lostSpans: number;
  /** Results of tags that answer nothing here. */
  ignored: number;
};

type Place = {
  fileText: string;
  text: string;
  kind: LabelSetKind;
  isReview: boolean;
  book: LabelBook;
};

const choices = z.object({ choices: z.array(z.string()) }).transform((value) => value.choices);
const taxonomy = z.object({ taxonomy: z.array(z.array(z.string()).min(1)) }).transform((value) => value.taxonomy);
const offset = z.coerce.number().int().min(0);
const marked = z
  .object({
    start: offset,
    end: offset,
    text: z.string().nullish(),
    labels: z.array(z.string()).optional(),
    hypertextlabels: z.array(z.string()).optional(),
  })
  .transform(({ start, end, text, labels, hypertextlabels }) => {
    return { span: { start, end }, quoted: text ?? null, labels: labels ?? hypertextlabels ?? [] };
  });
const words = z.object({ text: z.union([z.string(), z.array(z.string())]) }).transform(({ text }) => [text].flat());

/** What Postgres can't keep: NUL, and half of a surrogate pair. */
const unstorable = /\0|\p{Surrogate}/u;
const maxCommentLength = 2_000;

/**
 * The answer in an annotation's results: whatever is chosen, by `choices`, by `taxonomy` (the end of the path) or by marked
 * `labels`, counts as given. A skip has no answer; what is marked `was_cancelled` is one.
 */
export function answerOf(
  results: readonly unknown[],
  { isSkipped, ...place }: Place & { isSkipped: boolean },
): AnswerReading {
  const reading: AnswerReading = {
    answer: null,
    skipReason: null,
    comment: null,
    problem: null,
    unknown: [],
    lostSpans: 0,
    ignored: 0,
  };
  const given = new Map<string, GivenLabel>();
  const extra: Omit<GivenAnswer, 'labels'> = {};
  const give = (labelKey: string | null, value: string): GivenLabel | null => {
    if (labelKey === null) {
      reading.unknown.push(value);
      return null;
    }
    const label = given.get(labelKey) ?? { labelKey };
    given.set(labelKey, label);
    return label;
  };
  const read = results.flatMap((result): ReadResult[] => {
    const { data } = readResult.safeParse(result);
    if (!data) reading.ignored += 1;
    return data ? [data] : [];
  });
  // Severities speak of labels that may only be given by a later result.
  const chosenSeverities = new Map<string, string>();
  for (const { type, from_name: from, value } of read) {
    const chosen = choices.safeParse(value).data ?? [];
    if (type === 'choices' && from === tag.action) extra.action = oneOf(reviewActions, chosen);
    else if (type === 'choices' && from === tag.policyReason) extra.policyReason = oneOf(policyReasons, chosen);
    else if (type === 'choices' && from === tag.skipReason) reading.skipReason = oneOf(skipReasons, chosen) ?? null;
    else if (type === 'choices' && from?.startsWith(severityTag(''))) chosenSeverities.set(from, chosen[0] ?? '');
    else if (type === 'textarea' && from === tag.comment) {
      reading.comment = words.safeParse(value).data?.join('\n') ?? null;
    } else if (type === 'choices') for (const one of chosen) give(place.book.keyOf(one), one);
    else if (type === 'taxonomy') {
      for (const path of taxonomy.safeParse(value).data ?? []) give(place.book.keyOfPath(path), path.join('/'));
    } else if (type === 'labels' || type === 'hypertextlabels') addMarked(value, { place, reading, give });
    else reading.ignored += 1;
  }
  for (const label of given.values()) {
    const chosen = chosenSeverities.get(severityTag(label.labelKey));
    const severity = severities.find((known) => String(known) === chosen);
    if (severity !== undefined) label.severity = severity;
  }
  if (reading.comment !== null && unstorable.test(reading.comment)) reading.problem = 'unstorable_character';
  else if ((reading.comment?.length ?? 0) > maxCommentLength) reading.problem = 'comment_too_long';
  else if (reading.unknown.length > 0) reading.problem = 'unknown_label';
  if (isSkipped) reading.skipReason ??= 'unsure';
  if (reading.problem !== null || isSkipped) return reading;
  // Results name a label and its polarity in one word.
  const labels = [...given.values()].map((label) => ({ ...label, ...polarOf(label.labelKey) }));
  const answer: GivenAnswer = { labels, ...defined(extra) };
  reading.problem = problemOf(answer, reading, place);
  if (reading.problem === null) reading.answer = answer;
  return reading;
}

function addMarked(
  value: Record<string, unknown>,
  {
    place,
    reading,
    give,
  }: { place: Place; reading: AnswerReading; give: (key: string | null, value: string) => GivenLabel | null },
): void {
  const { data } = marked.safeParse(value);
  if (!data) {
    reading.lostSpans += 1;
    return;
  }
  const span = storedSpan(data, place);
  if (span === null) reading.lostSpans += 1;
  for (const one of data.labels) {
    const label = give(place.book.keyOf(one), one);
    if (label && span) label.spans = [...(label.spans ?? []), span];
  }
}

function storedSpan({ span, quoted }: { span: TextSpan; quoted: string | null }, place: Place): TextSpan | null {
  if (span.start >= span.end) return null;
  const inFile = inUtf16(place.fileText, span, quoted);
  return inFile && inStoredText(inFile, place);
}

function problemOf(answer: GivenAnswer, { comment, ignored }: AnswerReading, place: Place): string | null {
  if (answer.action === 'escalate') {
    if ((comment ?? '').trim() === '') return 'escalated_without_comment';
  } else if (place.kind !== 'multi' && answer.labels.length !== 1) {
    return answer.labels.length === 0 ? 'no_label' : 'several_labels';
  }
  // A rating or a box says something, and nothing that could be known here: it must not become "nothing is wrong".
  if (ignored > 0 && answer.labels.length === 0 && answer.action === undefined) return 'nothing_known';
  if (answer.labels.length > 50 || answer.labels.some(({ spans = [] }) => spans.length > 50)) return 'too_much';
  const problem = problemOfAnswer(answer, {
    labelKeys: place.book.keys,
    textLength: place.text.length,
    isReview: place.isReview,
  });
  return problem === null ? null : problem.replaceAll(' ', '_');
}

function oneOf<T extends string>(known: readonly T[], [chosen]: readonly string[]): T | undefined {
  return known.find((one) => one === chosen);
}

function defined(extra: Omit<GivenAnswer, 'labels'>): Omit<GivenAnswer, 'labels'> {
  const { action, policyReason } = extra;
  return { ...(action === undefined ? {} : { action }), ...(policyReason === undefined ? {} : { policyReason }) };
}
