import type { LabelNode, TextDataset } from '@jeoul/ml/text-classifier';
import { readCsv } from './csv-files.ts';

/** A text with its label; labels of a tree are written as parent and child. */
export type LabelledText = { text: string; labelKey: string };

export type TextTask = {
  name: string;
  /** What the peers' script calls it. */
  peer: string;
  kind: 'single' | 'tree' | 'multi';
  /** `multi`: the one label, which a text has or has not. */
  positive: string | null;
  read(dataDir: string): Promise<{ train: LabelledText[]; test: LabelledText[] }>;
};

const between = '\u001f';
const parentOf = (labelKey: string) => labelKey.slice(0, labelKey.indexOf(between));
/** What is compared with the truth: a subcategory is one whatever its category. */
export const leafName = (labelKey: string) => labelKey.slice(labelKey.indexOf(between) + 1);

function splitFile(folder: string, read: (row: Record<string, string>) => LabelledText): TextTask['read'] {
  return async (dataDir) => {
    const [train, test] = await Promise.all(
      ['train', 'test'].map(async (part) => (await readCsv(dataDir, folder, `${part}.csv`)).map(read)),
    );
    return { train: train ?? [], test: test ?? [] };
  };
}

/** Ratings of taste up to 2 of 5, from the review's text; one store in five is held out, by the bytes of its name. */
async function readTaste(dataDir: string): Promise<{ train: LabelledText[]; test: LabelledText[] }> {
  const rows = await readCsv<'restaurant' | 'review' | 'taste'>(dataDir, 'reviews', 'reviews.csv');
  const parts: { train: LabelledText[]; test: LabelledText[] } = { train: [], test: [] };
  for (const { restaurant, review, taste } of rows) {
    if (review === '' || taste === '') continue;
    const isHeldOut = Buffer.from(restaurant).reduce((sum, byte) => sum + byte, 0) % 5 === 0;
    parts[isHeldOut ? 'test' : 'train'].push({ text: review, labelKey: Number(taste) <= 2 ? '1' : '0' });
  }
  return parts;
}

export const textTasks: readonly TextTask[] = [
  {
    name: 'abuse',
    peer: 'abuse',
    kind: 'multi',
    positive: '1',
    read: splitFile('abuse', (row) => ({ text: row['text'] ?? '', labelKey: row['abuse'] ?? '' })),
  },
  {
    name: 'profanity',
    peer: 'profanity',
    kind: 'multi',
    positive: '1',
    read: splitFile('profanity', (row) => ({ text: row['text'] ?? '', labelKey: row['profanity'] ?? '' })),
  },
  { name: 'taste', peer: 'taste', kind: 'multi', positive: '1', read: readTaste },
  {
    name: 'menu category',
    peer: 'menu',
    kind: 'single',
    positive: null,
    read: splitFile('menus', (row) => ({ text: row['menu'] ?? '', labelKey: row['category'] ?? '' })),
  },
  {
    name: 'menu subcategory',
    peer: 'menu',
    kind: 'tree',
    positive: null,
    read: splitFile('menus', (row) => ({
      text: row['menu'] ?? '',
      labelKey: `${row['category'] ?? ''}${between}${row['subcategory'] ?? ''}`,
    })),
  },
];

/** The texts as a data set, its labels those that occur. */
export function datasetOf(
  { kind, positive }: Pick<TextTask, 'kind' | 'positive'>,
  rows: readonly LabelledText[],
): TextDataset {
  if (positive !== null) {
    const examples = rows.map(({ text, labelKey }) => ({ text, labelKeys: labelKey === positive ? [positive] : [] }));
    return { kind, labels: [{ key: positive, parentKey: null }], examples };
  }
  const keys = [...new Set(rows.map((row) => row.labelKey))].sort();
  const parents = kind === 'tree' ? [...new Set(keys.map(parentOf))] : [];
  const labels: LabelNode[] = [
    ...parents.map((key) => ({ key, parentKey: null })),
    ...keys.map((key) => ({ key, parentKey: kind === 'tree' ? parentOf(key) : null })),
  ];
  return { kind, labels, examples: rows.map(({ text, labelKey }) => ({ text, labelKeys: [labelKey] })) };
}
