import { Box, Button, TextField } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPermitted } from '../../../../lib/me.tsx';
import { notify } from '../../../../lib/notices.ts';
import { trpc } from '../../../../lib/trpc.ts';
import { useFormat } from '../../../../lib/use-format.ts';
import type { Effect } from './use-effects.ts';

const mostLetters = 2000;

/** Says what came of it, and reads the list anew: also when somebody else was faster. */
function useOutcome(done: string) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const readAnew = () => client.invalidateQueries({ queryKey: trpc.labeling.reviews.effects.pathKey() });
  return {
    onSuccess: async () => {
      notify({ text: done });
      await readAnew();
    },
    onError: async () => {
      notify({ text: t('reviews.objectionFailed'), tone: 'harm' });
      await readAnew();
    },
  };
}

type LongTextProps = { label: string; value: string; onChange: (value: string) => void };

function LongText({ label, value, onChange }: LongTextProps) {
  return (
    <TextField
      fullWidth
      multiline
      minRows={2}
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ htmlInput: { maxLength: mostLetters } }}
    />
  );
}

function FileForm({ effect }: { effect: Effect }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const file = useMutation({
    ...trpc.labeling.reviews.object.mutationOptions(),
    ...useOutcome(t('reviews.objectionFiled')),
  });
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        file.mutate({ effectId: effect.id, reason });
      }}
    >
      <LongText label={t('reviews.objectReason')} value={reason} onChange={setReason} />
      <Button type="submit" variant="contained" disabled={reason.trim() === '' || file.isPending} sx={{ mt: 2 }}>
        {t('reviews.object')}
      </Button>
    </Box>
  );
}

function RuleForm({ effect }: { effect: Effect }) {
  const { t } = useTranslation();
  const [ruling, setRuling] = useState('');
  const rule = useMutation({
    ...trpc.labeling.reviews.rule.mutationOptions(),
    ...useOutcome(t('reviews.objectionRuled')),
  });
  const isOff = ruling.trim() === '' || rule.isPending;
  const send = (isUpheld: boolean) => rule.mutate({ effectId: effect.id, isUpheld, ruling });
  return (
    <Box sx={{ mt: 3 }}>
      <LongText label={t('reviews.ruling')} value={ruling} onChange={setRuling} />
      <Box sx={{ display: 'flex', gap: 2, mt: 2 }}>
        <Button variant="contained" disabled={isOff} onClick={() => send(true)}>
          {t('reviews.uphold')}
        </Button>
        <Button variant="outlined" disabled={isOff} onClick={() => send(false)}>
          {t('reviews.reject')}
        </Button>
      </Box>
    </Box>
  );
}

/** Entering what the author holds against an effect, and ruling on it; never by who decided the effect. */
export function ObjectionForms({ effect }: { effect: Effect }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isPermitted = useIsPermitted();
  const { objection, isOwn } = effect;
  if (objection === null) return isPermitted('objection:file') ? <FileForm effect={effect} /> : null;
  const isOpen = objection.state === 'open';
  return (
    <>
      <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        <bdi>{objection.reason}</bdi>
      </Box>
      <Box sx={{ color: 'text.secondary', fontSize: 12 }}>
        {`${format.moment(objection.filedAt)} · ${t(`reviews.objectionState.${objection.state}`)}`}
      </Box>
      {objection.ruling === null ? null : (
        <Box sx={{ mt: 2, overflowWrap: 'anywhere' }}>
          <bdi>{objection.ruling}</bdi>
        </Box>
      )}
      {isOpen && isOwn ? <Box sx={{ mt: 2, color: 'text.secondary' }}>{t('reviews.ownDecision')}</Box> : null}
      {isOpen && !isOwn && isPermitted('objection:rule') ? <RuleForm effect={effect} /> : null}
    </>
  );
}
