import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

/** How the problems of one kind of import are written: the head of the file, and the lines of some of them. */
export type ProblemFormat<Problem> = { head: string; lines: (problems: readonly Problem[]) => string };

/** Beside the file, in the place of its ending: `menus.csv.gz` → `menus.problems.csv`. */
export function defaultProblemFile(file: string): string {
  const { dir, name } = path.parse(file.replace(/\.gz$/i, ''));
  return path.join(dir, `${name}.problems.csv`);
}

/** Writes the problems of an import to a file as they are found; makes it with the first one. */
export class ProblemFile<Problem> {
  readonly path: string;
  count = 0;
  /** Why nothing could be written: a full disk must not undo an import. */
  failure: string | null = null;
  readonly #format: ProblemFormat<Problem>;
  #file: FileHandle | null = null;

  constructor(file: string, format: ProblemFormat<Problem>) {
    this.path = path.resolve(file);
    this.#format = format;
  }

  async write(problems: readonly Problem[]): Promise<void> {
    if (problems.length === 0) return;
    this.count += problems.length;
    if (this.failure !== null) return;
    try {
      if (this.#file === null) {
        this.#file = await open(this.path, 'w');
        await this.#file.write(this.#format.head);
      }
      await this.#file.write(this.#format.lines(problems));
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }
}
