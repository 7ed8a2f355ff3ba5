import { Box } from '@mui/material';
import type { KeyboardEventHandler, ReactNode } from 'react';

type FootPanelProps = {
  label: string;
  width: number;
  padding: { p: number } | { py: number };
  onKeyDown?: KeyboardEventHandler;
  children: ReactNode;
};

/** A panel over the foot of the page, so that nothing moves for it. */
export function FootPanel({ label, width, padding, onKeyDown, children }: FootPanelProps) {
  return (
    <Box
      role="group"
      aria-label={label}
      onKeyDown={onKeyDown}
      sx={{
        position: 'absolute',
        left: 36,
        bottom: 20,
        width,
        maxWidth: 'calc(100% - 72px)',
        border: 1,
        borderColor: 'divider',
        borderRadius: 2,
        bgcolor: 'ground.surface',
        boxShadow: '0 8px 24px rgb(0 0 0 / 0.12)',
        ...padding,
      }}
    >
      {children}
    </Box>
  );
}
