/**
 * The largest double that, rounded to 32 bits, is below the 32-bit number `limit`: `fround(x) < limit` just where
 * `x <= lastBelow(limit)`. XGBoost rounds a row's values before it compares them.
 */
export function lastBelow(limit: number): number {
  const rounded = Math.fround(limit);
  const before = neighbour(rounded, -1);
  if (!Number.isFinite(before)) return -Number.MAX_VALUE;
  // Halfway between two numbers, rounding goes to the even one.
  const middle = before / 2 + rounded / 2;
  return Math.fround(middle) < rounded ? middle : doubleBelow(middle);
}

/** The next 32-bit number up (1) or down (-1). */
function neighbour(value: number, direction: 1 | -1): number {
  if (value === 0) return direction * 2 ** -149;
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, value);
  view.setInt32(0, view.getInt32(0) + (value > 0 ? direction : -direction));
  return view.getFloat32(0);
}

function doubleBelow(value: number): number {
  if (value === 0) return -Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 ? -1n : 1n));
  return view.getFloat64(0);
}
