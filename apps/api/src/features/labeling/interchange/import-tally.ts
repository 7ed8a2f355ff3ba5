import type { AnswerReading } from './answer-of-results.ts';
import type { LabelBook } from './label-book.ts';

/** What was refused, or stored with something left out. `index` is the task's place in the file, from 0. */
export type TaskProblem = {
  index: number;
  /** Its id in the file, else its place in the task; null for the whole task. */
  annotation: string | null;
  severity: 'rejected' | 'warning';
  reason: string;
  value: string | null;
  suggestion: string | null;
};

export type ImportFigures = {
  tasks: number;
  tasksRejected: number;
  itemsCreated: number;
  decisionsStored: number;
  skipsStored: number;
  /** Decisions that were there already. */
  decisionsKnown: number;
  /** Decisions on tasks that were resolved otherwise here. */
  decisionsLeftOut: number;
  decisionsRejected: number;
  resolutions: number;
  /** Tasks that stay open because as many said one thing as another. */
  ties: number;
  /** Decisions with something to be done to a review, which an import does not do. */
  actionsNotDone: number;
  predictionsIgnored: number;
  resultsIgnored: number;
};

const maxListed = 1_000;
const shownLength = 200;

/** Figures and problems of an import as it goes: problems wait for `takeProblems`, what is listed at the end is bounded. */
export class ImportTally {
  readonly figures: ImportFigures = {
    tasks: 0,
    tasksRejected: 0,
    itemsCreated: 0,
    decisionsStored: 0,
    skipsStored: 0,
    decisionsKnown: 0,
    decisionsLeftOut: 0,
    decisionsRejected: 0,
    resolutions: 0,
    ties: 0,
    actionsNotDone: 0,
    predictionsIgnored: 0,
    resultsIgnored: 0,
  };
  readonly #unknownLabels = new Map<string, number>();
  readonly #unknownPeople = new Map<string, number>();
  #problems: TaskProblem[] = [];

  add(changes: Partial<ImportFigures>): void {
    for (const [figure, by] of Object.entries(changes)) this.figures[figure as keyof ImportFigures] += by;
  }

  warn(problem: Pick<TaskProblem, 'index' | 'reason'> & Partial<TaskProblem>): void {
    this.#note({ annotation: null, severity: 'warning', value: null, suggestion: null, ...problem });
  }

  refuseTask(problem: Pick<TaskProblem, 'index' | 'reason' | 'value'>): void {
    this.figures.tasksRejected += 1;
    this.#note({ annotation: null, severity: 'rejected', suggestion: null, ...problem });
  }

  refuseAnnotation(problem: TaskProblem): void {
    this.figures.decisionsRejected += 1;
    this.#note(problem);
  }

  noteReading(reading: AnswerReading, place: { index: number; annotation: string }): void {
    this.figures.resultsIgnored += reading.ignored;
    for (const value of reading.unknown) count(this.#unknownLabels, shown(value));
    if (reading.lostSpans > 0) this.warn({ ...place, reason: 'span_lost', value: String(reading.lostSpans) });
  }

  notePerson(name: string): void {
    count(this.#unknownPeople, shown(name));
  }

  takeProblems(): TaskProblem[] {
    const problems = this.#problems;
    this.#problems = [];
    return problems;
  }

  /** Values that name no label, with the label that comes nearest; commonest first. */
  unknownLabels(book: LabelBook): { value: string; count: number; suggestion: string | null }[] {
    return listed(this.#unknownLabels).map(([value, times]) => {
      return { value, count: times, suggestion: book.suggestionFor(value) };
    });
  }

  /** People without an account here, whose decisions go to the import's own. */
  unknownPeople(): { name: string; count: number }[] {
    return listed(this.#unknownPeople).map(([name, times]) => ({ name, count: times }));
  }

  #note(problem: TaskProblem): void {
    this.#problems.push({ ...problem, value: problem.value === null ? null : shown(problem.value) });
  }
}

function count(counts: Map<string, number>, name: string): void {
  if (counts.has(name) || counts.size < maxListed) counts.set(name, (counts.get(name) ?? 0) + 1);
}

function listed(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].toSorted(([, a], [, b]) => b - a);
}

/** A value short enough for a list, and such as every file can hold. */
function shown(value: string): string {
  return value
    .slice(0, shownLength)
    .replace(/\0/g, '␀')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}
