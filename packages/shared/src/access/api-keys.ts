/** What a key for programs may be allowed: apart from what people may, and never more than is named at its making. */
export const keyPermissions = ['ingest:reviews', 'ingest:reports'] as const;
export type KeyPermission = (typeof keyPermissions)[number];
