import { Box, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, TextField } from '@mui/material';
import { type PromotionPolicy, promotionPolicies, slotSettings } from '@jeoul/shared/models/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmWide } from '../../../components/confirm-wide.tsx';
import { notify } from '../../../lib/notices.ts';
import { trpc } from '../../../lib/trpc.ts';
import type { SlotView } from '../model-types.ts';
import { useModelFormat } from '../use-model-format.ts';

const hints = { automatic: 'models.policy.automaticHint', person: 'models.policy.personHint' } as const;

/** When the slot trains by itself, and who promotes. */
export function SettingsDialog({ slot, onClose }: { slot: SlotView; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const client = useQueryClient();
  const save = useMutation(trpc.models.updateSlot.mutationOptions());
  const [trainEvery, setTrainEvery] = useState(String(slot.trainEvery));
  const [promotionPolicy, setPromotionPolicy] = useState<PromotionPolicy>(slot.promotionPolicy);
  const parsed = slotSettings.safeParse({
    trainEvery: trainEvery.trim() === '' ? Number.NaN : Number(trainEvery),
    promotionPolicy,
  });
  const send = async () => {
    if (!parsed.success) return;
    await save.mutateAsync({ slotKey: slot.key, ...parsed.data });
    await client.invalidateQueries({ queryKey: trpc.models.pathKey() });
    notify({ text: t('models.savedNotice') });
  };
  return (
    <ConfirmWide
      title={t('models.settings.title', { slot: format.name(slot) })}
      touches={[]}
      confirmLabel={t('common.save')}
      isReady={parsed.success}
      onConfirm={send}
      onClose={onClose}
    >
      <TextField
        autoFocus
        fullWidth
        label={t('models.settings.trainEvery')}
        helperText={t(parsed.success ? 'models.settings.trainEveryHint' : 'models.settings.invalid')}
        error={!parsed.success}
        value={trainEvery}
        onChange={(event) => setTrainEvery(event.target.value)}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        sx={{ mt: 4 }}
      />
      <FormControl sx={{ mt: 4 }}>
        <FormLabel id="models-policy" sx={{ fontSize: 12 }}>
          {t('models.settings.policy')}
        </FormLabel>
        <RadioGroup
          aria-labelledby="models-policy"
          value={promotionPolicy}
          onChange={(_event, value) => setPromotionPolicy(value === 'person' ? 'person' : 'automatic')}
        >
          {promotionPolicies.map((policy) => (
            <FormControlLabel
              key={policy}
              value={policy}
              control={<Radio />}
              label={
                <>
                  {t(`models.policy.${policy}`)}{' '}
                  <Box component="span" sx={{ ml: 1, fontSize: 12, color: 'text.secondary' }}>
                    {t(hints[policy])}
                  </Box>
                </>
              }
            />
          ))}
        </RadioGroup>
      </FormControl>
    </ConfirmWide>
  );
}
