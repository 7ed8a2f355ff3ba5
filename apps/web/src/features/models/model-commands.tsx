import { minResolutions } from '@jeoul/shared/models/rules';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Play, Scale } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Command, useCommands } from '../../lib/commands.ts';
import { useIsPermitted } from '../../lib/me.tsx';
import { type RouterOutputs, trpc } from '../../lib/trpc.ts';
import { isUnderWay } from './run-state.ts';
import { useModelFormat } from './use-model-format.ts';
import { useStartRun } from './use-start-run.ts';

type Slots = RouterOutputs['models']['slots'];

/** Opens any slot and starts its training, from the palette on every page. */
export function ModelCommands() {
  const isPermitted = useIsPermitted();
  const { data: slots } = useQuery({ ...trpc.models.slots.queryOptions(), enabled: isPermitted('model:read') });
  return slots ? <SlotCommands key={slots.length} slots={slots} /> : null;
}

function SlotCommands({ slots }: { slots: Slots }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const navigate = useNavigate();
  const isPermitted = useIsPermitted();
  const start = useStartRun();
  const open = (slot: Slots[number]): Command => ({
    id: `models.open.${slot.key}`,
    label: t('models.action.openSlot', { slot: format.name(slot) }),
    group: 'navigate',
    icon: Scale,
    keywords: `model ${slot.nameEn} ${slot.nameKo}`,
    run: () => void navigate({ to: '/models/$slotKey', params: { slotKey: slot.key } }),
  });
  const train = (slot: Slots[number]): Command => ({
    id: `models.train.${slot.key}`,
    label: t('models.action.trainSlot', { slot: format.name(slot) }),
    group: 'navigate',
    icon: Play,
    keywords: `train ${slot.nameEn} ${slot.nameKo}`,
    run: () => start.mutate({ slotKey: slot.key }),
  });
  const trainable = slots.filter((slot) => slot.resolutions >= minResolutions && !isUnderWay(slot.run));
  useCommands([...slots.map(open), ...(isPermitted('model:train') ? trainable.map(train) : [])]);
  return null;
}
