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
  return lines.map((line, index) => {
    let stronger = 0
    // Some thirty lines: comparing each with each is quicker than sorting them.
    for (let other = 0; other < lines.length; other++) if (isStronger(lines[other], other, line, index)) stronger += 1
    return 2 ** -stronger
  })
}

/** Within one family and of one sign: more points, or the same and earlier in the registry. */
function isStronger(other: Worth | undefined, place: number, line: Worth, own: number): boolean {
  if (!other || other.family !== line.family || other.prior < 0 !== line.prior < 0) return false
  const [strength, ownStrength] = [Math.abs(other.prior), Math.abs(line.prior)]
  return strength > ownStrength || (strength === ownStrength && place < own)
}

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
