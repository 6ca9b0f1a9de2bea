import type { DocumentStore } from '../../../platform/documents/port.ts'
import { SealingKeyMissing } from '../../../platform/documents/sealer.ts'
import { auditEntries, operatorAuditEntries, type AuditEntry } from '../collections.ts'
import type { AuditLink } from './links.ts'

/** The entry a link is about. `sealed`: its key was destroyed. */
export const createEntryOf =
  ({ documents }: { readonly documents: DocumentStore }) =>
  async ({ id, merchant_id: merchantId, mode }: AuditLink): Promise<AuditEntry | 'sealed' | undefined> => {
    if (merchantId === null || mode === null) return documents.operator().get(operatorAuditEntries, id)
    try {
      return await documents.forMerchant(merchantId, mode).get(auditEntries, id)
    } catch (error) {
      if (error instanceof SealingKeyMissing) return 'sealed'
      throw error
    }
  }
