import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { Key } from '../../../components/key.tsx';
import { ModelBar } from '../../../components/model-bar.tsx';
import type { Combo } from '../../../lib/hotkeys/combo.ts';
import { useFormat } from '../../../lib/use-format.ts';
import { percentText } from './percent-text.ts';
import { rowButton } from './row-button.ts';

export const answerRowHeight = 36;

const Row = styled('button')({
  ...rowButton,
  height: answerRowHeight,
  // The longest paths fit where the page is narrow; the bar takes what is left.
  gridTemplateColumns: '32px minmax(120px, 316px) minmax(24px, 1fr) auto 32px',
  padding: 0,
  '&[data-focused="true"]': {
    backgroundImage: `linear-gradient(90deg, var(--answer-ground, var(--jeoul-palette-violet-soft)), transparent 70%)`,
  },
  '&[data-narrow="true"]': { gridTemplateColumns: '32px minmax(0, 1fr) 0 auto 32px' },
  '& > .key': { paddingLeft: 4 },
  '& > .share': { ...rowButton['& > .share'], paddingLeft: 12, minWidth: 52 },
  '& > .below': { color: 'var(--jeoul-palette-text-disabled)', fontSize: 12 },
  '& > .enter': { textAlign: 'right', paddingRight: 4 },
});

type AnswerRowProps = {
  /** The key that chooses it, if there is one. */
  combo: Combo | undefined;
  /** What it is, as one text. */
  name: string;
  /** The label as it is drawn. */
  children: ReactNode;
  /** What the model thinks of it; left out where no model has a say. */
  probability?: number | undefined;
  /** How many labels stand below it, in the place of what the model thinks. */
  labelsBelow?: number;
  /** Leaves out the bar where there is no room for it. */
  isNarrow?: boolean | undefined;
  isFocused: boolean;
  onChoose: () => void;
  /** As an option of the search's list, under this id; else it is a button. */
  optionId?: string;
};

/** One answer that can be chosen: its digit, its label, and how likely the model thinks it. */
export function AnswerRow(props: AnswerRowProps) {
  const {
    combo,
    name,
    children,
    probability,
    labelsBelow = 0,
    isNarrow = false,
    isFocused,
    onChoose,
    optionId,
  } = props;
  const format = useFormat();
  const percent = probability === undefined ? null : percentText(probability, format.percent);
  const option = optionId ? ({ id: optionId, role: 'option', 'aria-selected': isFocused } as const) : null;
  return (
    <Row
      type="button"
      {...option}
      tabIndex={option ? -1 : 0}
      data-focused={isFocused}
      data-narrow={isNarrow}
      onClick={onChoose}
      // A press with the mouse must not take the focus away from the work.
      onMouseDown={(event) => event.preventDefault()}
    >
      <span className="key">{combo === undefined ? null : <Key combo={combo} />}</span>
      {children}
      {probability === undefined || isNarrow ? (
        <span />
      ) : (
        // The number beside it says the same to those who hear the page.
        <span aria-hidden>
          <ModelBar probability={probability} label={name} />
        </span>
      )}
      {labelsBelow > 0 ? <span className="below">{`${labelsBelow} ›`}</span> : <span className="share">{percent}</span>}
      <span className="enter" aria-hidden>
        {isFocused ? <Key combo="Enter" /> : null}
      </span>
    </Row>
  );
}
