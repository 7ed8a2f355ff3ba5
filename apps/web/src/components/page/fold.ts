export type Side = 'l' | 'r';
export type Fold = 'l' | 'r' | 'lr' | 'none';

/** Whether that side is folded away. */
export function isSideFolded(fold: Fold, side: Side): boolean {
  return fold !== 'none' && fold.includes(side);
}

/** Which sides are folded after one of them was toggled. */
export function toggleFold(fold: Fold, side: Side): Fold {
  const isLeft = isSideFolded(fold, 'l') !== (side === 'l');
  const isRight = isSideFolded(fold, 'r') !== (side === 'r');
  if (isLeft && isRight) return 'lr';
  if (isLeft) return 'l';
  return isRight ? 'r' : 'none';
}
