import { LinkKind, type LinkedOrder, type OrderDetail } from '#contract/console.ts'
import type { Documents } from '../../../platform/documents/port.ts'
import type { Ladder } from '../../../platform/vault/ladder.ts'
import type { ProfileEvent } from '../../../scoring/context.ts'
import { adaptProfile, partnersOf, profileId, readProfiles, type Partners } from '../../velocity/service.ts'
import { assessments, type AssessmentRow, type RecordedOrder } from '../collections.ts'
import { asAnswered } from '../read.ts'

const kinds = LinkKind.options
type Kind = LinkKind

/** What fits on a page; the rest is counted. */
const mostShown = 12

export interface Place {
  readonly scope: Documents
  readonly ladder: Ladder
}

interface Linked {
  readonly event: ProfileEvent
  /** How many identifiers it shares with the opened order. */
  readonly shared: number
}

const eventsOf = async (
  { scope, ladder }: Place,
  row: AssessmentRow,
  order: RecordedOrder,
): Promise<readonly ProfileEvent[]> => {
  const own = kinds.flatMap((kind) => {
    const identifier = order.identifiers[kind]
    return identifier ? [{ kind, id: profileId(kind, identifier.id) }] : []
  })
  if (own.length === 0) return []
  const ids = own.map(({ id }) => id)
  const stored = await readProfiles(scope, ladder, ids)
  const events = own.flatMap(({ kind, id }) => adaptProfile(kind, stored.get(id), row.id).events)
  return [...new Map(events.map((event) => [event.id, event])).values()]
}

const byStrength = (own: Partners) => {
  const sharedBy = ({ partners }: ProfileEvent): number =>
    kinds.filter((kind) => own[kind] !== undefined && partners[kind] === own[kind]).length
  return (events: readonly ProfileEvent[]): readonly Linked[] =>
    events
      .map((event) => ({ event, shared: sharedBy(event) }))
      .sort((one, other) => other.shared - one.shared || other.event.at - one.event.at)
}

/** Letters are given out per column, A to the opened order's own value, so that equal letters are equal values. */
const createLetters = (own: Partners) => {
  const given = new Map<Kind, Map<string, string>>()
  const columnOf = (kind: Kind): Map<string, string> => {
    const known = given.get(kind)
    if (known) return known
    const value = own[kind]
    const column = new Map(value === undefined ? [] : [[value, 'A']])
    given.set(kind, column)
    return column
  }
  const letterAt = (position: number): string => (position < 26 ? String.fromCharCode(65 + position) : `Z${position}`)
  return (kind: Kind, value: string | undefined): string | null => {
    if (value === undefined) return null
    const column = columnOf(kind)
    const letter = column.get(value) ?? letterAt(own[kind] === undefined ? column.size + 1 : column.size)
    column.set(value, letter)
    return letter
  }
}

/** Other orders that share an identifier with this one, read from its profiles: no index over people is kept. */
export const linkedOrders = async (
  place: Place,
  row: AssessmentRow,
  order: RecordedOrder,
): Promise<OrderDetail['linked']> => {
  const { scope, ladder } = place
  const own = partnersOf(order.identifiers, ladder.carry)
  const ranked = byStrength(own)(await eventsOf(place, row, order))
  const shown = ranked.slice(0, mostShown)
  const stored =
    shown.length === 0
      ? []
      : await scope.getMany(
          assessments,
          shown.map(({ event }) => event.id),
        )
  const letterOf = createLetters(own)
  const orders = shown.flatMap(({ event }, at): LinkedOrder[] => {
    const answered = stored[at] && asAnswered(stored[at])
    if (!answered) return []
    const { id, order_id, attempt, created_at, trust_score, risk_level, decision } = answered
    const letters = Object.fromEntries(kinds.map((kind) => [kind, letterOf(kind, event.partners[kind])]))
    return [{ id, order_id, attempt, created_at, trust_score, risk_level, decision, letters }]
  })
  return { kinds: kinds.filter((kind) => own[kind] !== undefined), orders, more: ranked.length - shown.length }
}
