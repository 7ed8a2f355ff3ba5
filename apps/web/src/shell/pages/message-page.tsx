import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Crumbs } from '../../components/page/crumbs.tsx';
import { ScalesMark } from '../scales-mark.tsx';

type MessagePageProps = { title: string; body: string; detail?: string | undefined; children?: ReactNode };

/** One plain sentence, what it means and what to do: for pages that can't show what was asked for. */
export function MessagePage({ title, body, detail, children }: MessagePageProps) {
  return (
    <Box component="main" id="content" sx={{ height: '100%', display: 'grid', placeItems: 'center', p: 6 }}>
      <Crumbs crumbs={[{ label: title }]} />
      <Stack sx={{ maxWidth: 440, alignItems: 'flex-start', gap: 2 }}>
        <ScalesMark size={36} />
        <Typography variant="h4" component="h1" sx={{ mt: 2 }}>
          {title}
        </Typography>
        <Typography sx={{ color: 'text.secondary' }}>{body}</Typography>
        {detail ? (
          <Typography variant="caption" sx={{ color: 'text.disabled' }}>
            {detail}
          </Typography>
        ) : null}
        <Stack direction="row" sx={{ gap: 2, mt: 3 }}>
          {children}
        </Stack>
      </Stack>
    </Box>
  );
}
