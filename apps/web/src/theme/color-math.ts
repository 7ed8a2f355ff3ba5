/** Colour arithmetic for the tests that hold the tokens to their promises. Colours are `#RRGGBB`. */

type Triple = readonly [number, number, number];
export type Deficiency = 'none' | 'protanopia' | 'deuteranopia' | 'tritanopia';

function linearOf(hex: string): Triple {
  const channel = (start: number) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function luminanceOf([red, green, blue]: Triple): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21, as WCAG 2.2 defines it. */
export function contrastOf(one: string, other: string): number {
  const first = luminanceOf(linearOf(one));
  const second = luminanceOf(linearOf(other));
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** `share` of one colour over the other, as CSS's `color-mix(in srgb, …)` lays it. */
export function mixed(over: string, under: string, share: number): string {
  const channel = (start: number) => {
    const a = Number.parseInt(over.slice(start, start + 2), 16);
    const b = Number.parseInt(under.slice(start, start + 2), 16);
    return Math.round(a * share + b * (1 - share))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

type Matrix = readonly [Triple, Triple, Triple];

/** Full deficiency on linear RGB: Machado, Oliveira and Fernandes, “A Physiologically-based Model …”, 2009, table 1. */
const machado: Record<Exclude<Deficiency, 'none'>, Matrix> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function applied(matrix: Matrix, color: Triple): Triple {
  const row = (weights: Triple) => {
    const value = weights[0] * color[0] + weights[1] * color[1] + weights[2] * color[2];
    return Math.min(1, Math.max(0, value));
  };
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

/** Linear RGB as OKLab: Björn Ottosson, “A perceptual color space for image processing”, 2020. */
function oklabOf([red, green, blue]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** How far apart two colours look, as OKLab distance (black to white is 1), to somebody with that deficiency. */
export function distanceOf(one: string, other: string, deficiency: Deficiency): number {
  const seen = (hex: string) => {
    const linear = linearOf(hex);
    return oklabOf(deficiency === 'none' ? linear : applied(machado[deficiency], linear));
  };
  const a = seen(one);
  const b = seen(other);
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
