import type { GivenAnswer, TextSpan } from '@jeoul/shared/labeling/answers';
import type { Veil } from '@jeoul/shared/access/preferences';
import type { LabelView, ReviewView, TaskPrediction } from '@jeoul/shared/labeling/contract';
import { useState } from 'react';
import { toggleMark } from '../reviews/review-draft.ts';
import { useVeil } from '../reviews/use-veil.ts';
import { spanOver } from '../reviews/words.ts';
import type { HeldTask } from '../work/work-state.ts';
import {
  acceptAspect,
  type AspectDraft,
  dropAspect,
  finished,
  freshDraft,
  pressAspect,
  turnAspect,
} from './aspect-draft.ts';
import { aspectWordsOf } from './aspect-words.ts';
import type { AspectFamily } from './aspect-families.ts';

type View = {
  taskId: string;
  draft: AspectDraft;
  /** Which label the arrows, the guideline and the marks are about. */
  focus: number;
  mode: 'labels' | 'marking' | 'skip' | 'escalate';
  /** The word under the cursor while marking. */
  word: number;
  /** Words that were marked before it was said what they show. */
  marked: TextSpan | null;
  isVeiled: boolean;
};

/** A review under the hand and all one can do to its answer, short of giving it. */
export type AspectDesk = {
  item: ReviewView;
  prediction: TaskPrediction | null;
  draft: AspectDraft;
  focus: number;
  focusedKey: string | null;
  mode: View['mode'];
  words: readonly TextSpan[];
  word: number;
  marked: TextSpan | null;
  isVeiled: boolean;
  press: (place: number) => void;
  drop: (place: number) => void;
  turn: (step: number) => void;
  move: (step: number) => void;
  acceptOne: () => void;
  toggleMarking: () => void;
  moveWord: (step: number) => void;
  toggleWord: () => void;
  markOn: (step: number) => void;
  markBetween: (from: number, to: number) => void;
  toggleVeil: () => void;
  openSkip: () => void;
  openPassUp: () => void;
  closePanel: () => void;
  give: (how: { isOnlyAccepted: boolean }) => void;
  passUp: (comment: string) => void;
};

type DeskInput = {
  held: HeldTask | undefined;
  families: readonly AspectFamily[];
  onAnswer: (given: { labelKey: string | null; answer: GivenAnswer; comment?: string }) => void;
};

/** What this queue's model says of a review tells nothing of harm: that is known from elsewhere. */
function startsVeiled(veil: Veil, { visibility, mayHurt }: ReviewView): boolean {
  return veil === 'always' || (veil === 'likely' && (mayHurt || visibility !== 'visible'));
}

function freshView(held: HeldTask, item: ReviewView, { labels, veil }: { labels: LabelView[]; veil: Veil }): View {
  const { taskId, prediction } = held.task;
  const draft = freshDraft({ text: item.text, prediction }, held.formerAnswer ?? null);
  const first = draft.labels[0]?.labelKey;
  return {
    taskId,
    draft,
    focus: Math.max(
      0,
      labels.findIndex(({ key }) => key === first),
    ),
    mode: 'labels',
    word: 0,
    marked: null,
    isVeiled: startsVeiled(veil, item),
  };
}

/** The state of the answer being made. It is the task's own: with the next one it is as new, in the same instant. */
export function useAspectDesk({ held, families, onAnswer }: DeskInput): AspectDesk | null {
  const { veil } = useVeil();
  const [stored, setStored] = useState<View | null>(null);
  const task = held?.task;
  if (!held || task?.item.kind !== 'review') return null;
  const { item, prediction } = task;
  const labels = families.flatMap(({ aspects }) => aspects.map(({ label }) => label));
  const view = stored?.taskId === task.taskId ? stored : freshView(held, item, { labels, veil });
  const { draft, focus, word, marked } = view;
  const words = aspectWordsOf(item.text);
  const focusedKey = labels[focus]?.key ?? null;
  const change = (part: Partial<View>) => setStored({ ...view, ...part });
  const put = (next: AspectDraft, part: Partial<View> = {}) => change({ draft: next, ...part });
  const placeOf = (labelKey: string | undefined) => {
    const place = labels.findIndex(({ key }) => key === labelKey);
    return place < 0 ? focus : place;
  };
  const withinWords = (at: number) => Math.min(Math.max(at, 0), Math.max(words.length - 1, 0));

  /** Marks words for the label in focus; where that is not chosen they wait for the one that will be. */
  const mark = (from: number, to: number, part: Partial<View> = {}) => {
    const span = spanOver(words, from, to);
    if (!span || focusedKey === null) return;
    const isChosen = draft.labels.some(({ labelKey }) => labelKey === focusedKey);
    if (isChosen) return put(toggleMark(draft, focusedKey, span), part);
    const isSame = marked !== null && marked.start <= span.start && marked.end >= span.end;
    const touches = marked !== null && span.start <= marked.end + 1 && span.end >= marked.start - 1;
    const joined = touches ? { start: Math.min(marked.start, span.start), end: Math.max(marked.end, span.end) } : span;
    change({ marked: isSame ? null : joined, ...part });
  };

  return {
    item,
    prediction,
    draft,
    focus,
    focusedKey,
    mode: view.mode,
    words,
    word,
    marked,
    isVeiled: view.isVeiled,
    press: (place) => {
      const label = labels[place];
      if (label) put(pressAspect(draft, label.key, marked), { focus: place, marked: null });
    },
    drop: (place) => {
      const label = labels[place];
      if (label) put(dropAspect(draft, label.key), { focus: place });
    },
    turn: (step) => {
      if (focusedKey !== null) put(turnAspect(draft, focusedKey, step));
    },
    move: (step) => change({ focus: Math.min(Math.max(focus + step, 0), labels.length - 1) }),
    acceptOne: () => {
      const isFocused = focusedKey !== null && draft.untouched.includes(focusedKey);
      const accepted = isFocused ? focusedKey : draft.untouched[0];
      if (accepted === undefined) return;
      const next = acceptAspect(draft, accepted);
      put(next, { focus: placeOf(next.untouched[0] ?? accepted) });
    },
    toggleMarking: () => change(view.mode === 'marking' ? { mode: 'labels' } : { mode: 'marking', isVeiled: false }),
    moveWord: (step) => change({ word: withinWords(word + step) }),
    toggleWord: () => mark(word, word),
    markOn: (step) => {
      const next = withinWords(word + step);
      mark(word, next, { word: next });
    },
    markBetween: (from, to) => mark(from, to, { word: to }),
    toggleVeil: () => change({ isVeiled: !view.isVeiled }),
    openSkip: () => change({ mode: 'skip' }),
    openPassUp: () => change({ mode: 'escalate' }),
    closePanel: () => change({ mode: 'labels' }),
    give: (how) => {
      // Nobody decides what they have not seen.
      if (view.isVeiled) change({ isVeiled: false });
      else onAnswer(finished(draft, how));
    },
    passUp: (comment) => {
      const { answer } = finished(draft, { isOnlyAccepted: true });
      onAnswer({ labelKey: null, answer: { ...answer, action: 'escalate' }, comment });
    },
  };
}
