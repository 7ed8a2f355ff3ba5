const storageKey = 'jeoul.reloaded-at';
const onceInMs = 60_000;

/** Whether this tab was loaded anew for the same reason a moment ago: then loading again would not help. */
function hasJustReloaded(now: number): boolean {
  return now - Number(sessionStorage.getItem(storageKey) ?? 0) < onceInMs;
}

/** Whether the server would hand out the page now. Without it a reload would take away even what is there. */
async function isServed(): Promise<boolean> {
  try {
    const { ok } = await fetch('/', { cache: 'no-store' });
    return ok;
  } catch {
    return false;
  }
}

async function reloadIfServed(): Promise<void> {
  const now = Date.now();
  if (hasJustReloaded(now) || !(await isServed())) return;
  sessionStorage.setItem(storageKey, String(now));
  location.reload();
}

/**
 * Loads the page anew when a script of it can't be fetched any more because a newer version is served; a second time in a
 * row the error page says so. A lost connection is no reason: people go on working without one.
 */
export function reloadOnStaleScripts(): void {
  window.addEventListener('vite:preloadError', () => void reloadIfServed());
}
