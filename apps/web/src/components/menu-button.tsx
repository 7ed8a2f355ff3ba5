import { Button, Menu } from '@mui/material';
import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useState } from 'react';

type MenuButtonProps = {
  label: string;
  icon: LucideIcon;
  /** The menu's items, never in a fragment: the menu walks them. `close` puts it away. */
  children: (close: () => void) => ReactNode;
};

/** A small button that opens a menu below it. */
export function MenuButton({ label, icon: Icon, children }: MenuButtonProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <Button
        size="small"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        startIcon={<Icon size={14} aria-hidden />}
      >
        {label}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        {children(close)}
      </Menu>
    </>
  );
}
