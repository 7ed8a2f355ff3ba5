import { inBatchesAsync } from './async-batches.ts';
import type { ImportTally } from './import-tally.ts';
import type { IntakeItem, ItemIntake } from './item-intake.ts';
import { itemIdField, readTask, type FileTask, type ReadTask } from './label-studio-format.ts';

/** A task of the file whose item can be stored, with its annotations as they stand there. */
export type FileItem<R> = { index: number; item: IntakeItem<R>; annotations: readonly unknown[] };

const batchTasks = 200;

/** The tasks of a file in batches, those that can't be read told to the tally. The first batch says what the fields hold. */
export async function* checkedBatches<R>(
  tasks: AsyncIterable<FileTask>,
  { items, project, tally }: { items: ItemIntake<R>; project: string | null; tally: ImportTally },
): AsyncGenerator<FileItem<R>[]> {
  let isPrepared = false;
  for await (const batch of inBatchesAsync(tasks, batchTasks)) {
    const read = batch.flatMap(({ index, task }): { index: number; task: ReadTask }[] => {
      tally.add({ tasks: 1 });
      const { data, error } = readTask.safeParse(task);
      if (data) return [{ index, task: data }];
      tally.refuseTask({ index, reason: 'not_a_task', value: error.issues[0]?.path.join('.') ?? null });
      return [];
    });
    if (!isPrepared && read.length > 0) {
      items.prepare(read.map(({ task }) => task.data));
      isPrepared = true;
    }
    yield read.flatMap(({ index, task }): FileItem<R>[] => {
      tally.add({ predictionsIgnored: task.predictions?.length ?? 0 });
      const { item, problems } = items.read(task.data, { index, id: identityOf(task, project) });
      if (item === null) {
        const [{ reason, value } = { reason: 'not_a_task', value: null }] = problems;
        tally.refuseTask({ index, reason, value });
        return [];
      }
      for (const { column, reason, value } of problems) {
        tally.warn({ index, reason, value: column === null ? value : `${column}: ${value ?? ''}` });
      }
      return [{ index, item, annotations: task.annotations ?? [] }];
    });
  }
}

/** The item's own id where the file came from here, else what Label Studio calls the task; null leaves it to the content. */
function identityOf({ data, id, project }: ReadTask, stated: string | null): string | null {
  const own = data[itemIdField];
  if (typeof own === 'string' && own !== '') return own;
  return id === null || id === undefined ? null : `label-studio:${project ?? stated ?? ''}:${id}`;
}
