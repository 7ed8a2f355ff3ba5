import { maxProblemsKept, type ImportCounts } from '@jeoul/shared/catalog/import-contract';
import type { RowProblem } from '@jeoul/shared/catalog/problems';
import type pg from 'pg';
import type { BatchOutcome } from './import-batch.ts';
import { addCounts, keepProblems } from './import.queries.ts';

/** The import was cancelled, or another worker has it now: what this one had in hand must not be stored. */
export class ImportStopped extends Error {}

export type BookEntry = { counts: ImportCounts; problems: RowProblem[]; problemsKept: number };

/** The account of one import: its figures and its problems, written in the transaction that stores the batch. */
export class ImportBook {
  readonly #importId: string;
  #counts: ImportCounts;
  #problemsKept: number;

  constructor(importId: string, begun: { counts: ImportCounts; problemsKept: number }) {
    this.#importId = importId;
    this.#counts = begun.counts;
    this.#problemsKept = begun.problemsKept;
  }

  get counts(): ImportCounts {
    return this.#counts;
  }

  /** Writes down a batch. Throws ImportStopped when the import is not this worker's to go on with. */
  async enter(client: pg.ClientBase, read: BatchOutcome, stored: BatchOutcome): Promise<BookEntry> {
    const batch = sum(read.counts, stored.counts);
    const problems = [...read.problems, ...stored.problems].toSorted((a, b) => a.line - b.line);
    const kept = problems.slice(0, Math.max(0, maxProblemsKept - this.#problemsKept));
    const isOurs = await addCounts(client, this.#importId, { before: this.#counts.rowsRead, batch });
    if (!isOurs) throw new ImportStopped();
    await keepProblems(client, this.#importId, { position: this.#problemsKept, problems: kept });
    return { counts: sum(this.#counts, batch), problems, problemsKept: this.#problemsKept + kept.length };
  }

  /** The entry's transaction was committed: the account goes on from there. */
  settle(entry: BookEntry): void {
    this.#counts = entry.counts;
    this.#problemsKept = entry.problemsKept;
  }
}

function sum(a: ImportCounts, b: ImportCounts): ImportCounts {
  return {
    rowsRead: a.rowsRead + b.rowsRead,
    rowsCreated: a.rowsCreated + b.rowsCreated,
    rowsUpdated: a.rowsUpdated + b.rowsUpdated,
    rowsUnchanged: a.rowsUnchanged + b.rowsUnchanged,
    rowsRejected: a.rowsRejected + b.rowsRejected,
    rowsWarned: a.rowsWarned + b.rowsWarned,
  };
}
