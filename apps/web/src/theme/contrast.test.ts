import { describe, expect, it } from 'vitest';
import { contrastOf, type Deficiency, distanceOf, mixed } from './color-math.ts';
import { type ColorTokens, colors, spanStrengths } from './tokens.ts';

const schemes = ['light', 'dark'] as const;
const hues = ['celadon', 'violet', 'persimmon', 'rose', 'amber'] as const;
const textRatio = 4.5;
const shapeRatio = 3;
const leastSeriesDistance = 0.075;

/** Every text colour with every ground it may stand on, by name. */
function textPairs(token: ColorTokens): [string, string, string][] {
  const texts = Object.entries({
    ink: token.ink,
    inkSecond: token.inkSecond,
    inkThird: token.inkThird,
    ...Object.fromEntries(hues.map((hue) => [hue, token[hue].main])),
    ...token.polarity,
  });
  const grounds = Object.entries({
    paper: token.paper,
    surface: token.surface,
    key: token.key,
    ...Object.fromEntries(hues.map((hue) => [`${hue}Soft`, token[hue].soft])),
  });
  return texts.flatMap(([text, color]) =>
    grounds.map(([ground, under]): [string, string, string] => [`${text} on ${ground}`, color, under]),
  );
}

describe.each(schemes)('the %s theme', (scheme) => {
  const token = colors[scheme];

  it.each(textPairs(token))('reads %s at AA', (_name, text, ground) => {
    expect(contrastOf(text, ground)).toBeGreaterThanOrEqual(textRatio);
  });

  it.each(hues)('reads the text on full %s at AA', (hue) => {
    expect(contrastOf(token[hue].contrastText, token[hue].main)).toBeGreaterThanOrEqual(textRatio);
  });

  it.each(['violet', 'rose'] as const)('reads ink on the strongest %s highlight at AA', (hue) => {
    for (const ground of [token.paper, token.surface, token.celadon.soft]) {
      const highlight = mixed(token[hue].main, ground, spanStrengths.most / 100);
      expect(contrastOf(token.ink, highlight)).toBeGreaterThanOrEqual(textRatio);
    }
  });

  it('shows where to type: the border of a field stands 3:1 on both grounds', () => {
    expect(contrastOf(token.fieldLine, token.paper)).toBeGreaterThanOrEqual(shapeRatio);
    expect(contrastOf(token.fieldLine, token.surface)).toBeGreaterThanOrEqual(shapeRatio);
  });

  it('draws every series 3:1 on both grounds', () => {
    for (const color of token.series) {
      expect(contrastOf(color, token.paper)).toBeGreaterThanOrEqual(shapeRatio);
      expect(contrastOf(color, token.surface)).toBeGreaterThanOrEqual(shapeRatio);
    }
  });

  it('draws models violet and people celadon before anything else', () => {
    expect(token.series.slice(0, 2)).toEqual([token.violet.main, token.celadon.main]);
  });

  it.each<Deficiency>(['none', 'protanopia', 'deuteranopia', 'tritanopia'])(
    'keeps any two series apart under %s',
    (deficiency) => {
      for (const [index, one] of token.series.entries()) {
        for (const other of token.series.slice(index + 1)) {
          expect(distanceOf(one, other, deficiency), `${one} and ${other}`).toBeGreaterThan(leastSeriesDistance);
        }
      }
    },
  );
});

describe('the measure itself', () => {
  it('gives black on white 21:1 and a colour on itself 1:1', () => {
    expect(contrastOf('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrastOf('#6B4FBB', '#6B4FBB')).toBe(1);
  });

  it('knows that red and green of one lightness look alike to a deuteranope', () => {
    expect(distanceOf('#A05050', '#6E6E28', 'deuteranopia')).toBeLessThan(distanceOf('#A05050', '#6E6E28', 'none') / 2);
  });
});
