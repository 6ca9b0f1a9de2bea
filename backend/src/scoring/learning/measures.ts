import { chanceOf } from './log-odds.ts'

/** Orders with known outcome and what a score said of them: log-odds of bad, or anything else where more is riskier. */
export interface Scored {
  readonly risk: Float64Array
  readonly bad: Uint8Array
  readonly weight: Float64Array
}

/** Orders of equal risk, riskiest first: an order of ranking that no tie can improve. */
export interface Tie {
  readonly risk: number
  readonly bad: number
  readonly good: number
}

export function tiesOf({ risk, bad, weight }: Scored): Tie[] {
  const ranked = Uint32Array.from(risk, (_, row) => row).sort((a, b) => (risk[b] ?? 0) - (risk[a] ?? 0) || a - b)
  const ties: { risk: number; bad: number; good: number }[] = []
  for (const row of ranked) {
    const at = risk[row] ?? 0
    let tie = ties.at(-1)
    if (tie?.risk !== at) ties.push((tie = { risk: at, bad: 0, good: 0 }))
    tie[bad[row] === 1 ? 'bad' : 'good'] += weight[row] ?? 0
  }
  return ties
}

const totalsOf = (ties: readonly Tie[]) => ({
  bad: ties.reduce((total, tie) => total + tie.bad, 0),
  good: ties.reduce((total, tie) => total + tie.good, 0),
})

/** Chance that a bad order is ranked above a good one, ties half; null without both kinds. */
export function aucOf(ties: readonly Tie[]): number | null {
  const { bad, good } = totalsOf(ties)
  if (bad === 0 || good === 0) return null
  let [below, won] = [good, 0]
  for (const tie of ties) {
    below -= tie.good
    won += tie.bad * (below + tie.good / 2)
  }
  return won / (bad * good)
}

/** Share of bad orders found when this share of the good ones is stopped; a tie counts by its share. */
export function recallAt(ties: readonly Tie[], falsePositives: number): number | null {
  const { bad, good } = totalsOf(ties)
  if (bad === 0 || good === 0) return null
  const allowed = falsePositives * good
  let [stopped, found] = [0, 0]
  for (const tie of ties) {
    const fits = tie.good === 0 ? 1 : Math.min(1, (allowed - stopped) / tie.good)
    if (fits <= 0) break
    found += tie.bad * fits
    stopped += tie.good
  }
  return found / bad
}

/** How many times more bad orders the riskiest part holds than chance would. */
export function liftAt(ties: readonly Tie[], part: number): number | null {
  const { bad, good } = totalsOf(ties)
  if (bad === 0) return null
  let [room, found] = [part * (bad + good), 0]
  for (const tie of ties) {
    const fits = Math.min(1, room / (tie.bad + tie.good))
    if (fits <= 0) break
    found += tie.bad * fits
    room -= tie.bad + tie.good
  }
  return found / bad / part
}

/** Share of good orders stopped (x) against share of bad ones found (y), at most this many points. */
export function rankingCurve(ties: readonly Tie[], points = 60): { readonly x: number; readonly y: number }[] {
  const { bad, good } = totalsOf(ties)
  const curve = [{ x: 0, y: 0 }]
  if (bad === 0 || good === 0) return [...curve, { x: 1, y: 1 }]
  let [found, stopped] = [0, 0]
  for (const tie of ties) {
    found += tie.bad / bad
    stopped += tie.good / good
    const last = curve.at(-1) ?? { x: 0, y: 0 }
    const isFar = stopped - last.x >= 1 / points || found - last.y >= 1 / points
    if (isFar) curve.push({ x: stopped, y: found })
  }
  return [...curve.filter(({ x }) => x < 1), { x: 1, y: 1 }]
}

/** Mean weighted negative log-likelihood of what the log-odds state. */
export function logLossOf({ risk, bad, weight }: Scored): number | null {
  let [loss, total] = [0, 0]
  risk.forEach((logOdds, row) => {
    const chance = chanceOf(logOdds)
    loss -= (weight[row] ?? 0) * Math.log(Math.max(1e-15, bad[row] === 1 ? chance : 1 - chance))
    total += weight[row] ?? 0
  })
  return total === 0 ? null : loss / total
}

export interface CalibrationRow {
  /** Log-odds of bad, inclusive below and exclusive above. */
  readonly from: number
  readonly to: number
  readonly orders: number
  readonly bad: number
  readonly stated: number
  readonly seen: number
  /** 95% interval of what was seen (Wilson). */
  readonly low: number
  readonly high: number
}

/** Stated against seen share of bad orders, per step of ten points. */
export function calibrationOf({ risk, bad, weight }: Scored, step = Math.LN2): CalibrationRow[] {
  const rows = new Map<number, { orders: number; weight: number; bad: number; stated: number }>()
  risk.forEach((logOdds, row) => {
    const place = Math.floor(logOdds / step)
    const worth = weight[row] ?? 0
    const seen = rows.get(place) ?? { orders: 0, weight: 0, bad: 0, stated: 0 }
    seen.orders += 1
    seen.weight += worth
    seen.bad += bad[row] === 1 ? worth : 0
    seen.stated += worth * chanceOf(logOdds)
    rows.set(place, seen)
  })
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([place, { orders, weight: total, bad: found, stated }]) => ({
      ...{ from: place * step, to: (place + 1) * step, orders, bad: found },
      ...{ stated: stated / total, seen: found / total },
      ...wilson(found, total),
    }))
}

export function wilson(found: number, total: number): { readonly low: number; readonly high: number } {
  const z = 1.96
  const share = found / total
  const middle = (share + (z * z) / (2 * total)) / (1 + (z * z) / total)
  const reach = (z / (1 + (z * z) / total)) * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total))
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) }
}

export interface Measures {
  readonly orders: number
  readonly bad: number
  readonly auc: number | null
  readonly recallAt1: number | null
  readonly recallAt5: number | null
  readonly liftAt20: number | null
  readonly logLoss: number | null
  /** Bad orders stated over bad orders seen. */
  readonly statedOverSeen: number | null
}

export function measuresOf(scored: Scored): Measures {
  const ties = tiesOf(scored)
  const { bad } = totalsOf(ties)
  const stated = scored.risk.reduce((total, risk, row) => total + (scored.weight[row] ?? 0) * chanceOf(risk), 0)
  return {
    orders: scored.risk.length,
    bad: scored.bad.reduce((total, one) => total + one, 0),
    auc: aucOf(ties),
    recallAt1: recallAt(ties, 0.01),
    recallAt5: recallAt(ties, 0.05),
    liftAt20: liftAt(ties, 0.2),
    logLoss: logLossOf(scored),
    statedOverSeen: bad === 0 ? null : stated / bad,
  }
}

export interface Money {
  /** Minor units, of one currency. */
  readonly amount: Float64Array
  /** Share of an amount that a good order earns. */
  readonly margin: number
  /** Paid on top of a lost order. */
  readonly chargebackFee: number
}

/**
 * What stopping the riskiest orders is worth against letting all through: losses prevented less margins lost, when this
 * share of orders is approved.
 */
export function moneySaved(scored: Scored, { amount, margin, chargebackFee }: Money, approved: number): number {
  const { risk, bad, weight } = scored
  const ranked = Uint32Array.from(risk, (_, row) => row).sort((a, b) => (risk[b] ?? 0) - (risk[a] ?? 0) || a - b)
  const stopped = Math.round((1 - approved) * ranked.length)
  let saved = 0
  for (const row of ranked.subarray(0, stopped)) {
    const value = amount[row] ?? 0
    saved += (weight[row] ?? 0) * (bad[row] === 1 ? value + chargebackFee : -margin * value)
  }
  return saved
}
