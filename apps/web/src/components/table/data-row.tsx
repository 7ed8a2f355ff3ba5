import { Box } from '@mui/material';
import type { Row, RowData } from '@tanstack/react-table';
import { FlexRender } from '@tanstack/react-table';
import { memo } from 'react';
import { sizes } from '../../theme/tokens.ts';
import type { ListColumn, ListFeatures } from './table-features.ts';

/** One object for all rows: a list redraws often, and styles that never change need not be worked out again. */
const rowLook = {
  position: 'absolute',
  inset: '0 0 auto 0',
  display: 'grid',
  gridTemplateColumns: 'var(--list-columns)',
  height: sizes.row,
  borderBottom: 1,
  borderColor: 'divider',
  '&:hover': { bgcolor: 'ground.key' },
  '&[data-marked=true]': { bgcolor: 'celadon.soft' },
  '&[data-active=true]': { boxShadow: 'inset 2px 0 var(--jeoul-palette-celadon-main)' },
  '&[data-opens=true]': { cursor: 'pointer' },
  '& > [role=gridcell]': {
    padding: '0 12px',
    alignSelf: 'center',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  // The ends line up with the page's own edge; a list inside a padded page sets `--list-edge` to 0.
  '& > :first-of-type': { paddingLeft: 'var(--list-edge, 20px)' },
  '& > :last-of-type': { paddingRight: 'var(--list-edge, 20px)' },
} as const;

type DataRowProps<Item extends RowData> = {
  row: Row<ListFeatures, Item>;
  domId: string;
  index: number;
  /** Pixels from the list's top. */
  start: number;
  isActive: boolean;
  isSelected: boolean;
  canSelect: boolean;
  canOpen: boolean;
  /** The columns and which of them are shown: with others the row is drawn anew. */
  columns: readonly ListColumn<Item>[];
  template: string;
  onPress: (index: number) => void;
};

function Drawn<Item extends RowData>({ row, domId, index, start, ...state }: DataRowProps<Item>) {
  const { isActive, isSelected, canSelect, canOpen, onPress } = state;
  return (
    <Box
      id={domId}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={canSelect ? isSelected : undefined}
      data-active={isActive}
      data-marked={isActive || isSelected}
      data-opens={canOpen}
      onClick={() => onPress(index)}
      style={{ transform: `translateY(${start}px)` }}
      sx={rowLook}
    >
      {row.getVisibleCells().map((cell) => (
        <div key={cell.id} role="gridcell" style={{ textAlign: cell.column.columnDef.meta?.align ?? 'start' }}>
          <FlexRender cell={cell} />
        </div>
      ))}
    </Box>
  );
}

/** One row of a list; drawn again only when something of its own has changed. The cast: `memo` forgets type parameters. */
export const DataRow = memo(Drawn) as typeof Drawn;
