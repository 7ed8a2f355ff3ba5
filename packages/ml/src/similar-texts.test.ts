import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';
import { SimilarTexts } from './similar-texts.ts';
import { readPieces, pieceShape } from './text-pieces.ts';

const words = '매운 치즈 돈까스 김치 볶음밥 새우 피자 치킨 마늘 간장 세트 2인분 곱빼기 수제 왕 통'.split(' ');

function namesOf(count: number, seed: number): string[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + random(5) }, () => words[random(words.length)] ?? '').join(random(3) === 0 ? '' : ' '),
  );
}

/** Jaccard's similarity of every text to the query, read straight from the sets of pieces. */
function bruteForce(texts: readonly string[], query: string, least: number, bitsFor: number) {
  const { starts, pieces } = readPieces([query, ...texts], pieceShape(bitsFor));
  const setOf = (at: number) => new Set(pieces.subarray(starts[at] ?? 0, starts[at + 1] ?? 0));
  const asked = setOf(0);
  return texts
    .map((_, index) => {
      const other = setOf(index + 1);
      const shared = [...other].filter((piece) => asked.has(piece)).length;
      return { index, similarity: shared / (asked.size + other.size - shared) };
    })
    .filter(({ similarity }) => similarity >= least)
    .sort((a, b) => b.similarity - a.similarity || a.index - b.index);
}

describe('similar texts', () => {
  it('are all found, in order, whatever the least similarity', () => {
    const texts = namesOf(1500, 1);
    const index = new SimilarTexts(texts);
    for (const least of [0.2, 0.6, 0.85, 1]) {
      for (const query of [...namesOf(15, 2), ...texts.slice(0, 5), '전혀 다른 글']) {
        const expected = bruteForce(texts, query, least, texts.length);
        expect(index.similarTo(query, { least, most: Number.POSITIVE_INFINITY })).toEqual(expected);
        expect(index.similarTo(query, { least, most: 7 })).toEqual(expected.slice(0, 7));
      }
    }
  });

  it('are found among texts added and not among those removed, at once and after sorting in', () => {
    const texts = namesOf(4000, 3);
    const index = new SimilarTexts(texts.slice(0, 500), texts.length);
    for (const text of texts.slice(500)) index.add(text);
    const isGone = (at: number) => at % 3 === 0;
    const check = () => {
      for (const query of namesOf(10, 4)) {
        const expected = bruteForce(texts, query, 0.6, texts.length).filter(({ index: at }) => !isGone(at));
        expect(index.similarTo(query, { most: Number.POSITIVE_INFINITY })).toEqual(expected);
      }
    };
    expect([...texts.keys()].filter(isGone).every((at) => index.remove(at))).toBe(true);
    expect(index.size).toBe(texts.filter((_, at) => !isGone(at)).length);
    check();
    index.refresh();
    check();
    expect(index.add('새로 온 음식')).toBe(texts.length);
    expect(index.similarTo('새로 온 음식')).toEqual([{ index: texts.length, similarity: 1 }]);
  });

  it('do not depend on spaces, digits or the form in which Korean is written', () => {
    const index = new SimilarTexts(['매운 치즈 돈까스 2인분 세트', '물냉면']);
    expect(index.similarTo('매운 치즈 돈까스 3인분 세트')).toEqual([{ index: 0, similarity: 1 }]);
    expect(index.similarTo('매운치즈돈까스 2인분세트'.normalize('NFD'))[0]?.index).toBe(0);
    expect(index.similarTo('ＡＢＣ 전혀 다른 것')).toEqual([]);
  });

  it('are answered by index where equally similar, only as many as asked', () => {
    const index = new SimilarTexts(Array.from({ length: 3000 }, (_, at) => (at % 2 === 0 ? '콜라' : '사이다')));
    expect(index.similarTo('콜라', { most: 4 }).map(({ index: at }) => at)).toEqual([0, 2, 4, 6]);
  });

  it('take empty, invisible, broken and very long texts, and no texts at all', () => {
    expect(new SimilarTexts().similarTo('콜라')).toEqual([]);
    const odd = ['', ' \u200b', '\ud83c', '🍗🍗🍗', '가'.repeat(100_000), '치킨 피자 '.repeat(10_000)];
    const index = new SimilarTexts(odd);
    expect(odd.map((text) => index.similarTo(text)[0]?.similarity ?? 0)).toEqual([0, 0, 1, 1, 1, 1]);
  });

  it('refuse bounds that are none, and do not remove what is not there', () => {
    const index = new SimilarTexts(['콜라']);
    for (const least of [0, -1, 1.5, Number.NaN]) expect(() => index.similarTo('콜라', { least })).toThrow(RangeError);
    for (const most of [0, Number.NaN]) expect(() => index.similarTo('콜라', { most })).toThrow(RangeError);
    expect([index.remove(1), index.remove(-1), index.remove(0.5), index.remove(0), index.remove(0)]).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
    expect(index.size).toBe(0);
  });

  it('hold for any sequence of additions, removals and questions', () => {
    const text = fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((parts) => parts.join(' '));
    const step = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), text }),
      fc.record({ kind: fc.constant('remove' as const), at: fc.nat({ max: 30 }) }),
      fc.record({ kind: fc.constant('refresh' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), text, (steps, query) => {
        const index = new SimilarTexts([], 100);
        const texts: string[] = [];
        const gone = new Set<number>();
        for (const one of steps) {
          if (one.kind === 'add') texts[index.add(one.text)] = one.text;
          else if (one.kind === 'remove') {
            if (index.remove(one.at)) gone.add(one.at);
          } else index.refresh();
        }
        const expected = bruteForce(texts, query, 0.4, 100).filter(({ index: at }) => !gone.has(at));
        expect(index.similarTo(query, { least: 0.4, most: 100 })).toEqual(expected);
      }),
    );
  });
});
