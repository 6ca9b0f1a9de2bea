import { operatorAuditEntry, type Actor } from '../audit/service.ts'
import { organizations } from './collections.ts'
import type { MerchantDeps } from './create-merchant.ts'

/** In force here at once and in other processes within 2 s. */
export const createOrganizationRename =
  ({ documents, clock, changes }: MerchantDeps) =>
  async (actor: Actor, id: string, name: string): Promise<void> => {
    const trace = operatorAuditEntry({
      ...{ organization_id: id, actor, at: clock() },
      ...{ action: 'organization.renamed', object: { type: 'organization', id }, details: { name } },
    })
    await documents.operator().write({ update: organizations, id, changes: { set: { name } } }, [trace])
    await changes.announce()
  }
