import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { type Crumb, Crumbs } from './crumbs.tsx';

export type PageProps = {
  /** The way here, the page itself last. */
  crumbs: readonly Crumb[];
  /** The page's name; the last crumb when left out. */
  title?: ReactNode;
  /** Takes the place of name and figures: a verdict, for pages that weigh something. */
  verdict?: ReactNode;
  /** `Figure`s beside the name. */
  figures?: ReactNode;
  /** The page's one main action, at the right end. */
  action?: ReactNode;
  /** A `KeyBar`. */
  footer?: ReactNode;
  children: ReactNode;
};

/** A page of the console: what it is for and its figures above, the thing itself in the middle, its keys below. */
export function Page({ crumbs, title, verdict, figures, action, footer, children }: PageProps) {
  return (
    <Box
      component="main"
      id="content"
      tabIndex={-1}
      sx={{
        height: '100%',
        display: 'grid',
        gridTemplateRows: 'auto minmax(0, 1fr) auto',
        '&:focus-visible': { outline: 'none' },
      }}
    >
      <Crumbs crumbs={crumbs} />
      <Box sx={{ borderBottom: 1, borderColor: 'divider', px: 5, pt: 4, pb: 3.5, minHeight: 55 }}>
        {verdict ?? (
          <Box sx={{ display: 'flex', alignItems: 'center', columnGap: 6, rowGap: 1, flexWrap: 'wrap', minHeight: 24 }}>
            <Typography variant="h1">{title ?? crumbs.at(-1)?.label}</Typography>
            {figures}
            {action ? <Box sx={{ ml: 'auto', my: -1, display: 'flex', gap: 2 }}>{action}</Box> : null}
          </Box>
        )}
      </Box>
      <Box sx={{ minHeight: 0 }}>{children}</Box>
      {footer ?? <span hidden />}
    </Box>
  );
}
