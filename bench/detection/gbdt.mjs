/**
 * Gradient boosting as the large libraries do it: histograms over byte columns, best leaf first, Newton steps, no limit on
 * interactions. Categories are ordered by their gradients before a split is sought, as LightGBM does.
 */
const defaults = {
  rounds: 600,
  rate: 0.05,
  leaves: 24,
  l2: 2,
  leastCurvature: 0.5,
  leastOrders: 10,
  rowShare: 0.7,
  columnShare: 0.5,
  patience: 60,
}

const sigmoid = (x) => 1 / (1 + Math.exp(-x))

/** Sums of gradients, curvatures and orders per bin. */
const histogram = ({ columns, sizes }, rows, used, { gradient, curvature }) =>
  used.map((index) => {
    const sums = new Float64Array(3 * sizes[index])
    const column = columns[index]
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at]
      const place = 3 * column[row]
      sums[place] += gradient[row]
      sums[place + 1] += curvature[row]
      sums[place + 2] += 1
    }
    return sums
  })

/** What is not in one half is in the other: only the smaller one is counted. */
const without = (whole, part) => whole.map((sums, at) => sums.map((sum, place) => sum - part[at][place]))

const parted = (rows, column, goesLeft) => {
  let lefts = 0
  for (let at = 0; at < rows.length; at += 1) lefts += goesLeft[column[rows[at]]]
  const [left, right] = [new Uint32Array(lefts), new Uint32Array(rows.length - lefts)]
  let [l, r] = [0, 0]
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]
    if (goesLeft[column[row]] === 1) left[l++] = row
    else right[r++] = row
  }
  return [left, right]
}

const orderOf = (sums, size, isOrdered) => {
  const bins = Array.from({ length: size }, (_, bin) => bin).filter((bin) => sums[3 * bin + 2] > 0)
  const slope = (bin) => sums[3 * bin] / (sums[3 * bin + 1] + 10)
  return isOrdered ? bins : bins.sort((one, other) => slope(one) - slope(other))
}

const bestSplit = (data, used, sums, settings) => {
  const { l2, leastCurvature, leastOrders } = settings
  let best = { gain: 1e-6 }
  used.forEach((index, at) => {
    const own = sums[at]
    const size = data.sizes[index]
    let [g, h, n] = [0, 0, 0]
    for (let bin = 0; bin < size; bin += 1) {
      g += own[3 * bin]
      h += own[3 * bin + 1]
      n += own[3 * bin + 2]
    }
    const whole = (g * g) / (h + l2)
    let [gl, hl, nl] = [0, 0, 0]
    const bins = orderOf(own, size, data.ordered[index])
    for (let place = 0; place < bins.length - 1; place += 1) {
      const bin = bins[place]
      gl += own[3 * bin]
      hl += own[3 * bin + 1]
      nl += own[3 * bin + 2]
      if (hl < leastCurvature || nl < leastOrders) continue
      if (h - hl < leastCurvature || n - nl < leastOrders) break
      const gain = (gl * gl) / (hl + l2) + ((g - gl) * (g - gl)) / (h - hl + l2) - whole
      if (gain > best.gain) best = { gain, index, left: bins.slice(0, place + 1) }
    }
  })
  return best
}

const growTree = (data, rows, used, slopes, settings) => {
  const leafOf = (own, sums) => ({ rows: own, sums, split: bestSplit(data, used, sums, settings) })
  const countOf = (own) => histogram(data, own, used, slopes)
  const root = leafOf(rows, countOf(rows))
  const leaves = [root]
  while (leaves.length < settings.leaves) {
    const widest = leaves.reduce(
      (one, other) => ((other.split.index ?? -1) >= 0 && other.split.gain > (one?.split.gain ?? 1e-6) ? other : one),
      undefined,
    )
    if (!widest || widest.split.index === undefined) break
    const { index, left: bins } = widest.split
    const goesLeft = new Uint8Array(data.sizes[index])
    for (const bin of bins) goesLeft[bin] = 1
    const [left, right] = parted(widest.rows, data.columns[index], goesLeft)
    const fewer = countOf(left.length < right.length ? left : right)
    const more = without(widest.sums, fewer)
    const [ofLeft, ofRight] = left.length < right.length ? [fewer, more] : [more, fewer]
    Object.assign(widest, { index, goesLeft, sums: null, left: leafOf(left, ofLeft), right: leafOf(right, ofRight) })
    leaves.splice(leaves.indexOf(widest), 1, widest.left, widest.right)
  }
  const { gradient, curvature } = slopes
  for (const leaf of leaves) {
    let [g, h] = [0, 0]
    for (const row of leaf.rows) {
      g += gradient[row]
      h += curvature[row]
    }
    leaf.value = (settings.rate * g) / (h + settings.l2)
  }
  const slim = ({ index, goesLeft, left, right, value }) =>
    index === undefined ? { value } : { index, goesLeft, left: slim(left), right: slim(right) }
  return slim(root)
}

const leafFor = (tree, columns, row) => {
  let node = tree
  while (node.value === undefined) node = node.goesLeft[columns[node.index][row]] === 1 ? node.left : node.right
  return node.value
}

const lossOf = (bad, sums, from) => {
  let loss = 0
  for (let row = from; row < bad.length; row += 1) loss += Math.log1p(Math.exp(bad[row] ? -sums[row] : sums[row]))
  return loss
}

const boost = (data, trainRows, random, settings, onRound) => {
  const { bad } = data
  const rate = trainRows.reduce((sum, row) => sum + bad[row], 0) / trainRows.length
  const start = Math.log(rate / (1 - rate))
  const sums = new Float64Array(bad.length).fill(start)
  const [gradient, curvature] = [new Float64Array(bad.length), new Float64Array(bad.length)]
  const trees = []
  for (let round = 0; round < settings.rounds; round += 1) {
    for (let row = 0; row < bad.length; row += 1) {
      const chance = sigmoid(sums[row])
      gradient[row] = bad[row] - chance
      curvature[row] = chance * (1 - chance)
    }
    const rows = trainRows.filter(() => random.next() < settings.rowShare)
    const used = data.columns.flatMap((_, index) => (random.next() < settings.columnShare ? [index] : []))
    const tree = growTree(data, rows, used, { gradient, curvature }, settings)
    for (let row = 0; row < bad.length; row += 1) sums[row] += leafFor(tree, data.columns, row)
    trees.push(tree)
    if (onRound(sums, round)) break
  }
  return { start, trees }
}

/** Rows in the order of time. The number of rounds is found on the latest fifth, then all rows are used. */
export const fitBoosting = (data, random, more = {}) => {
  const settings = { ...defaults, ...more }
  const all = Uint32Array.from(data.bad.keys())
  const middle = Math.floor(all.length * 0.8)
  let best = { loss: Infinity, round: 0 }
  boost(data, all.subarray(0, middle), random, settings, (sums, round) => {
    const loss = lossOf(data.bad, sums, middle)
    if (loss < best.loss) best = { loss, round }
    return round - best.round > settings.patience
  })
  const rounds = Math.max(10, best.round + 1)
  const { start, trees } = boost(data, all, random, { ...settings, rounds }, () => false)
  return {
    rounds,
    riskOf: (columns, orders) =>
      Float64Array.from({ length: orders }, (_, row) =>
        trees.reduce((sum, tree) => sum + leafFor(tree, columns, row), start),
      ),
  }
}
