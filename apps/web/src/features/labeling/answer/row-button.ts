/** The look of a label that is chosen by one press. Nine of them are drawn anew with every key: plain styles, no `sx`. */
export const rowButton = {
  width: '100%',
  display: 'grid',
  columnGap: 8,
  alignItems: 'center',
  border: 0,
  borderBottom: '1px solid var(--jeoul-palette-divider)',
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  textAlign: 'left',
  cursor: 'pointer',
  '&:hover': { backgroundColor: 'var(--jeoul-palette-ground-key)' },
  '&:focus-visible': { outlineOffset: -2 },
  '& > .share': { textAlign: 'right', color: 'var(--jeoul-palette-violet-main)', fontWeight: 600 },
} as const;
