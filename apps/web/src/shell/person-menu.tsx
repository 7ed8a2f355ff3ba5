import { Box, ButtonBase, Divider, ListItemIcon, Menu, MenuItem } from '@mui/material';
import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HiddenText } from '../components/hidden-text.tsx';
import { dropFocus } from '../lib/keep-focus.ts';
import { useMe } from '../lib/me.tsx';
import { signOut } from '../lib/session.ts';

/** A name's first sign. */
function initialOf(name: string): string {
  return /^./u.exec(name.trim())?.[0] ?? '';
}

/** Who is signed in, as what, and the way out. */
export function PersonMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => {
    dropFocus();
    setAnchor(null);
  };
  return (
    <>
      <ButtonBase
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{
          flex: 'none',
          width: 26,
          height: 26,
          borderRadius: '50%',
          bgcolor: 'celadon.main',
          color: 'celadon.contrastText',
          fontWeight: 600,
          fontSize: 11,
        }}
      >
        <span aria-hidden>{initialOf(me.name)}</span>
        <HiddenText>{t('shell.personMenu', { name: me.name })}</HiddenText>
      </ButtonBase>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          list: { 'aria-label': t('shell.personMenu', { name: me.name }) },
          paper: { sx: { minWidth: 220, mt: 1.5 } },
        }}
      >
        <Box component="li" role="none" sx={{ px: 3, py: 2 }}>
          <Box sx={{ fontWeight: 600 }}>{me.name}</Box>
          <Box sx={{ color: 'text.secondary', fontSize: 12 }}>{me.email}</Box>
          <Box sx={{ color: 'celadon.main', fontSize: 12, mt: 0.5 }}>{t(`access.role.${me.role}`)}</Box>
        </Box>
        <Divider component="li" role="separator" sx={{ my: 1 }} />
        <MenuItem onClick={() => void signOut()}>
          <ListItemIcon>
            <LogOut size={16} strokeWidth={1.6} aria-hidden />
          </ListItemIcon>
          {t('access.signOut')}
        </MenuItem>
      </Menu>
    </>
  );
}
