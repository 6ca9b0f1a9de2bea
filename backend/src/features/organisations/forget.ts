import type { Collection } from '../../platform/documents/collection.ts'
import { removeQuietly } from '../../platform/documents/remove-quietly.ts'
import { invitations, memberships } from './collections.ts'
import type { OrganisationDeps } from './deps.ts'

const pageSize = 200

/** Who was in an organisation that is gone, and who was asked in. Answers how many documents are gone. */
export const createForget = ({ documents }: Pick<OrganisationDeps, 'documents'>) => {
  const operator = documents.operator()
  const empty = async (from: Collection, organizationId: string): Promise<number> => {
    const sort = { field: 'created_at', direction: 'asc' } as const
    for (let removed = 0; ;) {
      const { items } = await operator.find(from, { organization_id: organizationId }, { sort, limit: pageSize })
      if (items.length === 0) return removed
      for (const { id } of items) await removeQuietly(operator, from, id)
      removed += items.length
    }
  }
  return async (organizationId: string): Promise<number> =>
    (await empty(memberships, organizationId)) + (await empty(invitations, organizationId))
}
