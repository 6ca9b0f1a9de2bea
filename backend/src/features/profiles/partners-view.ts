import { ProfileKind, type ProfilePartner, type ProfileSubject } from '#contract/console.ts'
import { shortIdentifier, type Identifier } from '../../platform/identifiers/identify.ts'
import type { Ladder } from '../../platform/vault/ladder.ts'
import type { Profile } from '../../scoring/context.ts'
import type { StoredOrder } from '../assessments/service.ts'

const mostShown = 20
const shownLength = 4

interface Met {
  readonly kind: ProfileKind
  readonly name: string
  orders: number
  lastAt: number
}

const nameOf = (kind: ProfileKind, short: string): string => `${kind}:${short}`

const metIn = (subject: ProfileSubject, { events }: Profile): readonly Met[] => {
  const met = new Map<string, Met>()
  for (const { at, partners } of events) {
    for (const kind of ProfileKind.options) {
      const short = partners[kind]
      if (short === undefined || kind === subject) continue
      const name = nameOf(kind, short)
      const known = met.get(name) ?? { kind, name, orders: 0, lastAt: at }
      known.orders += 1
      known.lastAt = Math.max(known.lastAt, at)
      met.set(name, known)
    }
  }
  return [...met.values()].sort((one, other) => other.orders - one.orders || other.lastAt - one.lastAt)
}

/** Rings hold short names; the orders that are shown hold the identifiers behind them. */
const identifiersIn = (stored: readonly StoredOrder[], ladder: Ladder): ReadonlyMap<string, Identifier> =>
  new Map(
    stored.flatMap(({ identifiers }) =>
      ProfileKind.options.flatMap((kind) => {
        const identifier = identifiers[kind]
        return identifier ? [[nameOf(kind, ladder.carry(shortIdentifier(identifier.id))), identifier] as const] : []
      }),
    ),
  )

export const partnersView = (
  subject: ProfileSubject,
  profile: Profile,
  stored: readonly StoredOrder[],
  ladder: Ladder,
): ProfilePartner[] => {
  const known = identifiersIn(stored, ladder)
  return metIn(subject, profile)
    .slice(0, mostShown)
    .map(({ kind, name, orders, lastAt }) => {
      const identifier = known.get(name)
      return {
        kind,
        ref: identifier?.id ?? null,
        hint: identifier?.hint ?? null,
        short: (identifier?.id ?? name.slice(kind.length + 1)).slice(0, shownLength),
        orders,
        last_seen_at: new Date(lastAt).toISOString(),
      }
    })
}
