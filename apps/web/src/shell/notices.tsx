import { Box, Button } from '@mui/material';
import { useStore } from '../lib/external-store.ts';
import { keepFocus } from '../lib/keep-focus.ts';
import { dismissNotice, notices } from '../lib/notices.ts';

/** The sentences of `notify`, above the key bar; read out without taking the focus from the work. */
export function Notices() {
  const shown = useStore(notices);
  return (
    <Box
      role="status"
      aria-live="polite"
      onMouseDown={keepFocus}
      sx={{ position: 'fixed', bottom: 64, left: '50%', translate: '-50% 0', zIndex: 1400, display: 'grid', gap: 2 }}
    >
      {shown.map((notice) => (
        <Box
          key={notice.id}
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 4,
            px: 4,
            py: 2,
            minHeight: 40,
            maxWidth: 560,
            borderRadius: 1,
            bgcolor: 'ink.main',
            color: 'ground.paper',
            boxShadow: '0 8px 24px rgb(0 0 0 / 0.2)',
            borderLeft: notice.tone === 'harm' ? 3 : 0,
            borderColor: 'rose.main',
          }}
        >
          {notice.text}
          {notice.action ? (
            <Button
              size="small"
              variant="text"
              sx={{ color: 'inherit', fontWeight: 600, textDecoration: 'underline' }}
              onClick={() => {
                notice.action?.run();
                dismissNotice(notice.id);
              }}
            >
              {notice.action.label}
            </Button>
          ) : null}
        </Box>
      ))}
    </Box>
  );
}
