import '@mui/material/styles';
import '@mui/material/Chip';
import '@mui/material/LinearProgress';

type Tone = { main: string; soft: string; contrastText: string };

declare module '@mui/material/styles' {
  interface Palette {
    celadon: Tone;
    violet: Tone;
    persimmon: Tone;
    rose: Tone;
    amber: Tone;
    ink: { main: string; second: string; third: string };
    ground: { paper: string; surface: string; key: string };
    fieldLine: string;
    polarity: Record<'positive' | 'negative' | 'neutral', string>;
    series: Record<'s1' | 's2' | 's3' | 's4' | 's5' | 's6' | 's7' | 's8', string>;
  }
  interface PaletteOptions
    extends Pick<
      Palette,
      'celadon' | 'violet' | 'persimmon' | 'rose' | 'amber' | 'ink' | 'ground' | 'fieldLine' | 'polarity' | 'series'
    > {}
}
