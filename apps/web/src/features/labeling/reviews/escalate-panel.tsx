import { Box, Button, TextField } from '@mui/material';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '../../../components/key.tsx';
import { FootPanel } from '../answer/foot-panel.tsx';

type EscalatePanelProps = { onSend: (comment: string) => void; onClose: () => void };

/** What whoever decides above should look at. Enter sends, Escape leaves; never while an input method composes. */
export function EscalatePanel({ onSend, onClose }: EscalatePanelProps) {
  const { t } = useTranslation();
  const [comment, setComment] = useState('');
  const said = comment.trim();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.code === 'Escape') onClose();
    else if ((event.code === 'Enter' || event.code === 'NumpadEnter') && !event.shiftKey && said !== '') onSend(said);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <FootPanel label={t('reviews.action.escalate')} width={520} padding={{ p: 4 }} onKeyDown={onKeyDown}>
      <TextField
        // The panel was opened to write in.
        autoFocus
        fullWidth
        multiline
        minRows={2}
        maxRows={6}
        label={t('reviews.escalateWhy')}
        helperText={t('reviews.escalateHint')}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 2, mt: 2 }}>
        <Button onClick={onClose}>
          {t('common.cancel')} <Key combo="Escape" />
        </Button>
        <Button variant="contained" disabled={said === ''} onClick={() => onSend(said)}>
          {t('reviews.escalateSend')} <Key combo="Enter" isOnFill />
        </Button>
      </Box>
    </FootPanel>
  );
}
