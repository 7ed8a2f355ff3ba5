/** What a review can say of the taste or texture of food. */
export const aspectKeys = [
  'taste-overall',
  'taste-sweet',
  'taste-salty',
  'taste-spicy',
  'taste-bland',
  'taste-greasy',
  'taste-fresh',
  'taste-rich',
  'taste-off',
  'texture-crispy',
  'texture-soggy',
  'texture-tender',
  'texture-tough',
  'texture-chewy',
  'texture-dry',
] as const;
export type AspectKey = (typeof aspectKeys)[number];
