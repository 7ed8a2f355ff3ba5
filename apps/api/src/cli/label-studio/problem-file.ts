import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { TaskProblem } from '../../features/labeling/interchange/import-tally.ts';
import { csvByteOrderMark, csvRow } from '../../lib/csv.ts';

/** Writes the problems of an import of tasks to a CSV file as they are found; makes it with the first one. */
export class TaskProblemFile {
  readonly path: string;
  count = 0;
  /** Why nothing could be written: a full disk must not undo an import. */
  failure: string | null = null;
  #file: FileHandle | null = null;

  constructor(file: string) {
    this.path = path.resolve(file);
  }

  async write(problems: readonly TaskProblem[]): Promise<void> {
    if (problems.length === 0) return;
    this.count += problems.length;
    if (this.failure !== null) return;
    try {
      if (this.#file === null) {
        this.#file = await open(this.path, 'w');
        const head = ['task', 'annotation', 'severity', 'reason', 'value', 'suggestion'];
        await this.#file.write(csvByteOrderMark + csvRow(head));
      }
      const rows = problems.map(({ index, annotation, severity, reason, value, suggestion }) =>
        csvRow([index, annotation, severity, reason, value, suggestion]),
      );
      await this.#file.write(rows.join(''));
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }
}
