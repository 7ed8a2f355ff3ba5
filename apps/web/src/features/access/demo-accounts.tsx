import { Box, ButtonBase } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Key } from '../../components/key.tsx';
import { useHotkeys } from '../../lib/hotkeys/use-hotkeys.ts';
import type { RouterOutputs } from '../../lib/trpc.ts';

type DemoAccountsProps = {
  accounts: RouterOutputs['access']['demoAccounts'];
  onChoose: (account: { email: string; password: string }) => void;
  isBusy: boolean;
};

/** The demo's people, one press or one key each; the first has the focus, so that digits work and Enter goes in. */
export function DemoAccounts({ accounts, onChoose, isBusy }: DemoAccountsProps) {
  const { t } = useTranslation();
  useHotkeys(
    accounts.slice(0, 9).map((account, index) => ({
      id: `access.demo${index + 1}`,
      combo: `Digit${index + 1}`,
      label: t(`access.role.${account.role}`),
      run: () => onChoose(account),
    })),
  );
  return (
    <Box component="section" aria-labelledby="demo-accounts" sx={{ mt: 8 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2, mb: 1.5 }}>
        <Box component="h2" id="demo-accounts" sx={{ typography: 'h3' }}>
          {t('access.demoTitle')}
        </Box>
        <Box sx={{ color: 'text.disabled', fontSize: 11 }}>{t('access.demoHint')}</Box>
      </Box>
      {accounts.map((account, index) => (
        <ButtonBase
          key={account.email}
          disabled={isBusy}
          autoFocus={index === 0}
          onClick={() => onChoose(account)}
          sx={{
            width: 1,
            height: 36,
            px: 2,
            display: 'grid',
            gridTemplateColumns: 'auto 1fr auto',
            gap: 3,
            textAlign: 'left',
            borderRadius: 1,
            '&:hover': { bgcolor: 'celadon.soft' },
          }}
        >
          <Key combo={`Digit${index + 1}`} />
          <span>{t(`access.role.${account.role}`)}</span>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {account.email}
          </Box>
        </ButtonBase>
      ))}
    </Box>
  );
}
