import { type VerdictReason, verdictReasons } from '@jeoul/shared/models/contract';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Why a champion changed: a verdict's code in the page's words, or what a person wrote, as they wrote it. */
export function useReasonText(): (reason: string) => string {
  const { t } = useTranslation();
  return useCallback(
    (reason) => {
      const code = verdictReasons.find((known): known is VerdictReason => known === reason);
      return code ? t(`models.reason.${code}`) : reason;
    },
    [t],
  );
}
