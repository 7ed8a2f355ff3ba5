import { Box, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { describeError } from '../../../lib/error-text.ts';
import { trpc } from '../../../lib/trpc.ts';
import { sentenceWords } from '../sentence-words.tsx';
import { useModelFormat } from '../use-model-format.ts';

/** A field's local time is Seoul's, whatever clock the computer keeps; Korea has no summer time. */
const seoulOffset = '+09:00';

/** “What was live at 12:05?”: a moment in, the version out. The address keeps the question. */
export function LiveAt({ slotKey }: { slotKey: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/models/$slotKey' });
  const { at } = useSearch({ from: '/console/models/$slotKey' });
  return (
    <>
      <TextField
        fullWidth
        type="datetime-local"
        label={t('models.evidence.liveAtField')}
        value={at ?? ''}
        onChange={(event) => {
          const asked = event.target.value.slice(0, 16);
          void navigate({ search: (before) => ({ ...before, at: asked === '' ? undefined : asked }), replace: true });
        }}
        slotProps={{ inputLabel: { shrink: true } }}
        sx={{ mt: 1.5 }}
      />
      <Box role="status" sx={{ mt: 2, minHeight: 20 }}>
        {at === undefined ? null : <Answer slotKey={slotKey} at={`${at}:59.999${seoulOffset}`} />}
      </Box>
    </>
  );
}

function Answer({ slotKey, at }: { slotKey: string; at: string }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const { data, error } = useQuery(trpc.models.liveAt.queryOptions({ slotKey, at }));
  if (error) return describeError(error).text;
  if (data === undefined) return t('common.loading');
  if (data === null) return t('models.evidence.liveAtNothing');
  const values = {
    number: data.number,
    since: format.when(data.since),
    until: data.until === null ? '' : format.when(data.until),
  };
  return data.until === null ? (
    <Trans i18nKey="models.evidence.liveAtStill" values={values} components={sentenceWords} />
  ) : (
    <Trans i18nKey="models.evidence.liveAtAnswer" values={values} components={sentenceWords} />
  );
}
