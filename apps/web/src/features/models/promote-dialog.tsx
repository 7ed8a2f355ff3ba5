import { Box, TextField } from '@mui/material';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmWide } from '../../components/confirm-wide.tsx';
import { ModelWord } from '../../components/verdict.tsx';
import { notify } from '../../lib/notices.ts';
import { serverErrorOf, trpc } from '../../lib/trpc.ts';
import { useModelFormat } from './use-model-format.ts';
import { useImpact } from './use-impact.ts';

type PromoteDialogProps = {
  kind: 'promotion' | 'rollback';
  slotKey: string;
  version: { id: string; number: number };
  /** Known to be worse than the champion on held-out items. */
  isWorse?: boolean;
  onClose: () => void;
};

const words = {
  promotion: { title: 'title', placeholder: 'reasonPlaceholder', confirm: 'confirm' },
  rollback: { title: 'backTitle', placeholder: 'backPlaceholder', confirm: 'backConfirm' },
} as const;

/**
 * Asks before the champion changes: from which to which, how many waiting tasks are rescored, and why. When somebody else
 * changed it meanwhile nothing is done: the dialog shows what is live now and asks again.
 */
export function PromoteDialog({ kind, slotKey, version, isWorse = false, onClose }: PromoteDialogProps) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const client = useQueryClient();
  const { data: slot } = useSuspenseQuery(trpc.models.slot.queryOptions({ slotKey }));
  const impact = useImpact(slotKey);
  const promote = useMutation(trpc.models.promote.mutationOptions());
  const rollBack = useMutation(trpc.models.rollBack.mutationOptions());
  const [reason, setReason] = useState('');
  const [isStale, setIsStale] = useState(false);
  const { champion, championVersion } = slot;
  // A rollback follows the slot: after a stale answer it may lead to another version than the one first shown.
  const target = kind === 'rollback' ? (slot.previous ?? version) : version;
  const { title, placeholder, confirm } = words[kind];

  const send = async () => {
    const common = { championVersion, reason: reason.trim() };
    try {
      if (kind === 'rollback') await rollBack.mutateAsync({ slotKey, ...common });
      else await promote.mutateAsync({ modelVersionId: version.id, ...common });
    } catch (error) {
      if (serverErrorOf(error)?.code === 'STALE_VERSION') {
        await client.refetchQueries({ queryKey: trpc.models.slot.queryKey({ slotKey }) });
        setIsStale(true);
      }
      throw error;
    }
    await client.invalidateQueries({ queryKey: trpc.models.pathKey() });
    const { number } = target;
    notify({ text: t(kind === 'rollback' ? 'models.rolledBackNotice' : 'models.promotedNotice', { number }) });
  };

  return (
    <ConfirmWide
      title={t(`models.promote.${title}`, { number: target.number })}
      touches={[
        {
          label: t('models.promote.champion'),
          value: (
            <ModelWord>
              {champion ? format.version(champion.number) : t('models.promote.nothing')} →{' '}
              {format.version(target.number)}
            </ModelWord>
          ),
        },
        { label: t('models.promote.rescored'), value: impact === null ? '…' : impact.text },
        ...(impact?.queues ?? []).map(({ name, text }) => ({
          label: `${t('models.promote.queue')} · ${name}`,
          value: text,
        })),
      ]}
      note={t('models.promote.note')}
      confirmLabel={t(`models.promote.${confirm}`)}
      isReady={reason.trim() !== ''}
      onConfirm={send}
      onClose={onClose}
    >
      {isWorse ? <Box sx={{ mt: 3, color: 'persimmon.main' }}>{t('models.promote.worse')}</Box> : null}
      <TextField
        autoFocus
        required
        fullWidth
        label={t('models.promote.reason')}
        placeholder={t(`models.promote.${placeholder}`)}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 1000 } }}
        sx={{ mt: 4 }}
      />
      {isStale ? (
        <Box sx={{ mt: 3, color: 'persimmon.main' }}>
          {champion ? t('models.promote.stale', { number: champion.number }) : t('models.promote.staleNone')}
        </Box>
      ) : null}
    </ConfirmWide>
  );
}
