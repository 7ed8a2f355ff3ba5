import { describe, expect, it } from 'vitest';
import { newQueue, type LabelView } from './contract.ts';
import { answerable, hasPolarities, withPolarities } from './polar-labels.ts';
import { givenKey, polarities, polarKey, polarKeysOf, polarOf } from './polarity.ts';

const label = (key: string, parentKey: string | null) => ({ key, parentKey, nameKo: key, nameEn: key });
const rows = [label('taste', null), label('sweet', 'taste'), label('salty', 'taste')];
const views = rows.map((row, at): LabelView => {
  return { ...row, guidelineKo: null, guidelineEn: null, usualAction: null, isLeaf: at > 0 };
});

describe('the key of a label with a polarity', () => {
  it('leads back to both', () => {
    for (const polarity of polarities) {
      expect(polarOf(polarKey('sweet', polarity))).toEqual({ labelKey: 'sweet', polarity });
    }
    expect(givenKey({ labelKey: 'sweet' })).toBe('sweet');
  });

  it('is never taken for one where there is none', () => {
    for (const key of ['sweet', 'sweet:', ':positive', 'sweet:very', 'none']) expect(polarOf(key)).toBeNull();
  });
});

describe('the labels of a set with polarity', () => {
  it('are each given once a polarity; headings and labels without one are not', () => {
    const all = withPolarities(views);
    expect(hasPolarities(all)).toBe(true);
    expect(answerable(all).map(({ key }) => key)).toEqual(polarKeysOf(rows));
    expect(polarKeysOf(rows)).toHaveLength(6);
    expect(all.find(({ key }) => key === 'salty:negative')).toMatchObject({
      parentKey: 'salty',
      nameKo: 'salty 부정',
      isLeaf: true,
    });
  });

  it('without polarity are left as they are', () => {
    expect(answerable(views)).toEqual(views);
  });
});

describe('a new queue with polarity', () => {
  const queueOf = (labels: unknown[], changes: Record<string, unknown> = {}) => {
    const names = { nameKo: 'q', nameEn: 'q' };
    const labelSet = { key: 'q', kind: 'multi', hasPolarity: true, ...names, labels, ...changes };
    return newQueue.safeParse({ key: 'q', slotKey: 'q', ...names, itemKind: 'review', labelSet }).success;
  };
  const full = rows.map((row) => ({ ...row, guidelineKo: null, guidelineEn: null }));

  it('takes one level of families', () => {
    expect(queueOf(full)).toBe(true);
    const deeper = { ...label('very-sweet', 'sweet'), guidelineKo: null, guidelineEn: null };
    expect(queueOf([...full, deeper])).toBe(false);
  });

  it.each([
    ['a key that a polarity could not be told from', { key: 'sweet:positive' }],
    ['an action that is usually taken', { key: 'sour', usualAction: 'hide' }],
    ['the key of no label', { key: 'none' }],
  ])('refuses %s', (_what, changes) => {
    expect(queueOf([...full, { ...full[1], ...changes }])).toBe(false);
  });

  it('is one of reviews with any number of labels', () => {
    expect(queueOf(full, { kind: 'tree' })).toBe(false);
  });

  it('alone may have families beside any number of labels', () => {
    expect(queueOf(full, { hasPolarity: false })).toBe(false);
  });
});
