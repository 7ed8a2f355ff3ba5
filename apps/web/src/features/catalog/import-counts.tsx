import type { ImportCounts } from '@jeoul/shared/catalog/import-contract';
import { Box } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { MessageKey } from '../../lib/message-key.ts';
import { useFormat } from '../../lib/use-format.ts';

type Line = { count: keyof ImportCounts; did: MessageKey; would: MessageKey; color?: string; hint?: MessageKey };

const lines: readonly Line[] = [
  { count: 'rowsRead', did: 'catalog.rowsRead', would: 'catalog.rowsRead' },
  { count: 'rowsCreated', did: 'catalog.rowsCreated', would: 'catalog.willCreate', color: 'celadon.main' },
  { count: 'rowsUpdated', did: 'catalog.rowsUpdated', would: 'catalog.willUpdate', color: 'celadon.main' },
  { count: 'rowsUnchanged', did: 'catalog.rowsUnchanged', would: 'catalog.willLeave' },
  {
    count: 'rowsRejected',
    did: 'catalog.rowsRejected',
    would: 'catalog.willReject',
    color: 'rose.main',
    hint: 'catalog.rowsRejectedHint',
  },
  {
    count: 'rowsWarned',
    did: 'catalog.rowsWarned',
    would: 'catalog.willWarn',
    color: 'amber.main',
    hint: 'catalog.rowsWarnedHint',
  },
];

/** What became of the rows of a file, or would have. */
export function ImportCountsList({ counts, isDryRun }: { counts: ImportCounts; isDryRun: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '1fr auto' }}>
      {lines.map(({ count, did, would, color, hint }) => {
        const value = counts[count];
        const row = { py: 1.5, borderBottom: 1, borderColor: 'divider' };
        return (
          <Box key={count} sx={{ display: 'contents' }}>
            <Box component="dt" title={hint ? t(hint) : undefined} sx={{ ...row, color: 'text.secondary' }}>
              {t(isDryRun ? would : did)}
            </Box>
            <Box
              component="dd"
              sx={{
                ...row,
                m: 0,
                textAlign: 'end',
                fontWeight: 600,
                color: value > 0 && color ? color : 'text.primary',
              }}
            >
              {format.count(value)}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
