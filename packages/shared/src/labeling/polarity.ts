/** How something is spoken of. Neutral: only described, or praised and criticised alike. */
export const polarities = ['positive', 'negative', 'neutral'] as const;
export type Polarity = (typeof polarities)[number];

const mark = ':';

/** The key by which a label with a polarity is counted and learned: `texture-crispy:negative`. */
export function polarKey(labelKey: string, polarity: Polarity): string {
  return `${labelKey}${mark}${polarity}`;
}

/** The key of a given label: its own, with the polarity where it has one. */
export function givenKey({ labelKey, polarity }: { labelKey: string; polarity?: Polarity | undefined }): string {
  return polarity === undefined ? labelKey : polarKey(labelKey, polarity);
}

/** The label and the polarity a key stands for; null for the key of a label without one. */
export function polarOf(key: string): { labelKey: string; polarity: Polarity } | null {
  const at = key.lastIndexOf(mark);
  const polarity = polarities.find((one) => one === key.slice(at + 1));
  return at > 0 && polarity !== undefined ? { labelKey: key.slice(0, at), polarity } : null;
}

/** Whether a key can be given a polarity and be read back from the two in one word. */
export function canBePolar(key: string): boolean {
  return !key.includes(mark);
}

/** The keys a model of labels with polarity learns: each of the labels that have none below them, once a polarity. */
export function polarKeysOf(labels: readonly { key: string; parentKey: string | null }[]): string[] {
  const parents = new Set(labels.map(({ parentKey }) => parentKey));
  return labels
    .filter(({ key }) => !parents.has(key))
    .flatMap(({ key }) => polarities.map((one) => polarKey(key, one)));
}
