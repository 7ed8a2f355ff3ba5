import { Box, Dialog } from '@mui/material';
import { Command as Cmdk } from 'cmdk';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '../../components/key.tsx';
import type { Command } from '../../lib/commands.ts';
import { typedSoFar } from '../../lib/overlay.ts';
import { useFeatures } from '../shell-context.tsx';
import { findCommands } from './find-commands.ts';
import { useAllCommands } from './use-all-commands.ts';
import { useSettled } from './use-settled.ts';
import { paletteInput } from './palette-look.ts';

const groups = ['page', 'navigate', 'thing', 'preference', 'account'] as const;
const groupLabels = {
  page: 'shell.groupPage',
  navigate: 'shell.groupNavigate',
  thing: 'shell.groupThing',
  preference: 'shell.groupPreference',
  account: 'shell.groupAccount',
} as const;

function CommandRow({ command, onRun }: { command: Command; onRun: () => void }) {
  const Icon = command.icon;
  return (
    <Box
      component={Cmdk.Item}
      value={command.id}
      onSelect={onRun}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2.5,
        height: 36,
        px: 4,
        cursor: 'pointer',
        '&[data-selected=true]': {
          bgcolor: 'celadon.soft',
          boxShadow: 'inset 2px 0 var(--jeoul-palette-celadon-main)',
        },
      }}
    >
      <Box sx={{ width: 18, display: 'grid', color: 'text.secondary' }}>
        {Icon ? <Icon size={16} strokeWidth={1.6} aria-hidden /> : null}
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
        {command.label}
      </Box>
      {command.combo ? <Key combo={command.combo} /> : null}
    </Box>
  );
}

/** ⌘K: go anywhere and do anything by typing a few letters, Korean by initial consonants too. */
export function CommandPalette({ onClose, onShowKeys }: { onClose: () => void; onShowKeys: () => void }) {
  const { t } = useTranslation();
  const [query, setQuery] = useState(typedSoFar);
  const offering = useFeatures().flatMap(({ PaletteCommands }) => (PaletteCommands ? [PaletteCommands] : []));
  const found = findCommands(useAllCommands({ onShowKeys }), query);
  const isSettled = useSettled(query, found);
  return (
    <Dialog
      open
      onClose={onClose}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
      slotProps={{
        paper: {
          'aria-label': t('shell.palette'),
          sx: { width: 560, maxWidth: '90vw', mt: '12vh', overflow: 'hidden' },
        },
      }}
    >
      <Suspense fallback={null}>
        {offering.map((Commands, index) => (
          <Commands key={index} />
        ))}
      </Suspense>
      <Cmdk
        shouldFilter={false}
        label={t('shell.palette')}
        loop
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isSettled()) event.preventDefault();
        }}
      >
        <Box
          component={Cmdk.Input}
          autoFocus
          value={query}
          onValueChange={setQuery}
          placeholder={t('shell.searchPlaceholder')}
          sx={{ ...paletteInput, borderBottom: 1, borderColor: 'divider' }}
        />
        <Box component={Cmdk.List} label={t('shell.palette')} sx={{ height: 336, overflow: 'auto', py: 2 }}>
          {found.length === 0 ? (
            <Box sx={{ px: 5, py: 3, color: 'text.secondary' }}>{t('shell.searchNothing', { query })}</Box>
          ) : null}
          {groups.map((group) => {
            const inGroup = found.filter((command) => command.group === group);
            if (inGroup.length === 0) return null;
            return (
              <Box
                component={Cmdk.Group}
                key={group}
                heading={t(groupLabels[group])}
                sx={{ '& [cmdk-group-heading]': { px: 5, py: 1, fontSize: 11, color: 'text.disabled' } }}
              >
                {inGroup.map((command) => (
                  <CommandRow
                    key={command.id}
                    command={command}
                    onRun={() => {
                      onClose();
                      command.run();
                    }}
                  />
                ))}
              </Box>
            );
          })}
        </Box>
      </Cmdk>
      <Box
        sx={{
          display: 'flex',
          gap: 4,
          px: 5,
          py: 2,
          borderTop: 1,
          borderColor: 'divider',
          color: 'text.secondary',
          fontSize: 12,
        }}
      >
        <span>
          <Key combo="ArrowUp" /> <Key combo="ArrowDown" /> {t('shell.paletteMove')}
        </span>
        <span>
          <Key combo="Enter" /> {t('shell.paletteSelect')}
        </span>
        <Box component="span" sx={{ ml: 'auto', color: 'text.disabled' }}>
          {t('shell.searchHint')}
        </Box>
      </Box>
    </Dialog>
  );
}
