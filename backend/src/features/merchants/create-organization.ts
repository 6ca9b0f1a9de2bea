import { createId } from '../../platform/ids.ts'
import { organizations } from './collections.ts'
import type { MerchantDeps } from './create-merchant.ts'

/** An organisation without a store, for whoever signs up by themselves; the store comes next. Answers its id. */
export const createOrganizationCreator =
  ({ documents, clock, changes }: MerchantDeps) =>
  async (name: string): Promise<string> => {
    const now = clock()
    const id = createId('org', now)
    await documents.operator().write({ insert: organizations, document: { id, name, created_at: now } })
    await changes.announce()
    return id
  }
