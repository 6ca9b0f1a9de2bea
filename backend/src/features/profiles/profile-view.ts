import type { ProfileDetail, ProfileOutcomes, ProfileSubject, ProfileWindow } from '#contract/console.ts'
import { identifierKinds } from '#contract/identifier.ts'
import type { Profile } from '../../scoring/context.ts'
import { profileWindows, windows } from '../../scoring/profile-windows.ts'

const dayMs = 86_400_000
const daysShown = 35
/** As for a person: the page shows the odds of the next order with it, roughly. */
const usualWeight = 2

/** Nobody's own order is left out: the page is about the identifier. */
const everything = (now: number) => ({ now, orderRef: '', partners: {} })

export const outcomesView = (profile: Profile, now: number): ProfileOutcomes => {
  const past = profileWindows(profile, everything(now))
  const { totals, lastBadAt } = past.outcomes()
  return {
    bad: totals.bad,
    good: totals.good,
    refused_deliveries: totals.refused,
    refused_payments: totals.unpaid,
    declined: totals.declined,
    returned: totals.returned,
    last_bad_at: lastBadAt === null ? null : new Date(lastBadAt).toISOString(),
    odds: Math.round(2 ** past.confirmedBits(usualWeight) * 100) / 100,
  }
}

export const windowsView = (subject: ProfileSubject, profile: Profile, now: number): ProfileWindow[] => {
  const past = profileWindows(profile, everything(now))
  const currencies = [...new Set(profile.events.map(({ currency }) => currency))].sort()
  const others = identifierKinds.filter((kind) => kind !== subject)
  return windows.map((window) => ({
    window,
    orders: past.orders(window),
    refused: past.refused(window),
    at_least: past.isLowerBound(window),
    sums: currencies
      .map((currency) => ({ currency, amount: past.sum(currency, window) }))
      .filter(({ amount }) => amount > 0),
    partners: others.map((kind) => ({ kind, count: past.distinct(kind, window) })).filter(({ count }) => count > 0),
  }))
}

export const daysView = ({ events, foldedDays = [] }: Profile, now: number): ProfileDetail['days'] => {
  const oldest = Math.floor(now / dayMs) - daysShown
  const counts = new Map<number, number>()
  const add = (day: number, orders: number) => {
    if (day > oldest) counts.set(day, (counts.get(day) ?? 0) + orders)
  }
  for (const [start, orders] of foldedDays) add(Math.floor(start / dayMs), orders)
  for (const { at } of events) add(Math.floor(at / dayMs), 1)
  return [...counts]
    .sort(([one], [other]) => one - other)
    .map(([day, orders]) => ({ day: new Date(day * dayMs).toISOString().slice(0, 10), orders }))
}
