import { AppError } from '../../platform/app-error.ts'
import { createCached } from '../../platform/changes/cached.ts'
import type { ChangeFeed } from '../../platform/changes/change-feed.ts'
import type { Clock } from '../../platform/clock.ts'
import { everyPage } from '../../platform/documents/every-page.ts'
import { Conflict, type DocumentStore, type Follower } from '../../platform/documents/port.ts'
import { operatorAuditEntry, type Actor, type AuditAction } from '../audit/service.ts'
import { closings, type ClosingDocument, type ClosingKind } from './collections.ts'

/** FL7: an account ends, and 30 days later what belonged to it is gone. As long an owner can take it back. */
export const graceMs = 30 * 24 * 3_600_000

export interface Ending {
  readonly id: string
  readonly kind: ClosingKind
  readonly organizationId: string
}

export interface BookDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly changes: ChangeFeed
}

const pageSize = 200

const actions = {
  store: { closed: 'store.closed', back: 'store.taken_back', erased: 'store.erased' },
  organization: { closed: 'organization.closed', back: 'organization.taken_back', erased: 'organization.erased' },
} as const satisfies Record<Exclude<ClosingKind, 'account'>, Record<string, AuditAction>>

type Ended = Ending & { readonly kind: 'store' | 'organization' }

/** Who wrote what became of it, as a follower of the change. */
const traceOf = ({ id, kind, organizationId }: Ended, step: keyof (typeof actions)['store'], by: Actor, at: number) =>
  operatorAuditEntry({
    ...{ organization_id: organizationId, actor: by, action: actions[kind][step], at },
    ...{ merchant_id: kind === 'store' ? id : null },
    object: { type: kind === 'store' ? 'merchant' : 'organization', id },
  })

const createBookReader = ({ documents, changes }: BookDeps) => {
  const operator = documents.operator()
  const known = createCached({ changes, load: (id) => operator.get(closings, id) })
  const pages = async (where: Readonly<Record<string, string>>, field: 'closed_at' | 'erase_at') => {
    const sort = { field, direction: 'asc' } as const
    const all: ClosingDocument[] = []
    for await (const items of everyPage((from) => operator.find(closings, where, { sort, limit: pageSize, ...from })))
      all.push(...items)
    return all
  }
  return {
    /** From memory; a change is in force here at once and elsewhere within 2 s. */
    of: known,
    isClosed: async (id: string): Promise<boolean> => (await known(id)) !== undefined,
    isErased: async (id: string): Promise<boolean> => (await known(id))?.state === 'erased',
    ofOrganization: (organizationId: string) => pages({ organization_id: organizationId }, 'closed_at'),
    inState: (state: ClosingDocument['state']) => pages({ state }, 'erase_at'),
  }
}

/** Closing stops everything at once; erasure comes when the time to take it back is over. */
export const createClosingBook = (deps: BookDeps) => {
  const { documents, clock, changes } = deps
  const operator = documents.operator()
  const reader = createBookReader(deps)

  const missing = () => new AppError('not_found', { detail: 'There is nothing to take back.' })

  const move = async (
    { id }: ClosingDocument,
    set: Partial<Pick<ClosingDocument, 'state' | 'removed' | 'erased_at'>>,
    followers: readonly Follower[] = [],
    from: ClosingDocument['state'] = 'erasing',
  ): Promise<boolean> => {
    try {
      await operator.write({ update: closings, id, changes: { set }, expect: { state: from } }, followers)
    } catch (error) {
      if (error instanceof Conflict) return false
      throw error
    }
    return true
  }

  return {
    ...reader,
    /** Keys and people of it stop now, in every process within 2 s. Throws `not_found` when it was closed before. */
    close: async (
      ended: Ended,
      by: Extract<Actor, { readonly type: string }>,
      { wait = graceMs, followers = [] }: { readonly wait?: number; readonly followers?: readonly Follower[] } = {},
    ): Promise<ClosingDocument> => {
      const at = clock()
      const document: ClosingDocument = {
        ...{ id: ended.id, kind: ended.kind, organization_id: ended.organizationId, asked_by: by.id ?? by.type },
        ...{ closed_at: at, erase_at: at + wait, state: 'closed', removed: 0, erased_at: null },
      }
      const trace = traceOf(ended, 'closed', by, at)
      await operator.write({ insert: closings, document }, [trace, ...followers]).catch((error: unknown) => {
        throw error instanceof Conflict ? new AppError('not_found', { detail: 'It is closed already.' }) : error
      })
      await changes.announce()
      return document
    },

    /** Throws `not_found` once the erasure has begun. */
    takeBack: async (ended: Ended, by: Actor): Promise<void> => {
      const found = await operator.get(closings, ended.id)
      if (found?.state !== 'closed' || found.organization_id !== ended.organizationId) throw missing()
      // A removing head carries nothing: first it is marked with its trace, then it is gone.
      const trace = traceOf(ended, 'back', by, clock())
      if (!(await move(found, { removed: 0 }, [trace], 'closed'))) throw missing()
      const expect = { state: 'closed' }
      await operator.write({ remove: closings, id: ended.id, expect }).catch((error: unknown) => {
        throw error instanceof Conflict ? missing() : error
      })
      await changes.announce()
    },

    /** False: somebody took it back at the same moment. */
    begin: async (found: ClosingDocument): Promise<boolean> => {
      const hasBegun = await move(found, { state: 'erasing' }, [], 'closed')
      if (hasBegun) await changes.announce()
      return hasBegun
    },
    told: (found: ClosingDocument, removed: number) => move(found, { removed }),
    finish: async (found: ClosingDocument, removed: number): Promise<void> => {
      const { id, kind, organization_id: organizationId } = found
      if (kind === 'account') return
      const trace = traceOf({ id, kind, organizationId }, 'erased', { type: 'worker', id: null }, clock())
      await move(found, { state: 'erased', removed, erased_at: clock() }, [trace])
      await changes.announce()
    },

    /** A person and all that says who they are, in one write; what remains are entries with random ids. */
    eraseAccount: async (
      person: { readonly id: string; readonly organization_id: string },
      askedBy: string,
      followers: readonly Follower[],
    ): Promise<void> => {
      const at = clock()
      const document: ClosingDocument = {
        ...{ id: person.id, kind: 'account', organization_id: person.organization_id, asked_by: askedBy },
        ...{ closed_at: at, erase_at: at, state: 'erased', removed: followers.length, erased_at: at },
      }
      await operator.write({ insert: closings, document }, followers)
      await changes.announce()
    },
  }
}
export type ClosingBook = ReturnType<typeof createClosingBook>
