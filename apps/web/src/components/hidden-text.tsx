import { Box } from '@mui/material';

/** Off the screen but read out: what others see by colour or place. */
const unseen = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

/** Text for those who hear the page. */
export function HiddenText({ children }: { children: string }) {
  return (
    <Box component="span" sx={unseen}>
      {children}
    </Box>
  );
}
