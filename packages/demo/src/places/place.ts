import { words } from '../words.ts';

/** A district: where its busy streets lie, and its neighbourhoods. */
export type Place = {
  district: string;
  /** WGS 84 degrees of the built-up middle, away from rivers and mountains. */
  latitude: number;
  longitude: number;
  /** Stores lie within about this distance of the middle. */
  radiusKm: number;
  /** Share of stores, as a weight. */
  weight: number;
  neighborhoods: readonly string[];
};

export function place(
  district: string,
  [latitude, longitude, radiusKm]: readonly [number, number, number],
  weight: number,
  neighborhoods: string,
): Place {
  return { district, latitude, longitude, radiusKm, weight, neighborhoods: words(neighborhoods) };
}
