import { Box, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';

type SectionProps = { title: string; small?: ReactNode; isFirst?: boolean; children: ReactNode };

/** A part of a page's middle under its name, with the small print beside it and a hairline above. */
export function Section({ title, small, isFirst = false, children }: SectionProps) {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ pt: isFirst ? 0 : 4, mt: isFirst ? 0 : 5, borderTop: isFirst ? 0 : 1, borderColor: 'divider', minWidth: 0 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2, mb: 2.5, minHeight: 20 }}>
        <Typography id={id} variant="h2" sx={{ fontSize: 13 }}>
          {title}
        </Typography>
        {small ? <Box sx={{ fontSize: 12, color: 'text.disabled', minWidth: 0 }}>{small}</Box> : null}
      </Box>
      {children}
    </Box>
  );
}

/** A part of the evidence beside a page. */
export function EvidenceSection({ title, small, children }: { title: string; small?: string; children: ReactNode }) {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ px: 5, py: 4, borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0, pb: 4 } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2, mb: 2 }}>
        <Typography id={id} variant="h2" sx={{ fontSize: 12 }}>
          {title}
        </Typography>
        {small ? <Box sx={{ fontSize: 11, color: 'text.disabled' }}>{small}</Box> : null}
      </Box>
      {children}
    </Box>
  );
}

/** Facts, one a line: what it is on the left, its value on the right. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <Box component="dl" sx={{ m: 0 }}>
      {children}
    </Box>
  );
}

type FactProps = {
  label: string;
  children: ReactNode;
  tone?: 'people' | 'model' | 'attention';
  /** The whole truth on hover. */
  hint?: string;
};

const toneColors = { people: 'celadon.main', model: 'violet.main', attention: 'persimmon.main' } as const;

export function Fact({ label, children, tone, hint }: FactProps) {
  return (
    <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 4, py: 0.75 }} title={hint}>
      <Box component="dt" sx={{ color: 'text.secondary', flex: 'none' }}>
        {label}
      </Box>
      <Box
        component="dd"
        sx={{
          m: 0,
          minWidth: 0,
          textAlign: 'right',
          fontWeight: 500,
          color: tone ? toneColors[tone] : 'text.primary',
          overflowWrap: 'anywhere',
        }}
      >
        {children}
      </Box>
    </Box>
  );
}
