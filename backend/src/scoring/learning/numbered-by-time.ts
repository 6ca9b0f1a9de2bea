/** A counter agrees with the clock about the order of nearly every pair; seasons and growth do not. */
const asTime = 0.98

/** Share of neighbouring pairs, sampled over the whole span, that a number and the clock put into the same order. */
function agreesWithTime(at: Float64Array, values: Float64Array): number {
  const step = Math.max(1, Math.floor(at.length / 200))
  let [same, pairs] = [0, 0]
  for (let row = 0; row + step < at.length; row++) {
    const [time, value] = [(at[row + step] ?? 0) - (at[row] ?? 0), (values[row + step] ?? 0) - (values[row] ?? 0)]
    if (time === 0) continue
    pairs += 1
    if (time * value > 0) same += 1
  }
  return pairs < 50 ? 0 : Math.max(same, pairs - same) / pairs
}

export const isNumberedByTime = (at: Float64Array, values: Float64Array): boolean =>
  agreesWithTime(at, values) >= asTime
