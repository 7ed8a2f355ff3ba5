import { Box, Stack, Typography } from '@mui/material';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

type EmptyStateProps = {
  icon?: LucideIcon;
  /** Why it is empty. */
  title: string;
  /** What to do first. */
  body?: string;
  /** The button that does it. */
  action?: ReactNode;
};

/** An empty place that says why it is empty and what to do first. */
export function EmptyState({ icon: Icon, title, body, action }: EmptyStateProps) {
  return (
    <Box sx={{ height: 1, minHeight: 160, display: 'grid', placeItems: 'center', p: 6 }}>
      <Stack sx={{ alignItems: 'center', textAlign: 'center', maxWidth: 420, gap: 1 }}>
        {Icon ? (
          <Box sx={{ color: 'text.disabled', mb: 2 }}>
            <Icon size={24} strokeWidth={1.4} aria-hidden />
          </Box>
        ) : null}
        <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
        {body ? <Typography sx={{ color: 'text.secondary' }}>{body}</Typography> : null}
        {action ? <Box sx={{ mt: 3 }}>{action}</Box> : null}
      </Stack>
    </Box>
  );
}
