/** The palette's line to type in: the same while the palette itself is on its way, so that nothing jumps when it comes. */
export const paletteInput = {
  width: 1,
  height: 52,
  px: 5,
  border: 0,
  bgcolor: 'transparent',
  color: 'text.primary',
  font: 'inherit',
  fontSize: 16,
  outline: 'none',
  '&::placeholder': { color: 'text.disabled', opacity: 1 },
} as const;
