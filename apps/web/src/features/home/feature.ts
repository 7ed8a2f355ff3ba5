import type { Feature } from '../../shell/feature.ts';

export const homeFeature: Feature = { rail: [], homeCards: [] };
