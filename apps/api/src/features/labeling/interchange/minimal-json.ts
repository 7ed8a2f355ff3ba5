import { z } from 'zod';
import { tag, type FileTask } from './label-studio-format.ts';

/** A record of JSON-MIN: the task's data with the answers of one annotation among them, by the names of their tags. */
const minimalRecord = z.looseObject({
  id: z.union([z.number(), z.string()]),
  annotation_id: z.union([z.number(), z.string()]),
});
type MinimalRecord = z.infer<typeof minimalRecord>;

export function isMinimal(value: unknown): value is MinimalRecord {
  return typeof value === 'object' && value !== null && !('data' in value) && minimalRecord.safeParse(value).success;
}

const ownFields = ['id', 'annotator', 'annotation_id', 'created_at', 'updated_at', 'lead_time', 'agreement'];
const ourTags: readonly string[] = Object.values(tag);

type Annotation = Record<string, unknown> & { result: unknown[] };
type Task = { id: unknown; data: Record<string, unknown>; annotations: Annotation[] };

/** Puts the records of JSON-MIN together again: one task of all that follow each other with the same id. */
export class MinimalTasks {
  readonly #isAnswer: (field: string) => boolean;
  #open: { index: number; task: Task } | null = null;

  constructor(answerFields: readonly string[]) {
    const names = new Set([...ourTags.filter((name) => name !== tag.text), ...answerFields]);
    this.#isAnswer = (field) => names.has(field) || field.startsWith('severity-');
  }

  *add(record: MinimalRecord, index: number): Generator<FileTask> {
    if (this.#open?.task.id !== record.id) yield* this.end();
    const fields = Object.entries(record).filter(([field]) => !ownFields.includes(field));
    this.#open ??= {
      index,
      task: {
        id: record.id,
        data: Object.fromEntries(fields.filter(([field]) => !this.#isAnswer(field))),
        annotations: [],
      },
    };
    this.#open.task.annotations.push({
      id: record.annotation_id,
      completed_by: record['annotator'],
      created_at: record['created_at'],
      lead_time: record['lead_time'],
      result: fields.flatMap(([field, value]) => (this.#isAnswer(field) ? resultsOf(field, value) : [])),
    });
  }

  *end(): Generator<FileTask> {
    if (this.#open) yield this.#open;
    this.#open = null;
  }
}

/** What stands in one field: a choice by itself, or a list of values as they are in JSON, without what says their type. */
function resultsOf(field: string, value: unknown): unknown[] {
  if (typeof value === 'string') {
    const isComment = field === tag.comment;
    return [
      {
        from_name: field,
        type: isComment ? 'textarea' : 'choices',
        value: isComment ? { text: [value] } : { choices: [value] },
      },
    ];
  }
  return [value].flat().flatMap((one: unknown): unknown[] => {
    if (typeof one === 'string') return resultsOf(field, one);
    if (typeof one !== 'object' || one === null) return [];
    const type = ['taxonomy', 'choices', 'hypertextlabels', 'labels'].find((name) => name in one);
    return [{ from_name: field, type: type ?? 'textarea', value: one }];
  });
}
