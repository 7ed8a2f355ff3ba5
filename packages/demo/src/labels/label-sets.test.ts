import { describe, expect, it } from 'vitest';
import { demoMenuItems } from '../marketplace.ts';
import { menuLabelSet } from '../menu-label-set.ts';
import type { LabelSet } from './label.ts';
import { reviewAbuseLabelSet } from './review-abuse.ts';
import { reviewAspectLabelSet } from './review-aspects.ts';

const sets: readonly LabelSet[] = [menuLabelSet, reviewAbuseLabelSet, reviewAspectLabelSet];
const hangul = /[가-힣]/;

describe.each(sets)('the label set $key', ({ labels }) => {
  it('has each key once, in kebab case, its parent before it and at most two levels', () => {
    const tops = new Set<string | null>([null]);
    const seen = new Set<string>();
    for (const { key, parentKey } of labels) {
      expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(seen.has(key)).toBe(false);
      expect(tops.has(parentKey)).toBe(true);
      seen.add(key);
      if (parentKey === null) tops.add(key);
    }
  });

  it('names and explains every label in Korean and in English', () => {
    for (const { nameKo, nameEn, guidelineKo, guidelineEn } of labels) {
      expect(nameKo).toMatch(hangul);
      expect(guidelineKo).toMatch(hangul);
      expect(nameEn + guidelineEn).not.toMatch(hangul);
      expect(guidelineKo.length).toBeGreaterThan(12);
      expect(guidelineEn.length).toBeGreaterThan(20);
      expect(guidelineKo.length).toBeLessThan(130);
      expect(guidelineEn.length).toBeLessThan(180);
    }
  });

  it('says no name and no guideline twice among siblings', () => {
    const said = labels.flatMap(({ parentKey, nameKo, nameEn }) => [
      `${parentKey} ${nameKo}`,
      `${parentKey} ${nameEn}`,
    ]);
    expect(new Set(said).size).toBe(said.length);
    expect(new Set(labels.map(({ guidelineKo }) => guidelineKo)).size).toBe(labels.length);
  });
});

describe('the menu categories', () => {
  const leaves = menuLabelSet.labels.filter(({ parentKey }) => parentKey !== null);

  it('are about eighteen families of 90 to 110 leaves', () => {
    expect(menuLabelSet.labels.length - leaves.length).toBe(18);
    expect(leaves.length).toBeGreaterThanOrEqual(90);
    expect(leaves.length).toBeLessThanOrEqual(110);
  });

  it('all occur in the small marketplace, often enough to learn from, and nothing else does', () => {
    const items = [...demoMenuItems({ seed: 7, size: 'small', now: new Date(0) })];
    const counts = new Map<string, number>(leaves.map(({ key }) => [key, 0]));
    expect(items.filter(({ trueLabel }) => !counts.has(trueLabel))).toEqual([]);
    for (const { trueLabel } of items) counts.set(trueLabel, (counts.get(trueLabel) ?? 0) + 1);
    for (const [key, count] of counts) expect([key, count >= 20]).toEqual([key, true]);
  });
});
