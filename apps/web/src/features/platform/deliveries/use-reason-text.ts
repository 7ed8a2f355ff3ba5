import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from './use-deliveries.ts';

const known = ['http_error', 'redirect', 'timeout', 'private_address', 'ECONNREFUSED', 'ENOTFOUND'] as const;

/** Why the last attempt failed, in words; what the network says is shown as it is. Empty when nothing failed. */
export function useReasonText() {
  const { t } = useTranslation();
  return useCallback(
    ({ lastError, lastStatus }: Pick<Delivery, 'lastError' | 'lastStatus'>): string => {
      if (lastError === null) return '';
      const name = known.find((error) => error === lastError);
      const words = name === undefined ? lastError : t(`platform.errorName.${name}`);
      return lastStatus === null ? words : `${words} · ${t('platform.httpStatus', { status: lastStatus })}`;
    },
    [t],
  );
}
