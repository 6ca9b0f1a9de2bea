/**
 * Solves for the step of one table: `diagonal` on the diagonal and -pull beside it among the first `linked` rows; the
 * rest stand alone. Thomas algorithm: the matrix is diagonally dominant, so no pivoting is needed.
 */
export function solveTridiagonal(
  diagonal: Float64Array,
  right: Float64Array,
  pull: number,
  linked: number,
): Float64Array {
  const size = right.length
  const [over, solved] = [new Float64Array(size), new Float64Array(size)]
  for (let row = 0; row < linked; row++) {
    const isFirst = row === 0
    const pivot = (diagonal[row] ?? 1) + (isFirst ? 0 : pull * (over[row - 1] ?? 0))
    over[row] = row < linked - 1 ? -pull / pivot : 0
    solved[row] = ((right[row] ?? 0) + (isFirst ? 0 : pull * (solved[row - 1] ?? 0))) / pivot
  }
  for (let row = linked - 2; row >= 0; row--) {
    solved[row] = (solved[row] ?? 0) - (over[row] ?? 0) * (solved[row + 1] ?? 0)
  }
  for (let row = linked; row < size; row++) solved[row] = (right[row] ?? 0) / (diagonal[row] ?? 1)
  return solved
}
