/** A line before rounding: what an evidence is worth, and in which family. */
export interface Worth {
  readonly family: string
  readonly prior: number
}

/**
 * Inside a family the strongest counts fully, the next ones half, a quarter, ..., apart for losses and gains, ties by
 * registry order: five views of one burst are not five proofs. Answers the share of each line, in the order given; 1 where
 * there are no points.
 */
export function familyShares(lines: readonly Worth[]): number[] {
  const shares = new Array<number>(lines.length).fill(1)
  // With learned tables most lines have a correction and no expert points: there is nothing to share out among them.
  const places: number[] = []
  for (let index = 0; index < lines.length; index++) if (lines[index]?.prior !== 0) places.push(index)
  for (const place of places) shares[place] = 2 ** -strongerThan(place, places, lines)
  return shares
}

/** Some thirty lines have points: comparing each with each is quicker than sorting them. */
function strongerThan(place: number, places: readonly number[], lines: readonly Worth[]): number {
  const line = lines[place]
  let stronger = 0
  if (!line) return stronger
  for (let index = 0; index < places.length; index++) {
    const other = places[index] ?? place
    if (isStronger(lines[other], other, line, place)) stronger += 1
  }
  return stronger
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
