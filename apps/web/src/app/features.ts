import { catalogFeature } from '../features/catalog/feature.ts';
import { homeFeature } from '../features/home/feature.ts';
import { labelingFeature } from '../features/labeling/feature.ts';
import { modelsFeature } from '../features/models/feature.ts';
import { platformFeature } from '../features/platform/feature.ts';
import type { Feature } from '../shell/feature.ts';

/** The features in the order of the rail. A new feature adds its line here and its routes in `router.ts`. */
export const features: readonly Feature[] = [
  homeFeature,
  labelingFeature,
  catalogFeature,
  modelsFeature,
  platformFeature,
];
