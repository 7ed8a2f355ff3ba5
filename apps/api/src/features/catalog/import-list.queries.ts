import { maxProblemsKept } from '@jeoul/shared/catalog/import-contract';
import type { RowProblem } from '@jeoul/shared/catalog/problems';
import { JeoulError } from '../../lib/errors.ts';
import { readImport, toImportRow, type ImportDeps, type ImportRow } from './import.service.ts';

export type ImportSummary = ImportRow['counts'] &
  Omit<ImportRow, 'counts' | 'options'> & {
    id: string;
    startedAt: Date;
    finishedAt: Date | null;
    startedBy: string | null;
  };

const problemsShown = 100;

/** Imports from the newest, one page; `cursor` is the last id of the page before. */
export async function listImports(
  app: Pick<ImportDeps, 'db'>,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ imports: ImportSummary[]; next: string | null }> {
  const rows = await app.db.prisma.import.findMany({
    where: cursor === undefined ? {} : { id: { lt: cursor } },
    orderBy: { id: 'desc' },
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  const names = await namesOf(
    app,
    page.map((row) => row.startedById),
  );
  const imports = page.map((row) => summaryOf(row, names));
  return { imports, next: rows.length > limit ? (imports.at(-1)?.id ?? null) : null };
}

export type ImportReport = ImportSummary & {
  mapping: ImportRow['options']['mapping'];
  /** The first hundred. */
  problems: RowProblem[];
  /** How many can be downloaded. */
  problemsKept: number;
};

/** One import with its first problems. Throws NOT_FOUND. */
export async function reportImport(app: Pick<ImportDeps, 'db'>, id: string): Promise<ImportReport> {
  const row = await app.db.prisma.import.findUnique({ where: { id } });
  if (row === null) throw new JeoulError('NOT_FOUND', { importId: id });
  const [names, problems, last] = await Promise.all([
    namesOf(app, [row.startedById]),
    problemsAfter(app, id, { position: 0, limit: problemsShown }),
    app.db.prisma.importProblem.findFirst({
      where: { importId: id },
      orderBy: { position: 'desc' },
      select: { position: true },
    }),
  ]);
  return {
    ...summaryOf(row, names),
    mapping: toImportRow(row).options.mapping,
    problems,
    problemsKept: last?.position ?? 0,
  };
}

type Row = Parameters<typeof toImportRow>[0] & {
  id: string;
  startedById: string | null;
  startedAt: Date;
  finishedAt: Date | null;
};

function summaryOf(row: Row, names: ReadonlyMap<string, string>): ImportSummary {
  const { counts, options: _, ...facts } = toImportRow(row);
  const startedBy = row.startedById === null ? null : (names.get(row.startedById) ?? null);
  return { id: row.id, ...facts, ...counts, startedAt: row.startedAt, finishedAt: row.finishedAt, startedBy };
}

async function namesOf(app: Pick<ImportDeps, 'db'>, ids: (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  const users = await app.db.prisma.user.findMany({ where: { id: { in: known } }, select: { id: true, name: true } });
  return new Map(users.map((user) => [user.id, user.name]));
}

async function problemsAfter(
  app: Pick<ImportDeps, 'db'>,
  importId: string,
  { position, limit }: { position: number; limit: number },
): Promise<RowProblem[]> {
  const rows = await app.db.prisma.importProblem.findMany({
    where: { importId, position: { gt: position } },
    orderBy: { position: 'asc' },
    take: limit,
    select: { line: true, column: true, severity: true, reason: true, value: true },
  });
  // Written by keepProblems from RowProblems and nothing else.
  return rows as RowProblem[];
}

/** All kept problems of an import in the order of the file, a few thousand at a time. Throws NOT_FOUND. */
export async function* allProblems(app: Pick<ImportDeps, 'db'>, importId: string): AsyncGenerator<RowProblem[]> {
  await readImport(app.db.prisma, importId);
  const limit = 5_000;
  for (let position = 0; position < maxProblemsKept; position += limit) {
    const problems = await problemsAfter(app, importId, { position, limit });
    if (problems.length === 0) return;
    yield problems;
  }
}
