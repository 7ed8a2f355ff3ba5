import {
  answerKeyOf,
  type GivenAnswer,
  type GivenLabel,
  givenKeysOf,
  joinedSpans,
  type TextSpan,
} from '@jeoul/shared/labeling/answers';
import type { TaskPrediction } from '@jeoul/shared/labeling/contract';
import { type Polarity, polarities, polarOf } from '@jeoul/shared/labeling/polarity';
import { aspectWordsOf } from './aspect-words.ts';

/** What a review says of taste and texture, as it stands on the page before it is given. */
export type AspectDraft = {
  labels: readonly GivenLabel[];
  /** Labels that nobody has accepted or touched: the model's word still. */
  untouched: readonly string[];
};

/** The text and what the model makes of it. */
export type Judged = { text: string; prediction: TaskPrediction | null };

/** Of what moved the model, the stretches at least this strong beside the strongest are evidence. */
const leastShare = 0.4;
/** A stretch is widened to its word, unless that is a sentence somebody wrote without spaces. */
const longestWord = 12;

/** What the page begins with: what this person had said before taking it back, else what the model proposes. */
export function freshDraft({ text, prediction }: Judged, former: GivenAnswer | null): AspectDraft {
  if (former) return { labels: former.labels, untouched: [] };
  const labels = (prediction?.proposed ?? []).flatMap(({ labelKey: key, spans }): GivenLabel[] => {
    const polar = polarOf(key);
    return polar ? [{ ...polar, spans: evidenceIn(text, spans) }] : [];
  });
  return { labels, untouched: labels.map(({ labelKey }) => labelKey) };
}

/** Where in the text a label shows, as far as the model can tell: the words that moved it most, neighbours as one. */
export function evidenceIn(text: string, spans: readonly (TextSpan & { contribution: number })[]): TextSpan[] {
  const strongest = Math.max(0, ...spans.map(({ contribution }) => contribution));
  const words = aspectWordsOf(text);
  const strong = spans
    .filter(({ contribution }) => contribution > 0 && contribution >= strongest * leastShare)
    .flatMap((span) => {
      const touched = words.filter(({ start, end }) => start < span.end && end > span.start);
      return touched.map((word) => (word.end - word.start <= longestWord ? word : within(span, word)));
    });
  return joinedSpans(strong).reduce<TextSpan[]>((joined, span) => {
    const last = joined.at(-1);
    const isNext = last !== undefined && text.slice(last.end, span.start).trim() === '';
    return isNext ? [...joined.slice(0, -1), { start: last.start, end: span.end }] : [...joined, span];
  }, []);
}

function within(span: TextSpan, word: TextSpan): TextSpan {
  return { start: Math.max(span.start, word.start), end: Math.min(span.end, word.end) };
}

/**
 * The label by its key: what is not chosen becomes positive, with what was marked beforehand as its evidence; what the model
 * proposes is accepted as it is; what is chosen goes on to negative, neutral and not chosen.
 */
export function pressAspect(draft: AspectDraft, labelKey: string, marked: TextSpan | null = null): AspectDraft {
  const chosen = draft.labels.find((label) => label.labelKey === labelKey);
  if (!chosen) return choose(draft, labelKey, marked);
  if (draft.untouched.includes(labelKey)) return acceptAspect(draft, labelKey);
  const next = polarities[polarities.indexOf(chosen.polarity ?? 'neutral') + 1];
  return next === undefined ? dropAspect(draft, labelKey) : withPolarity(draft, labelKey, next);
}

function choose(draft: AspectDraft, labelKey: string, marked: TextSpan | null): AspectDraft {
  return { ...draft, labels: [...draft.labels, { labelKey, polarity: 'positive', spans: marked ? [marked] : [] }] };
}

/** The chosen label's polarity some steps on, round and round; a label that is not chosen becomes positive. */
export function turnAspect(draft: AspectDraft, labelKey: string, step: number): AspectDraft {
  const chosen = draft.labels.find((label) => label.labelKey === labelKey);
  if (!chosen) return choose(draft, labelKey, null);
  const at = polarities.indexOf(chosen.polarity ?? 'neutral') + step + polarities.length;
  return withPolarity(draft, labelKey, polarities[at % polarities.length] ?? 'neutral');
}

function withPolarity(draft: AspectDraft, labelKey: string, polarity: Polarity): AspectDraft {
  const labels = draft.labels.map((label) => (label.labelKey === labelKey ? { ...label, polarity } : label));
  return { ...acceptAspect(draft, labelKey), labels };
}

/** The label as the model proposes it, as a person's word from here on. */
export function acceptAspect(draft: AspectDraft, labelKey: string): AspectDraft {
  return { ...draft, untouched: draft.untouched.filter((key) => key !== labelKey) };
}

export function dropAspect(draft: AspectDraft, labelKey: string): AspectDraft {
  return { ...acceptAspect(draft, labelKey), labels: draft.labels.filter((label) => label.labelKey !== labelKey) };
}

/** The draft as an answer with its answer key: all of it, or only what a person has accepted or said. */
export function finished(
  { labels, untouched }: AspectDraft,
  { isOnlyAccepted }: { isOnlyAccepted: boolean },
): { answer: GivenAnswer; labelKey: string } {
  const given = labels
    .filter(({ labelKey }) => !isOnlyAccepted || !untouched.includes(labelKey))
    .map(({ spans, ...label }): GivenLabel => (spans && spans.length > 0 ? { ...label, spans } : label));
  return { answer: { labels: given }, labelKey: answerKeyOf(givenKeysOf({ labels: given })) };
}
