/** Where to go after signing in: a path of this site, or home. An address elsewhere in the link is not followed. */
export function safeNext(next: string | undefined): string {
  if (next === undefined) return '/';
  const base = 'https://jeoul.invalid';
  if (!URL.canParse(next, base)) return '/';
  const url = new URL(next, base);
  if (url.origin !== base || url.pathname.startsWith('//') || url.pathname.startsWith('/sign-in')) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}
