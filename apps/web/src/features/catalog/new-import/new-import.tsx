import { Alert, Box, Button } from '@mui/material';
import { useNavigate } from '@tanstack/react-router';
import { FileX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Figure } from '../../../components/figure.tsx';
import { KeyBar } from '../../../components/key-bar.tsx';
import { Key } from '../../../components/key.tsx';
import { Columns } from '../../../components/page/columns.tsx';
import { Page } from '../../../components/page/page.tsx';
import { describeError } from '../../../lib/error-text.ts';
import { useHotkeys } from '../../../lib/hotkeys/use-hotkeys.ts';
import { serverErrorOf } from '../../../lib/trpc.ts';
import { ChooseFile } from '../choose-file.tsx';
import { useFailureText } from '../failure-text.ts';
import type { ImportPreview } from '../import-types.ts';
import { ForecastPanel } from './forecast-panel.tsx';
import { type ImportChoice, isSourceName } from './import-choice.ts';
import { PreviewTable } from './preview-table.tsx';
import { ReadingControls } from './reading-controls.tsx';
import { useImportStart } from './use-import-start.ts';
import { usePreview } from './use-preview.ts';

/** What is still to be chosen before the file can be imported. */
function useHint(preview: ImportPreview | undefined): string | null {
  const { t } = useTranslation();
  if (preview === undefined) return null;
  if (preview.kind === null) return t('catalog.kindUnknown');
  const missing = (['name', 'text', 'storeName'] as const).find((field) => preview.missing.includes(field));
  return missing === undefined ? null : t(`catalog.missing.${missing}`);
}

/** The choice with what the server guessed filled in: what an upload goes by. */
function settled(choice: ImportChoice, preview: ImportPreview | undefined): ImportChoice | null {
  if (!preview || preview.kind === null || preview.missing.length > 0) return null;
  if (!isSourceName(choice.source ?? '')) return null;
  return { ...choice, kind: preview.kind, mapping: preview.mapping };
}

type NewImportProps = { file: File; onFile: (file: File) => void; onLeave: () => void };

/** A chosen file before it is imported: how it is read on the left, its first rows, what an import will do on the right. */
export function NewImport({ file, onFile, onLeave }: NewImportProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [choice, setChoice] = useState<ImportChoice>({});
  const { data: preview, error, isPlaceholderData } = usePreview(file, choice);
  const { upload, failure, forecast, runForecast, start, stop } = useImportStart(file);
  const hint = useHint(preview);
  const ready = isPlaceholderData ? null : settled(choice, preview);
  const isBusy = upload !== null;
  const canStart = ready !== null && !isBusy;
  const rehearse = () => void (canStart && runForecast(ready));
  const begin = async () => {
    const importId = canStart ? await start(ready) : null;
    if (importId !== null) await navigate({ to: '/imports/$importId', params: { importId } });
  };
  const leave = () => (isBusy ? stop() : onLeave());
  const leaveLabel = t(isBusy ? 'catalog.cancel' : 'common.back');
  useHotkeys([
    { id: 'catalog.rehearse', combo: 'KeyD', label: t('catalog.runForecast'), isDisabled: !canStart, run: rehearse },
    { id: 'catalog.start', combo: 'Enter', label: t('catalog.start'), isDisabled: !canStart, run: () => void begin() },
    { id: 'catalog.leave', combo: 'Escape', label: leaveLabel, run: leave },
  ]);
  const isStale = forecast !== null && JSON.stringify(forecast.choice) !== JSON.stringify(ready);
  return (
    <Page
      crumbs={[{ label: t('catalog.title'), link: { to: '/imports' } }, { label: file.name }]}
      figures={
        preview ? <Figure label={t('catalog.previewFirst', { count: preview.rows.length })} value="" /> : undefined
      }
      action={
        <>
          <ChooseFile label={t('catalog.chooseOther')} isDisabled={isBusy} onFile={onFile} />
          <Button disabled={!canStart} onClick={rehearse}>
            {t('catalog.runForecast')} <Key combo="KeyD" />
          </Button>
          <Button variant="contained" color="primary" disabled={!canStart} onClick={() => void begin()}>
            {t('catalog.start')} <Key combo="Enter" isOnFill />
          </Button>
        </>
      }
      footer={
        <KeyBar
          entries={[
            {
              combo: 'Enter',
              label: t('catalog.start'),
              isMain: true,
              isDisabled: !canStart,
              onPress: () => void begin(),
            },
            { combo: 'KeyD', label: t('catalog.runForecast'), isDisabled: !canStart, onPress: rehearse },
            { combo: 'Escape', label: leaveLabel, onPress: leave },
          ]}
        />
      }
    >
      <Columns
        controls={<ReadingControls file={file} preview={preview} choice={choice} onChoice={setChoice} />}
        evidence={
          <ForecastPanel upload={upload} failure={failure} importId={forecast?.importId ?? null} isStale={isStale} />
        }
      >
        {error ? (
          <PreviewFailure error={error} />
        ) : (
          <Box sx={{ height: 1, display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr)' }}>
            {hint === null ? (
              <span hidden />
            ) : (
              <Alert severity="warning" variant="outlined" sx={{ m: 4, mb: 0 }}>
                {hint}
              </Alert>
            )}
            {preview ? (
              <PreviewTable preview={preview} onMapping={(mapping) => setChoice({ ...choice, mapping })} />
            ) : null}
          </Box>
        )}
      </Columns>
    </Page>
  );
}

function PreviewFailure({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const known = serverErrorOf(error);
  return (
    <EmptyState
      icon={FileX}
      title={t('catalog.previewFailed')}
      body={known ? failureText(known) : describeError(error).text}
    />
  );
}
