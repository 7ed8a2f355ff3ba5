import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, notFound } from '@tanstack/react-router';
import type { ListedDecision, ListedTask } from '@jeoul/shared/labeling/lists';
import { maxBatch } from '@jeoul/shared/labeling/lists';
import { Box } from '@mui/material';
import { SearchX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Figure } from '../../../components/figure.tsx';
import { KeyBar } from '../../../components/key-bar.tsx';
import { Columns } from '../../../components/page/columns.tsx';
import { Page } from '../../../components/page/page.tsx';
import { Segmented } from '../../../components/segmented.tsx';
import { ColumnPicker } from '../../../components/table/column-picker.tsx';
import { DataTable } from '../../../components/table/data-table.tsx';
import { FilterChips } from '../../../components/table/filter-chips.tsx';
import { useHotkeys } from '../../../lib/hotkeys/use-hotkeys.ts';
import { useIsPermitted, useMe } from '../../../lib/me.tsx';
import { trpc } from '../../../lib/trpc.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { indexLabels } from '../labels/label-index.ts';
import { BatchDialog } from './batch-dialog.tsx';
import { ExportButton } from './export-button.tsx';
import { useDecisionColumns, useTaskColumns } from './record-columns.tsx';
import { RecordsControls } from './records-controls.tsx';
import { decisionListOf, filterKeys, hiddenColumnsOf, type RecordsSearch, taskListOf } from './records-search.ts';
import { SavedViews } from './saved-views.tsx';
import { TaskDetail } from './task-detail.tsx';
import { useAnswerName } from './use-answer-name.ts';
import { useFilterChips } from './use-filter-chips.ts';
import { useBatchUndo } from './use-batch-undo.ts';
import { useDecisionPages, useTaskPages } from './use-records.ts';
import { useRowVeil } from './use-row-veil.ts';

const route = getRouteApi('/console/queues/$queueKey/list');
const noFilter = Object.fromEntries(filterKeys.map((key) => [key, undefined]));

/** All tasks of a queue, or all decisions on them, narrowed and ordered by the address. */
export function RecordsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { queueKey } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const me = useMe();
  const mayDecide = useIsPermitted()('task:decide');
  const { data: queues } = useSuspenseQuery(trpc.labeling.queues.queryOptions());
  const { data: labelList } = useSuspenseQuery(trpc.labeling.labels.queryOptions({ queueKey }));
  const queue = queues.find((one) => one.key === queueKey);
  if (!queue) throw notFound();
  const labels = useMemo(() => indexLabels(labelList), [labelList]);
  const nameOf = useAnswerName(labels);
  const isVeiled = useRowVeil(queue);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { undoLast } = useBatchUndo(queueKey);
  const [batch, setBatch] = useState<'label' | 'skip' | null>(null);

  const isDecisions = search.view === 'decisions';
  const change = (changes: Partial<RecordsSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });
  const tasks = useTaskPages(queueKey, search);
  const decisions = useDecisionPages(queueKey, search);
  const pages = isDecisions ? decisions : tasks;
  const taskRows = useMemo(() => tasks.data?.pages.flatMap((page) => page.rows) ?? [], [tasks.data]);
  const decisionRows = useMemo(() => decisions.data?.pages.flatMap((page) => page.rows) ?? [], [decisions.data]);
  const taskColumns = useTaskColumns(nameOf, isVeiled);
  const decisionColumns = useDecisionColumns(nameOf, isVeiled);
  const person = search.by === undefined ? undefined : decisionRows[0]?.decidedBy;
  const chips = useFilterChips(search, { nameOf, onChange: change, person });

  const rows: readonly (ListedTask | ListedDecision)[] = isDecisions ? decisionRows : taskRows;
  const estimate = pages.data?.pages[0]?.estimate ?? null;
  const isAll = !pages.hasNextPage && !pages.isPending;
  const hidden = useMemo(() => hiddenColumnsOf(search), [search]);
  const opened = rows.find((row) => row.taskId === search.task);
  const canSelect = mayDecide && !isDecisions;
  const toggle = ({ taskId }: ListedTask) =>
    setSelected((before) => {
      const after = new Set(before);
      if (!after.delete(taskId) && after.size < maxBatch) after.add(taskId);
      return after;
    });
  const selectAll = () => setSelected(new Set(taskRows.slice(0, maxBatch).map((row) => row.taskId)));
  const forget = () => setSelected(new Set());
  const hasSome = selected.size > 0;
  const mayLabel = canSelect && queue.itemKind === 'menu_item';
  useHotkeys([
    { id: 'records.all', combo: 'KeyA', label: t('records.selectAll'), isDisabled: !canSelect, run: selectAll },
    {
      id: 'records.label',
      combo: 'KeyL',
      label: t('records.batch.label'),
      isDisabled: !hasSome || !mayLabel,
      run: () => setBatch('label'),
    },
    {
      id: 'records.skip',
      combo: 'KeyS',
      label: t('records.batch.skip'),
      isDisabled: !hasSome,
      run: () => setBatch('skip'),
    },
    {
      id: 'records.undo',
      combo: 'KeyZ',
      label: t('records.batch.undo'),
      isDisabled: undoLast === null,
      run: () => undoLast?.(),
    },
    { id: 'records.forget', combo: 'Escape', label: t('records.forget'), isDisabled: !hasSome, run: forget },
  ]);

  const shared = {
    rowId: (row: ListedTask | ListedDecision) => ('decisionId' in row ? row.decisionId : row.taskId),
    sort: search.sort,
    onSort: (sort: string | undefined) => change({ sort }),
    hiddenColumns: hidden,
    isLoading: pages.isPending || pages.isFetchingNextPage || pages.isPlaceholderData,
    error: pages.isError && !pages.data ? pages.error : undefined,
    onRetry: () => void pages.refetch(),
    onNeedMore: pages.hasNextPage && !pages.isFetchingNextPage ? () => void pages.fetchNextPage() : undefined,
    onOpen: (row: ListedTask | ListedDecision) => change({ task: row.taskId }),
    empty: <EmptyState icon={SearchX} title={t('records.emptyTitle')} body={t('records.emptyBody')} />,
  };
  // Statistics lag behind: less than what is there already can't be right.
  const foundText = (about: number | null) =>
    about === null || about < rows.length
      ? `${format.count(rows.length)}+`
      : t('records.about', { shown: format.compact(about) });
  const columnNames = (isDecisions ? decisionColumns : taskColumns).flatMap(({ id, header }) =>
    id === undefined || typeof header !== 'string' ? [] : [{ id, label: header }],
  );
  const name = format.locale === 'ko' ? queue.nameKo : queue.nameEn;
  return (
    <Page
      crumbs={[
        { label: t('labeling.queues'), link: { to: '/queues' } },
        mayDecide ? { label: name, link: { to: '/queues/$queueKey', params: { queueKey } } } : { label: name },
        { label: t('records.title') },
      ]}
      title={t('records.titleOf', { queue: name })}
      figures={
        <Figure
          label={t('records.found')}
          value={isAll ? format.count(rows.length) : foundText(estimate)}
          hint={t(isAll ? 'records.foundHint' : 'records.aboutHint')}
        />
      }
      action={
        <>
          <SavedViews search={search} onOpen={(view) => void navigate({ search: view })} />
          <ColumnPicker columns={columnNames} hidden={hidden} onChange={(hide) => change({ hide })} />
          <ExportButton
            list={isDecisions ? 'decisions' : 'tasks'}
            filter={isDecisions ? decisionListOf(queueKey, search, me.id) : taskListOf(queueKey, search)}
          />
        </>
      }
      footer={
        <KeyBar
          entries={[
            { combo: 'Enter', label: t('common.openRow'), isMain: true },
            { combo: 'KeyJ', label: t('common.nextRow') },
            { combo: 'KeyK', label: t('common.previousRow') },
            ...(canSelect
              ? ([
                  { combo: 'KeyX', label: t('common.selectRow') },
                  { combo: 'KeyA', label: t('records.selectAll'), onPress: selectAll },
                ] as const)
              : []),
            ...(hasSome && mayLabel
              ? ([
                  { combo: 'KeyL', label: t('records.batch.label'), isMain: true, onPress: () => setBatch('label') },
                ] as const)
              : []),
            ...(hasSome
              ? ([{ combo: 'KeyS', label: t('records.batch.skip'), onPress: () => setBatch('skip') }] as const)
              : []),
            ...(undoLast ? ([{ combo: 'KeyZ', label: t('records.batch.undo'), onPress: undoLast }] as const) : []),
          ]}
          status={hasSome ? t('records.selected', { shown: format.count(selected.size) }) : undefined}
        />
      }
    >
      <Columns
        controls={<RecordsControls search={search} labels={labels} onChange={change} />}
        evidence={
          <TaskDetail
            taskId={search.task}
            item={opened}
            isVeiled={opened !== undefined && isVeiled(opened)}
            nameOf={nameOf}
          />
        }
      >
        <Box sx={{ height: 1, display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr)' }}>
          <Box
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 3,
              px: 5,
              py: 2,
              borderBottom: 1,
              borderColor: 'divider',
              minHeight: 40,
            }}
          >
            <Segmented
              label={t('records.which')}
              value={isDecisions ? 'decisions' : 'tasks'}
              options={[
                { value: 'tasks', label: t('records.tasks') },
                { value: 'decisions', label: t('records.decisions') },
              ]}
              onChange={(view) => {
                forget();
                change({ view: view === 'decisions' ? 'decisions' : undefined, sort: undefined });
              }}
            />
            <FilterChips chips={chips} onClear={() => change(noFilter)} />
          </Box>
          {isDecisions ? (
            <DataTable
              key="decisions"
              {...shared}
              label={t('records.decisions')}
              columns={decisionColumns}
              rows={decisionRows}
            />
          ) : (
            <DataTable
              key="tasks"
              {...shared}
              label={t('records.tasks')}
              columns={taskColumns}
              rows={taskRows}
              {...(canSelect ? { selectedIds: selected, onSelect: toggle } : {})}
            />
          )}
        </Box>
      </Columns>
      {batch ? (
        <BatchDialog
          kind={batch}
          queueKey={queueKey}
          taskIds={[...selected]}
          labels={labels}
          onDone={forget}
          onClose={() => setBatch(null)}
        />
      ) : null}
    </Page>
  );
}
