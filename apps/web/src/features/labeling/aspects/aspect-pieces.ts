import type { GivenLabel, TextSpan } from '@jeoul/shared/labeling/answers';
import type { Polarity } from '@jeoul/shared/labeling/polarity';
import { type TextPiece, textPieces } from '../reviews/text-layers.ts';
import type { AspectDraft } from './aspect-draft.ts';

export type AspectPiece = TextPiece & {
  /** How what is marked here is spoken of; null where nothing is. */
  polarity: Polarity | null;
  /** A mark ends here: its sign is told after it. */
  isMarkEnd: boolean;
  /** It shows the label in focus. */
  isFocused: boolean;
};

type Layers = {
  words: readonly TextSpan[];
  personal: readonly TextSpan[];
  marked: TextSpan | null;
  focusedKey: string | null;
  /** Only what shows the label in focus, while that is being marked. */
  isOnlyFocused: boolean;
};

/** Cuts a text of this length at every border of its marks, each with whose word it is and the polarity it shows. */
export function aspectPieces(length: number, { labels, untouched }: AspectDraft, layers: Layers): AspectPiece[] {
  const { words, personal, marked, focusedKey, isOnlyFocused } = layers;
  const shown = labels
    .filter(({ labelKey }) => !isOnlyFocused || labelKey === focusedKey)
    // Where two labels share words, the one in focus is seen.
    .toSorted((a, b) => Number(b.labelKey === focusedKey) - Number(a.labelKey === focusedKey));
  const spansBy = (isModels: boolean) =>
    shown.flatMap(({ labelKey, spans }) => (untouched.includes(labelKey) === isModels ? (spans ?? []) : []));
  const marks = marked === null ? spansBy(false) : [...spansBy(false), marked];
  const pieces = textPieces(length, {
    words,
    pulls: [],
    marks,
    proposedMarks: spansBy(true),
    personal,
    recovered: [],
  });
  return pieces.map((piece) => {
    const label = shown.find((one) => covers(one, piece));
    return {
      ...piece,
      polarity: label?.polarity ?? null,
      isMarkEnd: label?.spans?.some(({ end }) => end === piece.end) ?? false,
      isFocused: label !== undefined && label.labelKey === focusedKey,
    };
  });
}

function covers({ spans }: GivenLabel, piece: TextSpan): boolean {
  return spans?.some(({ start, end }) => start <= piece.start && end >= piece.end) ?? false;
}
