import type { TextSpan } from '@jeoul/shared/labeling/answers';
import { Box } from '@mui/material';
import { styled } from '@mui/material/styles';
import { type MouseEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { visiblePieces } from '../../../components/text/segments.ts';
import { VisiblePieces } from '../../../components/text/visible-text.tsx';
import { spanStrengths } from '../../../theme/tokens.ts';
import { textPieces } from './text-layers.ts';
import type { ReviewDesk } from './use-review-desk.ts';

/** Violet ground where it moved the model, a line where it is marked (violet by the model, celadon by a person), dots where a word is disguised. */
const Text = styled('div')({
  fontSize: 20,
  lineHeight: 1.7,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  letterSpacing: '-0.01em',
  '& [data-word]': { cursor: 'text' },
  '& [data-marked="model"]': {
    boxShadow: 'inset 0 -3px var(--jeoul-palette-violet-main)',
    backgroundColor: 'var(--jeoul-palette-violet-soft)',
  },
  '& [data-marked="person"]': {
    boxShadow: 'inset 0 -3px var(--jeoul-palette-celadon-main)',
    backgroundColor: 'var(--jeoul-palette-celadon-soft)',
  },
  '& [data-disguised="true"]': {
    textDecoration: 'underline dotted var(--jeoul-palette-violet-main)',
    textUnderlineOffset: 5,
  },
  '& [data-personal="true"]': { color: 'var(--jeoul-palette-text-secondary)', letterSpacing: 0 },
  // A line over the word: pieces of one word stand side by side, and a frame around each would cut it up.
  '& [data-cursor="true"]': {
    background:
      'linear-gradient(var(--jeoul-palette-celadon-main), var(--jeoul-palette-celadon-main)) top / 100% 3px no-repeat',
  },
  '& .meant': { fontSize: 12, color: 'var(--jeoul-palette-violet-main)', margin: '0 3px', verticalAlign: 'super' },
  '&[data-veiled="true"]': { filter: 'blur(7px) grayscale(1)', userSelect: 'none' },
  // Pointing at it or having come to it by Tab is asking, too.
  '&[data-veiled="true"]:hover, [data-veil]:focus-visible &': { filter: 'none' },
});

const wordAt = (event: MouseEvent): number | null => {
  const found = event.target instanceof Element ? event.target.closest('[data-word]') : null;
  return found instanceof HTMLElement ? Number(found.dataset['word']) : null;
};

type ReviewTextProps = {
  desk: ReviewDesk;
  /** The text with its personal data, where that was asked for; as long as the other. */
  revealed: string | null;
  pulls: readonly (TextSpan & { contribution: number })[];
};

/** The words being judged. Words are marked by mouse as by keyboard: one by a click, several by drawing over them. */
export function ReviewText({ desk, revealed, pulls }: ReviewTextProps) {
  const { t } = useTranslation();
  const { item, draft, words, word, mode, isVeiled, focusedKey } = desk;
  const pressedAt = useRef<number | null>(null);
  const text = revealed ?? item.text;
  const { personal, recovered } = item;
  const shown = draft.labels.filter(({ labelKey }) => mode !== 'marking' || labelKey === focusedKey);
  const marksOf = (isModels: boolean) =>
    shown.flatMap(({ labelKey, spans }) => (draft.untouched.includes(labelKey) === isModels ? (spans ?? []) : []));
  const layers = { words, pulls, marks: marksOf(false), proposedMarks: marksOf(true), personal, recovered };
  const pieces = textPieces(text.length, layers);
  const release = (event: MouseEvent) => {
    const [from, to] = [pressedAt.current, wordAt(event)];
    pressedAt.current = null;
    if (from === null || to === null) return;
    desk.markBetween(from, to);
  };
  return (
    <Box
      data-veil
      // What is veiled can be come to by Tab, which shows it like pointing at it does.
      tabIndex={isVeiled ? 0 : undefined}
      aria-label={isVeiled ? t('reviews.veiledText') : undefined}
      role={isVeiled ? 'group' : undefined}
      onMouseDown={(event) => {
        // The marks are the selection: the browser's own would only lie over them.
        event.preventDefault();
        pressedAt.current = isVeiled ? null : wordAt(event);
        if (isVeiled) desk.toggleVeil();
      }}
      onMouseUp={release}
    >
      <Text data-veiled={isVeiled} data-review-text aria-hidden={isVeiled}>
        <bdi>
          {pieces.map((piece) => (
            <span
              key={piece.start}
              {...(piece.word === null ? {} : { 'data-word': piece.word })}
              data-marked={piece.markedBy ?? undefined}
              data-personal={piece.isPersonal}
              data-disguised={piece.isDisguised}
              data-cursor={mode === 'marking' && piece.word === word}
              style={piece.pull > 0 && piece.markedBy === null ? { backgroundColor: groundOf(piece.pull) } : undefined}
            >
              <VisiblePieces pieces={visiblePieces(text.slice(piece.start, piece.end))} />
              {piece.recovered === null ? null : <span className="meant">{piece.recovered}</span>}
            </span>
          ))}
        </bdi>
      </Text>
    </Box>
  );
}

function groundOf(pull: number): string {
  const percent = spanStrengths.least + (spanStrengths.most - spanStrengths.least) * pull;
  return `color-mix(in srgb, var(--jeoul-palette-violet-main) ${Math.round(percent)}%, transparent)`;
}
