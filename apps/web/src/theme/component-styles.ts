import type { Components, CssVarsTheme, Theme } from '@mui/material/styles';
import { sizes } from './tokens.ts';

type Styles = Components<Omit<Theme, 'components' | 'palette'> & CssVarsTheme>;

const hairline = '1px solid var(--jeoul-palette-divider)';

/** What every focusable thing shows when reached by keyboard. */
const focusRing = {
  outline: '2px solid var(--jeoul-palette-celadon-main)',
  outlineOffset: 1,
};

/** MUI's components made dense and quiet: 32 px rows, hairlines, no ripple, no shadow but under what floats. */
export const componentStyles: Styles = {
  MuiCssBaseline: {
    styleOverrides: {
      'html, body, #root': { height: '100%' },
      body: { fontVariantNumeric: 'tabular-nums', textRendering: 'optimizeLegibility', wordBreak: 'keep-all' },
      '::selection': { background: 'color-mix(in srgb, var(--jeoul-palette-celadon-main) 24%, transparent)' },
      ':focus-visible': focusRing,
      'h1, h2, h3, h4': { margin: 0 },
      '*': { scrollbarWidth: 'thin', scrollbarColor: 'var(--jeoul-palette-divider) transparent' },
      '@media (prefers-reduced-motion: reduce)': {
        '*, *::before, *::after': { transitionDuration: '0s !important', animationDuration: '0s !important' },
      },
    },
  },
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: { root: { fontFamily: 'inherit', fontSize: 'inherit', '&.Mui-focusVisible': focusRing } },
  },
  MuiButton: {
    defaultProps: { disableElevation: true, variant: 'outlined', color: 'inherit' },
    styleOverrides: {
      root: { height: sizes.row, padding: '0 14px', gap: 8, whiteSpace: 'nowrap' },
      outlined: { border: hairline, background: 'var(--jeoul-palette-background-paper)' },
      contained: { fontWeight: 600 },
      sizeSmall: { height: 26, padding: '0 10px', fontSize: 12 },
      startIcon: { margin: 0 },
      endIcon: { margin: 0 },
    },
  },
  MuiIconButton: {
    styleOverrides: { root: { width: sizes.row, height: sizes.row, padding: 0, borderRadius: sizes.radius } },
  },
  MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiDialog: {
    styleOverrides: {
      paper: { border: hairline, borderRadius: 8, boxShadow: '0 12px 40px rgb(0 0 0 / 0.18)' },
    },
  },
  MuiDialogTitle: { styleOverrides: { root: { fontSize: 15, fontWeight: 600, padding: '16px 20px 8px' } } },
  MuiDialogContent: { styleOverrides: { root: { padding: '8px 20px' } } },
  MuiDialogActions: { styleOverrides: { root: { padding: '12px 20px 16px', gap: 8 } } },
  MuiBackdrop: {
    styleOverrides: { root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: 'rgb(18 22 29 / 0.28)' } } },
  },
  MuiMenu: {
    styleOverrides: {
      paper: { border: hairline, boxShadow: '0 8px 24px rgb(0 0 0 / 0.12)' },
      list: { padding: '4px 0' },
    },
  },
  MuiPopover: { styleOverrides: { paper: { border: hairline, boxShadow: '0 8px 24px rgb(0 0 0 / 0.12)' } } },
  MuiMenuItem: { styleOverrides: { root: { minHeight: sizes.row, fontSize: 13, padding: '0 12px', gap: 10 } } },
  MuiListItemIcon: { styleOverrides: { root: { minWidth: 0, color: 'inherit' } } },
  MuiTooltip: {
    defaultProps: { enterDelay: 400, enterNextDelay: 80, disableInteractive: true },
    styleOverrides: {
      tooltip: {
        fontSize: 12,
        fontWeight: 400,
        padding: '4px 8px',
        color: 'var(--jeoul-palette-background-default)',
        backgroundColor: 'var(--jeoul-palette-ink-main)',
      },
    },
  },
  MuiTextField: { defaultProps: { size: 'small', variant: 'outlined' } },
  MuiOutlinedInput: {
    styleOverrides: {
      root: {
        background: 'var(--jeoul-palette-background-paper)',
        '&:not(.MuiInputBase-multiline)': { height: sizes.row + 4 },
        '& .MuiOutlinedInput-notchedOutline': { borderColor: 'var(--jeoul-palette-fieldLine)' },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderWidth: 1 },
        '&.Mui-focused': { boxShadow: '0 0 0 3px var(--jeoul-palette-celadon-soft)' },
        '& :focus-visible': { outline: 'none' },
      },
      input: { padding: '0 12px' },
    },
  },
  MuiChip: {
    styleOverrides: { root: { height: 20, borderRadius: 4, fontSize: 11 }, label: { padding: '0 6px' } },
  },
  MuiLinearProgress: {
    // A bar shows where things stand, not where they stood half a second ago.
    styleOverrides: { root: { height: 4, borderRadius: 2 }, bar: { transition: 'none', borderRadius: 2 } },
  },
  MuiLink: { defaultProps: { underline: 'hover' } },
  MuiAlert: { styleOverrides: { root: { padding: '4px 12px', alignItems: 'center' } } },
  MuiTab: { styleOverrides: { root: { minHeight: 36, padding: '0 12px' } } },
  MuiTabs: { styleOverrides: { root: { minHeight: 36 } } },
  MuiSwitch: { defaultProps: { size: 'small' } },
  MuiCheckbox: { defaultProps: { size: 'small' } },
  MuiRadio: { defaultProps: { size: 'small' } },
  MuiSelect: { defaultProps: { size: 'small' } },
  MuiTableCell: { styleOverrides: { root: { fontSize: 12, padding: '0 12px', height: sizes.row } } },
  MuiSkeleton: { defaultProps: { animation: false, variant: 'rounded' } },
};
