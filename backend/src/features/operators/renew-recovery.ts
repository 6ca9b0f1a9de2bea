import { AppError } from '../../platform/app-error.ts'
import { createDelays, createPasswords, type Visitor } from '../accounts/service.ts'
import { operatorAuditEntry } from '../audit/service.ts'
import type { OperatorDocument } from './collections.ts'
import type { OperatorDeps } from './deps.ts'
import type { OperatorFactors } from './factors.ts'

interface Deps extends OperatorDeps {
  readonly factors: OperatorFactors
}

interface Proof {
  readonly password: string
  readonly code: string
}

const wrongPassword = (): AppError => {
  const detail = 'This is not your password.'
  return new AppError('validation_failed', { detail, errors: [{ pointer: '/password', code: 'wrong', detail }] })
}

/**
 * Recovery codes come in without an app: whoever sits at an open page must not take ten of them along. So both are shown
 * once more, password and code, and guessing waits as it does at the door.
 */
export const createRenewRecovery = (deps: Deps) => {
  const { documents, clock, factors, passwordCost } = deps
  const delays = createDelays(deps)
  const passwords = createPasswords(passwordCost)

  const traceWrong = async ({ id }: OperatorDocument): Promise<void> => {
    const details = { door: 'operator', for: 'recovery codes' }
    const about = { organization_id: null, actor: { type: 'operator', id }, at: clock() } as const
    await documents.operator().write(operatorAuditEntry({ ...about, action: 'sign_in.second_failed', details }))
  }

  /** Throws `validation_failed`, `code_wrong`, and `rate_limited` while it is waiting. */
  return async (operator: OperatorDocument, { password, code }: Proof, { ip }: Visitor): Promise<readonly string[]> => {
    const doors = { account: `operator again ${operator.id}`, device: undefined, ip }
    await delays.check(doors)
    const fits = await passwords.fits(operator.password, password)
    // A code is spent by looking at it: never for a wrong password.
    const factor = fits ? await factors.take(operator, code) : undefined
    if (factor === undefined) {
      await delays.failed(doors)
      await traceWrong(operator)
      throw fits ? new AppError('code_wrong') : wrongPassword()
    }
    return factors.redraw(operator)
  }
}
