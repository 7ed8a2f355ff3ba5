import { Box, IconButton, Tooltip } from '@mui/material';
import { Link } from '@tanstack/react-router';
import { House, PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { keepFocus } from '../lib/keep-focus.ts';
import { useIsPermitted } from '../lib/me.tsx';
import { Key } from '../components/key.tsx';
import type { RailEntry } from './feature.ts';
import { ScalesMark } from './scales-mark.tsx';
import { useFeatures } from './shell-context.tsx';

const home: RailEntry = { to: '/', label: 'shell.home', icon: House };

/** The rail's entries for this person: home, then what the features offer and the role may open. */
export function useRailEntries(): readonly RailEntry[] {
  const isPermitted = useIsPermitted();
  const features = useFeatures();
  const offered = features.flatMap((feature) => feature.rail);
  return [home, ...offered.filter((entry) => entry.permission === undefined || isPermitted(entry.permission))];
}

function RailLink({ entry, isWide }: { entry: RailEntry; isWide: boolean }) {
  const { t } = useTranslation();
  const label = t(entry.label);
  const Icon = entry.icon;
  return (
    <Tooltip title={isWide ? '' : label} placement="right">
      <Box
        component={Link}
        to={entry.to}
        activeOptions={{ exact: entry.to === '/', includeSearch: false }}
        aria-label={label}
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 3,
          height: 32,
          width: isWide ? 1 : 36,
          px: isWide ? 2.5 : 0,
          justifyContent: isWide ? 'flex-start' : 'center',
          borderRadius: 1,
          color: 'text.secondary',
          textDecoration: 'none',
          whiteSpace: 'nowrap',
          '&:hover': { bgcolor: 'ground.key', color: 'text.primary' },
          '&[aria-current=page]': { bgcolor: 'celadon.soft', color: 'celadon.main' },
        }}
      >
        <Icon size={18} strokeWidth={1.6} aria-hidden />
        {isWide ? <span>{label}</span> : null}
      </Box>
    </Tooltip>
  );
}

/** The narrow rail at the left: one icon for each thing this person may open; `\` shows the words. */
export function Rail({ isWide, onToggle }: { isWide: boolean; onToggle: () => void }) {
  const { t } = useTranslation();
  const entries = useRailEntries();
  const toggleLabel = t(isWide ? 'shell.railNarrow' : 'shell.railWiden');
  const ToggleIcon = isWide ? PanelLeftClose : PanelLeftOpen;
  return (
    <Box
      component="nav"
      onMouseDown={keepFocus}
      aria-label={t('shell.mainNavigation')}
      sx={{
        gridRow: '1 / 3',
        borderRight: 1,
        borderColor: 'divider',
        display: 'flex',
        flexDirection: 'column',
        alignItems: isWide ? 'stretch' : 'center',
        gap: 1.5,
        py: 2.5,
        px: isWide ? 2 : 0,
        overflow: 'hidden',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, height: 28, mb: 2.5, px: isWide ? 1 : 0 }}>
        <ScalesMark size={28} />
        {isWide ? <Box sx={{ fontWeight: 700, fontSize: 15 }}>{t('common.product')}</Box> : null}
      </Box>
      {entries.map((entry) => (
        <RailLink key={entry.to} entry={entry} isWide={isWide} />
      ))}
      <Tooltip
        title={
          <>
            {toggleLabel} <Key combo="Backslash" />
          </>
        }
        placement="right"
      >
        <IconButton
          onClick={onToggle}
          aria-label={toggleLabel}
          sx={{ mt: 'auto', color: 'text.disabled', alignSelf: isWide ? 'flex-end' : 'center' }}
        >
          <ToggleIcon size={16} strokeWidth={1.6} aria-hidden />
        </IconButton>
      </Tooltip>
    </Box>
  );
}
