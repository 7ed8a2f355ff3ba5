/** What can be wrong with a review. */
export const abuseKeys = [
  'profanity',
  'personal-attack',
  'sexual',
  'hate',
  'threat',
  'advertisement',
  'irrelevant',
  'personal-data',
  'suspected-fake',
] as const;
export type AbuseKey = (typeof abuseKeys)[number];
