import { Button } from '@mui/material';
import { Link } from '@tanstack/react-router';
import { List } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { keepFocus } from '../../../lib/keep-focus.ts';
import type { Queue } from './use-work-session.ts';

/** From a queue at work to the list of all its tasks and decisions. */
export function ListLink({ queue }: { queue: Queue }) {
  const { t } = useTranslation();
  return (
    <Button
      component={Link}
      to={`/queues/${queue.key}/list`}
      onMouseDown={keepFocus}
      size="small"
      startIcon={<List size={14} aria-hidden />}
    >
      {t('records.title')}
    </Button>
  );
}
