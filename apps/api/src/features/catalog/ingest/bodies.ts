import { z } from 'zod';
import { JeoulError } from '../../../lib/errors.ts';
import { readId, readShortName, readStoreName } from '../identity.ts';
import type { ReviewRecord } from '../review-rows.ts';
import { blockOfText, cell, lineOfText, needed } from '../row-cells.ts';

/** One request holds at most so many reviews or reports. */
const maxItems = 500;

const rating = z.int().min(1).max(5).nullish();
const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());

const review = z.strictObject({
  id: needed(readId),
  storeId: needed(readId),
  text: needed(blockOfText(300_000)),
  storeName: cell(readStoreName).nullish(),
  district: cell(readShortName).nullish(),
  category: cell(readShortName).nullish(),
  rating,
  tasteRating: rating,
  menu: cell(blockOfText(5_000)).nullish(),
  writtenAt: moment.nullish(),
  author: cell(lineOfText(200)).nullish(),
});

const report = z.strictObject({
  reviewId: needed(readId),
  reporter: needed(lineOfText(200)),
  reason: needed(lineOfText(500)),
  reportedAt: moment,
});
export type Report = z.output<typeof report>;

/** What is wrong with a value: where, as a JSON pointer (RFC 6901) into the body, and why. */
export type BodyProblem = { path: string; reason: string };

/** A body that can't be stored, with all that is wrong in it. Nothing of it was stored. */
export class BodyError extends JeoulError {
  readonly problems: BodyProblem[];

  constructor(problems: BodyProblem[]) {
    const [first] = problems;
    super('INVALID_INPUT', { detail: first ? `${first.path}: ${first.reason}` : '' });
    this.name = 'BodyError';
    this.problems = problems;
  }
}

const problemsShown = 100;

/** The reviews of a body, one or a list, as they will be stored; `line` is a review's place in the list from 0. Throws BodyError. */
export function readReviews(body: Buffer): { records: ReviewRecord[]; isList: boolean } {
  const { items, isList } = readItems(review, body);
  const records = items.map(({ id, storeId, menu, ...facts }, line): ReviewRecord => {
    const { text, rating: stars, tasteRating, writtenAt, author, storeName, district, category } = facts;
    return {
      line,
      externalId: id,
      storeKey: storeId,
      text,
      rating: stars ?? null,
      tasteRating: tasteRating ?? null,
      menuText: menu ?? null,
      writtenAt: writtenAt ?? null,
      author: author ?? null,
      storeName: storeName ?? null,
      district: district ?? null,
      category: category ?? null,
    };
  });
  return { records, isList };
}

/** The reports of a body, one or a list. Throws BodyError. */
export function readReports(body: Buffer): { reports: Report[]; isList: boolean } {
  const { items: reports, isList } = readItems(report, body);
  return { reports, isList };
}

/** Where the n-th thing of a body is. */
export function pointerTo(place: number, isList: boolean, field = ''): string {
  return `${isList ? `/${place}` : ''}${field === '' ? '' : `/${field}`}`;
}

function readItems<S extends z.ZodType>(item: S, body: Buffer): { items: z.output<S>[]; isList: boolean } {
  const value = readJson(body);
  const isList = Array.isArray(value);
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const result = z.array(item).min(1).max(maxItems).safeParse(list);
  if (result.success) return { items: result.data, isList };
  const problems = result.error.issues.slice(0, problemsShown).map((issue): BodyProblem => {
    const [, ...inside] = issue.path;
    const path = isList ? issue.path : inside;
    return { path: path.map((part) => `/${escaped(String(part))}`).join(''), reason: issue.message };
  });
  throw new BodyError(problems);
}

const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new BodyError([{ path: '', reason: 'not JSON in UTF-8' }]);
  }
}
