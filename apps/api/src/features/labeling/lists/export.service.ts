import { createHash } from 'node:crypto';
import type { ExportFormat, ExportReceipt, ListedDecision, ListedTask, ListPage } from '@jeoul/shared/labeling/lists';
import { z } from 'zod';
import type { App } from '../../../lib/app.ts';
import { appendAudit } from '../../../lib/audit.ts';
import { csvByteOrderMark, csvRow, type CsvValue } from '../../../lib/csv.ts';

type Row = ListedTask | ListedDecision;
type ReadPage = (cursor: string | null) => Promise<ListPage<Row>>;

const taskColumns = [
  'taskId',
  'text',
  'storeName',
  'district',
  'weeklyOrders',
  'state',
  'predictedLabelKey',
  'probability',
  'priority',
  'createdAt',
  'holder',
  'labelKey',
  'decidedBy',
  'resolvedAt',
] as const satisfies readonly (keyof ListedTask)[];
const decisionColumns = [
  'decisionId',
  'taskId',
  'text',
  'storeName',
  'district',
  'weeklyOrders',
  'kind',
  'labelKey',
  'skipReason',
  'predictedLabelKey',
  'probability',
  'decidedBy',
  'decidedAt',
  'undoneAt',
  'durationMs',
] as const satisfies readonly (keyof ListedDecision)[];

export type ExportInput = {
  exportId: string;
  list: 'tasks' | 'decisions';
  format: ExportFormat;
  filter: unknown;
  userId: string;
  requestId: string;
};

/**
 * The list as a file, a page at a time, never more than one in memory. Whoever handed it out, how it was filtered, how
 * many rows and which bytes are audited at the end: an export broken off leaves no receipt.
 */
export async function* exportList(
  app: Pick<App, 'db'>,
  input: ExportInput,
  readPage: ReadPage,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let bytes = 0;
  let rows = 0;
  const counted = (text: string): string => {
    hash.update(text);
    bytes += Buffer.byteLength(text);
    return text;
  };
  const columns: readonly string[] = input.list === 'tasks' ? taskColumns : decisionColumns;
  const isCsv = input.format === 'csv';
  let head = isCsv ? csvByteOrderMark + csvRow(columns) : '';
  let cursor: string | null = null;
  do {
    const page: ListPage<Row> = await readPage(cursor);
    rows += page.rows.length;
    cursor = page.next;
    const lines = page.rows.map((row) => (isCsv ? csvRow(cellsOf(row, columns)) : `${JSON.stringify(row)}\n`));
    // Nothing is handed out before the first page was read: a filter that can't be is still an error then.
    if (head !== '' || lines.length > 0) yield counted(head + lines.join(''));
    head = '';
  } while (cursor !== null);
  await app.db.prisma.$transaction((tx) =>
    appendAudit(tx, {
      actor: { kind: 'person', id: input.userId },
      action: 'list.exported',
      targetKind: 'export',
      targetId: input.exportId,
      after: { list: input.list, format: input.format, filter: input.filter, rows, bytes, sha256: hash.digest('hex') },
      requestId: input.requestId,
    }),
  );
}

function cellsOf(row: Row, columns: readonly string[]): CsvValue[] {
  const cells = new Map<string, CsvValue>(Object.entries(row));
  return columns.map((column) => cells.get(column));
}

const receipt = z.object({ rows: z.number(), bytes: z.number(), sha256: z.string() });

/** What a person's export came to; null while it runs, and for one that was broken off. */
export async function exportReceipt(
  app: Pick<App, 'db'>,
  { userId, exportId }: { userId: string; exportId: string },
): Promise<ExportReceipt | null> {
  const entry = await app.db.prisma.auditEntry.findFirst({
    where: { targetKind: 'export', targetId: exportId, action: 'list.exported', actorId: userId },
  });
  return entry ? { ...receipt.parse(entry.after), finishedAt: entry.at.toISOString() } : null;
}
