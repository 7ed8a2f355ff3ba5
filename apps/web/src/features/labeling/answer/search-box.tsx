import { Box } from '@mui/material';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '../../../components/key.tsx';

type SearchBoxProps = {
  isOpen: boolean;
  query: string;
  listId: string;
  /** The option in focus, for those who hear the page. */
  optionId: string | undefined;
  onOpen: () => void;
  onClose: () => void;
  onType: (query: string) => void;
  onMove: (step: number) => void;
  onChoose: () => void;
};

/** The keys that are the box's own; what an input method is still composing is never one of them. */
function useBoxKeys({ onClose, onMove, onChoose }: Pick<SearchBoxProps, 'onClose' | 'onMove' | 'onChoose'>) {
  return (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.code === 'ArrowDown') onMove(1);
    else if (event.code === 'ArrowUp') onMove(-1);
    else if (event.code === 'Enter' || event.code === 'NumpadEnter') onChoose();
    else if (event.code === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** Type to find a label: `/` opens, arrows move, Enter chooses, Escape leaves. The focus never stays behind in it. */
export function SearchBox(props: SearchBoxProps) {
  const { isOpen, query, listId, optionId, onOpen, onClose, onType } = props;
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const onKeyDown = useBoxKeys(props);
  useEffect(() => {
    if (isOpen) input.current?.focus();
    else input.current?.blur();
  }, [isOpen]);
  return (
    <Box
      component="label"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        width: 280,
        height: 30,
        pl: 1.5,
        pr: 2,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'ground.surface',
        cursor: 'text',
        '&:focus-within': { borderColor: 'celadon.main', boxShadow: '0 0 0 3px var(--jeoul-palette-celadon-soft)' },
      }}
    >
      <Key combo={isOpen ? 'Escape' : 'Slash'} />
      <Box
        component="input"
        ref={input}
        role="combobox"
        aria-label={t('labeling.find')}
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={optionId}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        value={query}
        placeholder={t(isOpen ? 'labeling.findHint' : 'labeling.find')}
        onFocus={onOpen}
        onBlur={onClose}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
        sx={{
          flex: 1,
          minWidth: 0,
          border: 0,
          p: 0,
          bgcolor: 'transparent',
          color: 'text.primary',
          font: 'inherit',
          outline: 'none',
          '&::placeholder': { color: 'text.disabled', opacity: 1 },
        }}
      />
    </Box>
  );
}
