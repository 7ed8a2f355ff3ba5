import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Scale } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Figure } from '../../../components/figure.tsx';
import { Columns } from '../../../components/page/columns.tsx';
import { Page } from '../../../components/page/page.tsx';
import { DataTable } from '../../../components/table/data-table.tsx';
import { trpc } from '../../../lib/trpc.ts';
import { ChampionHistory } from '../champion-history.tsx';
import { isUnderWay } from '../run-state.ts';
import { EvidenceSection } from '../section.tsx';
import { useModelEvents } from '../use-model-events.ts';
import { useModelFormat } from '../use-model-format.ts';
import { useSlotColumns } from './slot-columns.tsx';

/** Every place where a model serves: what is live there, how good it is, and what comes next. */
export function SlotsPage() {
  const { t } = useTranslation();
  const format = useModelFormat();
  const navigate = useNavigate();
  const { data: slots } = useSuspenseQuery(trpc.models.slots.queryOptions());
  const columns = useSlotColumns();
  useModelEvents();
  const nameOf = (slotKey: string) => {
    const slot = slots.find(({ key }) => key === slotKey);
    return slot ? format.name(slot) : slotKey;
  };
  const training = slots.filter((slot) => isUnderWay(slot.run)).length;
  const waiting = slots.filter((slot) => slot.waiting !== null).length;
  return (
    <Page
      crumbs={[{ label: t('models.title') }]}
      figures={
        <>
          <Figure label={t('models.figureSlots')} value={format.count(slots.length)} unit={t('models.unitSlots')} />
          {training > 0 ? (
            <Figure label={t('models.figureTraining')} value={format.count(training)} tone="model" />
          ) : null}
          {waiting > 0 ? (
            <Figure
              label={t('models.figureWaiting')}
              value={format.count(waiting)}
              unit={t('models.unitVersions')}
              tone="attention"
            />
          ) : null}
        </>
      }
    >
      <Columns
        evidence={
          <EvidenceSection title={t('models.evidence.recent')}>
            <ChampionHistory nameOf={nameOf} />
          </EvidenceSection>
        }
      >
        <DataTable
          label={t('models.listLabel')}
          columns={columns}
          rows={slots}
          rowId={(slot) => slot.key}
          onOpen={(slot) => void navigate({ to: '/models/$slotKey', params: { slotKey: slot.key } })}
          empty={<EmptyState icon={Scale} title={t('models.emptyTitle')} body={t('models.emptyBody')} />}
        />
      </Columns>
    </Page>
  );
}
