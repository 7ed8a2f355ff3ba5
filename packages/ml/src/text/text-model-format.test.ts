import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { errorCode } from '../testing/error-code.ts';
import { riceAndNoodles } from './fixtures/rice-and-noodles.ts';
import { judgeTexts } from './judge-texts.ts';
import { startsOfWeights } from './pack-model.ts';
import { predictTexts } from './predict-texts.ts';
import { deserializeTextModel, serializeTextModel } from './text-model-format.ts';
import type { ModelHead, TextModel } from './text-model.ts';
import { trainTextModel } from './train-text-model.ts';

/** Made by hand, so that its bytes say nothing of how models are trained. */
const heads: ModelHead[] = [
  { link: 'softmax', parent: -1, members: [0, 1], biases: Float32Array.of(0.5, -0.5), temperature: 1.5, unit: 0.001 },
  { link: 'softmax', parent: 1, members: [2], biases: Float32Array.of(0.25), temperature: 1, unit: 0.01 },
];
const blockHeads = Uint16Array.of(0, 0, 1);
const byHand: TextModel = {
  kind: 'tree',
  labels: [
    { key: '밥', parentKey: null },
    { key: '면', parentKey: null },
    { key: '짜장', parentKey: '면' },
  ],
  thresholds: [{ likely: 0.5, certain: 0.9, unlikely: 0.1 }, null, null],
  space: {
    shape: { syllables: [1, 4], phrases: [1, 0], jamo: [3, 5], words: [1, 2], bits: 12 },
    buckets: Uint32Array.of(7, 4095),
    worths: Float32Array.of(1.5, 2),
  },
  heads,
  blockStarts: Uint32Array.of(0, 1, 3),
  blockHeads,
  weightStarts: startsOfWeights(heads, blockHeads),
  weights: Int16Array.of(-32_767, 1, 2, 3, 32_767),
};
const bytes = serializeTextModel(byHand);

describe('a stored text model', () => {
  const trained = trainTextModel(riceAndNoodles, { seed: 1 });

  it('has the bytes that models stored in this format have, and is read as it was', () => {
    const digest = createHash('sha256').update(bytes).digest('hex');
    expect(digest).toBe('50a75bc50b92c2d2926667f1512651445c253df52ce56a2fb1e21b3a1269658b');
    expect(deserializeTextModel(bytes)).toEqual(byHand);
  });

  it('predicts exactly what it predicted before', () => {
    const read = deserializeTextModel(serializeTextModel(trained));
    const texts = ['짬뽕 특', '불고기비빔밥', ''];
    expect(predictTexts(read, texts)).toEqual(predictTexts(trained, texts));
  });

  it('is read from any part of any buffer', () => {
    const within = new Uint8Array(bytes.length + 7);
    within.set(bytes, 3);
    for (const given of [Buffer.from(bytes), within.subarray(3, 3 + bytes.length)]) {
      expect(deserializeTextModel(given)).toEqual(byHand);
    }
  });

  it('of the format before this one is read, without thresholds', () => {
    const before = { ...trained };
    Reflect.deleteProperty(before, 'thresholds');
    const read = deserializeTextModel(serializeTextModel(before).with(4, 2));
    expect(predictTexts(read, ['짬뽕 특'])).toEqual(predictTexts(trained, ['짬뽕 특']));
    expect(read.thresholds).toEqual(riceAndNoodles.labels.map(() => null));
    expect(judgeTexts(read, ['짬뽕 특'])[0]?.mustAsk).toBe(true);
  });

  it.each<[string, string, Uint8Array]>([
    ['empty', 'NOT_A_MODEL', new Uint8Array()],
    ['foreign', 'NOT_A_MODEL', new TextEncoder().encode('{"a":1}')],
    ['cut in its header', 'TRUNCATED', bytes.slice(0, 10)],
    ['cut at its end', 'TRUNCATED', bytes.slice(0, -1)],
    ['changed', 'CORRUPT', bytes.with(bytes.length - 1, 0)],
    ['newer', 'UNSUPPORTED_VERSION', bytes.with(4, 4)],
    ['older than the format before this one', 'UNSUPPORTED_VERSION', bytes.with(4, 1)],
  ])('is refused when it is %s: %s', (_, code, given) => {
    expect(errorCode(() => deserializeTextModel(given))).toBe(code);
  });

  it('is refused when its header gives another length of the description', () => {
    for (const at of [16, 17, 18, 19]) {
      for (let change = 1; change < 256; change++) {
        const damaged = bytes.with(at, (bytes[at] ?? 0) ^ change);
        expect(errorCode(() => deserializeTextModel(damaged))).toBe('CORRUPT');
      }
    }
  });
});
