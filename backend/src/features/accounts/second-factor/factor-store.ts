import { AppError } from '../../../platform/app-error.ts'
import { Conflict, type Follower } from '../../../platform/documents/port.ts'
import { operatorAuditEntry, type AuditAction } from '../../audit/service.ts'
import { mailEntry } from '../../mail/service.ts'
import { factors, type FactorDocument, type PersonDocument } from '../collections.ts'
import type { AccountDeps } from '../deps.ts'

const nothingYet = (id: string): FactorDocument => ({
  ...{ id, revision: 0, totp: 'off', secret: null, step: 0, recovery: [], countries: [] },
})

/** Whose factor it is: of a person, or of an operator, who belongs to no organisation. */
export type FactorHolder = Pick<PersonDocument, 'id' | 'email'>
/** The trace of a change and the letter about it. */
export type FactorNotes<Holder extends FactorHolder> = (
  holder: Holder,
  action: AuditAction,
  what: string,
) => readonly Follower[]

type Change = Partial<Omit<FactorDocument, 'id' | 'revision'>>

export const createPersonNotes =
  ({ clock, settings }: AccountDeps): FactorNotes<PersonDocument> =>
  ({ id, organization_id: organization, email }, action, what) => {
    const at = clock()
    const data = { what, security: `${settings.linkBase}/account`, at: new Date(at).toUTCString() }
    return [
      operatorAuditEntry({
        ...{ organization_id: organization, actor: { type: 'person', id }, action },
        ...{ object: { type: 'person', id }, at },
      }),
      mailEntry({ kind: 'second-factor-changed', to: email, data }, { at }),
    ]
  }

/** Reading and changing what somebody signs in with, each change with its trace and its letter. */
export const createFactorStore = <Holder extends FactorHolder>(
  { documents, vault, changes }: Pick<AccountDeps, 'documents' | 'vault' | 'changes'>,
  told: FactorNotes<Holder>,
) => {
  const operator = documents.operator()

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
    told,
    /** In force at once everywhere. Throws `code_wrong` when somebody else was faster. */
    change: async (...change: Parameters<typeof save>): Promise<void> => {
      if (!(await save(...change))) throw new AppError('code_wrong')
      await changes.announce()
    },
  }
}
export type FactorStore<Holder extends FactorHolder> = ReturnType<typeof createFactorStore<Holder>>
