import { Checkbox, MenuItem } from '@mui/material';
import { Columns3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MenuButton } from '../menu-button.tsx';

type ColumnPickerProps = {
  columns: readonly { id: string; label: string }[];
  hidden: readonly string[];
  onChange: (hidden: string[]) => void;
};

/** Which columns a list shows; the last one left can't be taken away. */
export function ColumnPicker({ columns, hidden, onChange }: ColumnPickerProps) {
  const { t } = useTranslation();
  const shown = columns.filter(({ id }) => !hidden.includes(id));
  return (
    <MenuButton label={t('common.columns')} icon={Columns3}>
      {() =>
        columns.map(({ id, label }) => {
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
        })
      }
    </MenuButton>
  );
}
