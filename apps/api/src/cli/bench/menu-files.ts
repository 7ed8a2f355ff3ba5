import { createReadStream } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse';

export type MenuFileRow = {
  store_id: string;
  store_name: string;
  menu: string;
  price: string;
  category: string;
  subcategory: string;
};

/** The rows of `menus/<part>.csv` in a data folder. */
export async function readMenus(dataDir: string, part: 'train' | 'test'): Promise<MenuFileRow[]> {
  const file = createReadStream(path.join(dataDir, 'menus', `${part}.csv`));
  const rows: MenuFileRow[] = [];
  for await (const row of file.pipe(parse({ columns: true, bom: true }))) rows.push(row as MenuFileRow);
  return rows;
}
