import { createTheme } from '@mui/material/styles';
import { componentStyles } from './component-styles.ts';
import { type ColorTokens, colors, fontFamily, motionMs, sizes } from './tokens.ts';

function palette(token: ColorTokens) {
  const [s1, s2, s3, s4, s5, s6, s7, s8] = token.series;
  return {
    primary: token.celadon,
    secondary: token.violet,
    error: token.rose,
    warning: token.amber,
    info: token.violet,
    success: token.celadon,
    text: { primary: token.ink, secondary: token.inkSecond, disabled: token.inkThird },
    background: { default: token.paper, paper: token.surface },
    divider: token.line,
    celadon: token.celadon,
    violet: token.violet,
    persimmon: token.persimmon,
    rose: token.rose,
    amber: token.amber,
    ink: { main: token.ink, second: token.inkSecond, third: token.inkThird },
    ground: { paper: token.paper, surface: token.surface, key: token.key },
    fieldLine: token.fieldLine,
    polarity: token.polarity,
    series: { s1, s2, s3, s4, s5, s6, s7, s8 },
  };
}

const shortMotion = {
  shortest: motionMs,
  shorter: motionMs,
  short: motionMs,
  standard: motionMs,
  complex: motionMs,
  enteringScreen: motionMs,
  leavingScreen: motionMs,
};

/** The one theme, light and dark as CSS variables under `<html data-theme>`: switching repaints and re-renders nothing. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: '[data-theme="%s"]', cssVarPrefix: 'jeoul' },
  colorSchemes: { light: { palette: palette(colors.light) }, dark: { palette: palette(colors.dark) } },
  spacing: sizes.grid,
  shape: { borderRadius: sizes.radius },
  transitions: { duration: shortMotion },
  typography: {
    fontFamily,
    fontSize: 13,
    htmlFontSize: 13,
    h1: { fontSize: 18, fontWeight: 700, lineHeight: 1.3, letterSpacing: '-0.01em' },
    h2: { fontSize: 15, fontWeight: 600, lineHeight: 1.4 },
    h3: { fontSize: 12, fontWeight: 600, lineHeight: 1.5 },
    h4: { fontSize: 22, fontWeight: 700, lineHeight: 1.35, letterSpacing: '-0.02em' },
    body1: { fontSize: 13, lineHeight: 1.45 },
    body2: { fontSize: 12, lineHeight: 1.45 },
    caption: { fontSize: 11, lineHeight: 1.45 },
    button: { fontSize: 13, fontWeight: 500, textTransform: 'none', lineHeight: 1.4 },
  },
  components: componentStyles,
});
