import { nearCopyKey } from './near-copies.ts';
import { SimilarTexts } from './similar-texts.ts';

/**
 * Puts near-copies among `texts` together. `groups[t]` is the index of the first text of t's group, which is t itself
 * where nothing before is like it. Texts with the same `nearCopyKey` share a group; beyond that each text joins the
 * group whose first text is most similar to it, if their keys are similar by `least` or more (as `SimilarTexts` has it).
 * It is compared with first texts only, so that a chain of small differences can't join what is unlike. Throws
 * `RangeError` for `least` outside 0..1.
 */
export function nearCopyGroups(texts: readonly string[], least = 0.75): Int32Array {
  const firstOfKey = new Map<string, number>();
  const copies = texts.map((text, at) => {
    const key = nearCopyKey(text);
    const first = firstOfKey.get(key) ?? at;
    firstOfKey.set(key, first);
    return first;
  });
  const keys = [...firstOfKey.keys()];
  const firsts = [...firstOfKey.values()];
  const index = new SimilarTexts(keys);
  const leaders = new Int32Array(keys.length);
  for (const [at, key] of keys.entries()) {
    const similar = index.similarTo(key, { least, most: Number.POSITIVE_INFINITY });
    leaders[at] = similar.find((other) => other.index < at && leaders[other.index] === other.index)?.index ?? at;
  }
  const groups = new Int32Array(texts.length);
  for (const [at, first] of firsts.entries()) groups[first] = firsts[leaders[at] ?? at] ?? first;
  for (const [text, first] of copies.entries()) groups[text] = groups[first] ?? text;
  return groups;
}
