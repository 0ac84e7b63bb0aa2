// Symmetric positive definite systems, solved by Cholesky's factors.

/**
 * The inverse of a symmetric positive definite matrix of `size` rows, stored row by row; null where it is not one (to within rounding).
 * Cost: size cubed.
 *
 * @example inverseOf(Float64Array.of(4, 2, 2, 3), 2) // [0.375, -0.25, -0.25, 0.5]
 */
export function inverseOf(matrix: Float64Array, size: number): Float64Array | null {
  const lower = new Float64Array(size * size);
  const at = (row: number, column: number) => lower[row * size + column] ?? 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column] ?? 0;
      for (let k = 0; k < column; k += 1) sum -= at(row, k) * at(column, k);
      if (row !== column) lower[row * size + column] = sum / at(column, column);
      else if (sum > 1e-12 * Math.abs(matrix[row * size + row] ?? 0)) lower[row * size + row] = Math.sqrt(sum);
      else return null;
    }
  }
  const inverse = new Float64Array(size * size);
  for (let unit = 0; unit < size; unit += 1) {
    const solved = new Float64Array(size);
    for (let row = 0; row < size; row += 1) {
      let sum = row === unit ? 1 : 0;
      for (let k = 0; k < row; k += 1) sum -= at(row, k) * (solved[k] ?? 0);
      solved[row] = sum / at(row, row);
    }
    for (let row = size - 1; row >= 0; row -= 1) {
      let sum = solved[row] ?? 0;
      for (let k = row + 1; k < size; k += 1) sum -= at(k, row) * (solved[k] ?? 0);
      solved[row] = sum / at(row, row);
    }
    for (let row = 0; row < size; row += 1) inverse[row * size + unit] = solved[row] ?? 0;
  }
  return inverse;
}
