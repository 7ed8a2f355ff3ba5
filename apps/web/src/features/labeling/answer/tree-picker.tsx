import type { LabelView } from '@jeoul/shared/labeling/contract';
import { Box } from '@mui/material';
import { useFormat } from '../../../lib/use-format.ts';
import { type LabelIndex, nameOf } from '../labels/label-index.ts';
import { LabelPath } from '../labels/label-path.tsx';
import { AnswerRow } from './answer-row.tsx';
import { columnRows, columnsInSight, pageColumns, pageStart, placeCombos } from './work-view.ts';

type TreePickerProps = {
  index: LabelIndex;
  options: readonly LabelView[];
  focus: number;
  probabilities: ReadonlyMap<string, number>;
  /** A family is opened, a leaf is the answer. */
  onPick: (label: LabelView) => void;
};

/** One level of the label set's tree in columns of nine: digits choose in the first, letters in the second. */
export function TreePicker({ index, options, focus, probabilities, onPick }: TreePickerProps) {
  const { locale } = useFormat();
  const first = pageStart(focus);
  const isNarrow = options.length > columnRows;
  return (
    <Box
      sx={{
        // A tree is people's, not the model's.
        '--answer-ground': 'var(--jeoul-palette-celadon-soft)',
        display: 'grid',
        gridTemplateColumns: `repeat(${isNarrow ? pageColumns : 1}, minmax(0, 1fr))`,
        columnGap: 6,
      }}
    >
      {columnsInSight(options, focus).map((column, at) => (
        <div key={column[0]?.key}>
          {column.map((label, row) => {
            const place = at * columnRows + row;
            const children = index.childrenOf.get(label.key)?.length ?? 0;
            const probability = children > 0 ? undefined : probabilities.get(label.key);
            return (
              <AnswerRow
                key={label.key}
                combo={placeCombos[place]}
                name={nameOf(label, locale)}
                probability={probability}
                isFocused={first + place === focus}
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
