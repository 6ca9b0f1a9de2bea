import { AppError } from '../../platform/app-error.ts'
import { Conflict } from '../../platform/documents/port.ts'
import type { Person } from '../../platform/http/authenticators.ts'
import type { Proof } from '../accounts/service.ts'
import { operatorAuditEntry, type Actor } from '../audit/service.ts'
import { mailEntry } from '../mail/service.ts'
import type { ClosingDeps } from './deps.ts'

export type Outcome = 'leave' | 'close' | 'transfer_first'

export interface Leaving {
  readonly id: string
  readonly name: string
  readonly outcome: Outcome
  /** Stores that are erased with it. */
  readonly stores: number
}

type Somebody = Awaited<ReturnType<ClosingDeps['accounts']['person']>>

const refusal = (blocking: readonly Leaving[]): AppError =>
  new AppError('last_owner', {
    detail: `Make somebody else owner first, or take everybody out: ${blocking.map(({ name }) => name).join(', ')}.`,
  })

/** What becomes of each organisation when this person goes. */
const createOutcomes = ({ organisations: { places, members, named }, merchants }: ClosingDeps) => {
  const outcomeIn = async (organizationId: string, personId: string): Promise<Outcome> => {
    const others = (await members.list(organizationId)).filter(({ id }) => id !== personId)
    if (others.length === 0) return 'close'
    return others.some(({ role }) => role === 'owner') ? 'leave' : 'transfer_first'
  }
  return async (person: Somebody): Promise<readonly Leaving[]> =>
    Promise.all(
      (await places.entered(person)).map(async ({ organizationId: id, role, closed }) => {
        const { name } = await named(id)
        const stores = (await merchants.everOfOrganization(id)).length
        // Of a closed one everybody goes anyway.
        if (role !== 'owner' || closed === true) return { id, name, outcome: 'leave' as const, stores }
        return { id, name, outcome: await outcomeIn(id, person.id), stores }
      }),
    )
}

/** A person and every trace of who they were, at once. Used by the worker too, when an organisation is gone. */
export const createEraseAccount = ({ clock, book, accounts, organisations: { places } }: ClosingDeps) => {
  return async (person: Somebody, by: Actor, organizationIds: readonly string[]): Promise<void> => {
    const at = clock()
    const traces = [...new Set([person.organization_id, ...organizationIds])].map((organizationId) =>
      operatorAuditEntry({
        ...{ organization_id: organizationId, actor: by, action: 'person.deleted', at },
        object: { type: 'person', id: person.id },
      }),
    )
    const data = { at: new Date(at).toUTCString() }
    const letter = mailEntry({ kind: 'account-deleted', to: person.email, data }, { at, cause: `deleted ${person.id}` })
    await book.eraseAccount(person, by.id ?? by.type, [
      ...traces,
      letter,
      ...(await places.removalOf(person.id)),
      ...(await accounts.removalOf(person)),
    ])
  }
}

/**
 * One's own account. There is no grace: an account that somebody wants gone must not stay a way in for a month, and what
 * it stands for (organisations, stores) has a grace of its own.
 */
export const createDeleteAccount = (deps: ClosingDeps) => {
  const { accounts, apiKeys, book, merchants, organisations, network } = deps
  const outcomesOf = createOutcomes(deps)
  const erase = createEraseAccount(deps)

  /** Nobody is left who could take it back, so it is not kept for them. */
  const closeWith = async (organizationId: string, by: Actor): Promise<void> => {
    const closing = await book.of(organizationId)
    if (closing) return
    for (const { merchantId } of await merchants.everOfOrganization(organizationId)) {
      await network.leave(by, merchantId)
    }
    await book.close({ id: organizationId, kind: 'organization', organizationId }, by, { wait: 0 })
  }

  const leave = async (organizationId: string, personId: string): Promise<void> => {
    const stores = (await merchants.everOfOrganization(organizationId)).map(({ merchantId }) => merchantId)
    await apiKeys.expose(stores, personId)
  }

  const goFrom = async (person: Somebody, leaving: readonly Leaving[]): Promise<void> => {
    const by = { type: 'person', id: person.id } as const
    for (const { id, outcome } of leaving) await (outcome === 'close' ? closeWith(id, by) : leave(id, person.id))
    const ids = leaving.map(({ id }) => id)
    await erase(person, by, ids).catch((error: unknown) => {
      // Asked twice at once: it is gone.
      if (!(error instanceof Conflict)) throw error
    })
  }

  /** Nobody may go over to or leave one of them meanwhile, or the last owner could go unseen. */
  const aloneInAll = async (ids: readonly string[], change: () => Promise<void>): Promise<void> => {
    const [first, ...rest] = ids
    if (first === undefined) return change()
    return organisations.members.alone(first, () => aloneInAll(rest, change))
  }

  return {
    preview: async ({ personId }: Person): Promise<readonly Leaving[]> => outcomesOf(await accounts.person(personId)),
    /** Throws `last_owner`, `code_wrong`, `people_changing`. */
    remove: async ({ personId }: Person, proof: Proof): Promise<void> => {
      const person = await accounts.proveAgain(personId, proof)
      const ids = (await outcomesOf(person)).map(({ id }) => id).sort()
      await aloneInAll(ids, async () => {
        const leaving = await outcomesOf(person)
        const blocking = leaving.filter(({ outcome }) => outcome === 'transfer_first')
        if (blocking.length > 0) throw refusal(blocking)
        await goFrom(person, leaving)
      })
    },
  }
}
