import { describe, expect, it } from 'vitest';
import { safeNext } from './safe-next.ts';

describe('safeNext', () => {
  it('returns to a place of this site, with its search and hash', () => {
    expect(safeNext('/labeling/menu-category?fold=r#x')).toBe('/labeling/menu-category?fold=r#x');
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/sign-in?next=/'])(
    'goes home instead of to %s',
    (next) => {
      expect(safeNext(next)).toBe('/');
    },
  );

  it('goes home when nothing was asked for', () => {
    expect(safeNext(undefined)).toBe('/');
  });
});
