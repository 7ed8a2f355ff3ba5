import type { DemoSize } from '../types.ts';
import { capitalArea } from './capital-area.ts';
import type { Place } from './place.ts';
import { regions } from './regions.ts';
import { seoul } from './seoul.ts';

/** Where stores of each size lie: Seoul, the capital area, the country. */
export const placesOf: Readonly<Record<DemoSize, readonly Place[]>> = {
  small: seoul,
  city: [...seoul, ...capitalArea],
  country: [...seoul, ...capitalArea, ...regions],
};
