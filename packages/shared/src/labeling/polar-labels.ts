import type { LabelView } from './contract.ts';
import { type Polarity, polarities, polarKey } from './polarity.ts';

const namesKo: Record<Polarity, string> = { positive: '긍정', negative: '부정', neutral: '중립' };

/**
 * The labels of a set with polarity as they are given and learned: below each that had none below it, one a polarity, named
 * after both (`바삭함 부정`).
 */
export function withPolarities(labels: readonly LabelView[]): LabelView[] {
  return labels.flatMap((label): LabelView[] => {
    if (!label.isLeaf) return [label];
    const { key, nameKo, nameEn } = label;
    const polar = polarities.map((polarity): LabelView => {
      return {
        ...label,
        key: polarKey(key, polarity),
        parentKey: key,
        nameKo: `${nameKo} ${namesKo[polarity]}`,
        nameEn: `${nameEn}, ${polarity}`,
        polarity,
      };
    });
    return [{ ...label, isLeaf: false }, ...polar];
  });
}

/** The labels that answers may hold: of a set with polarity those that have one, else all. */
export function answerable<Label extends Pick<LabelView, 'polarity'>>(labels: readonly Label[]): readonly Label[] {
  return hasPolarities(labels) ? labels.filter(({ polarity }) => polarity !== undefined) : labels;
}

/** Whether the labels are those of a set with polarity. */
export function hasPolarities(labels: readonly Pick<LabelView, 'polarity'>[]): boolean {
  return labels.some(({ polarity }) => polarity !== undefined);
}
