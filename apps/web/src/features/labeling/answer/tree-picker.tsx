import type { LabelView } from '@jeoul/shared/labeling/contract';
import { Box } from '@mui/material';
import { useFormat } from '../../../lib/use-format.ts';
import { type LabelIndex, nameOf } from '../labels/label-index.ts';
import { LabelPath } from '../labels/label-path.tsx';
import { AnswerRow } from './answer-row.tsx';
import { columnRows, nextColumnFocus, treeColumns } from './work-view.ts';

type TreePickerProps = {
  index: LabelIndex;
  options: readonly LabelView[];
  focus: number;
  probabilities: ReadonlyMap<string, number>;
  /** A family is opened, a leaf is the answer. */
  onPick: (label: LabelView) => void;
};

const columnsInSight = 2;

/** One level of the label set's tree in columns of nine; digits choose in the column that has the focus. */
export function TreePicker({ index, options, focus, probabilities, onPick }: TreePickerProps) {
  const { locale } = useFormat();
  const columns = treeColumns(options);
  const inFocus = Math.floor(focus / columnRows);
  const first = Math.floor(inFocus / columnsInSight) * columnsInSight;
  const nextColumn = Math.floor(nextColumnFocus(focus, options.length) / columnRows);
  const inSight = columns.slice(first, first + columnsInSight);
  const isNarrow = columns.length > 1;
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: `repeat(${isNarrow ? columnsInSight : 1}, minmax(0, 1fr))`,
        columnGap: 6,
      }}
    >
      {inSight.map((column, at) => (
        <div key={column[0]?.key}>
          {column.map((label, row) => {
            const children = index.childrenOf.get(label.key)?.length ?? 0;
            const probability = children > 0 ? undefined : probabilities.get(label.key);
            return (
              <AnswerRow
                key={label.key}
                digit={first + at === inFocus ? row + 1 : row === 0 && first + at === nextColumn ? 0 : null}
                name={nameOf(label, locale)}
                probability={probability}
                isFocused={(first + at) * columnRows + row === focus}
                onChoose={() => onPick(label)}
                labelsBelow={children}
                isNarrow={isNarrow}
              >
                <LabelPath index={index} labelKey={label.key} isAlone />
              </AnswerRow>
            );
          })}
        </div>
      ))}
    </Box>
  );
}
