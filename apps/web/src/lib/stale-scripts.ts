const storageKey = 'jeoul.reloaded-at';
const onceInMs = 60_000;

/** Whether this tab was loaded anew for the same reason a moment ago: then loading again would not help. */
function hasJustReloaded(now: number): boolean {
  return now - Number(sessionStorage.getItem(storageKey) ?? 0) < onceInMs;
}

/** Loads the page anew when a script of it can't be fetched any more; a second time in a row the error page says so. */
export function reloadOnStaleScripts(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const now = Date.now();
    if (hasJustReloaded(now)) return;
    event.preventDefault();
    sessionStorage.setItem(storageKey, String(now));
    location.reload();
  });
}
