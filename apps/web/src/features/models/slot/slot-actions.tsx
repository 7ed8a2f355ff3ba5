import { Button } from '@mui/material';
import { minResolutions } from '@jeoul/shared/models/rules';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '../../../components/key.tsx';
import { useCommands } from '../../../lib/commands.ts';
import { useHotkeys } from '../../../lib/hotkeys/use-hotkeys.ts';
import type { SlotView } from '../model-types.ts';
import { PromoteDialog } from '../promote-dialog.tsx';
import { isUnderWay } from '../run-state.ts';
import { useStartRun } from '../use-start-run.ts';
import { SettingsDialog } from './settings-dialog.tsx';

type Open = 'rollBack' | 'settings' | null;

const keys = { train: 'KeyT', rollBack: 'KeyB', settings: 'Comma', waiting: 'KeyW' } as const;

/** What an ML engineer can do with a slot, each by button, key and palette. */
export function SlotActions({ slot }: { slot: SlotView }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const start = useStartRun();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const { waiting } = slot;
  const canTrain = !isUnderWay(slot.run) && slot.resolutions >= minResolutions && !start.isPending;
  const openWaiting = () => {
    if (!waiting) return;
    void navigate({ to: '/models/$slotKey/$number', params: { slotKey: slot.key, number: waiting.number } });
  };
  const offered = [
    {
      id: 'models.openWaiting',
      combo: keys.waiting,
      label: t('models.action.openWaiting'),
      isDisabled: waiting === null,
      run: openWaiting,
    },
    {
      id: 'models.train',
      combo: keys.train,
      label: t('models.action.train'),
      isDisabled: !canTrain,
      run: () => start.mutate({ slotKey: slot.key }),
    },
    {
      id: 'models.rollBack',
      combo: keys.rollBack,
      label: t('models.action.rollBack'),
      isDisabled: !slot.canRollBack,
      run: () => setOpen('rollBack'),
    },
    {
      id: 'models.settings',
      combo: keys.settings,
      label: t('models.action.settings'),
      isDisabled: false,
      run: () => setOpen('settings'),
    },
  ];
  useHotkeys(offered);
  useCommands(offered.filter((each) => !each.isDisabled).map((each) => ({ ...each, group: 'page' as const })));
  const isWaitingMain = waiting !== null;
  return (
    <>
      {offered
        .filter((each) => each.id !== 'models.openWaiting' || isWaitingMain)
        .map(({ id, combo, label, isDisabled, run }, index) => (
          <Button
            key={id}
            variant={index === 0 && !isDisabled ? 'contained' : 'outlined'}
            color={index === 0 && !isDisabled ? 'primary' : 'inherit'}
            disabled={isDisabled}
            onClick={run}
          >
            {label} <Key combo={combo} isOnFill={index === 0 && !isDisabled} />
          </Button>
        ))}
      {open === 'settings' ? <SettingsDialog slot={slot} onClose={close} /> : null}
      {open === 'rollBack' && slot.previous ? (
        <PromoteDialog kind="rollback" slotKey={slot.key} version={slot.previous} onClose={close} />
      ) : null}
    </>
  );
}
