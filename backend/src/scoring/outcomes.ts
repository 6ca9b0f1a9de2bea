import type { Profile, ProfileOutcomes, Tally } from './context.ts'
import { isPast, type Own } from './own-order.ts'

/** Outcomes fade by the quarter of their order, so that folding a ring changes no sum and a correction cancels exactly. */
const quarterMs = 91 * 86_400_000

/** Judgement: people and addresses change hands slowly; after two years an outcome weighs half. */
const halfLifeQuarters = 8

/** Five years; what is older weighs as much as that, so that nothing is ever forgotten and no profile grows. */
export const quartersKept = 20

export const quarterOf = (at: number): number => Math.floor(at / quarterMs)

export const noTally: Tally = { bad: 0, good: 0, refused: 0, unpaid: 0, declined: 0, returned: 0, linked: 0 }

const names = Object.keys(noTally) as readonly (keyof Tally)[]

export interface Outcomes {
  /** Orders, as they stand after all corrections; never below 0. */
  readonly totals: Tally
  /** The same, faded by the age of each order. */
  readonly faded: Tally
  readonly lastBadAt: number | null
}

const none: Outcomes = { totals: noTally, faded: noTally, lastBadAt: null }

/** What was known of the other orders of this identifier by the time of this one. */
export function outcomesOf({ outcomes }: Pick<Profile, 'outcomes'>, own: Pick<Own, 'now' | 'orderRef'>): Outcomes {
  if (!outcomes) return none
  const quarter = quarterOf(own.now)
  const totals = { ...noTally }
  const faded = { ...noTally }
  const count = (of: number, tally: Tally) => {
    const weight = 2 ** (-Math.min(quartersKept, Math.max(0, quarter - of)) / halfLifeQuarters)
    for (const name of names) {
      totals[name] += tally[name]
      faded[name] += tally[name] * weight
    }
  }
  for (const [of, tally] of outcomes.folded) count(of, tally)
  for (const event of outcomes.events) if (isPast(event, own)) count(quarterOf(event.orderAt), event)
  return notForgotten(outcomes, { totals: floored(totals), faded: floored(faded), lastBadAt: null }, own.now)
}

/** A ring that overflowed may have lost a bad outcome; the note beside it has not. */
function notForgotten(known: ProfileOutcomes, outcomes: Outcomes, now: number): Outcomes {
  const { lastBadAt, lastTakenBackAt } = known
  if (outcomes.totals.bad > 0) return { ...outcomes, lastBadAt: lastBadAt ?? now }
  const isLost = known.events.every(({ bad }) => bad <= 0) && lastBadAt !== null && lastBadAt <= now
  if (!isLost || (lastTakenBackAt ?? -Infinity) >= lastBadAt) return outcomes
  const atLeastOne = (tally: Tally): Tally => ({ ...tally, bad: 1 })
  return { totals: atLeastOne(outcomes.totals), faded: atLeastOne(outcomes.faded), lastBadAt }
}

function floored(tally: Record<keyof Tally, number>): Tally {
  const held = { ...tally }
  for (const name of names) held[name] = Math.max(0, Math.round(held[name] * 1e6) / 1e6)
  return held
}
