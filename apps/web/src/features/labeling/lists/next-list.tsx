import { styled } from '@mui/material/styles';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format.ts';
import { sizes } from '../../../theme/tokens.ts';
import type { HeldTask } from '../work/work-state.ts';

/** Rows kept free for the tasks to come, so that what is below does not move while they dwindle and come again. */
const nextRows = 9;

const List = styled('ol')({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  minHeight: nextRows * sizes.row,
  '& > li': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: 8,
    alignItems: 'center',
    height: sizes.row,
    padding: '0 20px',
    color: 'var(--jeoul-palette-text-secondary)',
  },
  '& > li[aria-current]': {
    color: 'var(--jeoul-palette-text-primary)',
    backgroundColor: 'var(--jeoul-palette-celadon-soft)',
    boxShadow: 'inset 2px 0 var(--jeoul-palette-celadon-main)',
  },
  '& .name': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& .share': { fontSize: 12, color: 'var(--jeoul-palette-violet-main)' },
  '& .none': { fontSize: 12, color: 'var(--jeoul-palette-text-disabled)' },
});

type NextListProps = { held: readonly HeldTask[]; captionId: string };

/** The task under the hand and those after it, each with how sure the model is of its first proposal. */
export const NextList = memo(function NextList({ held, captionId }: NextListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <List aria-labelledby={captionId}>
      {held.slice(0, nextRows).map(({ task }, at) => {
        const top = task.prediction?.scores[0];
        return (
          <li key={task.taskId} aria-current={at === 0 ? 'true' : undefined}>
            <span className="name">{task.item.name}</span>
            <span className={top ? 'share' : 'none'}>
              {top ? format.percent(top.probability) : t('labeling.noPrediction')}
            </span>
          </li>
        );
      })}
    </List>
  );
});
