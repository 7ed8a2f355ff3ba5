import { createHash } from 'node:crypto';
import { predictTexts, serializeTextModel, trainTextModel } from '@jeoul/ml/text-classifier';
import { textKey } from '@jeoul/shared/catalog/text-key';
import { koreanSearchKeys } from '@jeoul/shared/korean/search';
import { evaluateModel } from '../../../workers/evaluation.ts';
import { readCsv } from '../csv-files.ts';

export type MenuName = {
  name: string;
  jamo: string;
  initials: string;
  textKey: string;
  price: number | null;
  topLabelKey: string;
  topProbability: number;
  margin: number;
};

type MenuRow = Record<'menu' | 'category' | 'price', string>;

/** The dishes of a data folder, their categories, and a model trained on them with what it makes of each. */
export async function readMenuNames(dataDir: string) {
  const rows = await readCsv<keyof MenuRow>(dataDir, 'menus', 'train.csv');
  const labels = [...new Set(rows.map((row) => row.category))].sort((a, b) => a.localeCompare(b, 'ko'));
  const model = trainTextModel(
    {
      kind: 'single',
      labels: labels.map((key) => ({ key, parentKey: null })),
      examples: rows.map((row) => ({ text: row.menu, labelKeys: [row.category] })),
    },
    { seed: 1 },
  );
  const predictions = predictTexts(
    model,
    rows.map((row) => row.menu),
    { top: 2 },
  );
  const names = rows.map((row, n): MenuName => {
    const { jamo, initials } = koreanSearchKeys(row.menu);
    const [first, second] = predictions[n]?.scores ?? [];
    const probability = first?.probability ?? 0;
    return {
      name: row.menu.normalize('NFC'),
      jamo,
      initials,
      textKey: textKey(row.menu),
      price: Number.parseInt(row.price, 10) || null,
      topLabelKey: first?.labelKey ?? '',
      topProbability: probability,
      margin: probability - (second?.probability ?? 0),
    };
  });
  const test = await readCsv<keyof MenuRow>(dataDir, 'menus', 'test.csv');
  const { metrics } = evaluateModel(
    model,
    test.map((row) => ({ text: row.menu, labelKey: row.category })),
  );
  const bytes = new Uint8Array(serializeTextModel(model));
  return { labels, names, model: { bytes, metrics, hash: createHash('sha256').update(bytes).digest('hex') } };
}
