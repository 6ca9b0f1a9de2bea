import type { IdentifierKind } from '#contract/identifier.ts'
import { isCrowd } from '../../scoring/linked-group.ts'
import type { Profile, ProfileEvent } from '../../scoring/context.ts'
import type { StoredOrder } from '../assessments/service.ts'
import { adaptProfile, profileId, type ProfileDocument } from '../velocity/service.ts'

/** Of a person. A device or an address may be shared: what happened there is seen where it is seen again, and no further. */
const personKinds: readonly IdentifierKind[] = ['email', 'account', 'card', 'phone']

/** The newest orders of one identifier, and all profiles that one label reaches: a group stays small. */
const mostOrders = 16
const mostReached = 24

type Linkable = Pick<StoredOrder, 'identifiers'>

export const personProfiles = ({ identifiers }: Linkable): readonly string[] =>
  personKinds.flatMap((kind) => {
    const identifier = identifiers[kind]
    return identifier ? [profileId(kind, identifier.id)] : []
  })

/** Other orders of the same person, as their profiles keep them; none through an identifier that a crowd shares. */
export const eventsBeside = (
  order: Pick<StoredOrder, 'identifiers' | 'orderRef'>,
  known: ReadonlyMap<string, ProfileDocument | undefined>,
): readonly ProfileEvent[] => {
  const beside = personKinds.flatMap((kind) => {
    const identifier = order.identifiers[kind]
    if (!identifier) return []
    const profile: Profile = adaptProfile(kind, known.get(profileId(kind, identifier.id)), '')
    return isCrowd(profile)
      ? []
      : profile.events.filter(({ orderRef }) => orderRef !== order.orderRef).slice(-mostOrders)
  })
  return [...new Map(beside.map((event) => [event.id, event])).values()]
}

/** Profiles of those orders that the labelled order itself does not have. */
export const reachedFrom = (order: Linkable, beside: readonly Linkable[]): readonly string[] => {
  const own = new Set(personProfiles(order))
  const reached = new Set(beside.flatMap(personProfiles).filter((id) => !own.has(id)))
  return [...reached].slice(0, mostReached)
}
