import { Box } from '@mui/material';
import { styled } from '@mui/material/styles';
import { type MouseEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { visiblePieces } from '../../../components/text/segments.ts';
import { VisiblePieces } from '../../../components/text/visible-text.tsx';
import { aspectPieces } from './aspect-pieces.ts';
import { polarityColors, polaritySigns } from './polarity-sign.tsx';
import type { AspectDesk } from './use-aspect-desk.ts';

/** The ground says whose word a mark is (violet the model's, celadon a person's), the line and the sign which way it goes. */
const Text = styled('div')({
  fontSize: 20,
  lineHeight: 1.8,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  letterSpacing: '-0.01em',
  '& [data-word]': { cursor: 'text' },
  '& [data-polarity="positive"]': { '--polarity': polarityColors.positive },
  '& [data-polarity="negative"]': { '--polarity': polarityColors.negative },
  '& [data-polarity="neutral"]': { '--polarity': polarityColors.neutral },
  // Room for the line below the letters; padding of what runs in a line moves nothing.
  '& [data-marked]': { paddingBottom: 4, boxShadow: 'inset 0 -2px var(--polarity, var(--jeoul-palette-ink-third))' },
  '& [data-marked="model"]': { backgroundColor: 'var(--jeoul-palette-violet-soft)' },
  '& [data-marked="person"]': { backgroundColor: 'var(--jeoul-palette-celadon-soft)' },
  '& [data-focused="true"]': { boxShadow: 'inset 0 -4px var(--polarity)' },
  '& [data-personal="true"]': { color: 'var(--jeoul-palette-text-secondary)', letterSpacing: 0 },
  // A line over the word: pieces of one word stand side by side, and a frame around each would cut it up.
  '& [data-cursor="true"]': {
    backgroundImage: 'linear-gradient(var(--jeoul-palette-celadon-main), var(--jeoul-palette-celadon-main))',
    backgroundSize: '100% 3px',
    backgroundPosition: 'top',
    backgroundRepeat: 'no-repeat',
  },
  // Over the end of the mark rather than after it: a mark must not push the words away from under the hand.
  '& [data-sign]': { position: 'relative' },
  '& [data-sign]::after': {
    content: 'attr(data-sign)',
    position: 'absolute',
    right: 0,
    top: -9,
    fontSize: 13,
    fontWeight: 700,
    lineHeight: 1,
    color: 'var(--polarity)',
  },
  '&[data-veiled="true"]': { filter: 'blur(7px) grayscale(1)', userSelect: 'none' },
  // Pointing at it or having come to it by Tab is asking, too.
  '&[data-veiled="true"]:hover, [data-veil]:focus-visible &': { filter: 'none' },
});

const wordAt = (event: MouseEvent): number | null => {
  const found = event.target instanceof Element ? event.target.closest('[data-word]') : null;
  return found instanceof HTMLElement ? Number(found.dataset['word']) : null;
};

/** The words being judged. Words are marked by mouse as by keyboard: one by a click, several by drawing over them. */
export function AspectText({ desk }: { desk: AspectDesk }) {
  const { t } = useTranslation();
  const { item, draft, words, word, mode, isVeiled, focusedKey, marked } = desk;
  const pressedAt = useRef<number | null>(null);
  const isMarking = mode === 'marking';
  const isOnlyFocused = isMarking && draft.labels.some(({ labelKey }) => labelKey === focusedKey);
  const { text, personal } = item;
  const pieces = aspectPieces(text.length, draft, { words, personal, marked, focusedKey, isOnlyFocused });
  const release = (event: MouseEvent) => {
    const [from, to] = [pressedAt.current, wordAt(event)];
    pressedAt.current = null;
    if (from !== null && to !== null) desk.markBetween(from, to);
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
              data-polarity={piece.polarity ?? undefined}
              data-sign={piece.isMarkEnd && piece.polarity !== null ? polaritySigns[piece.polarity] : undefined}
              data-focused={piece.isFocused}
              data-personal={piece.isPersonal}
              data-cursor={isMarking && piece.word === word}
            >
              <VisiblePieces pieces={visiblePieces(text.slice(piece.start, piece.end))} />
            </span>
          ))}
        </bdi>
      </Text>
    </Box>
  );
}
