/** The words between the bars of `text`. Throws when there is none: an empty word list is a mistake in the source. */
export function words(text: string): readonly string[] {
  const list = text
    .split('|')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (list.length === 0) throw new RangeError(`No words in "${text}"`);
  return list;
}
