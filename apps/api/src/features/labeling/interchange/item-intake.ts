/** An item as a task of the file describes it, and as it will be or is stored. */
export type IntakeItem<R> = {
  externalId: string;
  /** The words as they stand in the file, in which spans are counted. */
  fileText: string;
  text: string;
  record: R;
};

export type IntakeProblem = { column: string | null; reason: string; value: string | null };

/** What an import needs of the catalogue: to read items from the data of tasks, and to store those that are new. */
export type ItemIntake<R> = {
  /** Finds out which field holds what. Throws COLUMN_MISSING when a needed one is not there. */
  prepare(samples: readonly Record<string, unknown>[]): void;
  /** `id` is the identity Label Studio gives it; null leaves it to the content. */
  read(
    data: Record<string, unknown>,
    place: { index: number; id: string | null },
  ): { item: IntakeItem<R>; problems: IntakeProblem[] } | { item: null; problems: IntakeProblem[] };
  /** Stores items that are not there yet, each with its tasks; those that are stay as they are. Returns how many were new. */
  addMissing(items: readonly IntakeItem<R>[]): Promise<number>;
};
