import type { LabelView, TaskView } from '@jeoul/shared/labeling/contract';
import type { Combo } from '../../../lib/hotkeys/combo.ts';
import type { LabelIndex } from '../labels/label-index.ts';

/** What the page shows of the task under the hand. It belongs to that task: the next one begins afresh. */
export type WorkView = {
  taskId: string | null;
  /** Where answers are offered: the model's proposals, or the label set's tree. */
  base: 'proposals' | 'tree';
  overlay: 'search' | 'skip' | null;
  /** Which of the answers offered is in focus. */
  focus: number;
  /** What was typed into the search box, and which hit is in focus. */
  query: string;
  hit: number;
  /** Whose children the tree shows; null for the families on top. */
  parentKey: string | null;
};

/** Before there is a model, the tree is what there is to choose from. */
export function freshView(task: TaskView | undefined): WorkView {
  return {
    taskId: task?.taskId ?? null,
    base: task && task.prediction === null ? 'tree' : 'proposals',
    overlay: null,
    focus: 0,
    query: '',
    hit: 0,
    parentKey: null,
  };
}

/** Answers of one column: all proposals, or a column of the tree. */
export const columnRows = 9;

/** Columns of the tree that are in sight at once: a page of it. */
export const pageColumns = 2;
const pageRows = columnRows * pageColumns;

/**
 * The keys of the answers in sight: digits for the first column, letters for the second, in the alphabet's order without
 * those that mean something else while one decides (E, G).
 */
export const placeCombos: readonly Combo[] = [
  ...Array.from({ length: columnRows }, (_, at) => `Digit${at + 1}`),
  ...Array.from('ABCDFHIJK', (letter) => `Key${letter}`),
];

/** What the tree offers at this level. */
export function treeOptions(index: LabelIndex, parentKey: string | null): readonly LabelView[] {
  return index.childrenOf.get(parentKey) ?? [];
}

/** The first answer in sight: that of the page the focus is on. */
export function pageStart(focus: number): number {
  return focus - (focus % pageRows);
}

/** The answers in sight, in columns of nine. */
export function columnsInSight(options: readonly LabelView[], focus: number): readonly (readonly LabelView[])[] {
  const page = options.slice(pageStart(focus), pageStart(focus) + pageRows);
  return Array.from({ length: Math.ceil(page.length / columnRows) }, (_, column) =>
    page.slice(column * columnRows, (column + 1) * columnRows),
  );
}

/** The first answer of the next page, and after the last page of the first one; the focus where all is in sight. */
export function nextPageFocus(focus: number, optionCount: number): number {
  if (!hasPages(optionCount)) return focus;
  const next = pageStart(focus) + pageRows;
  return next < optionCount ? next : 0;
}

/** Whether a level of the tree has more answers than are in sight at once. */
export function hasPages(optionCount: number): boolean {
  return optionCount > pageRows;
}

/** Where the focus goes: one step, within what is there. */
export function moved(focus: number, step: number, count: number): number {
  return Math.min(Math.max(focus + step, 0), Math.max(count - 1, 0));
}

/** The tree one level up, with the focus on the family that was left. */
export function treeBack(view: WorkView, index: LabelIndex): WorkView {
  const left = view.parentKey === null ? undefined : index.byKey.get(view.parentKey);
  if (!left) return view;
  const focus = treeOptions(index, left.parentKey).indexOf(left);
  return { ...view, parentKey: left.parentKey, focus: Math.max(focus, 0) };
}
