import type { DriftRow } from '#contract/console.ts'

/** Customary marks of the population stability index. */
const marks = { moved: 0.1, far: 0.25 }
/** An empty bin would make the logarithm endless. */
const floor = 0.002

/** Population stability: how far today's shares per bin are from those that were trained on; 0 is the same. */
export function stabilityOf(before: readonly number[], now: readonly number[]): number {
  const sum = before.reduce((total, share, bin) => {
    const [old, fresh] = [Math.max(floor, share), Math.max(floor, now[bin] ?? 0)]
    return total + (fresh - old) * Math.log(fresh / old)
  }, 0)
  return Math.round(sum * 1e4) / 1e4
}

export const driftState = (stability: number): DriftRow['state'] =>
  stability >= marks.far ? 'far' : stability >= marks.moved ? 'moved' : 'calm'
