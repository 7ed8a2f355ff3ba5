/** One label of a label set: a category and what belongs in it, in both languages. Top labels have no parent. */
export type Label<Key extends string = string> = {
  key: Key;
  parentKey: string | null;
  nameKo: string;
  nameEn: string;
  guidelineKo: string;
  guidelineEn: string;
};

export type LabelSet = { key: string; nameKo: string; nameEn: string; labels: readonly Label[] };

/** Name and guideline in Korean and English. */
export type LabelText = readonly [nameKo: string, nameEn: string, guidelineKo: string, guidelineEn: string];

/** A top category with its leaves. */
export type LabelFamily<Top extends string, Leaf extends string> = {
  top: Label<Top>;
  leaves: readonly Label<Leaf>[];
};

export function label<Key extends string>(key: Key, parentKey: string | null, text: LabelText): Label<Key> {
  const [nameKo, nameEn, guidelineKo, guidelineEn] = text;
  return { key, parentKey, nameKo, nameEn, guidelineKo, guidelineEn };
}

/** A family of labels from its rows. The leaves' keys become part of the type, so a misspelt key doesn't compile. */
export function family<const Top extends string, const Leaf extends string>(
  topKey: Top,
  topText: LabelText,
  leaves: readonly (readonly [key: Leaf, ...text: LabelText])[],
): LabelFamily<Top, Leaf> {
  return { top: label(topKey, null, topText), leaves: leaves.map(([key, ...text]) => label(key, topKey, text)) };
}
