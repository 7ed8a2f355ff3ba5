import { Box, Button } from '@mui/material';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Key } from '../../../components/key.tsx';
import { Columns } from '../../../components/page/columns.tsx';
import { Page } from '../../../components/page/page.tsx';
import { Verdict } from '../../../components/verdict.tsx';
import { useHotkeys } from '../../../lib/hotkeys/use-hotkeys.ts';
import { useIsPermitted } from '../../../lib/me.tsx';
import { trpc } from '../../../lib/trpc.ts';
import type { VersionView } from '../model-types.ts';
import { useImpact } from '../use-impact.ts';
import { useModelEvents } from '../use-model-events.ts';
import { useModelFormat } from '../use-model-format.ts';
import { useSlotLabels } from '../use-slot-labels.ts';
import { LabelTable } from './label-table.tsx';
import { VersionActions } from './version-actions.tsx';
import { VersionConfusions } from './version-confusions.tsx';
import { VersionEvidence } from './version-evidence.tsx';
import { VersionFigures } from './version-figures.tsx';
import { VersionFlips } from './version-flips.tsx';
import { VersionReliability } from './version-reliability.tsx';
import { VersionSlices } from './version-slices.tsx';
import { VersionVerdict } from './version-verdict.tsx';

const sides = [
  { id: 'older', combo: 'Shift+KeyJ' },
  { id: 'newer', combo: 'Shift+KeyK' },
] as const;

/** To the versions beside this one, by button and key. */
function Neighbours({ version }: { version: VersionView }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const navigate = useNavigate();
  const { slotKey } = version;
  const open = (number: number | null) => {
    if (number !== null) void navigate({ to: '/models/$slotKey/$number', params: { slotKey, number } });
  };
  useHotkeys(
    sides.map(({ id, combo }) => ({
      id: `models.${id}`,
      combo,
      label: t(`models.action.${id}`),
      isDisabled: version[id] === null,
      run: () => open(version[id]),
    })),
  );
  return (
    <Box sx={{ ml: 'auto', display: 'flex', gap: 2 }}>
      {sides.map(({ id, combo }) => {
        const number = version[id];
        return number === null ? null : (
          <Button
            key={id}
            variant="text"
            component={Link}
            to={`/models/${slotKey}/${number}`}
            sx={{ color: 'text.secondary' }}
          >
            {id === 'older' ? `← ${format.version(number)}` : `${format.version(number)} →`} <Key combo={combo} />
          </Button>
        );
      })}
    </Box>
  );
}

function useNote(version: VersionView): string {
  const { t } = useTranslation();
  const isPermitted = useIsPermitted();
  const impact = useImpact(version.slotKey);
  if (!isPermitted('model:promote')) return t('models.note.readOnly');
  if (version.isLive || impact === null) return '';
  return t('models.note.touches', { count: impact.waiting, shown: impact.text });
}

/** One version: whether it is better and for whom, where it comes from, and the decision about it. */
export function VersionPage() {
  const { t } = useTranslation();
  const format = useModelFormat();
  const isPermitted = useIsPermitted();
  const { slotKey, number } = useParams({ from: '/console/models/$slotKey/$number' });
  const { data: version } = useSuspenseQuery(trpc.models.version.queryOptions({ slotKey, number }));
  const { data: slot } = useSuspenseQuery(trpc.models.slot.queryOptions({ slotKey }));
  const labels = useSlotLabels(slot.queueKey);
  useModelEvents(slotKey);
  const note = useNote(version);
  const { comparison } = version;
  return (
    <Page
      crumbs={[
        { label: t('models.title'), link: { to: '/models' } },
        { label: format.name(slot), link: { to: '/models/$slotKey', params: { slotKey } } },
        { label: format.version(number) },
      ]}
      verdict={
        <Verdict
          actions={
            <>
              {isPermitted('model:promote') ? <VersionActions key={number} version={version} slot={slot} /> : null}
              <Box component="span" sx={{ fontSize: 12, color: 'text.disabled' }}>
                {note}
              </Box>
              <Neighbours version={version} />
            </>
          }
        >
          <VersionVerdict version={version} slot={slot} labels={labels} />
        </Verdict>
      }
    >
      <Columns evidence={<VersionEvidence version={version} slot={slot} labels={labels} />}>
        <Box sx={{ px: 7, pt: 4, pb: 10 }}>
          <VersionFigures version={version} />
          {comparison ? (
            <>
              <VersionSlices comparison={comparison} labels={labels} />
              <VersionFlips comparison={comparison} labels={labels} />
            </>
          ) : null}
          <LabelTable version={version} labels={labels} />
          <VersionConfusions version={version} labels={labels} />
          <VersionReliability version={version} />
        </Box>
      </Columns>
    </Page>
  );
}
