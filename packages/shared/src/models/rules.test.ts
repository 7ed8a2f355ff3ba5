import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHeldOut, lengthClass, promotionVerdict, shareInterval } from './rules.ts';

describe('promotionVerdict', () => {
  it('lets the first model take over by itself, unless a person is to promote', () => {
    expect(promotionVerdict({ comparison: null, policy: 'automatic' })).toEqual({
      isPromoted: true,
      reason: 'first-model',
    });
    expect(promotionVerdict({ comparison: null, policy: 'person' })).toEqual({
      isPromoted: false,
      reason: 'first-model',
    });
  });

  it.each([
    { difference: 0.02, low: 0.005, high: 0.03, isPromoted: true, reason: 'better-beyond-noise' },
    { difference: 0.02, low: 0, high: 0.03, isPromoted: true, reason: 'better-within-noise' },
    { difference: 0.02, low: -0.01, high: 0.03, isPromoted: true, reason: 'better-within-noise' },
    { difference: 0, low: -0.01, high: 0.01, isPromoted: true, reason: 'equal-with-more-data' },
    { difference: -0.004, low: -0.02, high: 0.01, isPromoted: true, reason: 'equal-with-more-data' },
    { difference: -0.004, low: -0.007, high: -0.001, isPromoted: false, reason: 'worse' },
    { difference: -0.02, low: -0.05, high: 0, isPromoted: true, reason: 'equal-with-more-data' },
  ])('says $reason of a difference of $difference within $low to $high', ({ isPromoted, reason, ...comparison }) => {
    expect(promotionVerdict({ comparison, policy: 'automatic' })).toEqual({ isPromoted, reason });
  });

  it('takes nothing for better that learned from the same resolutions, unless it is so beyond noise', () => {
    const verdictOf = (difference: number, low: number) =>
      promotionVerdict({ comparison: { difference, low, high: 0.05 }, policy: 'automatic', hasMoreData: false });
    expect(verdictOf(0, 0)).toEqual({ isPromoted: false, reason: 'no-more-data' });
    expect(verdictOf(0.02, -0.01)).toEqual({ isPromoted: false, reason: 'no-more-data' });
    expect(verdictOf(0.02, 0.01)).toEqual({ isPromoted: true, reason: 'better-beyond-noise' });
  });

  it('leaves what a person rolled back to until a person promotes', () => {
    const comparison = { difference: 0.1, low: 0.05, high: 0.15 };
    expect(promotionVerdict({ comparison, policy: 'automatic', isRolledBack: true })).toEqual({
      isPromoted: false,
      reason: 'rolled-back',
    });
  });

  it('never promotes by itself under a person’s policy, and never one that is worse beyond noise', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), share, share, (difference, below, above) => {
        const comparison = { difference, low: difference - below, high: difference + above };
        expect(promotionVerdict({ comparison, policy: 'person' }).isPromoted).toBe(false);
        expect(promotionVerdict({ comparison, policy: 'automatic' }).isPromoted).toBe(comparison.high >= 0);
      }),
    );
  });
});

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

describe('isHeldOut', () => {
  it('keeps about the share asked for', () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => hashOf(`메뉴 ${n}`));
    const share = rows.filter((hash) => isHeldOut(hash, 0.1)).length / rows.length;
    expect(share).toBeGreaterThan(0.09);
    expect(share).toBeLessThan(0.11);
  });

  it('never moves an item out of the held-out part when the share grows', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (text, a, b) => {
          const hash = hashOf(text);
          const [withLess, withMore] = [isHeldOut(hash, Math.min(a, b)), isHeldOut(hash, Math.max(a, b))];
          expect(withLess && !withMore).toBe(false);
        },
      ),
    );
  });

  it('holds nothing out of a share of 0 and everything of 1', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(isHeldOut(hashOf(text), 0)).toBe(false);
        expect(isHeldOut(hashOf(text), 1)).toBe(true);
      }),
    );
  });
});

describe('lengthClass', () => {
  it('counts letters and not spaces, and a letter outside the basic plane once', () => {
    expect(lengthClass('물냉면')).toBe('short');
    expect(lengthClass('물 냉 면 둘')).toBe('short');
    expect(lengthClass('🍗🍗🍗🍗')).toBe('short');
    expect(lengthClass('로제떡볶이')).toBe('medium');
    expect(lengthClass('국물떡볶이 2인 세트 순한맛')).toBe('long');
  });
});

describe('shareInterval', () => {
  it('agrees with the worked example of 15 in 148 (Newcombe 1998, table I)', () => {
    const { low, high } = shareInterval(15 / 148, 148);
    expect(low).toBeCloseTo(0.0624, 4);
    expect(high).toBeCloseTo(0.1605, 4);
  });

  it('stays within 0 and 1 and around the share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (rows, share) => {
        const { low, high } = shareInterval(share, rows);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(share + 1e-12);
        expect(high).toBeGreaterThanOrEqual(share - 1e-12);
      }),
    );
  });

  it('knows nothing without rows', () => {
    expect(shareInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });
});
