import { AppError } from '../../../platform/app-error.ts'
import { Conflict } from '../../../platform/documents/port.ts'
import { operatorAuditEntry, type AuditAction } from '../../audit/service.ts'
import { mailEntry } from '../../mail/service.ts'
import { factors, type FactorDocument, type PersonDocument } from '../collections.ts'
import type { AccountDeps } from '../deps.ts'

const nothingYet = (id: string): FactorDocument => ({
  ...{ id, revision: 0, totp: 'off', secret: null, step: 0, recovery: [], countries: [] },
})

type Change = Partial<Omit<FactorDocument, 'id' | 'revision'>>

/** Reading and changing what a person signs in with, each change with its trace and its letter. */
export const createFactorStore = ({ documents, clock, vault, settings, changes }: AccountDeps) => {
  const operator = documents.operator()
  const security = `${settings.linkBase}/account`

  /** False: somebody else changed it since it was read, for one by using the same code. */
  const save = async (
    before: FactorDocument,
    change: Change,
    followers: Parameters<typeof operator.write>[1] = [],
  ): Promise<boolean> => {
    const { id, revision } = before
    const set = { ...change, revision: revision + 1 }
    try {
      if (revision === 0) await operator.write({ insert: factors, document: { ...before, ...set } }, followers)
      else await operator.write({ update: factors, id, changes: { set }, expect: { revision } }, followers)
      return true
    } catch (error) {
      if (error instanceof Conflict) return false
      throw error
    }
  }

  return {
    save,
    of: async (personId: string): Promise<FactorDocument> =>
      (await operator.get(factors, personId)) ?? nothingYet(personId),
    open: ({ id, secret }: FactorDocument): string =>
      secret === null ? '' : vault.openSecret(secret, factors.name, id, 'totp'),
    seal: (secret: string, personId: string): string => vault.sealSecret(secret, factors.name, personId, 'totp'),
    told: ({ id, organization_id: organization, email }: PersonDocument, action: AuditAction, what: string) => {
      const at = clock()
      const data = { what, security, at: new Date(at).toUTCString() }
      return [
        operatorAuditEntry({
          ...{ organization_id: organization, actor: { type: 'person', id }, action },
          ...{ object: { type: 'person', id }, at },
        }),
        mailEntry({ kind: 'second-factor-changed', to: email, data }, { at }),
      ]
    },
    /** In force at once everywhere. Throws `code_wrong` when somebody else was faster. */
    change: async (...change: Parameters<typeof save>): Promise<void> => {
      if (!(await save(...change))) throw new AppError('code_wrong')
      await changes.announce()
    },
  }
}
export type FactorStore = ReturnType<typeof createFactorStore>
