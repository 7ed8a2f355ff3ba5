import { Box, ButtonBase } from '@mui/material';

type SegmentedProps<Value extends string> = {
  /** What is chosen, for those who hear the page. */
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; hint?: string }[];
  onChange: (value: Value) => void;
};

/** A choice between two or three ways to see the same thing. */
export function Segmented<Value extends string>({ label, value, options, onChange }: SegmentedProps<Value>) {
  return (
    <Box
      role="group"
      aria-label={label}
      sx={{ display: 'flex', flex: 'none', border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden' }}
    >
      {options.map((option) => {
        const isChosen = option.value === value;
        return (
          <ButtonBase
            key={option.value}
            aria-pressed={isChosen}
            title={option.hint}
            onClick={() => onChange(option.value)}
            sx={{
              px: 2,
              height: 22,
              fontSize: 11,
              color: isChosen ? 'text.primary' : 'text.secondary',
              bgcolor: isChosen ? 'ground.key' : 'transparent',
              fontWeight: isChosen ? 600 : 400,
              outlineOffset: '-2px !important',
              '&:hover': { color: 'text.primary' },
            }}
          >
            {option.label}
          </ButtonBase>
        );
      })}
    </Box>
  );
}
