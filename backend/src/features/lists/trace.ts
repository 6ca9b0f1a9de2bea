import type { Follower } from '../../platform/documents/port.ts'
import { auditEntry, type Actor, type AuditAction } from '../audit/service.ts'
import { listRoom } from './collections.ts'
import type { ListDeps } from './deps.ts'

export interface Told {
  readonly actor: Actor
  readonly action: Extract<AuditAction, `list${string}`>
  readonly id: string
  readonly details: Readonly<Record<string, string | number>>
}

/** Who changed which list: rides in the batch it tells of. */
export const createTrace =
  ({ clock, organizationOf }: Pick<ListDeps, 'clock' | 'organizationOf'>) =>
  async (merchantId: string, { actor, action, id, details }: Told): Promise<Follower> =>
    auditEntry({
      organization_id: await organizationOf(merchantId),
      merchant_id: merchantId,
      mode: listRoom,
      actor,
      action,
      object: { type: action.startsWith('list_item') ? 'list_item' : 'list', id },
      at: clock(),
      details,
    })
export type Trace = ReturnType<typeof createTrace>
