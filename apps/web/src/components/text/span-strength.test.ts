import { describe, expect, it } from 'vitest';
import { spanStrengths } from '../../theme/tokens.ts';
import { strengthOf } from './span-strength.ts';

describe('strengthOf', () => {
  it('colours the strongest stretch most, whichever way it pulls', () => {
    expect(strengthOf(2.1, 2.1)).toBe(spanStrengths.most);
    expect(strengthOf(-2.1, 2.1)).toBe(spanStrengths.most);
  });

  it('keeps the weakest visible and what moved nothing bare', () => {
    expect(strengthOf(0.001, 2.1)).toBe(spanStrengths.least);
    expect(strengthOf(0, 2.1)).toBe(0);
    expect(strengthOf(0, 0)).toBe(0);
  });
});
