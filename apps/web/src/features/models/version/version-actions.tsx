import { Button } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmWide } from '../../../components/confirm-wide.tsx';
import { Key } from '../../../components/key.tsx';
import { useCommands } from '../../../lib/commands.ts';
import { useHotkeys } from '../../../lib/hotkeys/use-hotkeys.ts';
import { notify } from '../../../lib/notices.ts';
import { trpc } from '../../../lib/trpc.ts';
import type { SlotView, VersionView } from '../model-types.ts';
import { PromoteDialog } from '../promote-dialog.tsx';
import { verdictState } from '../verdict-state.ts';

type Open = 'promote' | 'reject' | null;

/** Promote or turn down, each by button, key and palette. What is live offers neither. */
export function VersionActions({ version, slot }: { version: VersionView; slot: SlotView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const { verdict, isLive, number } = version;
  const isAsked = verdictState(version, slot) === 'needsPerson';
  const offered = [
    {
      id: 'models.promote',
      combo: 'KeyP',
      label: t('models.action.promote'),
      isDisabled: isLive,
      run: () => setOpen('promote'),
    },
    {
      id: 'models.reject',
      combo: 'KeyR',
      label: t('models.action.reject'),
      isDisabled: verdict !== 'waiting' && verdict !== 'kept',
      run: () => setOpen('reject'),
    },
  ].filter((each) => !each.isDisabled);
  useHotkeys(offered);
  useCommands(offered.map((each) => ({ ...each, group: 'page' as const })));
  return (
    <>
      {offered.map(({ id, combo, label, run }) => {
        const isMain = isAsked && id === 'models.promote';
        return (
          <Button
            key={id}
            variant={isMain ? 'contained' : 'outlined'}
            color={isMain ? 'primary' : 'inherit'}
            onClick={run}
          >
            {label} <Key combo={combo} isOnFill={isMain} />
          </Button>
        );
      })}
      {open === 'promote' ? (
        <PromoteDialog
          kind="promotion"
          slotKey={version.slotKey}
          version={{ id: version.id, number }}
          isWorse={(version.comparison?.difference ?? 0) < 0}
          onClose={close}
        />
      ) : null}
      {open === 'reject' ? <RejectDialog version={version} onClose={close} /> : null}
    </>
  );
}

function RejectDialog({ version, onClose }: { version: VersionView; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const reject = useMutation(trpc.models.reject.mutationOptions());
  const { id: modelVersionId, number } = version;
  return (
    <ConfirmWide
      title={t('models.rejectDialog.title', { number })}
      touches={[]}
      note={t('models.rejectDialog.note')}
      confirmLabel={t('models.rejectDialog.confirm')}
      tone="harm"
      onConfirm={async () => {
        await reject.mutateAsync({ modelVersionId });
        await client.invalidateQueries({ queryKey: trpc.models.pathKey() });
        notify({ text: t('models.rejectedNotice', { number }) });
      }}
      onClose={onClose}
    />
  );
}
