import { useQuery } from '@tanstack/react-query';
import type { TaskHistory } from '@jeoul/shared/labeling/lists';
import { Box, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { ModelChip, PersonChip } from '../../../components/chips.tsx';
import { ListFailure } from '../../../components/table/list-failure.tsx';
import { visiblePieces } from '../../../components/text/segments.ts';
import { VisiblePieces } from '../../../components/text/visible-text.tsx';
import { trpc } from '../../../lib/trpc.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { VeiledText } from '../reviews/veiled-text.tsx';

type DetailProps = {
  taskId: string | undefined;
  item: { text: string; storeName: string } | undefined;
  /** The item's text is shown when asked for only. */
  isVeiled: boolean;
  nameOf: (key: string) => string;
};

const auditNames = ['decision.made', 'decision.skipped', 'decision.undone', 'decision.escalated'] as const;

function Heading({ text }: { text: string }) {
  return (
    <Typography variant="h2" sx={{ fontSize: 12, mt: 5, mb: 2 }}>
      {text}
    </Typography>
  );
}

const lineLook = { py: 1.5, borderBottom: 1, borderColor: 'divider', display: 'grid', gap: 0.75 } as const;

function Decisions({ decisions, nameOf }: { decisions: TaskHistory['decisions']; nameOf: DetailProps['nameOf'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (decisions.length === 0) return <Box sx={{ color: 'text.secondary' }}>{t('records.noDecisions')}</Box>;
  return (
    <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {decisions.map((decision) => (
        <Box component="li" key={decision.decisionId} sx={lineLook}>
          <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap' }}>
            {decision.predictedLabelKey !== null && decision.kind === 'corrected' ? (
              <ModelChip>{nameOf(decision.predictedLabelKey)}</ModelChip>
            ) : null}
            {decision.labelKey === null ? (
              t(`records.kindName.${decision.kind}`)
            ) : (
              <PersonChip>{nameOf(decision.labelKey)}</PersonChip>
            )}
            {decision.undoneAt === null ? null : <span>{t('records.kindName.undone')}</span>}
          </Box>
          <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
            {decision.decidedBy} · {format.moment(decision.decidedAt)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function Audit({ audit }: { audit: TaskHistory['audit'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', fontSize: 12 }}>
      {audit.map((row) => {
        const known = auditNames.find((name) => name === row.action);
        return (
          <Box component="li" key={row.id} sx={lineLook}>
            <span>{known ? t(`records.audit.${known.replace('.', '-') as 'decision-made'}`) : row.action}</span>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {row.seq === null ? '' : `#${row.seq} · `}
              {row.actor === null ? '' : `${row.actor} · `}
              {format.moment(row.at)}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}

/** The task that is open beside a list: its item, every decision on it, and the audit's rows that name it. */
export function TaskDetail({ taskId, item, isVeiled, nameOf }: DetailProps) {
  const { t } = useTranslation();
  const history = useQuery({
    ...trpc.labeling.lists.history.queryOptions({ taskId: taskId ?? '' }),
    enabled: taskId !== undefined,
  });
  if (taskId === undefined) {
    return <Box sx={{ p: 4, color: 'text.secondary' }}>{t('records.detailEmpty')}</Box>;
  }
  if (history.isError) return <ListFailure error={history.error} onRetry={() => void history.refetch()} />;
  return (
    <Box sx={{ p: 4 }} aria-busy={history.isPending}>
      {item ? (
        <>
          <Typography component="h2" sx={{ fontSize: 16, fontWeight: 600, overflowWrap: 'anywhere' }}>
            <VeiledText key={taskId} isVeiled={isVeiled}>
              <VisiblePieces pieces={visiblePieces(item.text)} />
            </VeiledText>
          </Typography>
          <Box sx={{ color: 'text.secondary', mt: 1 }}>{item.storeName}</Box>
        </>
      ) : null}
      <Heading text={t('records.decisions')} />
      {history.data ? <Decisions decisions={history.data.decisions} nameOf={nameOf} /> : null}
      <Heading text={t('records.auditTitle')} />
      {history.data ? <Audit audit={history.data.audit} /> : null}
    </Box>
  );
}
