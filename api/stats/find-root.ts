// Where a rising function passes a level.

/**
 * The x in [low, high] at which `rising` reaches `level`; the nearer end where it is not reached inside.
 *
 * The Illinois form of false position, which keeps the root between two ends and so cannot run away, with a halving wherever
 * it moves too slowly. Source: Dowell and Jarratt, BIT 11 (1971).
 *
 * @example findRoot((x) => x * x, 2, 0, 2) // 1.414213562373095
 */
export function findRoot(rising: (x: number) => number, level: number, low: number, high: number): number {
  let left = { x: low, y: rising(low) - level };
  let right = { x: high, y: rising(high) - level };
  if (left.y >= 0) return low;
  if (right.y <= 0) return high;
  // Weights shrink the end that stays put, so that the next guess falls on its side.
  let [leftWeight, rightWeight] = [1, 1];
  for (let step = 0; step < 200; step += 1) {
    const width = right.x - left.x;
    const slanted = left.x + (width * -left.y * leftWeight) / (right.y * rightWeight - left.y * leftWeight);
    const guess = step % 4 === 3 || !(slanted > left.x && slanted < right.x) ? left.x + width / 2 : slanted;
    if (guess <= left.x || guess >= right.x || width <= 1e-15 * Math.abs(guess)) break;
    const y = rising(guess) - level;
    if (y === 0) return guess;
    if (y < 0) {
      left = { x: guess, y };
      leftWeight = 1;
      rightWeight /= 2;
    } else {
      right = { x: guess, y };
      rightWeight = 1;
      leftWeight /= 2;
    }
  }
  return Math.abs(left.y) < Math.abs(right.y) ? left.x : right.x;
}
