import { operatorAuditEntry } from '../audit/service.ts'
import { createOperatorAccounts } from './accounts.ts'
import { createCrossing } from './crossing.ts'
import type { OperatorDeps } from './deps.ts'
import { createOperatorFactors } from './factors.ts'
import { createImpersonations } from './impersonations.ts'
import { createRenewRecovery } from './renew-recovery.ts'
import { createOperatorSessions } from './sessions.ts'
import { createOperatorSignIn } from './sign-in.ts'

/** Whoever runs the installation: accounts, a door of their own, and the way to look at an organisation. */
export const createOperators = (deps: OperatorDeps) => {
  const factors = createOperatorFactors(deps)
  const sessions = createOperatorSessions(deps)
  const impersonations = createImpersonations(deps)
  const signIn = createOperatorSignIn({ ...deps, factors, sessions })
  const accounts = createOperatorAccounts({ ...deps, refOf: signIn.refOf, sessions, impersonations })
  return {
    ...{ accounts, factors, sessions, signIn, impersonations, cross: createCrossing(deps) },
    renewRecovery: createRenewRecovery({ ...deps, factors }),
    /** Names and numbers of all of them: of the installation's own directory, so in its own chain. */
    traceListing: async (operatorId: string): Promise<void> => {
      const actor = { type: 'operator', id: operatorId } as const
      const action = 'operator.crossed_tenants'
      const details = { purpose: 'list' }
      const draft = operatorAuditEntry({ organization_id: null, actor, action, at: deps.clock(), details })
      await deps.documents.operator().write(draft)
    },
  }
}
export type OperatorService = ReturnType<typeof createOperators>
