import type { Context, Profile, ProfileOutcomes } from './context.ts'
import { outcomesOf } from './outcomes.ts'

/** Identifiers of a person. A device or an address may be shared, and speaks for itself. */
const memberKinds = ['email', 'account', 'card', 'phone'] as const

/** Judgement: a household has this many addresses; an office, a reseller or a test account has more. */
const mostPeople = 6

/** An order linked through one more identifier says half as much. */
const linkedWorth = 0.5

export interface GroupOutcomes {
  /** Faded, each order once however many identifiers tell of it. */
  readonly bad: number
  readonly good: number
  /** Whole orders, not faded. */
  readonly badOrders: number
  readonly lastBadAt: number | null
}

/** What is known of all orders that share a person's identifier with this one; null when it has none. */
export function groupOutcomes(context: Context): GroupOutcomes | null {
  const sent = memberKinds.flatMap((kind) => context.profiles[kind] ?? [])
  if (sent.length === 0) return null
  const known = sent.filter((profile) => !isCrowd(profile)).flatMap(({ outcomes }) => outcomes ?? [])
  const [first, ...others] = known
  if (!first) return { bad: 0, good: 0, badOrders: 0, lastBadAt: null }
  const outcomes = others.reduce(joined, first)
  const { faded, totals, lastBadAt } = outcomesOf({ outcomes }, context)
  return { bad: faded.bad + linkedWorth * faded.linked, good: faded.good, badOrders: totals.bad, lastBadAt }
}

/** Too many people share it to be one of them. */
export function isCrowd({ events }: Profile): boolean {
  const people = new Set<string>()
  for (const { partners } of events) if (partners.email !== undefined) people.add(partners.email)
  return people.size > mostPeople
}

/** The same label stands in the ring of each identifier of its order. What was folded has no id: the larger part counts. */
function joined(one: ProfileOutcomes, other: ProfileOutcomes): ProfileOutcomes {
  const events = new Map([...one.events, ...other.events].map((event) => [event.id, event]))
  return {
    events: [...events.values()],
    folded: weightOf(one) >= weightOf(other) ? one.folded : other.folded,
    lastBadAt: latest(one.lastBadAt, other.lastBadAt),
    lastTakenBackAt: latest(one.lastTakenBackAt, other.lastTakenBackAt),
  }
}

const weightOf = ({ folded }: ProfileOutcomes) => folded.reduce((sum, [, { bad, good }]) => sum + bad * 100 + good, 0)

const latest = (one: number | null, other: number | null) =>
  one === null || other === null ? (one ?? other) : Math.max(one, other)
