import { isEffectAction } from '@jeoul/shared/labeling/answers';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { HiddenText } from '../../../components/hidden-text.tsx';
import { Key } from '../../../components/key.tsx';
import { useFormat } from '../../../lib/use-format.ts';
import type { LabelIndex } from '../labels/label-index.ts';
import { useLabelName, usePathText } from '../labels/label-path.tsx';
import type { DoneRow } from '../work/work-state.ts';

/** What was said of a task: celadon what the person chose, before it the model's word struck out where they differ. */
function Said({ row, index }: { row: DoneRow; index: LabelIndex }) {
  const { t } = useTranslation();
  const labelName = useLabelName(index);
  const pathText = usePathText(index);
  const { labelKey, skipReason, predictedLabelKey } = row;
  if (labelKey === null) {
    return (
      <span className="skipped">
        {t(skipReason === null ? 'reviews.passedUp' : `labeling.skipReason.${skipReason}`)}
      </span>
    );
  }
  const isCorrected = predictedLabelKey !== null && predictedLabelKey !== labelKey;
  const title = isCorrected ? `${pathText(predictedLabelKey)} → ${pathText(labelKey)}` : pathText(labelKey);
  return (
    <span className="said" title={title}>
      {isCorrected ? (
        <s className="model">
          <HiddenText>{`${t('common.predicted')}: `}</HiddenText>
          {labelName(predictedLabelKey)}
        </s>
      ) : null}
      <span className="person">
        <HiddenText>{`${t('common.decided')}: `}</HiddenText>
        {labelName(labelKey)}
      </span>
      {row.answer?.action && isEffectAction(row.answer.action) ? (
        <span className="action">{t(`reviews.action.${row.answer.action}`)}</span>
      ) : null}
    </span>
  );
}

/** How many more were decided with it, and what all of them stand in. */
function BatchMark({ row: { batch, isLeaving } }: { row: DoneRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!batch) return null;
  const { count } = format;
  const words = { tasks: count(batch.tasks), stores: count(batch.stores), orders: count(batch.weeklyOrders) };
  const others = batch.tasks - 1;
  return (
    <span className="batch" title={t('similar.touched', words)}>
      {isLeaving
        ? t('similar.undoing')
        : others > 0
          ? t('similar.others', { count: others, shown: format.count(others) })
          : null}
    </span>
  );
}

type DoneItemProps = { row: DoneRow; index: LabelIndex; isNewest: boolean; isUnsent: boolean };

/** A decision that was just made. */
export const DoneItem = memo(function DoneItem({ row, index, isNewest, isUnsent }: DoneItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li title={format.moment(row.decidedAt)} data-unsent={isUnsent}>
      <span className="name">
        {row.task.item.name}
        {isUnsent ? <HiddenText>{t('labeling.sending', { count: 1 })}</HiddenText> : null}
      </span>
      <BatchMark row={row} />
      <Said row={row} index={index} />
      {isNewest ? <Key combo="KeyZ" /> : null}
    </li>
  );
});
