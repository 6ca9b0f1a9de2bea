import { operatorAuditEntry, type AuditAction } from '../audit/service.ts'
import { people, signIns, type SignInDocument } from './collections.ts'
import type { AccountDeps } from './deps.ts'

/** More sign-ins than anybody has within a week; the rest is found in the next round. */
const atOnce = 200

export const createSignInEnd = ({
  documents,
  clock,
  changes,
}: Pick<AccountDeps, 'documents' | 'clock' | 'changes'>) => {
  const operator = documents.operator()

  const revoke = async (signIn: SignInDocument, action: AuditAction): Promise<void> => {
    const person = await operator.get(people, signIn.person_id)
    const now = clock()
    const trace = operatorAuditEntry({
      organization_id: person?.organization_id ?? null,
      actor: { type: 'person', id: signIn.person_id },
      action,
      object: { type: 'sign_in', id: signIn.id },
      at: now,
    })
    await operator.write({ update: signIns, id: signIn.id, changes: { set: { revoked_at: now } } }, [trace])
  }

  const standing = async (personId: string): Promise<readonly SignInDocument[]> => {
    const sort = { field: 'created_at', direction: 'desc' } as const
    const { items } = await operator.find(signIns, { person_id: personId }, { sort, limit: atOnce })
    return items.filter(({ revoked_at: revokedAt }) => revokedAt === null)
  }

  return {
    standing,
    /** All tokens of this sign-in end now; announced, so that its streams close within 2 s in every process. */
    end: async (signIn: SignInDocument, action: AuditAction): Promise<void> => {
      await revoke(signIn, action)
      await changes.announce()
    },
    /** Every sign-in of the person, or all but one. */
    endAll: async (personId: string, except?: string): Promise<number> => {
      const ending = (await standing(personId)).filter(({ id }) => id !== except)
      for (const signIn of ending) await revoke(signIn, 'sign_out')
      await changes.announce()
      return ending.length
    },
  }
}
