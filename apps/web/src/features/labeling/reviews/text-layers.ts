import type { TextSpan } from '@jeoul/shared/labeling/answers';

/** A stretch of text that is the same throughout in everything that is shown of it. */
export type TextPiece = TextSpan & {
  /** Its word's place among the words; null between words. */
  word: number | null;
  /** How strongly it moved the model towards the label in focus, 0–1. */
  pull: number;
  /** Whose evidence it is; null where it is nobody's. */
  markedBy: 'model' | 'person' | null;
  isPersonal: boolean;
  /** The word that was meant, told at the end of the disguised one. */
  recovered: string | null;
  isDisguised: boolean;
};

export type TextLayers = {
  words: readonly TextSpan[];
  pulls: readonly (TextSpan & { contribution: number })[];
  /** What people marked, and what the model proposes. */
  marks: readonly TextSpan[];
  proposedMarks: readonly TextSpan[];
  personal: readonly TextSpan[];
  recovered: readonly (TextSpan & { recovered: string })[];
};

/** Cuts a text of this length at every border of its layers. The pieces put together are the text. */
export function textPieces(length: number, layers: TextLayers): TextPiece[] {
  const { words, pulls, marks, proposedMarks, personal, recovered } = layers;
  const strongest = Math.max(0, ...pulls.map(({ contribution }) => contribution));
  const spans = [...words, ...pulls, ...marks, ...proposedMarks, ...personal, ...recovered];
  const borders = [...new Set([0, length, ...spans.flatMap(({ start, end }) => [start, end])])]
    .filter((at) => at >= 0 && at <= length)
    .sort((a, b) => a - b);
  return borders.slice(0, -1).map((start, at) => {
    const end = borders[at + 1] ?? length;
    const covers = (span: TextSpan) => span.start <= start && span.end >= end;
    const word = words.findIndex(covers);
    const disguised = recovered.find(covers);
    const pull = Math.max(0, ...pulls.filter(covers).map(({ contribution }) => contribution));
    return {
      start,
      end,
      word: word < 0 ? null : word,
      pull: strongest > 0 ? pull / strongest : 0,
      markedBy: marks.some(covers) ? 'person' : proposedMarks.some(covers) ? 'model' : null,
      isPersonal: personal.some(covers),
      isDisguised: disguised !== undefined,
      recovered: disguised?.end === end ? disguised.recovered : null,
    };
  });
}
