import type { GivenAnswer, ReviewAction, TextSpan } from '@jeoul/shared/labeling/answers';
import type { Veil } from '@jeoul/shared/access/preferences';
import type { LabelView, ReviewView, TaskPrediction } from '@jeoul/shared/labeling/contract';
import { useState } from 'react';
import type { LabelIndex } from '../labels/label-index.ts';
import type { HeldTask } from '../work/work-state.ts';
import {
  actionOf,
  finished,
  freshDraft,
  type Judged,
  type Missing,
  nextReason,
  pressLabel,
  type ReviewDraft,
  toggleMark,
  withSeverity,
} from './review-draft.ts';
import { startsVeiled, useVeil } from './use-veil.ts';
import { spanOver, wordsOf } from './words.ts';

type View = {
  taskId: string;
  draft: ReviewDraft;
  /** Which label the arrows, the evidence and the marks are about. */
  focus: number;
  mode: 'labels' | 'marking' | 'skip' | 'escalate';
  /** The word under the cursor while marking. */
  word: number;
  isVeiled: boolean;
  missing: Missing | null;
};

/** A review under the hand and all one can do to its answer, short of giving it. */
export type ReviewDesk = {
  item: ReviewView;
  prediction: TaskPrediction | null;
  draft: ReviewDraft;
  action: ReviewAction;
  focus: number;
  focusedKey: string | null;
  mode: View['mode'];
  words: readonly TextSpan[];
  word: number;
  isVeiled: boolean;
  missing: Missing | null;
  press: (place: number) => void;
  drop: (place: number) => void;
  grade: (step: number) => void;
  move: (step: number) => void;
  setAction: (action: ReviewAction) => void;
  nextReason: () => void;
  toggleMarking: () => void;
  moveWord: (step: number) => void;
  toggleWord: () => void;
  markOn: (step: number) => void;
  markBetween: (from: number, to: number) => void;
  toggleVeil: () => void;
  openSkip: () => void;
  closePanel: () => void;
  accept: () => void;
  passUp: (comment: string) => void;
};

type DeskInput = {
  held: HeldTask | undefined;
  index: LabelIndex;
  onAnswer: (given: { labelKey: string | null; answer: GivenAnswer; comment?: string }) => void;
};

type Fresh = Judged & { held: HeldTask; labels: readonly LabelView[]; veil: Veil };

function freshView({ held, item, prediction, labels, veil }: Fresh): View {
  const draft = freshDraft({ item, prediction }, held.formerAnswer ?? null);
  // What is proposed first, else what comes nearest to it: that is what a person will want to know of.
  const likeliest = draft.labels[0]?.labelKey ?? prediction?.scores[0]?.labelKey;
  const first = labels.findIndex(({ key }) => key === likeliest);
  return {
    taskId: held.task.taskId,
    draft,
    focus: Math.max(first, 0),
    mode: 'labels',
    word: 0,
    isVeiled: startsVeiled(veil, prediction),
    missing: null,
  };
}

/** The state of the answer being made. It is the task's own: with the next one it is as new, in the same instant. */
export function useReviewDesk({ held, index, onAnswer }: DeskInput): ReviewDesk | null {
  const { veil } = useVeil();
  const [stored, setStored] = useState<View | null>(null);
  const task = held?.task;
  if (!held || task?.item.kind !== 'review') return null;
  const { item, prediction } = task;
  const judged = { item, prediction };
  const { labels } = index;
  const view = stored?.taskId === task.taskId ? stored : freshView({ held, ...judged, labels, veil });
  const { draft, focus, word } = view;
  const words = wordsOf(item.text);
  const focusedKey = labels[focus]?.key ?? null;
  const action = actionOf(draft, (labelKey) => index.byKey.get(labelKey));
  const change = (part: Partial<View>) => setStored({ ...view, missing: null, ...part });
  const put = (next: ReviewDraft, part: Partial<View> = {}) => change({ draft: next, ...part });

  /** The label marks belong to: the one in focus, else the first that is chosen. */
  const marked = () => {
    const chosen = draft.labels.map(({ labelKey }) => labelKey);
    return focusedKey !== null && chosen.includes(focusedKey) ? focusedKey : chosen[0];
  };
  const mark = (from: number, to: number, part: Partial<View> = {}) => {
    const labelKey = marked();
    const span = spanOver(words, from, to);
    if (labelKey === undefined) change({ missing: 'label' });
    else if (span) put(toggleMark(draft, labelKey, span), part);
  };
  const startMarking = (missing: Missing | null) => {
    const labelKey = marked();
    if (labelKey === undefined) change({ missing: 'label' });
    else {
      const place = labels.findIndex(({ key }) => key === labelKey);
      change({ mode: 'marking', focus: place, isVeiled: false, missing });
    }
  };
  const withinWords = (at: number) => Math.min(Math.max(at, 0), Math.max(words.length - 1, 0));

  return {
    item,
    prediction,
    draft,
    action,
    focus,
    focusedKey,
    mode: view.mode,
    words,
    word,
    isVeiled: view.isVeiled,
    missing: view.missing,
    press: (place) => {
      const label = labels[place];
      if (label) put(pressLabel(draft, label.key, judged), { focus: place });
    },
    drop: (place) => {
      const label = labels[place];
      if (label) put(withSeverity(draft, { labelKey: label.key, severity: 0, judged }), { focus: place });
    },
    grade: (step) => {
      if (focusedKey === null) return;
      const severity = draft.labels.find(({ labelKey }) => labelKey === focusedKey)?.severity ?? 0;
      const next = Math.min(severity + step, 3);
      put(withSeverity(draft, { labelKey: focusedKey, severity: next, judged }));
    },
    move: (step) => change({ focus: Math.min(Math.max(focus + step, 0), labels.length - 1) }),
    setAction: (next) => {
      if (next === 'escalate') change({ mode: 'escalate' });
      else put({ ...draft, action: next });
    },
    nextReason: () => put(nextReason(draft, action)),
    toggleMarking: () => (view.mode === 'marking' ? change({ mode: 'labels' }) : startMarking(null)),
    moveWord: (step) => change({ word: withinWords(word + step) }),
    toggleWord: () => mark(word, word),
    markOn: (step) => {
      const next = withinWords(word + step);
      mark(word, next, { word: next });
    },
    markBetween: (from, to) => mark(from, to, { word: to }),
    toggleVeil: () => change({ isVeiled: !view.isVeiled }),
    openSkip: () => change({ mode: 'skip' }),
    closePanel: () => change({ mode: 'labels' }),
    accept: () => {
      // Nobody decides what they have not seen.
      if (view.isVeiled) return change({ isVeiled: false });
      const done = finished(draft, { action, item });
      if (!('missing' in done)) onAnswer(done);
      else if (done.missing === 'mark') startMarking('mark');
      else change({ missing: done.missing });
    },
    passUp: (comment) => {
      const { labels: given } = draft;
      onAnswer({ labelKey: null, answer: { labels: [...given], action: 'escalate' }, comment });
    },
  };
}
