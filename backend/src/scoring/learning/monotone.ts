import type { Feature } from './features.ts'
import { logOddsPerPoint } from './log-odds.ts'

interface Block {
  total: number
  weight: number
  bins: number
}

/** The nearest rising sequence, by weighted least squares: neighbours that fall are pooled. */
export function pooled(values: Float64Array, weights: Float64Array): Float64Array {
  const blocks: Block[] = []
  values.forEach((value, index) => {
    const weight = Math.max(1e-6, weights[index] ?? 0)
    let block: Block = { total: value * weight, weight, bins: 1 }
    for (
      let last = blocks.at(-1);
      last && last.total / last.weight > block.total / block.weight;
      last = blocks.at(-1)
    ) {
      block = { total: last.total + block.total, weight: last.weight + block.weight, bins: last.bins + block.bins }
      blocks.pop()
    }
    blocks.push(block)
  })
  return Float64Array.from(blocks.flatMap(({ total, weight, bins }) => new Array<number>(bins).fill(total / weight)))
}

/**
 * Corrections (log-odds of bad, missing last) such that with the expert points they only rise, or only fall. The expert
 * points count by the share that family discounts usually leave of them: then they are monotone in full as well.
 */
export function monotone({
  feature,
  share,
  weights,
  corrections,
}: {
  readonly feature: Feature
  readonly share: number
  readonly weights: Float64Array
  readonly corrections: Float64Array
}): Float64Array {
  const sign = feature.direction === 'more-is-worse' ? 1 : -1
  const bins = weights.length
  const expert = Float64Array.from({ length: bins }, (_, bin) => (feature.prior[bin] ?? 0) * share * logOddsPerPoint)
  const values = expert.map((prior, bin) => sign * (prior + (corrections[bin] ?? 0)))
  const rising = pooled(values, weights)
  const held = corrections.slice()
  for (let bin = 0; bin < bins; bin++) held[bin] = sign * (rising[bin] ?? 0) - (expert[bin] ?? 0)
  return held
}
