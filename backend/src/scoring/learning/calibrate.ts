import { chanceOf } from './log-odds.ts'
import type { Scored } from './measures.ts'

/** log-odds that come true = shift + scale * stated log-odds, around the middle. */
export interface Calibration {
  readonly shift: number
  readonly scale: number
}

/** No calibration, worth this many times p(1-p) of evidence: 5,000 orders at 1%, as in `baseOf`. */
const pull = { shift: 50, scale: 50 }
const steps = 12
const steepest = 1.5
const flattest = 0.67

/**
 * The two numbers that make stated odds true in one store: penalised maximum likelihood, so that few labels move little.
 * `around` is where the scale turns: the log-odds of an order at base.
 */
export function calibrate({ risk, bad, weight }: Scored, around: number): Calibration {
  let [shift, scale] = [0, 1]
  for (let step = 0; step < steps; step++) {
    let [g0, g1, h00, h01, h11] = [-pull.shift * shift, -pull.scale * (scale - 1), pull.shift, 0, pull.scale]
    risk.forEach((stated, row) => {
      const away = stated - around
      const chance = chanceOf(around + shift + scale * away)
      const worth = weight[row] ?? 0
      const off = worth * ((bad[row] ?? 0) - chance)
      const curve = worth * chance * (1 - chance)
      g0 += off
      g1 += off * away
      h00 += curve
      h01 += curve * away
      h11 += curve * away * away
    })
    const size = h00 * h11 - h01 * h01
    shift += held((h11 * g0 - h01 * g1) / size)
    scale += held((h00 * g1 - h01 * g0) / size)
  }
  return { shift, scale: Math.round(Math.min(steepest, Math.max(flattest, scale)) * 1e3) / 1e3 }
}

const held = (step: number): number => Math.min(1, Math.max(-1, step))

/** What to add to every order so that as many bad orders are stated as were seen, held back like `baseOf`. */
export function shiftOf({ risk, bad, weight }: Scored, pullToNone = pull.shift): number {
  let shift = 0
  for (let step = 0; step < steps; step++) {
    let [gradient, curvature] = [-pullToNone * shift, pullToNone + 1e-9]
    risk.forEach((stated, row) => {
      const chance = chanceOf(stated + shift)
      const worth = weight[row] ?? 0
      gradient += worth * ((bad[row] ?? 0) - chance)
      curvature += worth * chance * (1 - chance)
    })
    shift += held(gradient / curvature)
  }
  return shift
}

export const shifted = (scored: Scored, shift: number): Scored => ({
  ...scored,
  risk: scored.risk.map((risk) => risk + shift),
})
