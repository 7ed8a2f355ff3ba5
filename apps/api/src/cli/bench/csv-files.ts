import { createReadStream } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse';

/** The rows of a CSV file in a data folder, by column name. */
export async function readCsv<Column extends string>(
  dataDir: string,
  ...file: string[]
): Promise<Record<Column, string>[]> {
  const stream = createReadStream(path.join(dataDir, ...file));
  const rows: Record<Column, string>[] = [];
  for await (const row of stream.pipe(parse({ columns: true, bom: true }))) rows.push(row as Record<Column, string>);
  return rows;
}
