import { Box } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { HiddenText } from '../../../components/hidden-text.tsx';
import { Key } from '../../../components/key.tsx';
import { useFormat } from '../../../lib/use-format.ts';
import { motionMs, sizes } from '../../../theme/tokens.ts';
import type { LabelIndex } from '../labels/label-index.ts';
import { useLabelName, usePathText } from '../labels/label-path.tsx';
import type { DoneRow } from '../work/work-state.ts';

/** An answer on its way for longer than this shows that it is: most are there before anybody could look. */
const patienceMs = 600;

const cut = { overflow: 'hidden', textOverflow: 'ellipsis' } as const;

/** What was said of a task: celadon what the person chose, before it the model's word struck out where they differ. */
function Verdict({ row, index }: { row: DoneRow; index: LabelIndex }) {
  const { t } = useTranslation();
  const labelName = useLabelName(index);
  const pathText = usePathText(index);
  const { labelKey, skipReason, predictedLabelKey } = row;
  const title = [predictedLabelKey, labelKey].flatMap((key) => (key === null ? [] : pathText(key)));
  if (labelKey === null) {
    return (
      <Box component="span" sx={{ color: 'text.disabled' }}>
        {t(`labeling.skipReason.${skipReason ?? 'later'}`)}
      </Box>
    );
  }
  const isCorrected = predictedLabelKey !== null && predictedLabelKey !== labelKey;
  return (
    <Box
      component="span"
      title={(isCorrected ? title : title.slice(-1)).join(' → ')}
      sx={{ display: 'flex', gap: 1.5, minWidth: 0 }}
    >
      {isCorrected ? (
        <Box component="s" sx={{ ...cut, color: 'violet.main', flex: '0 100 auto', minWidth: 24 }}>
          <HiddenText>{`${t('common.predicted')}: `}</HiddenText>
          {labelName(predictedLabelKey)}
        </Box>
      ) : null}
      <Box component="span" sx={{ ...cut, flex: 'none', maxWidth: 1, color: 'celadon.main' }}>
        <HiddenText>{`${t('common.decided')}: `}</HiddenText>
        {labelName(labelKey)}
      </Box>
    </Box>
  );
}

type DoneItemProps = { row: DoneRow; index: LabelIndex; isNewest: boolean; isUnsent: boolean };

/** A decision that was just made; the newest carries the key that takes it back. */
export function DoneItem({ row, index, isNewest, isUnsent }: DoneItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Box
      component="li"
      title={format.moment(row.decidedAt)}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        height: sizes.row,
        px: 5,
        position: 'relative',
        color: 'text.secondary',
        whiteSpace: 'nowrap',
        '@keyframes arrive': { from: { backgroundColor: 'var(--jeoul-palette-celadon-soft)' } },
        animation: isNewest ? `arrive ${motionMs}ms ease-out` : undefined,
        '&::before': {
          content: '""',
          position: 'absolute',
          left: 8,
          width: 6,
          height: 6,
          borderRadius: '50%',
          bgcolor: 'amber.main',
          opacity: isUnsent ? 1 : 0,
          transition: `opacity ${motionMs}ms ${isUnsent ? patienceMs : 0}ms`,
        },
      }}
    >
      <Box component="span" sx={{ ...cut, flex: '1 1 0', minWidth: 72 }}>
        {row.task.item.name}
        {isUnsent ? <HiddenText>{t('labeling.sending', { count: 1 })}</HiddenText> : null}
      </Box>
      <Verdict row={row} index={index} />
      {isNewest ? <Key combo="KeyZ" /> : null}
    </Box>
  );
}
