import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';
import { errorCode } from './testing/error-code.ts';
import { riceAndNoodles } from './text/fixtures/rice-and-noodles.ts';
import {
  explainText,
  judgeTexts,
  predictTexts,
  serializeTextModel,
  trainTextModel,
  type TextDataset,
} from './text-classifier.ts';

const flat = (keys: string[]) => keys.map((key) => ({ key, parentKey: null }));
const dishes: [string, string][] = [
  ['후라이드치킨', '치킨'],
  ['양념치킨', '치킨'],
  ['간장치킨 (순살)', '치킨'],
  ['반반치킨', '치킨'],
  ['짜장면', '중식'],
  ['삼선짜장면', '중식'],
  ['짬뽕', '중식'],
  ['탕수육 (소)', '중식'],
  ['김치찌개', '한식'],
  ['된장찌개', '한식'],
  ['순두부찌개', '한식'],
  ['부대찌개 2인분', '한식'],
];
const menus: TextDataset = {
  kind: 'single',
  labels: flat(['치킨', '중식', '한식']),
  examples: Array.from({ length: 20 }, () => dishes)
    .flat()
    .map(([text, labelKey]) => ({ text, labelKeys: [labelKey] })),
};

describe('a text model', () => {
  it('labels texts it has not seen by the pieces it has', () => {
    const model = trainTextModel(menus, { seed: 1 });
    const best = predictTexts(model, ['마늘치킨', '해물짬뽕', '청국장찌개']).map(({ scores }) => scores[0]?.labelKey);
    expect(best).toEqual(['치킨', '중식', '한식']);
  });

  it('is the same, byte for byte, for the same seed', () => {
    const one = serializeTextModel(trainTextModel(menus, { seed: 7 }));
    expect(serializeTextModel(trainTextModel(menus, { seed: 7 }))).toEqual(one);
  });

  it('gives probabilities that add up to one, along the tree too', () => {
    const [prediction] = predictTexts(trainTextModel(riceAndNoodles, { seed: 1 }), ['짜장 곱빼기']);
    const total = (prediction?.scores ?? []).reduce((sum, { probability }) => sum + probability, 0);
    expect(total).toBeCloseTo(1, 9);
    expect(prediction?.scores[0]?.labelKey).toBe('짜장');
    const noodles = prediction?.parents.find(({ labelKey }) => labelKey === '면')?.probability;
    const below = (prediction?.scores ?? []).filter(({ labelKey }) => labelKey === '짜장' || labelKey === '짬뽕');
    expect(noodles).toBeCloseTo(
      below.reduce((sum, { probability }) => sum + probability, 0),
      9,
    );
  });

  it('keeps three levels consistent, and explains through all of them', () => {
    const labels = [
      { key: '음식', parentKey: null },
      { key: '음료', parentKey: null },
      { key: '밥', parentKey: '음식' },
      { key: '면', parentKey: '음식' },
      { key: '커피', parentKey: '음료' },
      { key: '차', parentKey: '음료' },
      { key: '비빔밥', parentKey: '밥' },
      { key: '볶음밥', parentKey: '밥' },
      { key: '냉면', parentKey: '면' },
      { key: '칼국수', parentKey: '면' },
    ];
    const examples = ['비빔밥', '볶음밥', '냉면', '칼국수', '커피', '차'].flatMap((labelKey) =>
      ['큰', '작은', '매운', '옛날', '특'].map((kind) => ({ text: `${kind} ${labelKey}`, labelKeys: [labelKey] })),
    );
    const model = trainTextModel({ kind: 'tree', labels, examples }, { seed: 1 });
    const [prediction] = predictTexts(model, ['시원한 냉면']);
    const probabilityOf = (key: string) =>
      [...(prediction?.scores ?? []), ...(prediction?.parents ?? [])].find(({ labelKey }) => labelKey === key)
        ?.probability ?? Number.NaN;
    expect(prediction?.scores[0]?.labelKey).toBe('냉면');
    expect(probabilityOf('냉면') + probabilityOf('칼국수')).toBeCloseTo(probabilityOf('면'), 9);
    expect(probabilityOf('면') + probabilityOf('밥')).toBeCloseTo(probabilityOf('음식'), 9);
    expect(probabilityOf('음식') + probabilityOf('음료')).toBeCloseTo(1, 9);
    const { score, bias, spans } = explainText(model, '시원한 냉면', '냉면');
    expect(spans.reduce((sum, { contribution }) => sum + contribution, bias)).toBeCloseTo(score, 9);
    expect(score).toBeGreaterThan(explainText(model, '시원한 냉면', '칼국수').score);
  });

  it('learns the upper level from an example known only that far', () => {
    const upper = Array.from({ length: 30 }, () => ({ text: '잔치국수', labelKeys: ['면'] }));
    const model = trainTextModel({ ...riceAndNoodles, examples: [...riceAndNoodles.examples, ...upper] }, { seed: 1 });
    expect(predictTexts(model, ['냉국수'])[0]?.parents[0]?.labelKey).toBe('면');
  });

  it('learns several labels of one text', () => {
    const words: [string, string[]][] = [
      ['바삭해요', ['crispy']],
      ['너무 짜요', ['salty']],
      ['바삭한데 짜요', ['crispy', 'salty']],
      ['그냥 그래요', []],
    ];
    const examples = Array.from({ length: 30 }, () => words)
      .flat()
      .map(([text, labelKeys]) => ({ text, labelKeys }));
    const model = trainTextModel({ kind: 'multi', labels: flat(['crispy', 'salty']), examples }, { seed: 1 });
    const found = predictTexts(model, ['바삭하고 짜요', '그래요']).map(({ scores }) =>
      scores.filter(({ probability }) => probability > 0.5).map(({ labelKey }) => labelKey),
    );
    expect(found).toEqual([expect.arrayContaining(['crispy', 'salty']), []]);
  });

  it('explains a score by spans of the original text that add up to it', () => {
    const model = trainTextModel(menus, { seed: 1 });
    const text = '  ＳＥＴ 양념\u200b치킨 👍 곱배기';
    const { score, bias, spans } = explainText(model, text, '치킨');
    expect(spans.reduce((sum, { contribution }) => sum + contribution, bias)).toBeCloseTo(score, 9);
    const strongest = spans.toSorted((a, b) => b.contribution - a.contribution)[0];
    expect(text.slice(strongest?.start, strongest?.end)).toContain('치킨');
  });

  it('explains in the offsets of a decomposed text', () => {
    const model = trainTextModel(menus, { seed: 1 });
    const text = '맛있는 치킨'.normalize('NFD');
    const strongest = explainText(model, text, '치킨').spans.toSorted((a, b) => b.contribution - a.contribution)[0];
    expect(text.slice(strongest?.start, strongest?.end).normalize('NFC')).toContain('치킨');
  });

  it('has an answer without NaN for any text', () => {
    const model = trainTextModel(menus, { seed: 1 });
    const texts = [
      '',
      ' \n\t',
      '👍🏽👨‍👩‍👧',
      '\ud83d 치킨 \udc4d',
      '\u0000\u202e',
      '가'.repeat(100_000),
      'ㅋ ㅋ '.repeat(30_000),
    ];
    for (const { scores, margin, entropy } of predictTexts(model, texts)) {
      for (const { probability } of scores) expect(probability).toBeGreaterThanOrEqual(0);
      expect(scores.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
      expect(margin).toBeGreaterThanOrEqual(0);
      expect(entropy).toBeGreaterThanOrEqual(0);
    }
  });

  it('can be trained on any text, and explains and judges any', () => {
    const texts = [
      '',
      ' ',
      '👍👍',
      '\ud83d',
      '\u0000',
      '가'.repeat(100_000),
      'ㅅ1'.repeat(50_000),
      'a'.repeat(100_000),
    ];
    const examples = texts.flatMap((text, at) => [{ text, labelKeys: [at % 2 === 0 ? '치킨' : '중식'] }]);
    const model = trainTextModel({ ...menus, examples: [...menus.examples, ...examples] }, { seed: 1 });
    for (const text of texts) {
      const { score, bias, spans } = explainText(model, text, '치킨');
      expect(spans.reduce((sum, { contribution }) => sum + contribution, bias)).toBeCloseTo(score, 6);
      expect(spans.every(({ start, end }) => start >= 0 && start < end && end <= text.length)).toBe(true);
      const verdicts = judgeTexts(model, [text])[0]?.labels.map(({ verdict }) => verdict);
      expect(verdicts).toHaveLength(3);
    }
    const unreadable = texts.slice(0, 2).map((text) => ({ text, labelKeys: ['치킨'] }));
    const empty = trainTextModel({ ...menus, examples: unreadable }, { seed: 1 });
    expect(predictTexts(empty, ['짜장면'])[0]?.scores[0]?.probability).toBeGreaterThan(0);
  });

  it('does not explain a label it has never heard of', () => {
    expect(errorCode(() => explainText(trainTextModel(menus, { seed: 1 }), '초밥', '일식'))).toBe('UNKNOWN_LABEL');
  });

  it('can be trained on one class, and on a label nobody has used', () => {
    const examples = menus.examples.filter(({ labelKeys }) => labelKeys[0] === '치킨');
    const model = trainTextModel({ ...menus, examples }, { seed: 1 });
    expect(predictTexts(model, ['치킨'])[0]?.scores[0]?.labelKey).toBe('치킨');
    const alone = trainTextModel({ kind: 'single', labels: flat(['치킨']), examples }, { seed: 1 });
    expect(predictTexts(alone, ['치킨'])[0]?.scores).toEqual([{ labelKey: '치킨', probability: 1 }]);
  });

  it('reports progress that never falls and stops when it is cancelled', () => {
    const fractions: number[] = [];
    trainTextModel(menus, { seed: 1 }, ({ fraction }) => fractions.push(fraction));
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    let asked = 0;
    const isCancelled = () => ++asked > 2;
    expect(errorCode(() => trainTextModel(menus, { seed: 1, isCancelled }))).toBe('CANCELLED');
  });

  it('refuses data it cannot learn from, saying why', () => {
    const example = { text: '짜장면', labelKeys: ['중식'] };
    const codes = [
      { ...menus, examples: [] },
      { ...menus, examples: [{ text: '짜장면', labelKeys: ['일식'] }] },
      { ...menus, examples: [{ text: '짜장면', labelKeys: [] }] },
      { ...menus, examples: [{ ...example, weight: Number.NaN }] },
      { ...menus, labels: [] },
      { ...menus, labels: flat(['중식', '중식']) },
      { ...riceAndNoodles, labels: [{ key: '면', parentKey: '면' }] },
    ].map((dataset) => errorCode(() => trainTextModel(dataset, { seed: 1 })));
    expect(codes).toEqual([
      'NO_EXAMPLES',
      'UNKNOWN_LABEL',
      'BAD_EXAMPLE',
      'BAD_EXAMPLE',
      'BAD_LABELS',
      'BAD_LABELS',
      'BAD_LABELS',
    ]);
  });

  it('starts from an earlier model when given one, also when a label is new', () => {
    const before = trainTextModel(menus, { seed: 1 });
    const labels = flat(['치킨', '일식', '중식', '한식']);
    const examples = [
      ...menus.examples,
      ...Array.from({ length: 20 }, () => ({ text: '모둠초밥', labelKeys: ['일식'] })),
    ];
    const after = trainTextModel({ kind: 'single', labels, examples }, { seed: 2, warmStart: before });
    const best = predictTexts(after, ['연어초밥', '마늘치킨']).map(({ scores }) => scores[0]?.labelKey);
    expect(best).toEqual(['일식', '치킨']);
  });
});

describe('the verdict on a text', () => {
  const words = ['최악', '별로', '식었', '늦게'];
  const fillers = ['치킨', '배달', '소스', '양념', '사장님', '포장', '국물', '밥'];
  const random = createRandom(3);
  // One text in four tells nothing: half of those are bad all the same.
  const reviews = Array.from({ length: 3000 }, () => {
    const filler = `${fillers[random(8)]} ${fillers[random(8)]}`;
    const kind = random(4);
    if (kind === 0) return { text: `${filler} 그냥`, labelKeys: random(2) === 0 ? ['bad'] : [] };
    if (kind === 1) return { text: `${filler} ${words[random(4)]}`, labelKeys: ['bad'] };
    return { text: `${filler} 맛있어요`, labelKeys: [] };
  });
  const asked = ['치킨 최악', '치킨 맛있어요', '치킨 그냥'];

  it('is to act, to leave it, or to ask where texts like it were right and wrong', () => {
    const model = trainTextModel({ kind: 'multi', labels: flat(['bad']), examples: reviews }, { seed: 1 });
    const verdicts = judgeTexts(model, asked).map(({ labels }) => labels[0]?.verdict);
    expect(verdicts).toEqual(['yes', 'no', 'ask']);
    expect(judgeTexts(model, asked).map(({ mustAsk }) => mustAsk)).toEqual([false, false, true]);
  });

  it('of one label among several names the one that is certain, or asks about those in question', () => {
    const examples = reviews.map(({ text, labelKeys }) => ({ text, labelKeys: [labelKeys[0] ?? 'good'] }));
    const model = trainTextModel({ kind: 'single', labels: flat(['bad', 'good']), examples }, { seed: 1 });
    const verdicts = judgeTexts(model, asked).map(({ labels }) =>
      Object.fromEntries(labels.map(({ labelKey, verdict }) => [labelKey, verdict])),
    );
    expect(verdicts).toEqual([
      { bad: 'yes', good: 'no' },
      { bad: 'no', good: 'yes' },
      { bad: 'ask', good: 'ask' },
    ]);
    for (const { labels } of judgeTexts(model, asked)) {
      expect(labels.filter(({ isLikely }) => isLikely).map(({ labelKey }) => labelKey)).toEqual([labels[0]?.labelKey]);
    }
  });

  it('is to ask while too few texts were held out to tell', () => {
    const model = trainTextModel({ kind: 'multi', labels: flat(['bad']), examples: reviews.slice(0, 60) }, { seed: 1 });
    expect(model.thresholds).toEqual([null]);
    expect(judgeTexts(model, asked).every(({ mustAsk }) => mustAsk)).toBe(true);
  });
});

describe('a disguised swear word in a model', () => {
  const lines = ['배달이 늦네', '국물이 식었어', '양이 적다', '또 시켰다', '리뷰 쓴다', '먹고 나서'];
  const examples = lines.flatMap((line) =>
    Array.from({ length: 10 }, (_, at) => [
      { text: `${line} ${at % 2 === 0 ? '시발' : '씨발'}`, labelKeys: ['abuse'] },
      { text: `${line} 정말`, labelKeys: [] },
    ]).flat(),
  );
  const model = trainTextModel({ kind: 'multi', labels: flat(['abuse']), examples }, { seed: 1 });

  it('counts as the word, though no such writing was ever learned', () => {
    const written = ['시1발', '씨@발', 'ㅅㅣ발', 'ㅅㅂ', '시 발', 'tlqkf'];
    const texts = written.map((word) => `포장이 ${word} 왜 이래`);
    const probabilities = predictTexts(model, texts).map(({ scores }) => scores[0]?.probability ?? 0);
    const [plain] = predictTexts(model, ['포장이 정말 왜 이래']);
    for (const probability of probabilities) expect(probability).toBeGreaterThan(0.5);
    expect(plain?.scores[0]?.probability).toBeLessThan(0.5);
  });

  it('is what the explanation points at', () => {
    const text = '포장이 시1발 왜 이래';
    const { score, bias, spans } = explainText(model, text, 'abuse');
    expect(spans.reduce((sum, { contribution }) => sum + contribution, bias)).toBeCloseTo(score, 9);
    const strongest = spans.toSorted((a, b) => b.contribution - a.contribution)[0];
    expect(text.slice(strongest?.start, strongest?.end)).toBe('시1발');
  });
});
