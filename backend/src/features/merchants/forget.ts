import { merchants, organizations } from './collections.ts'
import type { MerchantDeps } from './create-merchant.ts'

export interface Forget {
  /** What is left of a store: its id, whose it was and when it was made. */
  forgetStore(merchantId: string): Promise<void>
  forgetOrganization(organizationId: string): Promise<void>
}

/** The rows stay, empty of names, so that the trail still knows whose chain it reads. */
export const createForget = ({ documents, changes }: Pick<MerchantDeps, 'documents' | 'changes'>): Forget => {
  const operator = documents.operator()
  return {
    forgetStore: async (id) => {
      const set = { name: '', allowed_origins: [], order_url: null }
      await operator.write({ update: merchants, id, changes: { set, inc: { revision: 1 } } })
      await changes.announce()
    },
    forgetOrganization: async (id) => {
      await operator.write({ update: organizations, id, changes: { set: { name: '' } } })
      await changes.announce()
    },
  }
}
