/** Every colour and size of the console, and nothing else: the theme, the charts and the first paint all read from here. */

export type Scheme = 'light' | 'dark';

/** A colour that carries meaning, the soft ground its chips stand on, and the text that goes onto its full strength. */
export type Tone = { main: string; soft: string; contrastText: string };

export type ColorTokens = {
  /** Text: what is read, what is read second, what is read when looked for. All three pass AA on every ground. */
  ink: string;
  inkSecond: string;
  inkThird: string;
  /** Grounds: the page, panels on it, key caps; and hairlines. */
  paper: string;
  surface: string;
  key: string;
  line: string;
  /** The border of a field: unlike a hairline it tells where to type, so it stands 3:1 against the ground. */
  fieldLine: string;
  /** What people said, and the main action. */
  celadon: Tone;
  /** What a model said. */
  violet: Tone;
  /** Needs you. */
  persimmon: Tone;
  /** Harm, destructive. */
  rose: Tone;
  /** Waiting. */
  amber: Tone;
  /** Which way something is spoken of: blue and rust, which the colour-blind tell apart; and neither. Text on every ground. */
  polarity: Record<'positive' | 'negative' | 'neutral', string>;
  /**
   * Series of a chart: first the model's violet, then people's celadon, then six more. Found by a search that
   * maximised the least OKLab distance between any two under normal vision and the three colour-vision deficiencies
   * (Machado et al. 2009) while each keeps 3:1 against both grounds; `contrast.test.ts` holds them to it.
   */
  series: readonly [string, string, string, string, string, string, string, string];
};

export const colors: Record<Scheme, ColorTokens> = {
  light: {
    ink: '#1A2230',
    inkSecond: '#505A69',
    inkThird: '#5E6774',
    paper: '#FBFAF7',
    surface: '#FFFFFF',
    key: '#F3F1EC',
    line: '#E4E2DC',
    fieldLine: '#8D8B84',
    celadon: { main: '#1B7269', soft: '#E3F1EE', contrastText: '#FFFFFF' },
    violet: { main: '#6B4FBB', soft: '#EEEAF8', contrastText: '#FFFFFF' },
    persimmon: { main: '#B04312', soft: '#FBE9DF', contrastText: '#FFFFFF' },
    rose: { main: '#B3264A', soft: '#FAE6EA', contrastText: '#FFFFFF' },
    amber: { main: '#855800', soft: '#F8EED6', contrastText: '#FFFFFF' },
    polarity: { positive: '#1B5E9E', negative: '#A63D02', neutral: '#505A69' },
    series: ['#6B4FBB', '#1B7269', '#BD871C', '#571F05', '#7A8DC8', '#A63D02', '#341878', '#194D68'],
  },
  dark: {
    ink: '#E8EAEE',
    inkSecond: '#A9B3C0',
    inkThird: '#8F99A6',
    paper: '#12161D',
    surface: '#1A2029',
    key: '#242C37',
    line: '#2B333F',
    fieldLine: '#667180',
    celadon: { main: '#5CC2B2', soft: '#16302E', contrastText: '#12161D' },
    violet: { main: '#A893EE', soft: '#262040', contrastText: '#12161D' },
    persimmon: { main: '#F08A57', soft: '#3A2418', contrastText: '#12161D' },
    rose: { main: '#F0708F', soft: '#3D1C26', contrastText: '#12161D' },
    amber: { main: '#E0B040', soft: '#352A12', contrastText: '#12161D' },
    polarity: { positive: '#7DB6F0', negative: '#F0996B', neutral: '#A9B3C0' },
    series: ['#A893EE', '#5CC2B2', '#83FCF7', '#EEEC6B', '#8D5E76', '#536CCC', '#E5A323', '#CC6526'],
  },
};

/** Sizes in CSS pixels, all on the grid of four. */
export const sizes = {
  grid: 4,
  row: 32,
  radius: 6,
  rail: 52,
  railWide: 184,
  topBar: 48,
  controls: 244,
  evidence: 336,
  folded: 28,
} as const;

export const fontFamily = '"Pretendard Variable", Pretendard, system-ui, -apple-system, "Noto Sans KR", sans-serif';

/** Milliseconds a thing may take to show where it went. */
export const motionMs = 100;

/** How much of its hue the weakest and the strongest stretch of an explained text take, in percent. */
export const spanStrengths = { least: 12, most: 38 } as const;
