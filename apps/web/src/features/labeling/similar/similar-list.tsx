import type { SimilarTask } from '@jeoul/shared/labeling/similar';
import { Box } from '@mui/material';
import { styled } from '@mui/material/styles';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ModelChip } from '../../../components/chips.tsx';
import { useFormat } from '../../../lib/use-format.ts';
import { sizes } from '../../../theme/tokens.ts';
import type { LabelIndex } from '../labels/label-index.ts';
import { useLabelName, usePathText } from '../labels/label-path.tsx';
import { differenceOf } from './name-difference.ts';
import type { SimilarChoice } from './similar-choice.ts';

const List = styled('ul')({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  height: 9 * sizes.row,
  overflowY: 'auto',
  border: '1px solid var(--jeoul-palette-divider)',
  borderRadius: 6,
  '& > li': {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 3fr) minmax(0, 2fr) 172px',
    gap: 12,
    alignItems: 'center',
    height: sizes.row,
    padding: '0 12px',
    cursor: 'pointer',
    whiteSpace: 'nowrap',
  },
  '& > li[data-cursor="true"]': {
    backgroundColor: 'var(--jeoul-palette-celadon-soft)',
    boxShadow: 'inset 2px 0 var(--jeoul-palette-celadon-main)',
  },
  '& .mark': { color: 'var(--jeoul-palette-celadon-main)', fontWeight: 700, textAlign: 'center' },
  '& > li[aria-selected="false"] .mark': { color: 'var(--jeoul-palette-text-disabled)', fontWeight: 400 },
  '& > li[aria-selected="false"] .name': { textDecoration: 'line-through' },
  '& .name, & .where': { overflow: 'hidden', textOverflow: 'ellipsis' },
  '& .name': { color: 'var(--jeoul-palette-text-secondary)' },
  '& .name b': { color: 'var(--jeoul-palette-text-primary)', fontWeight: 700 },
  '& > li > :last-child': { justifySelf: 'end', overflow: 'hidden', textOverflow: 'ellipsis', maxWidth: '100%' },
  '& .where': { color: 'var(--jeoul-palette-text-secondary)', fontSize: 12 },
});

type RowProps = {
  task: SimilarTask;
  name: string;
  index: LabelIndex;
  id: string;
  at: number;
  isIn: boolean;
  isCursor: boolean;
  onToggle: (taskId: string, at: number) => void;
};

const Row = memo(function Row({ task, name, index, id, at, isIn, isCursor, onToggle }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const labelName = useLabelName(index);
  const pathText = usePathText(index);
  const { predictedLabelKey, probability, storeName, weeklyOrders } = task;
  const orders = t('labeling.weeklyOrders', { count: weeklyOrders, shown: format.count(weeklyOrders) });
  return (
    // The keys are the list's own, which has the focus: an option only takes the mouse.
    <li id={id} role="option" aria-selected={isIn} data-cursor={isCursor} onClick={() => onToggle(task.taskId, at)}>
      <span className="mark" aria-hidden>
        {isIn ? '✓' : '–'}
      </span>
      <span className="name" title={task.name}>
        {differenceOf(task.name, name).map((piece, place) =>
          piece.isOther ? <b key={place}>{piece.text}</b> : <span key={place}>{piece.text}</span>,
        )}
      </span>
      <span className="where" title={`${storeName} · ${orders}`}>{`${storeName} · ${orders}`}</span>
      {predictedLabelKey === null ? (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {t('labeling.noPrediction')}
        </Box>
      ) : (
        <ModelChip title={pathText(predictedLabelKey)}>
          {`${labelName(predictedLabelKey)}${probability === null ? '' : ` ${format.percent(probability)}`}`}
        </ModelChip>
      )}
    </li>
  );
});

type SimilarListProps = {
  tasks: readonly SimilarTask[];
  /** The name they are like. */
  name: string;
  index: LabelIndex;
  choice: SimilarChoice;
  onToggle: (taskId: string, at: number) => void;
};

/** The similar tasks, each in or out; what its name has more than the one under the hand stands out. */
export function SimilarList({ tasks, name, index, choice, onToggle }: SimilarListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const { cursor } = choice;
  useEffect(() => list.current?.focus(), []);
  useEffect(() => list.current?.children[cursor]?.scrollIntoView({ block: 'nearest' }), [cursor]);
  return (
    <List
      ref={list}
      role="listbox"
      aria-multiselectable
      aria-label={t('similar.list')}
      aria-activedescendant={`similar-${cursor}`}
      tabIndex={0}
    >
      {tasks.map((task, at) => (
        <Row
          key={task.taskId}
          id={`similar-${at}`}
          task={task}
          name={name}
          index={index}
          at={at}
          isIn={!choice.out.has(task.taskId)}
          isCursor={at === cursor}
          onToggle={onToggle}
        />
      ))}
    </List>
  );
}
