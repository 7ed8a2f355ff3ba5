import { TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmWide } from '../../../components/confirm-wide.tsx';

/** Asks what a view is to be called. */
export function SaveViewDialog({
  onSave,
  onClose,
}: {
  onSave: (name: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  return (
    <ConfirmWide
      title={t('records.saveView')}
      touches={[]}
      note={t('records.saveViewNote')}
      confirmLabel={t('common.save')}
      isReady={name.trim() !== ''}
      onConfirm={() => onSave(name.trim())}
      onClose={onClose}
    >
      <TextField
        size="small"
        fullWidth
        autoFocus
        value={name}
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 60, 'aria-label': t('records.viewName') } }}
        sx={{ mt: 2 }}
      />
    </ConfirmWide>
  );
}
