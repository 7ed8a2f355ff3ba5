import { Box } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import { spanStrengths } from '../../theme/tokens.ts';
import { strengthOf } from './span-strength.ts';
import { type Segment, type Span, segmentText } from './segments.ts';
import { VisiblePieces } from './visible-text.tsx';

type SpansProps = {
  text: string;
  spans: readonly Span[];
  /** Prints the contribution behind the strongest stretches. */
  hasNumbers?: boolean;
};

function Highlight({ segment, strongest, hasNumbers }: { segment: Segment; strongest: number; hasNumbers: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const strength = strengthOf(segment.contribution, strongest);
  const hue = segment.contribution > 0 ? 'violet' : 'rose';
  const value = format.signed(segment.contribution, 1);
  const isNumbered = hasNumbers && strength >= (spanStrengths.least + spanStrengths.most) / 2;
  return (
    <Box
      component="mark"
      title={t('common.contribution', { value })}
      style={{ backgroundColor: `color-mix(in srgb, var(--jeoul-palette-${hue}-main) ${strength}%, transparent)` }}
      sx={{ color: 'text.primary', borderRadius: '4px', px: 0.75, py: 0.25, boxDecorationBreak: 'clone' }}
    >
      <VisiblePieces pieces={segment.pieces} />
      {isNumbered ? (
        <>
          {/* A word joiner: the number never begins a line of its own. */ '\u2060'}
          <Box component="small" sx={{ fontSize: 10, ml: 0.75, color: 'text.primary', whiteSpace: 'nowrap' }}>
            {value}
          </Box>
        </>
      ) : null}
    </Box>
  );
}

/**
 * Somebody's text with the stretches that moved the model: towards its answer in violet, away from it in rose, the
 * stronger the more. Written as text and nothing else; invisible and direction-changing characters are made visible.
 */
export function Spans({ text, spans, hasNumbers = false }: SpansProps) {
  const segments = segmentText(text, spans);
  const strongest = Math.max(0, ...segments.map((segment) => Math.abs(segment.contribution)));
  return (
    <Box component="bdi" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {segments.map((segment) =>
        segment.contribution === 0 ? (
          <VisiblePieces key={segment.start} pieces={segment.pieces} />
        ) : (
          <Highlight key={segment.start} segment={segment} strongest={strongest} hasNumbers={hasNumbers} />
        ),
      )}
    </Box>
  );
}
