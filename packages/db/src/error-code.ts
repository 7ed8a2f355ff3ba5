/** Whether an error carries this code: `ENOENT` and the like from Node, `42P04` and the like from Postgres. */
export function hasErrorCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
