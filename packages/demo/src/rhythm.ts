import type { Dice } from './dice.ts';
import type { StoreCategory } from './dishes/plans.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const seoulOffsetMs = 9 * hourMs;

/** Orders by hour of the day in Seoul, 0 to 23, for stores with a rhythm of their own. */
const meals = [2, 1, 0.5, 0.3, 0.2, 0.3, 0.8, 1.5, 2, 3, 6, 14, 15, 9, 5, 4.5, 6, 13, 18, 16, 10, 7, 5, 3] as const;
const nights = [9, 6, 3, 1.5, 0.6, 0.3, 0.2, 0.2, 0.3, 0.5, 1, 3, 4, 3, 3, 4, 7, 13, 19, 20, 18, 17, 16, 13] as const;
const cafes = [0.6, 0.3, 0.2, 0.1, 0.1, 0.2, 1, 5, 9, 11, 11, 12, 15, 15, 13, 12, 10, 8, 7, 7, 6, 5, 3, 1.5] as const;
const lunches = [
  1, 0.6, 0.4, 0.3, 0.3, 0.8, 2.5, 4, 5, 6, 10, 19, 18, 10, 6, 5, 6, 11, 13, 10, 6, 4, 2.5, 1.6,
] as const;

const hoursOf: Readonly<Record<StoreCategory, readonly number[]>> = {
  chicken: nights,
  pizza: meals,
  chinese: lunches,
  bunsik: meals,
  korean: lunches,
  soup: lunches,
  noodle: lunches,
  meat: nights,
  braise: meals,
  seafood: nights,
  japanese: lunches,
  asian: lunches,
  burger: meals,
  western: meals,
  cafe: cafes,
  dessert: cafes,
};

/** Orders by day of the week, Sunday first. */
const weekdays = [1.28, 0.86, 0.84, 0.88, 0.92, 1.12, 1.3] as const;

/** Milliseconds since the epoch of a likely moment for an order, within the last `days` days before `now`. */
export function momentBefore(dice: Dice, now: Date, days: number, category: StoreCategory): number {
  const until = now.getTime();
  const today = Math.floor((until + seoulOffsetMs) / dayMs);
  for (;;) {
    const day = today - dice.int(0, days);
    // Days since the epoch, a Thursday.
    const weekday = weekdays[(day + 4) % 7] ?? 1;
    if (!dice.chance(weekday / 1.3)) continue;
    const hour = hourOf(dice, category);
    const moment = day * dayMs - seoulOffsetMs + hour * hourMs + dice.int(0, hourMs - 1);
    if (moment < until && moment >= until - days * dayMs) return moment;
  }
}

function hourOf(dice: Dice, category: StoreCategory): number {
  const hours = hoursOf[category];
  let left = dice.unit() * hours.reduce((sum, share) => sum + share, 0);
  const hour = hours.findIndex((share) => (left -= share) < 0);
  return hour < 0 ? 12 : hour;
}

/** The hour of the day in Seoul, 0 to 23. */
export function seoulHour(moment: number): number {
  return Math.floor((moment + seoulOffsetMs) / hourMs) % 24;
}

/** The day in Seoul, counted from 1 January 1970. */
export function seoulDay(moment: number): number {
  return Math.floor((moment + seoulOffsetMs) / dayMs);
}
