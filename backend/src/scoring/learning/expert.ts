import type { Weighing } from '../counted.ts'
import { registry } from '../registry.ts'
import type { Feature } from './features.ts'
import { binCount } from './tables.ts'

/** Expert points of one order, and what family discounts left of each. */
export interface Expert {
  readonly total: number
  /** Per feature; 0 where it says nothing. */
  readonly shares: Float64Array
}

interface Said {
  readonly index: number
  readonly prior: number
}

/**
 * The expert points of orders whose evidence is known by its bins: expert points are one number in each bin, so this is the
 * scorecard without reading values again. Much faster than the judge, and held to it by a law.
 */
export const createExpert = (features: readonly Feature[], { off, weights = {} }: Weighing) => {
  const points = features.map((feature) => {
    const weight = off.includes(feature.name) ? 0 : (weights[feature.name] ?? 1)
    return Float64Array.from({ length: binCount(feature) + 1 }, (_, bin) => (feature.prior[bin] ?? 0) * weight)
  })
  const families = registry.map(({ family }) => family)
  const numbers = new Map([...new Set(families)].map((family, number) => [family, number]))
  const familyOf = families.map((family) => numbers.get(family) ?? 0)
  const shares = new Float64Array(features.length)
  const groups: Said[][] = Array.from({ length: numbers.size * 2 }, () => [])

  /** `shares` is overwritten by the next call. */
  return (bins: Uint8Array): Expert => {
    shares.fill(0)
    const met: Said[][] = []
    points.forEach((worth, index) => {
      const prior = worth[bins[index] ?? 0] ?? 0
      if (prior === 0) return
      const group = groups[(familyOf[index] ?? 0) * 2 + (prior < 0 ? 0 : 1)] ?? []
      if (group.length === 0) met.push(group)
      group.push({ index, prior })
    })
    let total = 0
    for (const group of met) {
      if (group.length > 1) group.sort((a, b) => Math.abs(b.prior) - Math.abs(a.prior) || a.index - b.index)
      let share = 1
      for (const { index, prior } of group) {
        shares[index] = share
        total += prior * share
        share /= 2
      }
      group.length = 0
    }
    return { total, shares }
  }
}
