import { answerKeyOf, type GivenAnswer } from '@jeoul/shared/labeling/answers';
import type { BatchTouched } from '@jeoul/shared/labeling/similar';
import type { LeasedTask, SkipReason, TaskPrediction, TaskView } from '@jeoul/shared/labeling/contract';

/** A task on the page. */
export type HeldTask = {
  task: TaskView;
  /** Null as long as an undo has not brought the task's new lease. */
  fence: number | null;
  /** Someone else has it by now: what is decided here will be refused. */
  isLost: boolean;
  /** What this person said of it before taking it back. */
  formerLabelKey: string | null;
  /** The same in full, where an item has any number of labels. */
  formerAnswer?: GivenAnswer | null;
};

/** A decision of this person that stands, or is on its way. */
export type DoneRow = {
  decisionId: string;
  task: TaskView;
  /** The answer key. */
  labelKey: string | null;
  answer?: GivenAnswer | null;
  comment?: string;
  skipReason: SkipReason | null;
  predictedLabelKey: string | null;
  decidedAt: string;
  /** It stands for a batch with its id, and is taken back with all of it. */
  batch?: BatchTouched | null;
  /** The batch is being taken back. */
  isLeaving?: boolean;
};

/** The head's figures: what waits in the queue, and this person's day in it. */
export type Tally = { waiting: number | null; decided: number; proposed: number; accepted: number };

export type WorkState = {
  /** The task under the hand, then those to come. */
  held: readonly HeldTask[];
  /** Newest first. */
  done: readonly DoneRow[];
  /** The queue had no more to give when it was last asked. */
  isDrained: boolean;
  tally: Tally;
};

export const emptyWork: WorkState = {
  held: [],
  done: [],
  isDrained: false,
  tally: { waiting: null, decided: 0, proposed: 0, accepted: 0 },
};

/** What a model proposes, in one word. */
export function proposedKey(prediction: TaskPrediction | null): string | null {
  if (prediction?.proposed) return answerKeyOf(prediction.proposed.map(({ labelKey }) => labelKey));
  return prediction?.scores[0]?.labelKey ?? null;
}

/** The page keeps this many tasks, the one under the hand included, and asks for more when so few are left. */
const fullHand = 9;
const lowHand = 5;

/** How many more tasks to ask for now: none until only a few are left. */
export function wantedTasks(held: number): number {
  return held <= lowHand ? fullHand - held : 0;
}

/** What a row changes in the day's figures. Of a batch's other proposals the page knows nothing: the server counts them. */
function counted(tally: Tally, row: DoneRow, sign: 1 | -1): Tally {
  if (row.labelKey === null) return tally;
  const tasks = row.batch?.tasks ?? 1;
  const isProposed = row.predictedLabelKey !== null;
  return {
    waiting: tally.waiting === null ? null : Math.max(0, tally.waiting - sign * tasks),
    decided: tally.decided + sign * tasks,
    proposed: tally.proposed + (isProposed ? sign : 0),
    accepted: tally.accepted + (isProposed && row.labelKey === row.predictedLabelKey ? sign : 0),
  };
}

/** The task of the decision leaves the page and the next takes its place. */
export function afterDecision(state: WorkState, row: DoneRow): WorkState {
  return {
    ...state,
    held: state.held.filter(({ task }) => task.taskId !== row.task.taskId),
    done: [row, ...state.done],
    tally: counted(state.tally, row, 1),
  };
}

/** The same for a batch: its other tasks leave the page as well. */
export function afterBatch(state: WorkState, row: DoneRow, taskIds: ReadonlySet<string>): WorkState {
  const after = afterDecision(state, row);
  return { ...after, held: after.held.filter(({ task }) => !taskIds.has(task.taskId)) };
}

/** A batch is on its way back, or (`isLeaving` false) stands after all. */
export function withLeaving(state: WorkState, decisionId: string, isLeaving: boolean): WorkState {
  return { ...state, done: state.done.map((row) => (row.decisionId === decisionId ? { ...row, isLeaving } : row)) };
}

/** A batch was taken back: the task it began with is in front again, or right behind one taken up meanwhile. */
export function afterBatchUndo(
  state: WorkState,
  { decisionId, task, hasMoved }: { decisionId: string; task: LeasedTask | null; hasMoved: boolean },
): WorkState {
  const row = state.done.find((one) => one.decisionId === decisionId);
  if (row && task && !hasMoved) return afterUndo(state, decisionId, task.fence);
  const without = afterRefusal(state, decisionId);
  return task ? afterUndone(without, task) : without;
}

/** The task of a decision taken back comes to the front, with what was said of it. */
export function afterUndo(state: WorkState, decisionId: string, fence: number | null): WorkState {
  const row = state.done.find((one) => one.decisionId === decisionId);
  if (!row) return state;
  const { task, labelKey: formerLabelKey, answer: formerAnswer = null } = row;
  const back: HeldTask = { task, fence, isLost: false, formerLabelKey, formerAnswer };
  return {
    ...state,
    held: [back, ...state.held.filter(({ task }) => task.taskId !== row.task.taskId)],
    done: state.done.filter((one) => one !== row),
    tally: counted(state.tally, row, -1),
  };
}

/** A refused decision is not among what was done: it is shown beside what stands instead. */
export function afterRefusal(state: WorkState, decisionId: string): WorkState {
  const row = state.done.find((one) => one.decisionId === decisionId);
  if (!row) return state;
  return { ...state, done: state.done.filter((one) => one !== row), tally: counted(state.tally, row, -1) };
}

/**
 * Claimed tasks go behind those on the page. `settled` are tasks decided while the claim was under way, which must not
 * come back; one that is on the page already (taken back meanwhile) gets its lease.
 */
export function afterClaim(
  state: WorkState,
  input: { tasks: readonly LeasedTask[]; asked: number; settled: ReadonlySet<string> },
): WorkState {
  const known = new Set(state.held.map(({ task }) => task.taskId));
  const fresh = input.tasks.filter((task) => !known.has(task.taskId) && !input.settled.has(task.taskId));
  const held = input.tasks.reduce((all, task) => withLease(all, task), state.held);
  return { ...state, held: [...held, ...fresh.map(heldOf)], isDrained: input.tasks.length < input.asked };
}

function heldOf({ taskId, createdAt, item, prediction, fence }: LeasedTask): HeldTask {
  return { task: { taskId, createdAt, item, prediction }, fence, isLost: false, formerLabelKey: null };
}

function withLease(held: readonly HeldTask[], leased: LeasedTask): readonly HeldTask[] {
  return held.map((one) => {
    if (one.task.taskId !== leased.taskId || (one.fence !== null && one.fence >= leased.fence)) return one;
    return { ...one, fence: leased.fence, isLost: false };
  });
}

/**
 * An undo was answered: its task has a lease again. One from before a reload is not on the page yet, and comes right
 * behind what is under the hand by now.
 */
export function afterUndone(state: WorkState, leased: LeasedTask): WorkState {
  const isThere = state.held.some(({ task }) => task.taskId === leased.taskId);
  if (isThere) return { ...state, held: withLease(state.held, leased) };
  return { ...state, held: [...state.held.slice(0, 1), heldOf(leased), ...state.held.slice(1)] };
}

/** A task that turned out not to be this person's to decide. */
export function withoutTask(state: WorkState, taskId: string): WorkState {
  return { ...state, held: state.held.filter(({ task }) => task.taskId !== taskId) };
}

/**
 * Leases that could not be extended. Tasks to come go quietly; the one under the hand stays, marked, unless nobody is
 * working at it (`isUnattended`): nothing is swapped while a key is being pressed.
 */
export function afterExtension(
  state: WorkState,
  input: { sent: ReadonlySet<string>; kept: ReadonlySet<string>; isUnattended: boolean },
): WorkState {
  const isLost = ({ task }: HeldTask) => input.sent.has(task.taskId) && !input.kept.has(task.taskId);
  if (!state.held.some(isLost)) return state;
  return {
    ...state,
    isDrained: false,
    held: state.held.flatMap((one, index) => {
      if (!isLost(one)) return one;
      return index === 0 && !input.isUnattended ? { ...one, isLost: true } : [];
    }),
  };
}

/** Another model took over: the tasks to come show what it thinks, and the one under the hand if no model had a say. */
export function withPredictions(state: WorkState, predictions: ReadonlyMap<string, TaskPrediction | null>): WorkState {
  return {
    ...state,
    held: state.held.map((one, index) => {
      const prediction = predictions.get(one.task.taskId);
      const mayChange = index > 0 || one.task.prediction === null;
      return prediction && mayChange ? { ...one, task: { ...one.task, prediction } } : one;
    }),
  };
}

/**
 * Puts what the server remembers among what the page knows: under what is too new for the server's answer, above what is
 * too old for it, without what was taken back since.
 */
export function withRecent(state: WorkState, recent: readonly DoneRow[], takenBack: ReadonlySet<string>): WorkState {
  const ids = new Set(recent.map((row) => row.decisionId));
  const known = new Map(state.done.map((row) => [row.decisionId, row]));
  const first = state.done.findIndex((row) => ids.has(row.decisionId));
  const newer = first < 0 ? state.done : state.done.slice(0, first);
  const older = first < 0 ? [] : state.done.slice(first).filter((row) => !ids.has(row.decisionId));
  const remembered = recent
    .filter((row) => !takenBack.has(row.decisionId))
    .map((row) => known.get(row.decisionId) ?? row);
  return { ...state, done: [...newer, ...remembered, ...older] };
}
