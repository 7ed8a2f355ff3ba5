import { Box, Typography } from '@mui/material';
import { FileDown } from 'lucide-react';
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '../../lib/notices.ts';

function holdsFiles(event: { dataTransfer: DataTransfer | null }): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

/** Outside the area a dropped file would make the browser leave the page to show it. */
function useNoStrayDrops(): void {
  useEffect(() => {
    const refuse = (event: globalThis.DragEvent) => {
      if (!holdsFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
    };
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
}

/** Takes a file dropped anywhere on what is inside, and says so while one hovers over it. */
export function DropArea({ onFile, children }: { onFile: (file: File) => void; children: ReactNode }) {
  const { t } = useTranslation();
  const [isOver, setIsOver] = useState(false);
  // Entering a child leaves its parent: only the last leave ends it.
  const depth = useRef(0);
  useNoStrayDrops();
  const enter = (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    depth.current += 1;
    setIsOver(true);
  };
  const leave = (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    depth.current -= 1;
    if (depth.current <= 0) setIsOver(false);
  };
  const drop = (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth.current = 0;
    setIsOver(false);
    const [file, second] = event.dataTransfer.files;
    if (second) notify({ text: t('catalog.dropOne') });
    else if (file) onFile(file);
  };
  return (
    <Box
      onDragEnter={enter}
      onDragLeave={leave}
      onDragOver={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      }}
      onDrop={drop}
      sx={{ height: 1, position: 'relative', minHeight: 0 }}
    >
      {children}
      {isOver ? (
        <Box
          sx={{
            position: 'absolute',
            inset: 0,
            zIndex: 10,
            display: 'grid',
            placeContent: 'center',
            justifyItems: 'center',
            gap: 2,
            color: 'celadon.main',
            bgcolor: 'background.default',
            outline: '2px dashed',
            outlineOffset: -12,
            pointerEvents: 'none',
          }}
        >
          <FileDown size={28} strokeWidth={1.4} aria-hidden />
          <Typography variant="h2">{t('catalog.dropHere')}</Typography>
          <Box sx={{ color: 'text.secondary' }}>{t('catalog.dropHint')}</Box>
        </Box>
      ) : null}
    </Box>
  );
}
