import type { LabelView, TaskView } from '@jeoul/shared/labeling/contract';
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

/** Answers that digits reach at once: one column of the tree, or all proposals. */
export const columnRows = 9;

/** What the tree offers at this level. */
export function treeOptions(index: LabelIndex, parentKey: string | null): readonly LabelView[] {
  return index.childrenOf.get(parentKey) ?? [];
}

/** The tree's level in columns of nine, of which digits reach the one in focus. */
export function treeColumns(options: readonly LabelView[]): readonly (readonly LabelView[])[] {
  return Array.from({ length: Math.ceil(options.length / columnRows) }, (_, column) =>
    options.slice(column * columnRows, (column + 1) * columnRows),
  );
}

/** The first answer of the column after the one in focus, and after the last one the first again. */
export function nextColumnFocus(focus: number, optionCount: number): number {
  const next = (Math.floor(focus / columnRows) + 1) * columnRows;
  return next < optionCount ? next : 0;
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
