import type { TaskPrediction } from '@jeoul/shared/labeling/contract';
import { LabelPath, usePathText } from '../labels/label-path.tsx';
import type { LabelIndex } from '../labels/label-index.ts';
import { AnswerRow } from './answer-row.tsx';
import { placeCombos } from './work-view.ts';

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
      // A place in the list, not a label: with the next item its element stays and what stands in it changes.
      key={at}
      combo={placeCombos[at]}
      name={pathText(labelKey)}
      probability={probability}
      isFocused={at === focus}
      onChoose={() => onChoose(labelKey)}
    >
      <LabelPath index={index} labelKey={labelKey} title={pathText(labelKey)} />
    </AnswerRow>
  ));
}
