import { expect, it } from 'vitest';
import { differenceKind } from './difference-kind.ts';

it('calls a difference noise when its interval reaches across zero, or just to it', () => {
  expect(differenceKind({ difference: 0.02, low: 0.001, high: 0.04 })).toBe('higher');
  expect(differenceKind({ difference: 0.02, low: 0, high: 0.04 })).toBe('higherNoise');
  expect(differenceKind({ difference: -0.02, low: -0.04, high: -0.001 })).toBe('lower');
  expect(differenceKind({ difference: -0.02, low: -0.04, high: 0.01 })).toBe('lowerNoise');
  expect(differenceKind({ difference: 0, low: -0.01, high: 0.01 })).toBe('equal');
});
