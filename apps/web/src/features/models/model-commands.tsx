import { minResolutions } from '@jeoul/shared/models/rules';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { History, Play, Scale } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Command, useCommands } from '../../lib/commands.ts';
import { useIsPermitted } from '../../lib/me.tsx';
import { type RouterOutputs, trpc } from '../../lib/trpc.ts';
import { isUnderWay } from './run-state.ts';
import { useModelFormat } from './use-model-format.ts';
import { useStartRun } from './use-start-run.ts';
import { verdictState } from './verdict-state.ts';

type Slots = RouterOutputs['models']['slots'];

const versionsOffered = 100;

/** Opens any slot and its versions and starts its training, from the palette on every page. */
export function ModelCommands() {
  const isPermitted = useIsPermitted();
  const { data: slots } = useQuery({ ...trpc.models.slots.queryOptions(), enabled: isPermitted('model:read') });
  if (!slots) return null;
  return (
    <>
      <SlotCommands key={slots.length} slots={slots} />
      <VersionCommands slots={slots} />
    </>
  );
}

/** Opens the newest versions of each slot, found by number: `v12`. */
function VersionCommands({ slots }: { slots: Slots }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const navigate = useNavigate();
  const versions = useQueries({
    queries: slots.map(({ key }) => trpc.models.versions.queryOptions({ slotKey: key, limit: versionsOffered })),
    combine: (results) => results.map((result) => result.data ?? []),
  });
  useCommands(
    slots.flatMap((slot, at) =>
      (versions[at] ?? []).map((version): Command => {
        const { number } = version;
        const params = { slotKey: slot.key, number };
        return {
          id: `models.version.${slot.key}.${number}`,
          label: `${format.name(slot)} ${format.version(number)} · ${t(`models.chip.${verdictState(version, slot)}`)}`,
          group: 'thing',
          icon: History,
          keywords: `version 버전 ${slot.nameEn} ${slot.nameKo}`,
          isOnlyFound: true,
          run: () => void navigate({ to: '/models/$slotKey/$number', params }),
        };
      }),
    ),
  );
  return null;
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
