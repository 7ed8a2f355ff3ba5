import { Button, Checkbox, Menu, MenuItem } from '@mui/material';
import { Columns3 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type ColumnPickerProps = {
  columns: readonly { id: string; label: string }[];
  hidden: readonly string[];
  onChange: (hidden: string[]) => void;
};

/** Which columns a list shows; the last one left can't be taken away. */
export function ColumnPicker({ columns, hidden, onChange }: ColumnPickerProps) {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const shown = columns.filter(({ id }) => !hidden.includes(id));
  return (
    <>
      <Button
        size="small"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        startIcon={<Columns3 size={14} aria-hidden />}
      >
        {t('common.columns')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {columns.map(({ id, label }) => {
          const isShown = !hidden.includes(id);
          return (
            <MenuItem
              key={id}
              role="menuitemcheckbox"
              aria-checked={isShown}
              disabled={isShown && shown.length === 1}
              onClick={() => onChange(isShown ? [...hidden, id] : hidden.filter((other) => other !== id))}
            >
              <Checkbox checked={isShown} tabIndex={-1} sx={{ p: 0 }} slotProps={{ input: { 'aria-hidden': true } }} />
              {label}
            </MenuItem>
          );
        })}
      </Menu>
    </>
  );
}
