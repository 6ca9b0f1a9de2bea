/** A line before rounding: what an evidence is worth, and in which family. */
export interface Worth {
  readonly family: string
  readonly prior: number
}

/**
 * Inside a family the strongest counts fully, the next ones half, a quarter, ..., apart for losses and gains, ties by
 * registry order: five views of one burst are not five proofs. Answers the share of each line, in the order given.
 */
export function familyShares(lines: readonly Worth[]): number[] {
  const shares = new Array<number>(lines.length).fill(1)
  const ranked = lines.map((_, index) => index).sort((a, b) => strength(lines[b]) - strength(lines[a]) || a - b)
  const next = new Map<string, number>()
  for (const index of ranked) {
    const { family, prior } = lines[index] ?? { family: '', prior: 0 }
    const key = prior < 0 ? `-${family}` : `+${family}`
    const share = next.get(key) ?? 1
    shares[index] = share
    next.set(key, share / 2)
  }
  return shares
}

const strength = (line: Worth | undefined) => Math.abs(line?.prior ?? 0)

/** Half away from zero, so that losses and gains are rounded alike; never -0. */
export const roundPoints = (points: number): number => Math.sign(points) * Math.round(Math.abs(points)) || 0

/**
 * Evidence that stands on the device being recognised. Identical phones collide and ids drift, so these alone never
 * decline an order.
 */
export const deviceFamilies: ReadonlySet<string> = new Set([
  'device-activity',
  'device-history',
  'device-outcomes',
  'network-device',
])
