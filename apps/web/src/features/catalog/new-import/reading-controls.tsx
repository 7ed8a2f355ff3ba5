import { importEncodings, importKinds, type ImportKind } from '@jeoul/shared/catalog/import-contract';
import {
  Box,
  FormControl,
  FormHelperText,
  FormLabel,
  MenuItem,
  OutlinedInput,
  Select,
  ToggleButton,
  ToggleButtonGroup,
} from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format.ts';
import type { ImportPreview } from '../import-types.ts';
import { type ImportChoice, isSourceName } from './import-choice.ts';

const delimiters = [
  [',', 'comma'],
  ['\t', 'tab'],
  [';', 'semicolon'],
  ['|', 'bar'],
] as const;

type ReadingControlsProps = {
  file: File;
  preview: ImportPreview | undefined;
  choice: ImportChoice;
  onChoice: (choice: ImportChoice) => void;
};

function Labelled({ label, children }: { label: string; children: (labelId: string) => ReactNode }) {
  const id = useId();
  return (
    <FormControl sx={{ display: 'grid', gap: 1.5 }}>
      <FormLabel id={id} sx={{ fontSize: 12, color: 'text.secondary', '&.Mui-focused': { color: 'text.secondary' } }}>
        {label}
      </FormLabel>
      {children(id)}
    </FormControl>
  );
}

/** How the file is read: what was found out, each changeable. Changing the reading forgets the mapping made for it. */
export function ReadingControls({ file, preview, choice, onChoice }: ReadingControlsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { mapping: _, ...read } = choice;
  const source = choice.source ?? '';
  return (
    <Box sx={{ p: 5, display: 'grid', gap: 5 }}>
      <Labelled label={t('catalog.kindTitle')}>
        {(labelId) => (
          <ToggleButtonGroup
            exclusive
            fullWidth
            size="small"
            aria-labelledby={labelId}
            value={preview?.kind ?? choice.kind ?? null}
            onChange={(_event, kind: ImportKind | null) => {
              if (kind !== null) onChoice({ ...read, kind });
            }}
          >
            {importKinds.map((kind) => (
              <ToggleButton
                key={kind}
                value={kind}
                sx={{
                  fontSize: 13,
                  height: 36,
                  lineHeight: 1,
                  '&.Mui-selected, &.Mui-selected:hover': { color: 'celadon.main', bgcolor: 'celadon.soft' },
                }}
              >
                {t(`catalog.kindName.${kind}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        )}
      </Labelled>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', gap: 1.5, '& dd': { m: 0, textAlign: 'end' } }}
      >
        <Box component="dt" sx={{ color: 'text.secondary' }}>
          {t('catalog.fileSize')}
        </Box>
        <dd>{format.bytes(file.size)}</dd>
        <Box component="dt" sx={{ color: 'text.secondary' }}>
          {t('catalog.format')}
        </Box>
        <dd>{preview ? t(`catalog.formatName.${preview.format}`) : '–'}</dd>
      </Box>
      <Labelled label={t('catalog.encoding')}>
        {(labelId) => (
          <Select
            labelId={labelId}
            value={choice.encoding ?? preview?.encoding ?? 'utf8'}
            onChange={(event) => onChoice({ ...read, encoding: event.target.value })}
          >
            {importEncodings.map((encoding) => (
              <MenuItem key={encoding} value={encoding}>
                {t(`catalog.encodingName.${encoding}`)}
              </MenuItem>
            ))}
          </Select>
        )}
      </Labelled>
      {preview?.format === 'ndjson' ? null : (
        <Labelled label={t('catalog.delimiter')}>
          {(labelId) => (
            <Select
              labelId={labelId}
              value={choice.delimiter ?? preview?.delimiter ?? ','}
              onChange={(event) => onChoice({ ...read, delimiter: event.target.value })}
            >
              {delimiters.map(([character, name]) => (
                <MenuItem key={name} value={character}>
                  {t(`catalog.delimiterName.${name}`)}
                </MenuItem>
              ))}
            </Select>
          )}
        </Labelled>
      )}
      <Labelled label={t('catalog.source')}>
        {(labelId) => (
          <>
            <OutlinedInput
              value={source}
              error={!isSourceName(source)}
              onChange={(event) => onChoice({ ...choice, source: event.target.value.normalize('NFC') })}
              inputProps={{
                'aria-labelledby': labelId,
                'aria-describedby': `${labelId}-hint`,
                maxLength: 60,
                spellCheck: false,
              }}
            />
            <FormHelperText id={`${labelId}-hint`} error={!isSourceName(source)} sx={{ m: 0 }}>
              {isSourceName(source) ? t('catalog.sourceHint') : t('catalog.sourceInvalid')}
            </FormHelperText>
          </>
        )}
      </Labelled>
    </Box>
  );
}
