import { AppError } from '../../platform/app-error.ts'
import type { ActingRole, Role } from '../../platform/http/caller.ts'
import type { Person } from '../../platform/http/authenticators.ts'
import { operatorAuditEntry, type AuditAction } from '../audit/service.ts'
import { membershipId, memberships } from './collections.ts'
import type { OrganisationDeps } from './deps.ts'
import type { Place } from './places.ts'

export interface Member {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly since: number
}

const mostMembers = 500
/** Longer than a change takes; a process that dies holds the others up for no longer. */
const leaseMs = 10_000

/** Owners deal with everybody, admins with those below them. */
export const mayManage = (manager: ActingRole, ...of: readonly Role[]): boolean =>
  manager === 'owner' || (manager === 'admin' && of.every((role) => role === 'approver' || role === 'viewer'))

/** Who is in an organisation, and as what. */
export const createDirectory = ({
  documents,
  accounts,
  places,
}: Pick<OrganisationDeps, 'documents' | 'places'> & {
  readonly accounts: Pick<OrganisationDeps['accounts'], 'person' | 'ofOrganization'>
}) => {
  const operator = documents.operator()

  const list = async (organizationId: string): Promise<readonly Member[]> => {
    const sort = { field: 'created_at', direction: 'asc' } as const
    const where = { organization_id: organizationId }
    const { items: stored } = await operator.find(memberships, where, { sort, limit: mostMembers })
    const known = new Set(stored.map(({ person_id: id }) => id))
    const first = (await accounts.ofOrganization(organizationId)).filter(({ id }) => !known.has(id))
    const joined = stored.filter(({ removed_at: removedAt }) => removedAt === null)
    const later = await Promise.all(
      joined.map(async ({ person_id: id, role, created_at: since }) => {
        const person = await accounts.person(id).catch(() => undefined)
        return person ? [{ id, name: person.name, email: person.email, role, since }] : []
      }),
    )
    return [
      ...first.map(({ id, name, email, role, created_at: since }) => ({ id, name, email, role, since })),
      ...later.flat(),
    ]
  }

  const memberOf = async (organizationId: string, personId: string): Promise<Place> => {
    const person = await accounts.person(personId).catch(() => undefined)
    const place = person && (await places.placeIn(person, organizationId))
    if (!place) throw new AppError('not_found', { detail: 'There is no such person here.' })
    return place
  }

  const keepAnOwner = async (organizationId: string, without: string): Promise<void> => {
    const others = (await list(organizationId)).filter(({ id, role }) => role === 'owner' && id !== without)
    if (others.length === 0) throw new AppError('last_owner')
  }

  return { list, memberOf, keepAnOwner }
}

const createMemberWriter = ({ documents, clock, changes, accounts, apiKeys, merchants }: OrganisationDeps) => {
  const operator = documents.operator()

  /** One change of people at a time per organisation: two owners who leave at once must not both be the second to last. */
  const alone = async <T>(organizationId: string, change: () => Promise<T>): Promise<T> => {
    const lease = await documents.lease(`people of ${organizationId}`, leaseMs)
    if (!lease) throw new AppError('people_changing', { retryAfterSeconds: 1 })
    try {
      return await change()
    } finally {
      await lease.release()
    }
  }

  const write = async (
    by: Person,
    personId: string,
    set: { readonly role: Role; readonly removed_at: number | null },
    action: AuditAction,
  ): Promise<void> => {
    const { organizationId } = by
    const now = clock()
    const id = membershipId(personId, organizationId)
    const create = { id, person_id: personId, organization_id: organizationId, created_at: now, ...set }
    const trace = operatorAuditEntry({
      organization_id: organizationId,
      actor: { type: 'person', id: by.personId },
      action,
      object: { type: 'person', id: personId },
      at: now,
      details: { role: set.role },
    })
    await operator.write({ upsert: memberships, id, create, changes: { set } }, [trace])
    await changes.announce()
  }

  /** Out: their tokens open nothing from here on, and keys whose secrets they saw are marked. */
  const takeOut = async (by: Person, personId: string, role: Role, action: AuditAction): Promise<void> => {
    await write(by, personId, { role, removed_at: clock() }, action)
    await accounts.signOutEverywhere(personId)
    const stores = await merchants.ofOrganization(by.organizationId)
    await apiKeys.expose(
      stores.map(({ merchantId }) => merchantId),
      personId,
    )
  }

  return { alone, write, takeOut }
}

export const createMembers = (deps: OrganisationDeps) => {
  const { list, memberOf, keepAnOwner } = createDirectory(deps)
  const { alone, write, takeOut } = createMemberWriter(deps)

  return {
    list,
    alone,
    changeRole: (by: Person, personId: string, role: Role): Promise<void> =>
      alone(by.organizationId, async () => {
        const place = await memberOf(by.organizationId, personId)
        if (!mayManage(by.role, place.role, role)) throw new AppError('role_insufficient')
        if (place.role === 'owner' && role !== 'owner') await keepAnOwner(by.organizationId, personId)
        await write(by, personId, { role, removed_at: null }, 'person.role_changed')
      }),
    remove: (by: Person, personId: string): Promise<void> =>
      alone(by.organizationId, async () => {
        const { role } = await memberOf(by.organizationId, personId)
        if (!mayManage(by.role, role)) throw new AppError('role_insufficient')
        if (role === 'owner') await keepAnOwner(by.organizationId, personId)
        await takeOut(by, personId, role, 'person.removed')
      }),
    leave: (by: Person): Promise<void> =>
      alone(by.organizationId, async () => {
        const { role } = await memberOf(by.organizationId, by.personId)
        if (role === 'owner') await keepAnOwner(by.organizationId, by.personId)
        await takeOut(by, by.personId, role, 'person.left')
      }),
    /** The other becomes owner, then this one admin: there is an owner at every instant. */
    transfer: (by: Person, personId: string): Promise<void> =>
      alone(by.organizationId, async () => {
        await memberOf(by.organizationId, personId)
        if (personId === by.personId) throw new AppError('validation_failed', { detail: 'You are the owner already.' })
        await write(by, personId, { role: 'owner', removed_at: null }, 'ownership.transferred')
        await write(by, by.personId, { role: 'admin', removed_at: null }, 'person.role_changed')
      }),
  }
}
