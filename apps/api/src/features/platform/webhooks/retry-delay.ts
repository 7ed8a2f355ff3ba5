/** With these many attempts the last comes about 23 hours after the first. */
export const maxAttempts = 14;
const firstDelaySeconds = 10;

/**
 * Seconds until the next attempt after `attempts` that failed: twice as long each time, a fifth more or less by `chance`
 * (0–1), so that many that failed together do not come back together. Null after the last.
 */
export function retryDelaySeconds(attempts: number, chance: number): number | null {
  if (attempts >= maxAttempts) return null;
  return firstDelaySeconds * 2 ** (attempts - 1) * (0.8 + 0.4 * chance);
}
