import type { IdentifierKind } from '#contract/identifier.ts'
import { minutes, type NumberEvidence, type Steps } from './evidence.ts'
import { thisThing, unreadable } from './known-things.ts'
import { minutesAgo } from './wording.ts'

interface Since {
  readonly kind: IdentifierKind
  readonly title: string
  readonly family: string
  readonly points: Steps
  readonly basis: string
}

/** Whole minutes since the order before it. */
export const minutesSince = ({ kind, title, family, points, basis }: Since): NumberEvidence =>
  minutes({
    name: `${kind}.minutes_since`,
    code: `${kind}_AGAIN`.toUpperCase(),
    title,
    family,
    scope: 'store',
    direction: 'more-is-better',
    basis,
    missing: `there was no order before, ${unreadable(kind)}`,
    points,
    read: ({ now }, past) => {
      const last = past[kind]?.lastSeenAt ?? null
      return last === null ? null : Math.max(0, Math.floor((now - last) / 60_000))
    },
    say: (passed) => `The last order with ${thisThing[kind]} was ${minutesAgo(passed)}`,
  })
