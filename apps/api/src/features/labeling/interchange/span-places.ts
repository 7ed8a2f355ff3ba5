import type { TextSpan } from '@jeoul/shared/labeling/answers';
import { maskPersonalData } from '@jeoul/shared/labeling/personal-data';

/** A span in code points, as Label Studio counts. A surrogate pair that a span cuts is taken in whole. */
export function inCodePoints(text: string, { start, end }: TextSpan): TextSpan {
  const first = isInsidePair(text, start) ? start - 1 : start;
  const last = isInsidePair(text, end) ? end + 1 : end;
  const before = Array.from(text.slice(0, first)).length;
  return { start: before, end: before + Array.from(text.slice(first, last)).length };
}

function isInsidePair(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xff_ff;
}

/**
 * A span of Label Studio in UTF-16 units of the text it was marked in; null when it is none of it. Label Studio has counted
 * code points since 2021 and UTF-16 units before: the words it quotes tell which, where the two differ.
 */
export function inUtf16(text: string, span: TextSpan, quoted: string | null): TextSpan | null {
  const points = Array.from(text);
  const start = points.slice(0, span.start).join('').length;
  const end = start + points.slice(span.start, span.end).join('').length;
  const isWithin = span.end <= points.length;
  // Line ends are quoted as a backslash and an n.
  const words = quoted?.replaceAll('\\n', '\n') ?? null;
  if (isWithin && (words === null || text.slice(start, end) === words)) return { start, end };
  if (words !== null && text.slice(span.start, span.end) === words) return { start: span.start, end: span.end };
  // Trimmed quotes and spaces shown otherwise are common; the place is what counts then.
  return isWithin ? { start, end } : null;
}

/** Where a span of the file's text is in the text as it is stored; null when those words are not there any more. */
export function inStoredText(span: TextSpan, { fileText, text }: { fileText: string; text: string }): TextSpan | null {
  if (fileText === text || maskPersonalData(text) === fileText) return span;
  const words = fileText.slice(span.start, span.end).normalize('NFC');
  const near = fileText.slice(0, span.start).trimStart().normalize('NFC').length;
  const start = text.startsWith(words, near) ? near : text.indexOf(words);
  return words === '' || start === -1 ? null : { start, end: start + words.length };
}
