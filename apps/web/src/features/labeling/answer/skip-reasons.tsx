import { type SkipReason, skipReasons } from '@jeoul/shared/labeling/contract';
import { Box, ButtonBase } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Key } from '../../../components/key.tsx';

type SkipReasonsProps = {
  onChoose: (reason: SkipReason) => void;
  /** Where choosing is not doing yet: what is chosen so far. */
  chosen?: SkipReason | null;
};

/** The reasons to pass tasks on, each with its digit and what becomes of the task. */
export function SkipReasons({ onChoose, chosen }: SkipReasonsProps) {
  const { t } = useTranslation();
  return skipReasons.map((reason, at) => (
    <ButtonBase
      key={reason}
      aria-pressed={chosen === undefined ? undefined : chosen === reason}
      onClick={() => onChoose(reason)}
      onMouseDown={(event) => event.preventDefault()}
      sx={{
        width: 1,
        height: 36,
        px: 4,
        display: 'grid',
        gridTemplateColumns: '32px 1fr auto',
        textAlign: 'left',
        '&:hover': { bgcolor: 'ground.key' },
        '&[aria-pressed=true]': { bgcolor: 'celadon.soft', color: 'celadon.main', fontWeight: 600 },
      }}
    >
      <Key combo={`Digit${at + 1}`} />
      {t(`labeling.skipReason.${reason}`)}
      <Box
        component="span"
        sx={{ color: chosen === reason ? 'text.secondary' : 'text.disabled', fontSize: 12, fontWeight: 400 }}
      >
        {t(`labeling.skipEffect.${reason}`)}
      </Box>
    </ButtonBase>
  ));
}
