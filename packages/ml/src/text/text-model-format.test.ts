import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { judgeTexts } from './judge-texts.ts';
import { predictTexts } from './predict-texts.ts';
import { TextModelError } from './text-model-error.ts';
import { deserializeTextModel, serializeTextModel } from './text-model-format.ts';
import { trainTextModel, type TextDataset } from './train-text-model.ts';

const tree: TextDataset = {
  kind: 'tree',
  labels: [
    { key: '밥', parentKey: null },
    { key: '면', parentKey: null },
    { key: '짜장', parentKey: '면' },
    { key: '짬뽕', parentKey: '면' },
    { key: '비빔밥', parentKey: '밥' },
    { key: '볶음밥', parentKey: '밥' },
  ],
  examples: ['짜장', '짬뽕', '비빔밥', '볶음밥'].flatMap((labelKey) =>
    ['곱빼기', '특', '세트', '1인분', '매운', '옛날'].flatMap((extra) => [
      { text: `${extra} ${labelKey}`, labelKeys: [labelKey] },
      { text: `${labelKey}(${extra})`, labelKeys: [labelKey] },
    ]),
  ),
};

describe('a stored text model', () => {
  it('predicts exactly what it predicted before', () => {
    const model = trainTextModel(tree, { seed: 1 });
    const read = deserializeTextModel(serializeTextModel(model));
    const texts = ['짬뽕 특', '불고기비빔밥', ''];
    expect(predictTexts(read, texts)).toEqual(predictTexts(model, texts));
  });

  it('is read from any part of any buffer', () => {
    const model = trainTextModel(tree, { seed: 1 });
    const bytes = serializeTextModel(model);
    const within = new Uint8Array(bytes.length + 7);
    within.set(bytes, 3);
    for (const given of [Buffer.from(bytes), within.subarray(3, 3 + bytes.length)]) {
      expect(predictTexts(deserializeTextModel(given), ['짬뽕 특'])).toEqual(predictTexts(model, ['짬뽕 특']));
    }
  });

  it('of the format before this one is read, without thresholds', () => {
    const model = trainTextModel(tree, { seed: 1 });
    const read = deserializeTextModel(asFormatTwo(serializeTextModel(model)));
    expect(predictTexts(read, ['짬뽕 특'])).toEqual(predictTexts(model, ['짬뽕 특']));
    expect(read.thresholds).toEqual(tree.labels.map(() => null));
    expect(judgeTexts(read, ['짬뽕 특'])[0]?.mustAsk).toBe(true);
  });

  it('is refused with a reason when it is foreign, cut, changed or of another version', () => {
    const bytes = serializeTextModel(trainTextModel(tree, { seed: 1 }));
    const changed = bytes.slice();
    changed[bytes.length - 1] = (changed[bytes.length - 1] ?? 0) ^ 1;
    const newer = bytes.slice();
    newer[4] = 99;
    const older = bytes.slice();
    older[4] = 1;
    const codes = [
      new Uint8Array(),
      new TextEncoder().encode('{"a":1}'),
      bytes.slice(0, 10),
      bytes.slice(0, -1),
      changed,
      newer,
      older,
    ];
    expect(codes.map((one) => codeOf(() => deserializeTextModel(one)))).toEqual([
      'NOT_A_MODEL',
      'NOT_A_MODEL',
      'TRUNCATED',
      'TRUNCATED',
      'CORRUPT',
      'UNSUPPORTED_VERSION',
      'UNSUPPORTED_VERSION',
    ]);
  });
});

/** The same model as format version 2 held it: no thresholds in the description. */
function asFormatTwo(bytes: Uint8Array): Uint8Array {
  const header = new DataView(bytes.buffer, bytes.byteOffset);
  const jsonBytes = header.getUint32(16, true);
  const description = JSON.parse(new TextDecoder().decode(bytes.subarray(20, 20 + jsonBytes)));
  delete description.thresholds;
  const json = new TextEncoder().encode(JSON.stringify(description));
  const rest = bytes.subarray(20 + Math.ceil(jsonBytes / 4) * 4);
  const older = new Uint8Array(20 + Math.ceil(json.length / 4) * 4 + rest.length);
  older.set(bytes.subarray(0, 20));
  older.set(json, 20);
  older.set(rest, older.length - rest.length);
  const olderHeader = new DataView(older.buffer);
  olderHeader.setUint32(4, 2, true);
  olderHeader.setUint32(8, older.length, true);
  olderHeader.setUint32(12, crc32(older.subarray(20)), true);
  olderHeader.setUint32(16, json.length, true);
  return older;
}

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof TextModelError) return error.code;
    throw error;
  }
  return 'nothing was thrown';
}
