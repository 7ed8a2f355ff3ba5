import type { SkipReason } from '@jeoul/shared/labeling/contract';
import { answerKeyOf, type GivenAnswer, givenKeysOf } from '@jeoul/shared/labeling/answers';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { answerOf } from './answer-of-results.ts';
import type { QueueRow } from './export.queries.ts';
import type { ImportTally, TaskProblem } from './import-tally.ts';
import type { IntakeItem } from './item-intake.ts';
import type { LabelBook } from './label-book.ts';
import { readAnnotation, type ReadAnnotation } from './label-studio-format.ts';

/** An annotation that can be stored as a decision. */
export type FileDecision = {
  decisionId: string;
  /** As problems name it: its id in the file, else its place. */
  name: string;
  answer: GivenAnswer | null;
  /** Null for a skip and for what was passed up. */
  answerKey: string | null;
  skipReason: SkipReason | null;
  comment: string | null;
  durationMs: number;
  decidedAt: string | null;
  isGroundTruth: boolean;
  completedBy: { id: string | null; email: string | null };
};

const maxDurationMs = 24 * 3600 * 1000;
const uuid = z.uuid();

/** The decisions in a task's annotations, in the order they were given; what can't be taken is told to the tally. */
export function decisionsOf(
  annotations: readonly unknown[],
  context: {
    index: number;
    item: IntakeItem<unknown>;
    text: string;
    queue: QueueRow;
    book: LabelBook;
    tally: ImportTally;
  },
): FileDecision[] {
  const { index, item, text, queue, book, tally } = context;
  const taken = new Set<string>();
  const decisions = annotations.flatMap((given, place): FileDecision[] => {
    const { data: annotation, error } = readAnnotation.safeParse(given);
    const refuse = (problem: Pick<TaskProblem, 'reason' | 'value'> & { suggestion?: string | null }, name: string) => {
      tally.refuseAnnotation({ index, annotation: name, suggestion: null, severity: 'rejected', ...problem });
      return [];
    };
    if (!annotation) {
      return refuse({ reason: 'not_an_annotation', value: error.issues[0]?.path.join('.') ?? null }, String(place));
    }
    const name = String(annotation.id ?? place);
    const isSkipped = annotation.was_cancelled === true;
    const reading = answerOf(annotation.result ?? [], {
      isSkipped,
      fileText: item.fileText,
      text,
      kind: queue.kind,
      isReview: queue.itemKind === 'review',
      book,
    });
    tally.noteReading(reading, { index, annotation: name });
    if (reading.problem !== null) {
      const [value = null] = reading.unknown;
      return refuse(
        { reason: reading.problem, value, suggestion: value === null ? null : book.suggestionFor(value) },
        name,
      );
    }
    const decisionId = idOf(annotation, { externalId: item.externalId, place, taken });
    taken.add(decisionId);
    return [{ decisionId, name, ...factsOf(annotation), ...saidBy(reading) }];
  });
  return decisions.toSorted((a, b) => (a.decidedAt ?? '').localeCompare(b.decidedAt ?? '', 'en'));
}

function saidBy({ answer, skipReason, comment }: ReturnType<typeof answerOf>) {
  const isCounted = answer !== null && answer.action !== 'escalate';
  const answerKey = isCounted ? answerKeyOf(givenKeysOf(answer)) : null;
  return { answer, answerKey, skipReason: answer === null ? skipReason : null, comment };
}

function factsOf({
  lead_time: seconds,
  created_at: createdAt,
  ground_truth: isGroundTruth,
  completed_by: by,
}: ReadAnnotation) {
  return {
    durationMs: Math.min(maxDurationMs, Math.round((seconds ?? 0) * 1000)),
    decidedAt: createdAt ? new Date(createdAt).toISOString() : null,
    isGroundTruth: isGroundTruth === true,
    completedBy: personOf(by),
  };
}

function personOf(by: ReadAnnotation['completed_by']): FileDecision['completedBy'] {
  if (by === null || by === undefined) return { id: null, email: null };
  if (typeof by === 'object') return { id: by.id === undefined ? null : String(by.id), email: emailOf(by.email) };
  const text = String(by);
  return text.includes('@') ? { id: null, email: emailOf(text) } : { id: text, email: null };
}

function emailOf(text: string | undefined): string | null {
  return text === undefined ? null : text.trim().toLowerCase();
}

/**
 * The decision's id: its own, where the file came from an export of this kind (by `unique_id`, or by the ids of results,
 * which Label Studio keeps), else one made from what stays the same however often the file is read.
 */
function idOf(
  annotation: ReadAnnotation,
  { externalId, place, taken }: { externalId: string; place: number; taken: ReadonlySet<string> },
): string {
  const [first] = annotation.result ?? [];
  const resultId = z.object({ id: z.string() }).safeParse(first).data?.id.replace(/:\d+$/, '');
  // An annotation that was copied in Label Studio has the results' ids of another.
  const own = [annotation.unique_id, resultId].find((id) => uuid.safeParse(id).success && !taken.has(id ?? ''));
  if (own !== undefined && own !== null) return own.toLowerCase();
  const identity = annotation.id ?? [place, annotation.completed_by, annotation.result];
  return uuidOf(JSON.stringify(['label-studio', externalId, identity]));
}

/** A UUID of version 8 (RFC 9562): made from a hash. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8';
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
