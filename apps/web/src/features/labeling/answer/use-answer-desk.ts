import type { LabelView } from '@jeoul/shared/labeling/contract';
import { useMemo, useState } from 'react';
import { useFormat } from '../../../lib/use-format.ts';
import { findLabels, type LabelHit } from '../labels/find-labels.ts';
import type { LabelIndex } from '../labels/label-index.ts';
import type { HeldTask } from '../work/work-state.ts';
import { columnRows, freshView, moved, nextColumnFocus, treeBack, treeOptions, type WorkView } from './work-view.ts';

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
  /** How many answers the focus can move over. */
  count: number;
  choose: (labelKey: string) => void;
  /** A leaf is the answer; a family is opened in the tree. */
  pick: (label: LabelView) => void;
  /** The answer in focus, or the n-th that digits reach. */
  take: (digit: number | null) => void;
  chooseHit: () => void;
  move: (step: number) => void;
  moveHit: (step: number) => void;
  nextColumn: () => void;
  back: () => void;
  toggleTree: () => void;
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
    count: offered.length,
    choose: onChoose,
    pick,
    take: (digit) => {
      const column = view.base === 'tree' ? view.focus - (view.focus % columnRows) : 0;
      pickKey(offered[digit === null ? view.focus : column + digit - 1]);
    },
    chooseHit: () => pickKey(hits[view.hit]?.label.key),
    move: (step) => change({ focus: moved(view.focus, step, offered.length) }),
    moveHit: (step) => change({ hit: moved(view.hit, step, hits.length) }),
    nextColumn: () => change({ focus: nextColumnFocus(view.focus, offered.length) }),
    back: () => setStored(treeBack(view, index)),
    toggleTree: () => change({ base: view.base === 'tree' ? 'proposals' : 'tree', parentKey: null, focus: 0 }),
    openSearch: () => change({ overlay: 'search' }),
    openSkip: () => change({ overlay: 'skip' }),
    closeOverlay: () => change({ overlay: null, query: '', hit: 0 }),
    type: (typed) => change({ query: typed, hit: 0, overlay: 'search' }),
  };
}
