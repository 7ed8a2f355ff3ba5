import { fieldsOf, type ColumnMapping } from '@jeoul/shared/catalog/import-contract';
import { describeProblem, type RowProblem } from '@jeoul/shared/catalog/problems';
import { Box, MenuItem, Select } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { HiddenText } from '../../../components/hidden-text.tsx';
import { visiblePieces } from '../../../components/text/segments.ts';
import { VisiblePieces } from '../../../components/text/visible-text.tsx';
import { useFormat } from '../../../lib/use-format.ts';
import type { ImportPreview } from '../import-types.ts';
import { fieldOfColumn, withColumn } from './import-choice.ts';

const unused = '-';

type MeaningProps = { preview: ImportPreview; column: string; onMapping: (mapping: ColumnMapping) => void };

/** What a column means, chosen above it. */
function ColumnMeaning({ preview: { kind, mapping }, column, onMapping }: MeaningProps) {
  const { t } = useTranslation();
  const field = fieldOfColumn(mapping, column);
  return (
    <Select
      value={field ?? unused}
      disabled={kind === null}
      onChange={(event) => {
        const chosen = event.target.value;
        onMapping(withColumn(mapping, column, chosen === unused ? null : chosen));
      }}
      inputProps={{ 'aria-label': t('catalog.columnMeans', { column }) }}
      sx={{
        fontSize: 12,
        height: 28,
        minWidth: 132,
        fontWeight: field ? 600 : 400,
        color: field ? 'celadon.main' : 'text.disabled',
      }}
    >
      <MenuItem value={unused}>{t('catalog.ignored')}</MenuItem>
      {(kind === null ? [] : fieldsOf[kind]).map((known) => (
        <MenuItem key={known} value={known}>
          {t(`catalog.field.${known}`)}
        </MenuItem>
      ))}
    </Select>
  );
}

const gutter = { px: 3, color: 'text.disabled', textAlign: 'end', fontVariantNumeric: 'tabular-nums' } as const;
const tone = { rejected: 'rose', warning: 'amber' } as const;

function ProblemMark({ problem }: { problem: RowProblem }) {
  const { locale } = useFormat();
  const text = describeProblem(problem.reason, locale);
  return (
    <Box component="span" title={text} sx={{ color: `${tone[problem.severity]}.main`, fontWeight: 600, ml: 1 }}>
      <span aria-hidden>{problem.severity === 'rejected' ? '✕' : '!'}</span>
      <HiddenText>{text}</HiddenText>
    </Box>
  );
}

/** The first rows as they stand in the file, under the choice of what each column means. */
export function PreviewTable({
  preview,
  onMapping,
}: {
  preview: ImportPreview;
  onMapping: (mapping: ColumnMapping) => void;
}) {
  const { t } = useTranslation();
  const { columns, rows } = preview;
  return (
    <Box
      tabIndex={0}
      role="region"
      aria-label={t('catalog.preview')}
      sx={{ overflow: 'auto', minHeight: 0, '&:focus-visible': { outlineOffset: -2 } }}
    >
      <Box
        component="table"
        sx={{
          fontSize: 12,
          borderCollapse: 'separate',
          borderSpacing: 0,
          '& th, & td': { borderBottom: 1, borderColor: 'divider', height: 32, py: 0, whiteSpace: 'nowrap' },
          '& thead th': {
            position: 'sticky',
            top: 0,
            zIndex: 1,
            bgcolor: 'background.default',
            fontWeight: 400,
            py: 2,
          },
        }}
      >
        <thead>
          <tr>
            <Box component="th" scope="col" sx={{ ...gutter, verticalAlign: 'bottom' }}>
              {t('catalog.line')}
            </Box>
            {columns.map((column) => (
              <Box component="th" scope="col" key={column} sx={{ textAlign: 'start', px: 2, verticalAlign: 'bottom' }}>
                <ColumnMeaning preview={preview} column={column} onMapping={onMapping} />
                <Box sx={{ color: 'text.secondary', px: 1, pt: 1 }}>{column}</Box>
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PreviewRow key={row.line} row={row} preview={preview} />
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

function PreviewRow({
  row,
  preview: { columns, mapping },
}: {
  row: ImportPreview['rows'][number];
  preview: ImportPreview;
}) {
  const isRejected = row.problems.some((problem) => problem.severity === 'rejected');
  const wholeRow = row.problems.filter((problem) => problem.column === null);
  const isBroken = row.cells.length < columns.length && wholeRow.length > 0;
  const cells = isBroken ? [row.cells[0] ?? ''] : columns.map((_, place) => row.cells[place] ?? '');
  return (
    <Box component="tr" sx={isRejected ? { bgcolor: 'rose.soft' } : undefined}>
      <Box component="th" scope="row" sx={{ ...gutter, fontWeight: 400 }}>
        {row.line}
        {wholeRow.map((problem) => (
          <ProblemMark key={problem.reason} problem={problem} />
        ))}
      </Box>
      {cells.map((cell, place) => {
        const column = columns[place] ?? '';
        const isUsed = isBroken || fieldOfColumn(mapping, column) !== null;
        return (
          <Box
            component="td"
            key={column}
            colSpan={isBroken ? columns.length : 1}
            sx={{
              px: 3,
              maxWidth: 320,
              overflow: 'hidden',
              textOverflow: 'ellipsis',
              color: isUsed ? 'text.primary' : 'text.disabled',
            }}
          >
            <VisiblePieces pieces={visiblePieces(cell.replace(/\n/g, ' ⏎ '))} />
            {row.problems
              .filter((problem) => problem.column === column)
              .map((problem) => (
                <ProblemMark key={problem.reason} problem={problem} />
              ))}
          </Box>
        );
      })}
    </Box>
  );
}
