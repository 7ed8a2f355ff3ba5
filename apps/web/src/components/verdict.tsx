import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** Words of a verdict that a model is the subject of. */
export function ModelWord({ children }: { children?: ReactNode }) {
  return (
    <Box component="em" sx={{ fontStyle: 'normal', color: 'violet.main' }}>
      {children}
    </Box>
  );
}

/** Words of a verdict that say what people did. */
export function PersonWord({ children }: { children?: ReactNode }) {
  return (
    <Box component="em" sx={{ fontStyle: 'normal', color: 'celadon.main' }}>
      {children}
    </Box>
  );
}

/** Words of a verdict that need somebody. */
export function AttentionWord({ children }: { children?: ReactNode }) {
  return (
    <Box component="em" sx={{ fontStyle: 'normal', color: 'persimmon.main' }}>
      {children}
    </Box>
  );
}

type VerdictProps = {
  /** One sentence; `Trans` puts the words above into a translated one. */
  children: ReactNode;
  /** What can be done about it, the main thing first. */
  actions?: ReactNode;
  /** What doing it will touch, and whether it can be taken back. */
  note?: string;
};

/** The whole case in one sentence, on top of the page that weighs it. */
export function Verdict({ children, actions, note }: VerdictProps) {
  return (
    <Box sx={{ px: 2 }}>
      <Typography variant="h4" component="h1">
        {children}
      </Typography>
      {actions || note ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2.5, mt: 3.5 }}>
          {actions}
          {note ? (
            <Box component="span" sx={{ fontSize: 12, color: 'text.disabled' }}>
              {note}
            </Box>
          ) : null}
        </Box>
      ) : null}
    </Box>
  );
}
