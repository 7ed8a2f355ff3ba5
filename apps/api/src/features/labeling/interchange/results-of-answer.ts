import type { GivenAnswer } from '@jeoul/shared/labeling/answers';
import type { LabelSetKind, SkipReason } from '@jeoul/shared/labeling/contract';
import { maskPersonalData } from '@jeoul/shared/labeling/personal-data';
import { givenKey } from '@jeoul/shared/labeling/polarity';
import type { LabelBook } from './label-book.ts';
import { severityTag, tag, type LabelStudioResult } from './label-studio-format.ts';
import { inCodePoints } from './span-places.ts';

export type Said = { answer: GivenAnswer | null; skipReason: SkipReason | null; comment: string | null };

/**
 * What was said of a task, as the results of an annotation. Their ids are `id`, `id:1` and so on: Label Studio keeps those,
 * so that a decision is known again when it comes back. `text` is the text as it is exported, personal data hidden.
 */
export function resultsOf(
  { answer, skipReason, comment }: Said,
  { id, text, kind, book }: { id: string; text: string; kind: LabelSetKind; book: LabelBook },
): LabelStudioResult[] {
  const results: LabelStudioResult[] = [];
  const add = (type: LabelStudioResult['type'], from: string, value: Record<string, unknown>) => {
    const place = results.length === 0 ? id : `${id}:${results.length}`;
    results.push({ id: place, from_name: from, to_name: tag.text, type, value });
  };
  const labels = answer?.labels ?? [];
  const keys = labels.map(givenKey);
  if (keys.length > 0) {
    if (kind === 'tree') add('taxonomy', tag.label, { taxonomy: keys.map((key) => book.pathOf(key)) });
    else add('choices', tag.label, { choices: keys });
  }
  for (const label of labels) {
    const { labelKey, severity, spans = [] } = label;
    if (severity !== undefined) add('choices', severityTag(labelKey), { choices: [String(severity)] });
    for (const span of spans) {
      const words = text.slice(span.start, span.end);
      add('labels', tag.evidence, { ...inCodePoints(text, span), text: words, labels: [givenKey(label)] });
    }
  }
  if (answer?.action !== undefined) add('choices', tag.action, { choices: [answer.action] });
  if (answer?.policyReason !== undefined) add('choices', tag.policyReason, { choices: [answer.policyReason] });
  if (skipReason !== null) add('choices', tag.skipReason, { choices: [skipReason] });
  if (comment !== null && comment !== '') add('textarea', tag.comment, { text: [maskPersonalData(comment)] });
  return results;
}
