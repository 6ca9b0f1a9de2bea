const sigmoid = (x) => 1 / (1 + Math.exp(-x))

/** A slope per number (its rank among the bins, standardised), a weight per category, one for missing. */
const encode = ({ columns, sizes, ordered }, orders) =>
  columns.flatMap((column, index) => {
    const missing = sizes[index] - 1
    const dummy = (bin) => Float32Array.from({ length: orders }, (_, row) => Number(column[row] === bin))
    if (!ordered[index]) return Array.from({ length: sizes[index] }, (_, bin) => dummy(bin))
    const scale = Math.max(1, missing - 1)
    const slope = Float32Array.from(
      { length: orders },
      (_, row) => (column[row] === missing ? 0.5 : column[row] / scale) * 4 - 2,
    )
    return [slope, dummy(missing)]
  })

/** Ridge-penalised, coordinate by coordinate by Newton steps: small, exact enough, and the same every time. */
export const fitLogistic = (data, { l2 = 4, passes = 12 } = {}) => {
  const { bad } = data
  const inputs = encode(data, bad.length)
  const rate = bad.reduce((sum, one) => sum + one, 0) / bad.length
  let start = Math.log(rate / (1 - rate))
  const weights = new Float64Array(inputs.length)
  const sums = new Float64Array(bad.length).fill(start)
  const step = (input, own, pull) => {
    let [gradient, curvature] = [-pull * own, pull + 1e-9]
    for (let row = 0; row < bad.length; row += 1) {
      const x = input ? input[row] : 1
      if (x === 0) continue
      const chance = sigmoid(sums[row])
      gradient += x * (bad[row] - chance)
      curvature += x * x * chance * (1 - chance)
    }
    const by = Math.min(1, Math.max(-1, gradient / curvature))
    for (let row = 0; row < bad.length; row += 1) sums[row] += by * (input ? input[row] : 1)
    return by
  }
  for (let pass = 0; pass < passes; pass += 1) {
    start += step(undefined, 0, 0)
    inputs.forEach((input, index) => {
      weights[index] += step(input, weights[index], l2)
    })
  }
  return {
    riskOf: (columns, orders) => {
      const encoded = encode({ ...data, columns }, orders)
      return Float64Array.from({ length: orders }, (_, row) =>
        encoded.reduce((sum, input, index) => sum + weights[index] * input[row], start),
      )
    },
  }
}
