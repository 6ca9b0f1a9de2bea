import type { DocumentStore, Follower } from '../../platform/documents/port.ts'
import type { Role } from '../../platform/http/caller.ts'
import { membershipId, memberships, type MembershipDocument } from './collections.ts'

/** Somebody's place in an organisation. */
export interface Place {
  readonly organizationId: string
  readonly role: Role
  /** It was closed: its owners come in to take it back, nobody else comes in. */
  readonly closed?: boolean
}
/** Of an account, as much as it takes to know its first organisation. */
export interface Somebody {
  readonly id: string
  readonly organization_id: string
  readonly role: Role
}

/** Nobody belongs to more. */
const most = 200
const mostInOne = 500

/** Where a person belongs, and as what. Read past all memory: whoever asks remembers until anything changes. */
export const createPlaces = ({
  documents,
  stateOf,
}: {
  readonly documents: Pick<DocumentStore, 'operator'>
  /** Is there such an organisation (still)? */
  readonly stateOf: (organizationId: string) => Promise<'open' | 'closed' | 'gone'>
}) => {
  const operator = documents.operator()

  const joined = async (personId: string): Promise<readonly MembershipDocument[]> => {
    const sort = { field: 'created_at', direction: 'asc' } as const
    return (await operator.find(memberships, { person_id: personId }, { sort, limit: most })).items
  }

  const all = async (person: Somebody): Promise<readonly Place[]> => {
    const stored = await joined(person.id)
    const isStored = stored.some(({ organization_id: id }) => id === person.organization_id)
    const first = isStored ? [] : [{ organizationId: person.organization_id, role: person.role }]
    const later = stored
      .filter(({ removed_at: removedAt }) => removedAt === null)
      .map(({ organization_id: organizationId, role }) => ({ organizationId, role }))
    return [...first, ...later]
  }

  /** In one organisation; undefined: not a member, or there is no such organisation any more. */
  const placeIn = async (person: Somebody, organizationId: string): Promise<Place | undefined> => {
    const stored = await operator.get(memberships, membershipId(person.id, organizationId))
    const isFirst = person.organization_id === organizationId
    if (stored ? stored.removed_at !== null : !isFirst) return undefined
    const state = await stateOf(organizationId)
    const role = stored?.role ?? person.role
    if (state === 'gone' || (state === 'closed' && role !== 'owner')) return undefined
    return { organizationId, role, ...(state === 'closed' && { closed: true }) }
  }

  /** Where a person is let in, open organisations first. */
  const entered = async (person: Somebody): Promise<readonly Place[]> => {
    const found = await Promise.all((await all(person)).map(({ organizationId }) => placeIn(person, organizationId)))
    const there = found.filter((place) => place !== undefined)
    return [...there.filter(({ closed }) => closed !== true), ...there.filter(({ closed }) => closed === true)]
  }

  return {
    entered,
    placeIn,
    /** Every trace of a person in any organisation, to be removed with the person. */
    removalOf: async (personId: string): Promise<readonly Follower[]> =>
      (await joined(personId)).map(({ id }) => ({ remove: memberships, id })),
    /** Ids of people who joined an organisation that their account was not made for. */
    joinedTo: async (organizationId: string): Promise<readonly string[]> => {
      const sort = { field: 'created_at', direction: 'asc' } as const
      const where = { organization_id: organizationId }
      const { items } = await operator.find(memberships, where, { sort, limit: mostInOne })
      return items.filter(({ removed_at: removedAt }) => removedAt === null).map(({ person_id: id }) => id)
    },
    /** The organisation that was entered last, or where none was entered the first that there is. */
    of: async (person: Somebody, last: string | undefined): Promise<Place | undefined> => {
      if (last !== undefined) return placeIn(person, last)
      return (await entered(person))[0]
    },
  }
}
export type Places = ReturnType<typeof createPlaces>
