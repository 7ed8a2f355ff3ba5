/** What the values of a node's leaves must lie within, so that constraints above it hold. */
export type Bounds = { lower: number; upper: number };

/** The value of a leaf, before the learning rate: where the loss is least within the bounds. */
export function leafValue(gradient: number, weight: number, l2: number, bounds: Bounds | null): number {
  const value = -gradient / (weight + l2);
  return bounds ? Math.min(Math.max(value, bounds.lower), bounds.upper) : value;
}

/** How far a leaf lowers the loss, twice: G² / (W + l2) unless bounds forbid its best value. */
export function scoreOf(gradient: number, weight: number, l2: number, bounds: Bounds | null): number {
  if (!bounds) return (gradient * gradient) / (weight + l2);
  const value = leafValue(gradient, weight, l2, bounds);
  return -(2 * gradient * value + (weight + l2) * value * value);
}
