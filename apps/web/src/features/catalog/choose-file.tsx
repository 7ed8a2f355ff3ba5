import { Button } from '@mui/material';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '../../components/key.tsx';
import { useHotkeys } from '../../lib/hotkeys/use-hotkeys.ts';

const accepted = '.csv,.tsv,.txt,.ndjson,.jsonl,.gz,text/csv,text/tab-separated-values,application/gzip';

type ChooseFileProps = { label: string; isMain?: boolean; isDisabled?: boolean; onFile: (file: File) => void };

/** The button, and the key `U`, that open the browser's own way to choose a file. */
export function ChooseFile({ label, isMain = false, isDisabled = false, onFile }: ChooseFileProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const open = () => input.current?.click();
  useHotkeys([{ id: 'catalog.choose', combo: 'KeyU', label: t('catalog.chooseFile'), isDisabled, run: open }]);
  const look = isMain ? ({ variant: 'contained', color: 'primary' } as const) : {};
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accepted}
        hidden
        aria-label={label}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file again must be an event again.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
      <Button {...look} disabled={isDisabled} onClick={open}>
        {label} <Key combo="KeyU" isOnFill={isMain} />
      </Button>
    </>
  );
}
