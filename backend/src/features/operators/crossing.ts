import { AppError } from '../../platform/app-error.ts'
import type { Documents, Mode } from '../../platform/documents/port.ts'
import { operatorAuditEntry, type AuditDraft } from '../audit/service.ts'
import type { MerchantSettings } from '../merchants/service.ts'
import type { OperatorDeps } from './deps.ts'

/** One organisation and nothing beside it: what a handler gets instead of the database (FC7). */
export interface Crossed {
  readonly organization: { readonly id: string; readonly name: string }
  readonly stores: readonly MerchantSettings[]
  /** Throws `not_found` for a store of another organisation. */
  readonly of: (merchantId: string, mode: Mode) => Documents
}

type Trace = ReturnType<typeof operatorAuditEntry>

/** The two traces of what an operator does to an organisation: in the installation's chain and in theirs. */
export const onBothSides = (draft: Omit<AuditDraft, 'organization_id'>, id: string): readonly [Trace, Trace] => [
  operatorAuditEntry({ ...draft, organization_id: null, details: { ...draft.details, organization: id } }),
  operatorAuditEntry({ ...draft, organization_id: id }),
]

/** The only way from the operator's door to what belongs to a merchant; the traces are written before anything is read. */
export const createCrossing =
  ({ documents, clock, merchants }: Pick<OperatorDeps, 'documents' | 'clock' | 'merchants'>) =>
  async (operatorId: string, organizationId: string, purpose: string): Promise<Crossed> => {
    const organization = await merchants.organization(organizationId)
    const actor = { type: 'operator', id: operatorId } as const
    const object = { type: 'organization', id: organizationId }
    const action = 'operator.crossed_tenants'
    const [own, theirs] = onBothSides({ actor, action, object, at: clock(), details: { purpose } }, organizationId)
    // Entries are heads alone: theirs first, and nothing is read before both are there.
    await documents.operator().write(theirs)
    await documents.operator().write(own)
    const stores = await merchants.ofOrganization(organizationId)
    return {
      organization,
      stores,
      of: (merchantId, mode) => {
        if (!stores.some((store) => store.merchantId === merchantId)) throw new AppError('not_found')
        return documents.forMerchant(merchantId, mode)
      },
    }
  }
