import type { TaskPrediction } from '@jeoul/shared/labeling/contract';
import { LabelPath, usePathText } from '../labels/label-path.tsx';
import type { LabelIndex } from '../labels/label-index.ts';
import { AnswerRow } from './answer-row.tsx';

type ProposalsProps = {
  prediction: TaskPrediction;
  index: LabelIndex;
  focus: number;
  onChoose: (labelKey: string) => void;
};

/** What the model proposes, likeliest first. */
export function Proposals({ prediction, index, focus, onChoose }: ProposalsProps) {
  const pathText = usePathText(index);
  return prediction.scores.map(({ labelKey, probability }, at) => (
    <AnswerRow
      key={labelKey}
      digit={at + 1}
      name={pathText(labelKey)}
      probability={probability}
      isFocused={at === focus}
      onChoose={() => onChoose(labelKey)}
    >
      <LabelPath index={index} labelKey={labelKey} />
    </AnswerRow>
  ));
}
