/**
 * What better-auth answers, without any session's token: the cookie alone carries it, where scripts can't read it. Text
 * that is no JSON is left as it is.
 */
export function withoutToken(body: string): string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body, (key, value: unknown) => (key === 'token' ? undefined : value));
  } catch {
    return body;
  }
  return JSON.stringify(parsed);
}
