import { styled } from '@mui/material/styles';
import { motionMs, sizes } from '../../../theme/tokens.ts';
import type { LabelIndex } from '../labels/label-index.ts';
import type { DoneRow } from '../work/work-state.ts';
import { DoneItem } from './done-item.tsx';

/** What was done longer ago is not what one undoes by a key; it comes up as the newer is taken back. */
const mostShown = 40;
/** An answer on its way for longer than this shows that it is: most are there before anybody could look. */
const patienceMs = 600;

const cut = { overflow: 'hidden', textOverflow: 'ellipsis' } as const;

const List = styled('ol')({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '@keyframes arrive': { from: { backgroundColor: 'var(--jeoul-palette-celadon-soft)' } },
  '& > li': {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    height: sizes.row,
    padding: '0 20px',
    position: 'relative',
    color: 'var(--jeoul-palette-text-secondary)',
    whiteSpace: 'nowrap',
  },
  '& > li:first-of-type': { animation: `arrive ${motionMs}ms ease-out` },
  '& > li::before': {
    content: '""',
    position: 'absolute',
    left: 8,
    width: 6,
    height: 6,
    borderRadius: '50%',
    backgroundColor: 'var(--jeoul-palette-amber-main)',
    opacity: 0,
    transition: `opacity ${motionMs}ms`,
  },
  '& > li[data-unsent="true"]::before': { opacity: 1, transitionDelay: `${patienceMs}ms` },
  '& .name': { ...cut, flex: '1 1 0', minWidth: 72 },
  '& .batch': { flexShrink: 0, fontSize: 12 },
  '& .said': { display: 'flex', gap: 6, minWidth: 0 },
  // Where room is short the model's word gives way before the person's.
  '& .model': { ...cut, flex: '0 1000000 auto', minWidth: 24, color: 'var(--jeoul-palette-violet-main)' },
  '& .person': { ...cut, flex: '0 1 auto', minWidth: 0, color: 'var(--jeoul-palette-celadon-main)' },
  // What was done is as short as it is weighty: it is never cut.
  '& .action': { flexShrink: 0, color: 'var(--jeoul-palette-text-primary)' },
  '& .skipped': { color: 'var(--jeoul-palette-text-disabled)' },
});

type DoneListProps = {
  done: readonly DoneRow[];
  index: LabelIndex;
  captionId: string;
  /** Decisions the server has not acknowledged. */
  unsentIds: ReadonlySet<string>;
};

/** What was just done, newest first; the newest carries the key that takes it back. */
export function DoneList({ done, index, captionId, unsentIds }: DoneListProps) {
  return (
    <List aria-labelledby={captionId}>
      {done.slice(0, mostShown).map((row, at) => (
        <DoneItem
          key={row.decisionId}
          row={row}
          index={index}
          isNewest={at === 0}
          isUnsent={unsentIds.has(row.decisionId)}
        />
      ))}
    </List>
  );
}
