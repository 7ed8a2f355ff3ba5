const seoulOffsetMs = 9 * 3600 * 1000;
const dayMs = 86_400_000;

/** When the day in Asia/Seoul began, or the one so many days before it; Korea has no summer time. */
export function seoulDayStart({ now = new Date(), daysAgo = 0 }: { now?: Date; daysAgo?: number } = {}): Date {
  const day = Math.floor((now.getTime() + seoulOffsetMs) / dayMs) - daysAgo;
  return new Date(day * dayMs - seoulOffsetMs);
}
