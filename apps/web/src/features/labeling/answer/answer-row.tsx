import { Box, ButtonBase } from '@mui/material';
import type { ReactNode } from 'react';
import { Key } from '../../../components/key.tsx';
import { ModelBar } from '../../../components/model-bar.tsx';
import { useFormat } from '../../../lib/use-format.ts';

export const answerRowHeight = 36;

type AnswerRowProps = {
  /** The digit that chooses it, or (0) moves the digits to its column. */
  digit: number | null;
  /** What it is, as one text. */
  name: string;
  /** The label as it is drawn. */
  children: ReactNode;
  /** What the model thinks of it; left out where no model has a say. */
  probability?: number | undefined;
  isFocused: boolean;
  /** In the place of bar and percent. */
  aside?: ReactNode;
  onChoose: () => void;
  /** As an option of the search's list, under this id; else it is a button. */
  optionId?: string;
};

/** A label the model holds possible is never at nought. */
function percentText(probability: number, percent: (fraction: number) => string): string {
  return probability < 0.005 ? `< ${percent(0.01)}` : percent(probability);
}

/** One answer that can be chosen: its digit, its label, and how likely the model thinks it. */
export function AnswerRow(props: AnswerRowProps) {
  const { digit, name, children, probability, isFocused, aside, onChoose, optionId } = props;
  const format = useFormat();
  const percent = probability === undefined ? null : percentText(probability, format.percent);
  const option = optionId ? { id: optionId, role: 'option', 'aria-selected': isFocused, component: 'div' } : {};
  return (
    <ButtonBase
      {...option}
      tabIndex={optionId ? -1 : 0}
      aria-label={percent ? `${name}, ${percent}` : name}
      onClick={onChoose}
      // A press with the mouse must not take the focus away from the work.
      onMouseDown={(event) => event.preventDefault()}
      sx={{
        width: 1,
        height: answerRowHeight,
        display: 'grid',
        gridTemplateColumns: '40px minmax(120px, 240px) minmax(24px, 1fr) auto 40px',
        alignItems: 'center',
        textAlign: 'left',
        borderBottom: 1,
        borderColor: 'divider',
        background: isFocused
          ? 'linear-gradient(90deg, var(--answer-ground, var(--jeoul-palette-violet-soft)), transparent 70%)'
          : 'none',
        '&:hover': { bgcolor: isFocused ? undefined : 'ground.key' },
        '&.Mui-focusVisible': { outlineOffset: -2 },
      }}
    >
      <Box sx={{ pl: 1 }}>{digit === null ? null : <Key combo={`Digit${digit}`} />}</Box>
      {children}
      {probability === undefined ? <span /> : <ModelBar probability={probability} label={name} />}
      {aside ?? (
        <Box component="span" sx={{ pl: 3, minWidth: 52, textAlign: 'right', color: 'violet.main', fontWeight: 600 }}>
          {percent}
        </Box>
      )}
      <Box component="span" aria-hidden sx={{ textAlign: 'right', pr: 1 }}>
        {isFocused ? <Key combo="Enter" /> : null}
      </Box>
    </ButtonBase>
  );
}
