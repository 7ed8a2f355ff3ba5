import type { ImportField } from '@jeoul/shared/catalog/import-contract';
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import { ImportStateChip } from './import-state-chip.tsx';
import type { ImportReport } from './import-types.ts';

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 4, py: 1 }}>
      <Box component="dt" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0, textAlign: 'end', minWidth: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Box>
    </Box>
  );
}

/** Who imported what, when, and by which columns. */
export function ImportFacts({ report }: { report: ImportReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { startedAt, finishedAt } = report;
  const columns = Object.entries(report.mapping) as [ImportField, string][];
  return (
    <>
      <Box component="dl" sx={{ m: 0 }}>
        <Fact label={t('catalog.state')}>
          <ImportStateChip {...report} />
        </Fact>
        <Fact label={t('catalog.kind')}>{t(`catalog.kindName.${report.kind}`)}</Fact>
        <Fact label={t('catalog.startedBy')}>{report.startedBy ?? t('catalog.command')}</Fact>
        <Fact label={t('catalog.startedAt')}>{format.moment(startedAt)}</Fact>
        {finishedAt ? (
          <Fact label={t('catalog.took')}>
            {format.duration((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000)}
          </Fact>
        ) : null}
      </Box>
      {columns.length > 0 ? (
        <div>
          <Typography variant="h3" sx={{ color: 'text.secondary', mb: 1 }}>
            {t('catalog.mapping')}
          </Typography>
          <Box component="dl" sx={{ m: 0 }}>
            {columns.map(([field, column]) => (
              <Fact key={field} label={t(`catalog.field.${field}`)}>
                {column}
              </Fact>
            ))}
          </Box>
        </div>
      ) : null}
    </>
  );
}
