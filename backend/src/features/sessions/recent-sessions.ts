import type { DocumentStore, Mode } from '../../platform/documents/port.ts'
import { sessions } from './collections.ts'

export interface RecentSession {
  readonly id: string
  readonly startedAt: number
  readonly originMissing: boolean
  readonly device: 'exact' | 'fuzzy' | 'new' | null
}

/** The latest visits, newest first, so that whoever installs the script sees it work. Ids begin with their time. */
export const createRecentSessions =
  (documents: Pick<DocumentStore, 'forMerchant'>) =>
  async (merchantId: string, mode: Mode, limit: number): Promise<readonly RecentSession[]> => {
    const { items } = await documents.forMerchant(merchantId, mode).find(sessions, {}, { limit })
    return items.map(({ id, started_at, origin_missing, device }) => ({
      id,
      startedAt: started_at,
      originMissing: origin_missing,
      device: device?.matched ?? null,
    }))
  }
