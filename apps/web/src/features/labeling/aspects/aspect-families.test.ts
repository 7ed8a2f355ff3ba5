import { withPolarities } from '@jeoul/shared/labeling/polar-labels';
import type { LabelView } from '@jeoul/shared/labeling/contract';
import { expect, it } from 'vitest';
import { indexLabels, pathOf } from '../labels/label-index.ts';
import { familiesOf } from './aspect-families.ts';

function label(key: string, parentKey: string | null, isLeaf = true): LabelView {
  const names = { nameKo: key, nameEn: key, guidelineKo: null, guidelineEn: null };
  return { key, parentKey, ...names, usualAction: null, isLeaf };
}
const keysOf = (labels: LabelView[]) =>
  familiesOf(indexLabels(withPolarities(labels))).map(({ top, aspects }) => [
    top?.key ?? null,
    aspects.map(({ label: { key }, combo, place }) => `${place} ${key} ${combo}`),
  ]);

it('gives the first family the digits and the second the letters below them, places running on', () => {
  const labels = [label('taste', null, false), label('sweet', 'taste'), label('texture', null, false)];
  expect(keysOf([...labels, label('crispy', 'texture'), label('soggy', 'texture')])).toEqual([
    ['taste', ['0 sweet Digit1']],
    ['texture', ['1 crispy KeyQ', '2 soggy KeyW']],
  ]);
});

it('puts labels without a family on the digits, and leaves those beyond the keys to the arrows', () => {
  const many = Array.from({ length: 10 }, (_, at) => label(`l${at}`, null));
  const [family] = keysOf(many);
  expect(family?.[0]).toBeNull();
  expect(family?.[1]?.slice(8)).toEqual(['8 l8 Digit9', '9 l9 null']);
});

it('names a polarity once in its path', () => {
  const index = indexLabels(withPolarities([label('taste', null, false), label('sweet', 'taste')]));
  expect(pathOf(index, 'sweet:negative').map(({ nameKo }) => nameKo)).toEqual(['taste', 'sweet 부정']);
});
