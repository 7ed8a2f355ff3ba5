import type { LabelView } from '@jeoul/shared/labeling/contract';
import { useMemo, useState } from 'react';
import { useFormat } from '../../../lib/use-format.ts';
import { findLabels, type LabelHit } from '../labels/find-labels.ts';
import type { LabelIndex } from '../labels/label-index.ts';
import type { HeldTask } from '../work/work-state.ts';
import { freshView, moved, nextPageFocus, pageStart, treeBack, treeOptions, type WorkView } from './work-view.ts';

/** Everything one can do to the answers of the task under the hand, short of deciding it. */
export type AnswerDesk = {
  view: WorkView;
  isSearching: boolean;
  hits: readonly LabelHit[];
  /** What the tree offers where one is in it. */
  options: readonly LabelView[];
  /** What the model thinks of each label it proposes. */
  probabilities: ReadonlyMap<string, number>;
  /** The label in focus, of which the evidence speaks. */
  focusedKey: string | null;
  /** The label in focus has labels below it. */
  isFamilyInFocus: boolean;
  /** The model proposes something for this task. */
  hasProposals: boolean;
  /** How many answers the focus can move over. */
  count: number;
  choose: (labelKey: string) => void;
  /** A leaf is the answer; a family is opened in the tree. */
  pick: (label: LabelView) => void;
  /** The answer in focus, or the one at this place among those in sight, from 0. */
  take: (place: number | null) => void;
  chooseHit: () => void;
  move: (step: number) => void;
  moveHit: (step: number) => void;
  nextPage: () => void;
  back: () => void;
  toggleTree: () => void;
  /** Out of the tree: to the model's proposals, or to its top where there are none. */
  leaveTree: () => void;
  /** The label in the tree, with the focus on it. */
  show: (labelKey: string) => void;
  openSearch: () => void;
  openSkip: () => void;
  closeOverlay: () => void;
  type: (query: string) => void;
};

type AnswerDeskInput = { held: HeldTask | undefined; index: LabelIndex; onChoose: (labelKey: string) => void };

/** The state of the answers offered. It is the task's own: with the next one it is as new, in the same instant. */
export function useAnswerDesk({ held, index, onChoose }: AnswerDeskInput): AnswerDesk {
  const { locale } = useFormat();
  const task = held?.task;
  const [stored, setStored] = useState(() => freshView(task));
  const isOfTask = stored.taskId === (task?.taskId ?? null);
  const view = isOfTask ? stored : freshView(task);
  const change = (part: Partial<WorkView>) => setStored({ ...view, ...part });

  const scores = task?.prediction?.scores;
  const probabilities = useMemo(
    () => new Map((scores ?? []).map(({ labelKey, probability }) => [labelKey, probability])),
    [scores],
  );
  const hits = useMemo(
    () => (view.query === '' ? [] : findLabels(index, view.query, { locale, probabilities })),
    [index, view.query, locale, probabilities],
  );
  const isSearching = view.overlay === 'search' && view.query.trim() !== '';
  const options = treeOptions(index, view.parentKey);
  const offered =
    view.base === 'proposals' ? (scores ?? []).map(({ labelKey }) => labelKey) : options.map(({ key }) => key);
  const focusedKey = (isSearching ? hits[view.hit]?.label.key : offered[view.focus]) ?? null;

  const pick = (label: LabelView) => {
    if (label.isLeaf) onChoose(label.key);
    else change({ base: 'tree', overlay: null, query: '', hit: 0, parentKey: label.key, focus: 0 });
  };
  const pickKey = (labelKey: string | undefined) => {
    const label = labelKey === undefined ? undefined : index.byKey.get(labelKey);
    if (label) pick(label);
  };
  return {
    view,
    isSearching,
    hits,
    options,
    probabilities,
    focusedKey,
    isFamilyInFocus: focusedKey !== null && index.byKey.get(focusedKey)?.isLeaf === false,
    hasProposals: task?.prediction !== null && task?.prediction !== undefined,
    count: offered.length,
    choose: onChoose,
    pick,
    take: (place) => {
      const first = view.base === 'tree' ? pageStart(view.focus) : 0;
      pickKey(offered[place === null ? view.focus : first + place]);
    },
    chooseHit: () => pickKey(hits[view.hit]?.label.key),
    move: (step) => change({ focus: moved(view.focus, step, offered.length) }),
    moveHit: (step) => change({ hit: moved(view.hit, step, hits.length) }),
    nextPage: () => change({ focus: nextPageFocus(view.focus, offered.length) }),
    back: () => setStored(treeBack(view, index)),
    toggleTree: () => change({ base: view.base === 'tree' ? 'proposals' : 'tree', parentKey: null, focus: 0 }),
    leaveTree: () => change({ base: freshView(task).base, parentKey: null, focus: 0 }),
    show: (labelKey) => {
      const label = index.byKey.get(labelKey);
      if (!label) return;
      const focus = treeOptions(index, label.parentKey).indexOf(label);
      change({ base: 'tree', overlay: null, query: '', hit: 0, parentKey: label.parentKey, focus: Math.max(focus, 0) });
    },
    openSearch: () => change({ overlay: 'search' }),
    openSkip: () => change({ overlay: 'skip' }),
    closeOverlay: () => change({ overlay: null, query: '', hit: 0 }),
    type: (typed) => change({ query: typed, hit: 0, overlay: 'search' }),
  };
}
