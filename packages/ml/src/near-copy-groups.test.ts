import { expect, it } from 'vitest';
import { nearCopyGroups } from './near-copy-groups.ts';

it('puts sizes, spellings and small changes of one dish together, and other dishes apart', () => {
  const texts = [
    '매콤 치즈 돈까스 세트',
    '아구찜(소)',
    '매콤치즈 돈까스세트 2인분',
    '아구찜 대',
    '매콤 치즈 돈까스 셋트',
    '해물찜',
  ];
  expect([...nearCopyGroups(texts, 0.5)]).toEqual([0, 1, 0, 1, 0, 5]);
  expect([...nearCopyGroups(texts, 1)]).toEqual([0, 1, 0, 1, 4, 5]);
});

it('does not join the ends of a chain whose neighbours are alike', () => {
  const letters = [...'가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허'];
  const chain = Array.from({ length: 15 }, (_, at) => letters.slice(at, at + 14).join(''));
  const groups = [...nearCopyGroups(chain, 0.6)];
  expect(groups[1]).toBe(0);
  expect(groups[14]).not.toBe(0);
});

it('takes an empty list, empty texts and one text many times', () => {
  expect([...nearCopyGroups([])]).toEqual([]);
  expect([...nearCopyGroups(['', '콜라', ' ', '콜라', '\u200b'])]).toEqual([0, 1, 0, 1, 0]);
  expect(new Set(nearCopyGroups(Array.from({ length: 5000 }, () => '콜라')))).toEqual(new Set([0]));
  expect(() => nearCopyGroups(['콜라'], 0)).toThrow(RangeError);
});
