import type { ActingRole } from '../../../platform/http/caller.ts'
import { removeQuietly } from '../../../platform/documents/remove-quietly.ts'
import { operatorAuditEntry } from '../../audit/service.ts'
import { signInRules, type PersonDocument } from '../collections.ts'
import type { AccountDeps } from '../deps.ts'

interface Whose extends Pick<PersonDocument, 'organization_id'> {
  readonly role: ActingRole
}

/** Who must have a second factor: in production whoever can change settings, elsewhere whom the organisation asks. */
export const createFactorRule = ({ documents, clock, settings, changes }: AccountDeps) => {
  const operator = documents.operator()
  return {
    /** The organisation asks everybody for one. */
    isAsked: async (organizationId: string): Promise<boolean> =>
      (await operator.get(signInRules, organizationId))?.second_factor === true,
    isRequired: async ({ organization_id: id, role }: Whose) => {
      if (settings.production && (role === 'owner' || role === 'admin')) return true
      return (await operator.get(signInRules, id))?.second_factor === true
    },
    /** Of an organisation that is gone. */
    forgetRule: (organizationId: string): Promise<void> => removeQuietly(operator, signInRules, organizationId),
    require: async ({ id: personId, organization_id: id }: PersonDocument, required: boolean): Promise<void> => {
      const create = { id, second_factor: required }
      const entry = operatorAuditEntry({
        ...{ organization_id: id, actor: { type: 'person', id: personId }, at: clock() },
        ...{ action: 'organization.second_factor_set', details: { required } },
      })
      const change = { set: { second_factor: required } }
      await operator.write({ upsert: signInRules, id, create, changes: change }, [entry])
      await changes.announce()
    },
  }
}
