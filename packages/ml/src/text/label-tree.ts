import { TextModelError } from './text-model-error.ts';

/** A label. The labels of a data set form a tree of up to three levels; flat labels have no parent. */
export type LabelNode = { key: string; parentKey: string | null };

/** `single`: one label of a flat list; `tree`: one label of a tree; `multi`: any number of labels of a flat list. */
export type LabelKind = 'single' | 'tree' | 'multi';

/**
 * Siblings and the choice between them: one classifier each. `members` are indexes into the labels, `parent` is the
 * index of the label they belong to, or -1 for those on top.
 */
export type LabelFamily = { parent: number; members: readonly number[] };

export type LabelTree = {
  kind: LabelKind;
  labels: readonly LabelNode[];
  indexOf: ReadonlyMap<string, number>;
  /** Parents come before their children. Families of one are left out: there is nothing to choose. */
  families: readonly LabelFamily[];
  /** For each label, the index of its parent or -1. */
  parents: Int32Array;
  /** Labels without children. */
  leaves: readonly number[];
};

const MOST_LEVELS = 3;

/** Checks the labels and arranges them in families. Throws `BAD_LABELS`. */
export function buildLabelTree(kind: LabelKind, labels: readonly LabelNode[]): LabelTree {
  if (labels.length === 0) throw new TextModelError('BAD_LABELS', 'there are no labels');
  const indexOf = new Map(labels.map(({ key }, index) => [key, index]));
  if (indexOf.size !== labels.length) throw new TextModelError('BAD_LABELS', 'a label key is there twice');
  const parents = new Int32Array(labels.length).fill(-1);
  const membersOf = new Map<number, number[]>();
  for (const [index, { key, parentKey }] of labels.entries()) {
    const parent = parentKey === null ? -1 : indexOf.get(parentKey);
    if (parent === undefined) throw new TextModelError('BAD_LABELS', `the parent of label "${key}" is missing`);
    if (parent >= 0 && kind !== 'tree')
      throw new TextModelError('BAD_LABELS', `label "${key}" of a flat list has a parent`);
    parents[index] = parent;
    const members = membersOf.get(parent);
    if (members) members.push(index);
    else membersOf.set(parent, [index]);
  }
  const families = [...familiesFrom(-1, membersOf, 0)];
  const reached = families.reduce((sum, { members }) => sum + members.length, 0);
  if (reached !== labels.length) throw new TextModelError('BAD_LABELS', 'a label is its own ancestor');
  return {
    kind,
    labels,
    indexOf,
    families: kind === 'multi' ? families : families.filter(({ members }) => members.length > 1),
    parents,
    leaves: labels.map((_, index) => index).filter((index) => !membersOf.has(index)),
  };
}

function* familiesFrom(parent: number, membersOf: Map<number, number[]>, depth: number): Generator<LabelFamily> {
  const members = membersOf.get(parent);
  if (!members) return;
  if (depth >= MOST_LEVELS) throw new TextModelError('BAD_LABELS', `labels are more than ${MOST_LEVELS} levels deep`);
  yield { parent, members };
  for (const member of members) yield* familiesFrom(member, membersOf, depth + 1);
}
