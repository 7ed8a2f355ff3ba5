import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeError } from '../lib/error-text.ts';
import { useHotkeys } from '../lib/hotkeys/use-hotkeys.ts';
import { Key } from './key.tsx';

type ConfirmWideProps = {
  title: string;
  /** What is done to what, above all figures. */
  lead?: ReactNode;
  /** For a list of names beside their stores. */
  isBroad?: boolean;
  /** Everything the action will touch, counted: items, stores, orders. */
  touches: readonly { label: string; value: ReactNode }[];
  /** What happens then, and how it can be taken back. */
  note?: string;
  confirmLabel: string;
  /** `harm` when something is lost. */
  tone?: 'person' | 'harm';
  /** Closes by itself when done; a failure is worded in the dialog and nothing is lost. */
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
  /** A list of what is touched, from which some can be taken out; fields that must be filled first. */
  children?: ReactNode;
  /** False while something that must be filled is not. */
  isReady?: boolean;
};

/** Asks before a wide or destructive action, with all that it will touch. Enter confirms, Escape leaves. */
export function ConfirmWide({ title, touches, note, confirmLabel, tone = 'person', ...rest }: ConfirmWideProps) {
  const { onConfirm, onClose, children, isReady = true, lead, isBroad = false } = rest;
  const { t } = useTranslation();
  const titleId = useId();
  const [isRunning, setIsRunning] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const confirm = async () => {
    if (isRunning || !isReady) return;
    setIsRunning(true);
    setFailure(null);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setFailure(describeError(error).text);
      setIsRunning(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void confirm();
  };
  useHotkeys([
    {
      id: 'shell.confirm',
      combo: 'Enter',
      label: confirmLabel,
      worksInDialog: true,
      isHidden: true,
      run: () => void confirm(),
    },
  ]);
  return (
    <Dialog
      open
      onClose={isRunning ? undefined : onClose}
      aria-labelledby={titleId}
      maxWidth={isBroad ? 'md' : 'sm'}
      fullWidth
    >
      {/* Enter in a field confirms as well; the browser knows when an input method wants that Enter for itself. */}
      <Box component="form" onSubmit={submit} sx={{ display: 'contents' }}>
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>
          {lead}
          <Box component="dl" sx={{ m: 0, borderTop: 1, borderColor: 'divider' }}>
            {touches.map(({ label, value }) => (
              <Box
                key={label}
                sx={{
                  display: 'flex',
                  justifyContent: 'space-between',
                  alignItems: 'center',
                  minHeight: 32,
                  borderBottom: 1,
                  borderColor: 'divider',
                }}
              >
                <Box component="dt" sx={{ color: 'text.secondary' }}>
                  {label}
                </Box>
                <Box component="dd" sx={{ m: 0, fontWeight: 600 }}>
                  {value}
                </Box>
              </Box>
            ))}
          </Box>
          {children}
          {note ? <Box sx={{ mt: 3, color: 'text.secondary' }}>{note}</Box> : null}
          <Box role="alert" sx={{ mt: 2, color: 'rose.main', minHeight: 19 }}>
            {failure}
          </Box>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={isRunning}>
            {t('common.cancel')} <Key combo="Escape" />
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={tone === 'harm' ? 'error' : 'primary'}
            disabled={isRunning || !isReady}
            autoFocus={isReady}
          >
            {confirmLabel} <Key combo="Enter" isOnFill />
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
