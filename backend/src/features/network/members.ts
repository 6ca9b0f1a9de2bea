import { createCached } from '../../platform/changes/cached.ts'
import { everyPage } from '../../platform/documents/every-page.ts'
import type { Documents } from '../../platform/documents/port.ts'
import { networkMembers, type MemberDocument } from './collections.ts'
import type { Floors, NetworkDeps } from './deps.ts'

const dayMs = 86_400_000
const pageSize = 500

/** Old and large enough to be heard. */
export const isHeard = (
  { on, merchant_created_at: createdAt, orders }: Pick<MemberDocument, 'on' | 'merchant_created_at' | 'orders'>,
  { days, orders: most }: Floors,
  now: number,
): boolean => on && now - createdAt >= days * dayMs && orders >= most

export const readMembers = async (operator: Documents): Promise<readonly MemberDocument[]> => {
  const options = { sort: { field: 'id', direction: 'asc' }, limit: pageSize } as const
  const all: MemberDocument[] = []
  for await (const members of everyPage((from) => operator.find(networkMembers, {}, { ...options, ...from })))
    all.push(...members)
  return all
}

/**
 * Who shares, from memory: a store that leaves is heard no more, here at once and in every other process within 2 s,
 * however long its gifts take to be removed.
 */
export const createDirectory = ({ documents, changes, floors, clock }: NetworkDeps) => {
  const load = createCached({ changes, load: () => readMembers(documents.operator()) })
  const all = () => load('members')
  return {
    all,
    of: async (merchantId: string): Promise<MemberDocument | undefined> =>
      (await all()).find(({ id }) => id === merchantId),
    /** Owners of the stores that this one may hear. */
    heardBy: async (organizationId: string): Promise<ReadonlyMap<string, string>> => {
      const now = clock()
      const others = (await all()).filter((member) => member.organization_id !== organizationId)
      return new Map(
        others.filter((member) => isHeard(member, floors, now)).map((member) => [member.store, member.organization_id]),
      )
    },
  }
}
export type Directory = ReturnType<typeof createDirectory>
