import { Box, Button, TextField, Typography } from '@mui/material';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type SignInOutcome, signIn } from '../../lib/session.ts';
import { ScalesMark } from '../../shell/scales-mark.tsx';
import { LanguageButton, ThemeButton } from '../../shell/top-bar.tsx';
import { DemoAccounts } from './demo-accounts.tsx';
import { safeNext } from './safe-next.ts';

const route = getRouteApi('/sign-in');

type Credentials = { email: string; password: string };
type Refusal = Exclude<SignInOutcome, { status: 'signed-in' }>;

function useRefusalText(): (refusal: Refusal) => string {
  const { t } = useTranslation();
  return (refusal) => {
    if (refusal.status !== 'limited') return t(`access.${refusal.status}`);
    const seconds = refusal.retryAfterSeconds;
    return seconds === null ? t('access.limitedUnknown') : t('access.limited', { seconds });
  };
}

/** The way in: by email and password, or in a demo by one key. */
export function SignInPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const { next } = route.useSearch();
  const { demoAccounts } = route.useLoaderData();
  const isDemo = demoAccounts.length > 0;
  const refusalText = useRefusalText();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { register, handleSubmit, setValue, setFocus, formState } = useForm<Credentials>({
    defaultValues: { email: '', password: '' },
  });

  const enter = async (credentials: Credentials) => {
    setRefusal(null);
    const outcome = await signIn(credentials);
    if (outcome.status === 'signed-in') {
      router.history.push(safeNext(next));
      return;
    }
    setRefusal(outcome);
    setValue('password', '');
    setFocus(outcome.status === 'wrong' ? 'password' : 'email');
  };
  const { errors, isSubmitting } = formState;

  return (
    <Box component="main" sx={{ minHeight: '100%', display: 'grid', gridTemplateRows: 'auto 1fr auto' }}>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', p: 3 }}>
        <LanguageButton />
        <ThemeButton />
      </Box>
      <Box sx={{ width: 380, maxWidth: '92vw', m: 'auto' }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mb: 1 }}>
          <ScalesMark size={36} />
          <Typography variant="h4" component="h1">
            {t('common.product')}
          </Typography>
        </Box>
        <Typography sx={{ color: 'text.secondary', mb: 7 }}>{t('access.tagline')}</Typography>
        <Box
          component="form"
          noValidate
          onSubmit={(event) => void handleSubmit(enter)(event)}
          sx={{ display: 'grid', gap: 4 }}
        >
          <TextField
            {...register('email', { required: t('access.emailNeeded') })}
            label={t('access.email')}
            type="email"
            autoComplete="username"
            autoFocus={!isDemo}
            error={errors.email !== undefined}
            helperText={errors.email?.message}
          />
          <TextField
            {...register('password', { required: t('access.passwordNeeded') })}
            label={t('access.password')}
            type="password"
            autoComplete="current-password"
            error={errors.password !== undefined}
            helperText={errors.password?.message}
          />
          <Box role="alert" sx={{ color: 'rose.main', minHeight: 19 }}>
            {refusal ? refusalText(refusal) : null}
          </Box>
          <Button type="submit" variant="contained" color="primary" disabled={isSubmitting} sx={{ height: 36 }}>
            {isSubmitting ? t('access.signingIn') : t('access.signIn')}
          </Button>
        </Box>
        {isDemo ? (
          <DemoAccounts accounts={demoAccounts} onChoose={(account) => void enter(account)} isBusy={isSubmitting} />
        ) : null}
      </Box>
      <Box sx={{ height: 64 }} />
    </Box>
  );
}
