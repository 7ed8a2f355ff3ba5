import type {
  DecisionInput,
  DecisionOutcome,
  LeasedTask,
  TaskView,
  UndoOutcome,
} from '@jeoul/shared/labeling/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Outbox, type OutboxDeps } from './outbox.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import type { OutboxChange } from './outbox-store.ts';
import type { SendFailure } from './send-failure.ts';

function viewOf(taskId: string): TaskView {
  return {
    taskId,
    createdAt: '2026-01-01T00:00:00.000Z',
    item: {
      kind: 'menu_item',
      id: taskId,
      name: taskId,
      options: null,
      priceKrw: null,
      weeklyOrders: 0,
      storeId: 's',
      storeName: 's',
      district: null,
      currentLabelKey: null,
    },
    prediction: null,
  };
}

/** The rules of the server: a fence guards a task, ids make repeats harmless. */
class Server {
  readonly tasks = new Map<string, { fence: number; label: string | null; decisionId: string | null }>();
  readonly decisions = new Map<string, { taskId: string; isUndone: boolean }>();

  task(taskId: string) {
    const task = this.tasks.get(taskId) ?? { fence: 1, label: null, decisionId: null };
    this.tasks.set(taskId, task);
    return task;
  }

  decide(decisions: readonly DecisionInput[]): DecisionOutcome[] {
    return decisions.map(({ decisionId, taskId, fence, labelKey }) => {
      const task = this.task(taskId);
      if (this.decisions.has(decisionId)) return { decisionId, status: 'acknowledged' };
      if (task.decisionId !== null || task.fence !== fence) {
        const reason = task.decisionId === null ? 'LEASE_LOST' : 'ALREADY_DECIDED';
        return { decisionId, status: 'conflict', reason, decidedBy: null, decidedAt: null, standingLabelKey: null };
      }
      this.decisions.set(decisionId, { taskId, isUndone: false });
      Object.assign(task, { label: labelKey, decisionId });
      return { decisionId, status: 'acknowledged' };
    });
  }

  undo(decisionId: string): UndoOutcome {
    const decision = this.decisions.get(decisionId);
    if (!decision) throw new Error('refused');
    const task = this.task(decision.taskId);
    if (!decision.isUndone) {
      if (task.decisionId !== decisionId) throw new Error('refused');
      decision.isUndone = true;
      Object.assign(task, { label: null, decisionId: null, fence: task.fence + 1 });
    }
    const leased: LeasedTask = { ...viewOf(decision.taskId), fence: task.fence, leaseExpiresAt: '' };
    return { task: task.decisionId === null ? leased : null };
  }

  /** Somebody else takes the task and decides it. */
  steal(taskId: string): void {
    Object.assign(this.task(taskId), { fence: 99, label: 'theirs', decisionId: 'theirs' });
  }
}

class Disk {
  readonly kept = new Map<string, OutboxEntry>();
  read = async () => [...this.kept.values()].sort((a, b) => a.order - b.order);
  write = async ({ put, remove }: OutboxChange) => {
    for (const entry of put) this.kept.set(entry.id, structuredClone(entry));
    for (const id of remove) this.kept.delete(id);
  };
}

type Network = 'up' | 'down' | 'answers-lost' | 'failing';

/** One operator with a browser, a network that fails, and the server. */
class Bench {
  readonly server = new Server();
  readonly disk = new Disk();
  network: Network = 'up';
  sent: string[] = [];
  outbox = this.open();
  #made = 0;
  /** What the operator last meant each task to be. */
  readonly meant = new Map<string, string | null>();
  readonly done: { decisionId: string; taskId: string }[] = [];
  readonly fences = new Map<string, number | null>();

  open(): Outbox {
    const call = async <T>(run: () => T): Promise<T> => {
      if (this.network === 'down') throw new Error('unreachable');
      if (this.network === 'failing') throw new Error('failing');
      const answer = run();
      if (this.network === 'answers-lost') throw new Error('unreachable');
      return answer;
    };
    const transport: OutboxDeps['transport'] = {
      decide: (decisions) => {
        this.sent.push(...decisions.map((decision) => decision.decisionId));
        return call(() => this.server.decide(decisions));
      },
      undo: (decisionId) => call(() => this.server.undo(decisionId)),
    };
    const failureOf = (error: unknown): SendFailure =>
      error instanceof Error && (error.message === 'refused' || error.message === 'failing')
        ? error.message
        : 'unreachable';
    const outbox = new Outbox({ userId: 'me', store: this.disk, transport, failureOf });
    outbox.listen((event) => {
      if (event.type === 'undone') this.fences.set(event.entry.taskId, event.task?.fence ?? null);
    });
    return outbox;
  }

  decide(taskId: string, labelKey: string): void {
    this.#made += 1;
    const decisionId = `d${this.#made}`;
    const fence = this.fences.has(taskId) ? (this.fences.get(taskId) ?? null) : this.server.task(taskId).fence;
    this.outbox.decide({
      decisionId,
      taskId,
      queueKey: 'q',
      fence,
      labelKey,
      skipReason: null,
      predictedLabelKey: null,
      durationMs: 1,
      decidedAt: '',
      task: viewOf(taskId),
    });
    this.meant.set(taskId, labelKey);
    this.done.push({ decisionId, taskId });
  }

  undoLast(): void {
    const last = this.done.pop();
    if (!last) return;
    const takenBack = this.outbox.undo({ ...last, queueKey: 'q' });
    this.fences.set(last.taskId, takenBack ? takenBack.fence : null);
    this.meant.set(last.taskId, null);
  }

  async restart(): Promise<void> {
    await settled();
    this.outbox.pause();
    this.outbox = this.open();
    await this.outbox.resume();
  }

  async drain(): Promise<void> {
    this.network = 'up';
    for (let round = 0; round < 50; round += 1) {
      this.outbox.nudge();
      await settled();
    }
  }
}

/** Long enough for whatever needs no timer to have run. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

type Act = { do: 'decide'; label: string } | { do: 'undo' | 'restart' | 'wait' } | { do: 'network'; network: Network };

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('decide' as const), label: fc.constantFrom('a', 'b', 'c') }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'wait' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('network' as const),
      network: fc.constantFrom<Network>('up', 'down', 'answers-lost', 'failing'),
    }),
  },
);

test('whatever fails on the way, the server ends with what the operator last meant, each decision stored once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
      const bench = new Bench();
      await bench.outbox.resume();
      let next = 0;
      for (const one of acts) {
        if (one.do === 'decide') {
          // A task taken back is the one under the hand.
          const back = [...bench.meant].find(([, label]) => label === null)?.[0];
          bench.decide(back ?? `t${(next += 1)}`, one.label);
        } else if (one.do === 'undo') bench.undoLast();
        else if (one.do === 'network') bench.network = one.network;
        else if (one.do === 'restart') await bench.restart();
        else await settled();
      }
      await bench.drain();
      bench.outbox.pause();
      expect(bench.disk.kept.size).toBe(0);
      expect(bench.outbox.state.get().entries).toEqual([]);
      for (const [taskId, label] of bench.meant)
        expect([taskId, bench.server.task(taskId).label]).toEqual([taskId, label]);
    }),
    { numRuns: 400 },
  );
});

test('nothing is sent before it is written down', async () => {
  const bench = new Bench();
  await bench.outbox.resume();
  let finish = () => {};
  const written = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { write } = bench.disk;
  bench.disk.write = async (change) => {
    await written;
    await write(change);
  };
  bench.decide('t1', 'a');
  await settled();
  expect(bench.sent).toEqual([]);
  finish();
  await settled();
  expect(bench.sent).toEqual(['d1']);
  bench.outbox.pause();
});

test('a decision taken back before it was sent is never sent', async () => {
  const bench = new Bench();
  bench.network = 'down';
  await bench.outbox.resume();
  bench.decide('t1', 'a');
  await settled();
  bench.decide('t2', 'b');
  bench.undoLast();
  await bench.drain();
  bench.outbox.pause();
  expect(bench.sent).not.toContain('d2');
  expect(bench.server.task('t2').label).toBeNull();
});

test('a refused decision is kept with both answers until it is dismissed, also through a restart', async () => {
  const bench = new Bench();
  await bench.outbox.resume();
  bench.network = 'down';
  bench.decide('t1', 'mine');
  bench.server.steal('t1');
  await bench.drain();
  await bench.restart();
  const [entry, ...others] = bench.outbox.state.get().entries;
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ kind: 'refused', labelKey: 'mine', conflict: { reason: 'ALREADY_DECIDED' } });
  bench.outbox.dismiss(entry?.id ?? '');
  await settled();
  expect(bench.disk.kept.size).toBe(0);
  bench.outbox.pause();
});

test('what was decided instead of a refused decision is refused with it, and the answer taken back is not shown', async () => {
  const bench = new Bench();
  await bench.outbox.resume();
  bench.network = 'answers-lost';
  bench.decide('t1', 'first');
  await settled();
  bench.undoLast();
  bench.decide('t1', 'second');
  bench.server.steal('t1');
  await bench.drain();
  expect(bench.outbox.state.get().entries).toMatchObject([{ kind: 'refused', labelKey: 'second' }]);
  bench.outbox.pause();
});

test('a decision the server cannot read does not hold up the others', async () => {
  const bench = new Bench();
  bench.network = 'down';
  await bench.outbox.resume();
  for (const task of ['t1', 't2', 't3']) bench.decide(task, 'a');
  await settled();
  const decide = bench.server.decide.bind(bench.server);
  bench.server.decide = (decisions) => {
    if (decisions.some((decision) => decision.taskId === 't2')) throw new Error('refused');
    return decide(decisions);
  };
  await bench.drain();
  bench.outbox.pause();
  expect([bench.server.task('t1').label, bench.server.task('t3').label]).toEqual(['a', 'a']);
  expect(bench.outbox.state.get().entries).toMatchObject([{ kind: 'refused', taskId: 't2' }]);
});

test('a decision the server fails at is passed over, said to be unsent, and tried until it is well again', async () => {
  const bench = new Bench();
  bench.network = 'down';
  await bench.outbox.resume();
  for (const task of ['t1', 't2', 't3']) bench.decide(task, 'a');
  bench.undoLast();
  bench.decide('t3', 'b');
  await settled();
  const decide = bench.server.decide.bind(bench.server);
  bench.server.decide = (decisions) => {
    if (decisions.some((decision) => decision.taskId === 't1')) throw new Error('failing');
    return decide(decisions);
  };
  await bench.drain();
  expect(bench.outbox.state.get()).toMatchObject({ link: 'failing', entries: [{ taskId: 't1' }] });
  expect([bench.server.task('t2').label, bench.server.task('t3').label]).toEqual(['a', 'b']);
  bench.server.decide = decide;
  await bench.drain();
  expect(bench.outbox.state.get()).toMatchObject({ link: 'open', entries: [] });
  expect(bench.server.task('t1').label).toBe('a');
  bench.outbox.pause();
});

test('a disk that cannot be written keeps the decisions in the window and says so', async () => {
  const bench = new Bench();
  await bench.outbox.resume();
  bench.disk.write = async () => Promise.reject(new Error('no room'));
  bench.network = 'down';
  bench.decide('t1', 'a');
  await settled();
  expect(bench.outbox.state.get().isKept).toBe(false);
  await bench.drain();
  bench.outbox.pause();
  expect(bench.server.task('t1').label).toBe('a');
});
