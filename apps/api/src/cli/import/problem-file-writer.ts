import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { RowProblem } from '@jeoul/shared/catalog/problems';
import { problemFileHead, problemLines } from '../../features/catalog/problem-file.ts';

/** Beside the file, in the place of its ending: `menus.csv.gz` → `menus.problems.csv`. */
export function defaultProblemFile(file: string): string {
  const { dir, name } = path.parse(file.replace(/\.gz$/i, ''));
  return path.join(dir, `${name}.problems.csv`);
}

/** Writes problems to a file as they are found; makes it with the first one. */
export class ProblemFile {
  readonly path: string;
  count = 0;
  /** Why nothing could be written: a full disk must not undo an import. */
  failure: string | null = null;
  #file: FileHandle | null = null;

  constructor(file: string) {
    this.path = path.resolve(file);
  }

  async write(problems: RowProblem[]): Promise<void> {
    this.count += problems.length;
    if (this.failure !== null) return;
    try {
      if (this.#file === null) {
        this.#file = await open(this.path, 'w');
        await this.#file.write(problemFileHead);
      }
      await this.#file.write(problemLines(problems, localeHere()));
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }
}

/** The language of this computer's user: the rest of the command line speaks English, a spreadsheet goes to others. */
function localeHere(): 'ko' | 'en' {
  return new Intl.DateTimeFormat().resolvedOptions().locale.startsWith('ko') ? 'ko' : 'en';
}
