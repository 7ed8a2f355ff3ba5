// Sets theme and language on <html> before the first paint. The keys are those of src/lib/stored-preferences.ts.
(() => {
  const root = document.documentElement;
  let mode = 'system';
  let locale = 'ko';
  try {
    mode = localStorage.getItem('jeoul.theme') ?? mode;
    locale = localStorage.getItem('jeoul.locale') ?? locale;
  } catch {
    // Storage can be forbidden by the browser's settings: then the defaults hold.
  }
  const dark = mode === 'dark' || (mode !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  root.lang = locale === 'en' ? 'en' : 'ko';
})();
