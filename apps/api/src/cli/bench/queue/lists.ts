import { decisionKinds, decisionSorts, taskSorts, taskStates } from '@jeoul/shared/labeling/lists';
import { printLine } from '../installation.ts';
import { benchQueueKey } from '../menu-queue.ts';
import type { BenchOperator } from './house.ts';
import { latencies } from './percentiles.ts';

type Page = { ids: string[]; next: string | null };
type Asked = { name: string; read: (cursor: string | null) => Promise<Page> };

const timesEach = 5;
const dayMs = 24 * 3600 * 1_000;

/** Pages of the two lists with every filter and every sort that is offered, one after the other, as one person turns them. */
export async function measureLists(input: {
  operator: BenchOperator | undefined;
  labels: readonly string[];
  openTasks: number;
}): Promise<void> {
  if (!input.operator) return;
  const asked = [...taskPages(input.operator, input.labels), ...decisionPages(input.operator, input.labels)];
  const all: number[] = [];
  let slowest = { name: '', ms: 0 };
  let doubled = 0;
  for (const { name, read } of asked) {
    const times: number[] = [];
    for (let n = 0; n < timesEach; n += 1) {
      const began = performance.now();
      const page = await read(null);
      times.push(performance.now() - began);
      if (n > 0 || page.next === null) continue;
      const later = await read(page.next);
      doubled += later.ids.filter((id) => page.ids.includes(id)).length;
    }
    all.push(...times);
    const ms = latencies(times).p50_ms;
    if (ms > slowest.ms) slowest = { name, ms };
  }
  printLine({
    bench: 'queue',
    op: 'list',
    open_tasks: input.openTasks,
    operators: 1,
    ...latencies(all),
    per_s: all.length / (all.reduce((sum, ms) => sum + ms, 0) / 1_000),
    doubled,
    pages: asked.length,
    slowest: slowest.name,
    slowest_p50_ms: slowest.ms,
  });
}

const common = (labels: readonly string[]) => ({
  all: {},
  predicted: { predicted: labels[Math.floor(labels.length / 2)] },
  'probability range': { probabilityFrom: 0.4, probabilityTo: 0.6 },
  'least sure': { probabilityTo: 0.2 },
  'common text': { text: '치킨' },
  'half-typed text': { text: '양념치ㅋ' },
  'initial consonants': { text: 'ㅇㄴㅊㅋ' },
  'two initial consonants': { text: 'ㅊㅋ' },
  'text that is nowhere': { text: '깽깽이풀' },
  'one store': { store: '달빛치킨 17' },
  'many stores': { store: '한강분식' },
  district: { district: '강북구' },
  'label and text': { predicted: labels[0], text: '볶음' },
});

function taskPages({ client }: BenchOperator, labels: readonly string[]): Asked[] {
  const filters = {
    ...common(labels),
    ...Object.fromEntries(taskStates.map((state) => [state, { state }])),
    'newest days': { createdFrom: new Date(Date.now() - 3 * dayMs).toISOString() },
  };
  return Object.entries(filters).flatMap(([name, filter]) =>
    taskSorts.map((sort) => ({
      name: `tasks: ${name}, ${sort}`,
      read: async (cursor: string | null) => {
        const page = await client.trpc.labeling.lists.tasks.query({ queueKey: benchQueueKey, sort, cursor, ...filter });
        return { ids: page.rows.map((row) => row.taskId), next: page.next };
      },
    })),
  );
}

function decisionPages({ id, client }: BenchOperator, labels: readonly string[]): Asked[] {
  const filters = {
    ...common(labels),
    ...Object.fromEntries(decisionKinds.map((kind) => [kind, { kind }])),
    chosen: { chosen: labels[Math.floor(labels.length / 3)] },
    'decided by': { decidedBy: id },
    'decided when': {
      decidedFrom: new Date(Date.now() - 3 * dayMs).toISOString(),
      decidedTo: new Date().toISOString(),
    },
  };
  return Object.entries(filters).flatMap(([name, filter]) =>
    decisionSorts.map((sort) => ({
      name: `decisions: ${name}, ${sort}`,
      read: async (cursor: string | null) => {
        const asked = { queueKey: benchQueueKey, sort, cursor, ...filter };
        const page = await client.trpc.labeling.lists.decisions.query(asked);
        return { ids: page.rows.map((row) => row.decisionId), next: page.next };
      },
    })),
  );
}
