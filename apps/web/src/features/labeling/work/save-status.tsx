import { Box } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../../../lib/external-store.ts';
import type { Outbox, OutboxState } from '../outbox/outbox.ts';
import type { SendFailure } from '../outbox/send-failure.ts';
import type { TaskSupply } from './task-supply.ts';

/** Sending that is over sooner is not worth a word. */
const patienceMs = 600;

/** True once `isTrue` has been true for a while without a break. */
function useLasting(isTrue: boolean): boolean {
  const [isLasting, setIsLasting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLasting(isTrue), isTrue ? patienceMs : 0);
    return () => clearTimeout(timer);
  }, [isTrue]);
  return isTrue && isLasting;
}

type SaveStatusProps = {
  outbox: Outbox;
  supply: TaskSupply;
  /** Tasks ready after the one under the hand. */
  ready: number;
};

type Status = {
  text: string;
  tone: 'celadon.main' | 'amber.main' | 'persimmon.main';
  isTrouble: boolean;
  /** Something is on its way, if only for a moment. */
  isBusy: boolean;
};

type StatusInput = {
  outbox: OutboxState;
  /** Why tasks can't be claimed. */
  trouble: SendFailure | null;
  ready: number;
};

function useStatus({ outbox, trouble, ready }: StatusInput): Status {
  const { t } = useTranslation();
  // A decision and the undo behind it are one thing to whoever made them.
  const unsent = new Set(outbox.entries.flatMap((entry) => (entry.kind === 'refused' ? [] : entry.decisionId))).size;
  const isSlow = useLasting(unsent > 0);
  const kept = unsent > 0 ? ` · ${t('labeling.kept', { count: unsent })}` : '';
  const link = outbox.link === 'open' ? trouble : outbox.link;
  const isBusy = unsent > 0;
  if (link === 'signed-out')
    return { text: `${t('labeling.signedOut')}${kept}`, tone: 'persimmon.main', isTrouble: true, isBusy };
  if (link === 'forbidden')
    return { text: `${t('labeling.forbidden')}${kept}`, tone: 'persimmon.main', isTrouble: true, isBusy };
  if (link !== null) {
    const rest = kept || ` · ${t('labeling.reconnecting')}`;
    const what = t(link === 'unreachable' ? 'labeling.disconnected' : 'labeling.failing');
    return { text: `${what}${rest}`, tone: 'amber.main', isTrouble: true, isBusy };
  }
  if (!outbox.isKept && unsent > 0)
    return { text: t('labeling.notKept'), tone: 'persimmon.main', isTrouble: true, isBusy };
  if (isSlow) return { text: t('labeling.sending', { count: unsent }), tone: 'amber.main', isTrouble: false, isBusy };
  const next = ready > 0 ? ` · ${t('labeling.ready', { count: ready })}` : '';
  return { text: `${t('labeling.saved')}${next}`, tone: 'celadon.main', isTrouble: false, isBusy };
}

/** The foot's right end: whether everything is saved, and how many tasks are ready. Trouble is read out, calm is not. */
export function SaveStatus({ outbox, supply, ready }: SaveStatusProps) {
  const { t } = useTranslation();
  const state = useStore(outbox.state);
  const trouble = useStore(supply.trouble);
  const { text, tone, isTrouble, isBusy } = useStatus({ outbox: state, trouble, ready });
  const isSignedOut = state.link === 'signed-out' || trouble === 'signed-out';
  return (
    <Box aria-busy={isBusy} sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
      <Box
        component="span"
        aria-hidden
        sx={{
          width: 6,
          height: 6,
          borderRadius: '50%',
          // Hollow as long as anything is on its way.
          border: 1,
          borderColor: tone,
          bgcolor: isBusy ? 'transparent' : tone,
        }}
      />
      <Box component="span" role={isTrouble ? 'status' : undefined} sx={isTrouble ? { color: tone } : undefined}>
        {text}
      </Box>
      {isSignedOut ? (
        // A page loaded anew forgets whom it took to be signed in.
        <Box
          component="a"
          href={`/sign-in?next=${encodeURIComponent(location.pathname)}`}
          sx={{ color: 'celadon.main', fontWeight: 600 }}
        >
          {t('labeling.signInAgain')}
        </Box>
      ) : null}
    </Box>
  );
}
