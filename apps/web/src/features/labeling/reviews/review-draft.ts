import {
  answerKeyOf,
  type GivenAnswer,
  type GivenLabel,
  isEffectAction,
  joinedSpans,
  type PolicyReason,
  policyReasons,
  type ReviewAction,
  type Severity,
  spansOf,
  type TextSpan,
  usualAction,
  usualReason,
} from '@jeoul/shared/labeling/answers';
import type { LabelView, ReviewView, TaskPrediction } from '@jeoul/shared/labeling/contract';

/** The answer to a review as it stands on the page before it is given. */
export type ReviewDraft = {
  labels: readonly GivenLabel[];
  /** Labels that are as the model proposed them: what nobody has touched is the model's word still. */
  untouched: readonly string[];
  /** Null as long as what is usually done for the labels is right. */
  action: ReviewAction | null;
  policyReason: PolicyReason | null;
};

/** The review and what the model makes of it. */
export type Judged = { item: ReviewView; prediction: TaskPrediction | null };

/** What a model proposes is taken for plain, neither mild nor grave. */
const proposedSeverity: Severity = 2;
/** Of what moved the model, the stretches at least this strong beside the strongest are evidence. */
const leastShare = 0.4;

/** What the page begins with: what this person had said before taking it back, else what the model proposes. */
export function freshDraft({ item, prediction }: Judged, former: GivenAnswer | null): ReviewDraft {
  if (former) {
    const { labels, action = null, policyReason = null } = former;
    return { labels, untouched: [], action: action === 'escalate' ? null : action, policyReason };
  }
  const labels = (prediction?.proposed ?? []).map(({ labelKey }): GivenLabel => {
    return { labelKey, severity: proposedSeverity, spans: evidenceFor(labelKey, { item, prediction }) };
  });
  return { labels, untouched: labels.map(({ labelKey }) => labelKey), action: null, policyReason: null };
}

/**
 * Where in the text a label shows, as far as the model can tell: the stretches that moved it most, each widened to the whole
 * of a disguised word or a piece of personal data that it touches.
 */
export function evidenceFor(labelKey: string, { item, prediction }: Judged): TextSpan[] {
  const spans = prediction?.proposed?.find((one) => one.labelKey === labelKey)?.spans ?? [];
  const strongest = Math.max(0, ...spans.map(({ contribution }) => contribution));
  const known = [...item.personal, ...item.recovered];
  return joinedSpans(
    spans
      .filter(({ contribution }) => contribution > 0 && contribution >= strongest * leastShare)
      .map((span) => known.find(({ start, end }) => start < span.end && end > span.start) ?? span),
  );
}

/** The label by its key once more: chosen mild, then plain, then grave, then not chosen. */
export function pressLabel(draft: ReviewDraft, labelKey: string, judged: Judged): ReviewDraft {
  const chosen = draft.labels.find((label) => label.labelKey === labelKey);
  const severity = chosen?.severity ?? 0;
  return withSeverity(draft, { labelKey, severity: severity + 1, judged });
}

/** The label with this severity; below 1 and above 3 it is not chosen. */
export function withSeverity(
  draft: ReviewDraft,
  { labelKey, severity, judged }: { labelKey: string; severity: number; judged: Judged },
): ReviewDraft {
  const others = draft.labels.filter((label) => label.labelKey !== labelKey);
  const touched = { ...draft, untouched: draft.untouched.filter((key) => key !== labelKey) };
  if (severity !== 1 && severity !== 2 && severity !== 3) return { ...touched, labels: others };
  const chosen = draft.labels.find((label) => label.labelKey === labelKey);
  if (!chosen) return { ...touched, labels: [...others, { labelKey, severity, spans: evidenceFor(labelKey, judged) }] };
  return { ...touched, labels: draft.labels.map((label) => (label === chosen ? { ...chosen, severity } : label)) };
}

/** Marks a part of the text as evidence for a chosen label; a part that is marked already is unmarked. */
export function toggleMark<Draft extends Pick<ReviewDraft, 'labels' | 'untouched'>>(
  draft: Draft,
  labelKey: string,
  span: TextSpan,
): Draft {
  const labels = draft.labels.map((label) => {
    if (label.labelKey !== labelKey) return label;
    const spans = label.spans ?? [];
    const isMarked = spans.some(({ start, end }) => start <= span.start && end >= span.end);
    return { ...label, spans: isMarked ? without(spans, span) : joinedSpans([...spans, span]) };
  });
  return { ...draft, labels, untouched: draft.untouched.filter((key) => key !== labelKey) };
}

function without(spans: readonly TextSpan[], gone: TextSpan): TextSpan[] {
  return spans
    .flatMap(({ start, end }) => [
      { start, end: Math.min(end, gone.start) },
      { start: Math.max(start, gone.end), end },
    ])
    .filter(({ start, end }) => start < end);
}

/** The next reason to rest the action on. */
export function nextReason(draft: ReviewDraft, action: ReviewAction): ReviewDraft {
  const at = policyReasons.indexOf(draft.policyReason ?? usualReason(action));
  return { ...draft, policyReason: policyReasons[(at + 1) % policyReasons.length] ?? null };
}

/** What will be done as the draft stands. */
export function actionOf(draft: ReviewDraft, labelOf: (labelKey: string) => LabelView | undefined): ReviewAction {
  if (draft.action !== null) return draft.action;
  return usualAction(draft.labels.map(({ labelKey }) => labelOf(labelKey)?.usualAction ?? null));
}

/** What still keeps the draft from being an answer. */
export type Missing = 'label' | 'mark';

/**
 * The draft as an answer, with its answer key; or what is missing in it. Masking what nobody marked masks the personal data
 * and the disguised words in it, if there are any.
 */
export function finished(
  draft: ReviewDraft,
  { action, item }: { action: ReviewAction; item: ReviewView },
): { answer: GivenAnswer; labelKey: string } | { missing: Missing } {
  const labels = draft.labels.map(withoutEmptySpans);
  const labelKey = answerKeyOf(labels.map((label) => label.labelKey));
  if (!isEffectAction(action)) return { answer: { labels, action }, labelKey };
  const [first] = labels;
  if (!first) return { missing: 'label' };
  const answer = { labels, action, policyReason: draft.policyReason ?? usualReason(action) };
  if (action !== 'mask' || spansOf(answer).length > 0) return { answer, labelKey };
  const known = joinedSpans([...item.personal, ...item.recovered]);
  if (known.length === 0) return { missing: 'mark' };
  return { answer: { ...answer, labels: [{ ...first, spans: known }, ...labels.slice(1)] }, labelKey };
}

function withoutEmptySpans({ spans, ...label }: GivenLabel): GivenLabel {
  return spans && spans.length > 0 ? { ...label, spans } : label;
}
