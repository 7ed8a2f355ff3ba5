/** A stretch of a name; `isOther` where the name it is compared with does not have it. */
export type NamePiece = { text: string; isOther: boolean };

/** Longer names are not compared letter by letter: the time grows with the product of their lengths. */
const longest = 200;

/**
 * A name in stretches that another name has, in the same order, and stretches that it does not have (their longest common
 * subsequence). Letter case and spaces make no difference.
 */
export function differenceOf(name: string, from: string): NamePiece[] {
  const letters = Array.from(name);
  const others = Array.from(from.toLowerCase()).filter((letter) => letter.trim() !== '');
  if (letters.length > longest || others.length > longest) return [{ text: name, isOther: false }];
  const width = others.length + 1;
  const isSame = (at: number, other: number) => letters[at]?.toLowerCase() === others[other];
  const common = new Uint16Array((letters.length + 1) * width);
  const commonFrom = (at: number, other: number) => common[at * width + other] ?? 0;
  for (let at = letters.length - 1; at >= 0; at--) {
    for (let other = others.length - 1; other >= 0; other--) {
      common[at * width + other] = isSame(at, other)
        ? commonFrom(at + 1, other + 1) + 1
        : Math.max(commonFrom(at + 1, other), commonFrom(at, other + 1));
    }
  }
  const pieces: NamePiece[] = [];
  let other = 0;
  for (const [at, letter] of letters.entries()) {
    while (other < others.length && !isSame(at, other) && commonFrom(at, other + 1) > commonFrom(at + 1, other))
      other++;
    const isShared = isSame(at, other);
    if (isShared) other++;
    add(pieces, letter, !isShared);
  }
  return pieces;
}

/** A space goes with what stands before it. */
function add(pieces: NamePiece[], letter: string, isOther: boolean): void {
  const last = pieces.at(-1);
  if (last && (last.isOther === isOther || letter.trim() === '')) last.text += letter;
  else pieces.push({ text: letter, isOther: isOther && letter.trim() !== '' });
}
