import { Box, Typography } from '@mui/material';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** A card of the home page: a name, and rows below it. */
export function HomeCardFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box
      component="article"
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'ground.surface',
        overflow: 'hidden',
      }}
    >
      <Typography variant="h3" sx={{ px: 4, pt: 3, pb: 1, color: 'text.secondary' }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}

const row = { display: 'flex', alignItems: 'center', gap: 3, minHeight: 52, px: 4 } as const;

type HomeCardRowProps = {
  /** To where the work is; without one the row only tells. */ link?: LinkProps | undefined;
  children: ReactNode;
};

/** One line of a home card. */
export function HomeCardRow({ link, children }: HomeCardRowProps) {
  return (
    <Box
      sx={{
        '& > a': { ...row, color: 'text.primary', textDecoration: 'none', outlineOffset: -2 },
        '& > a:hover': { bgcolor: 'celadon.soft' },
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      {link ? <Link {...link}>{children}</Link> : <Box sx={row}>{children}</Box>}
    </Box>
  );
}

/** As tall as the rows that will come. */
export function HomeCardSkeleton({ rows }: { rows: number }) {
  return Array.from({ length: rows }, (_, index) => (
    <Box key={index} aria-hidden sx={{ height: 52, px: 4, display: 'flex', alignItems: 'center' }}>
      <Box sx={{ height: 10, width: `${60 - index * 8}%`, borderRadius: 0.5, bgcolor: 'ground.key' }} />
    </Box>
  ));
}
