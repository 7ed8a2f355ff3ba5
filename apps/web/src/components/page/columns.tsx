import { Box, IconButton, Tooltip, useMediaQuery } from '@mui/material';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ChevronsLeft, ChevronsRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHotkeys } from '../../lib/hotkeys/use-hotkeys.ts';
import { keepFocus } from '../../lib/keep-focus.ts';
import { sizes } from '../../theme/tokens.ts';
import { Key } from '../key.tsx';
import { type Fold, isSideFolded, type Side, toggleFold } from './fold.ts';

const sides = {
  l: { combo: 'BracketLeft', fold: 'shell.foldControls', unfold: 'shell.unfoldControls', name: 'shell.controls' },
  r: { combo: 'BracketRight', fold: 'shell.foldEvidence', unfold: 'shell.unfoldEvidence', name: 'shell.evidence' },
} as const;

type AsideProps = { side: Side; isFolded: boolean; onToggle: () => void; children: ReactNode };

function Aside({ side, isFolded, onToggle, children }: AsideProps) {
  const { t } = useTranslation();
  const { combo, fold, unfold, name } = sides[side];
  const label = t(isFolded ? unfold : fold);
  const Icon = (side === 'l') === isFolded ? ChevronsRight : ChevronsLeft;
  const border = side === 'l' ? { borderRight: 1 } : { borderLeft: 1 };
  return (
    <Box
      component="section"
      aria-label={t(name)}
      sx={{ ...border, borderColor: 'divider', display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0 }}
    >
      <Box
        tabIndex={isFolded ? undefined : 0}
        hidden={isFolded}
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', '&[hidden]': { display: 'none' } }}
      >
        {children}
      </Box>
      <Tooltip
        title={
          <>
            {label} <Key combo={combo} />
          </>
        }
        placement={side === 'l' ? 'right' : 'left'}
      >
        <IconButton
          onClick={onToggle}
          onMouseDown={keepFocus}
          aria-label={label}
          aria-expanded={!isFolded}
          sx={{
            // Below what scrolls and never on it: there it would cover a letter.
            flex: 'none',
            mt: 'auto',
            alignSelf: side === 'l' ? 'flex-end' : 'flex-start',
            mx: isFolded ? '1px' : 1.5,
            my: 1,
            width: 24,
            height: 24,
            color: 'text.disabled',
            '&:hover': { bgcolor: 'ground.key' },
          }}
        >
          <Icon size={14} aria-hidden />
        </IconButton>
      </Tooltip>
    </Box>
  );
}

type ColumnsProps = { controls?: ReactNode; evidence?: ReactNode; children: ReactNode };

/**
 * Controls left, the thing itself in the middle, evidence right: on every page the same. `[` and `]` fold the sides;
 * the address remembers. On a narrow screen the evidence starts folded.
 */
export function Columns({ controls, evidence, children }: ColumnsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const isNarrow = useMediaQuery('(max-width: 1099px)');
  const unasked: Fold = isNarrow ? 'r' : 'none';
  const fold = search.fold ?? unasked;
  const isFolded = (side: Side) => isSideFolded(fold, side);
  const toggle = (side: Side) => {
    const next = toggleFold(fold, side);
    const asked = next === unasked ? undefined : next;
    void navigate({ to: '.', search: (before) => ({ ...before, fold: asked }), replace: true });
  };
  const hasLeft = controls !== undefined;
  const hasRight = evidence !== undefined;
  useHotkeys([
    {
      id: 'shell.foldLeft',
      combo: sides.l.combo,
      label: t(isFolded('l') ? sides.l.unfold : sides.l.fold),
      isDisabled: !hasLeft,
      run: () => toggle('l'),
    },
    {
      id: 'shell.foldRight',
      combo: sides.r.combo,
      label: t(isFolded('r') ? sides.r.unfold : sides.r.fold),
      isDisabled: !hasRight,
      run: () => toggle('r'),
    },
  ]);
  const left = hasLeft ? `${isFolded('l') ? sizes.folded : sizes.controls}px ` : '';
  const right = hasRight ? ` ${isFolded('r') ? sizes.folded : sizes.evidence}px` : '';
  return (
    <Box sx={{ height: '100%', display: 'grid', gridTemplate: `minmax(0, 1fr) / ${left}minmax(0, 1fr)${right}` }}>
      {hasLeft ? (
        <Aside side="l" isFolded={isFolded('l')} onToggle={() => toggle('l')}>
          {controls}
        </Aside>
      ) : null}
      <Box sx={{ minWidth: 0, minHeight: 0, overflow: 'auto' }}>{children}</Box>
      {hasRight ? (
        <Aside side="r" isFolded={isFolded('r')} onToggle={() => toggle('r')}>
          {evidence}
        </Aside>
      ) : null}
    </Box>
  );
}
