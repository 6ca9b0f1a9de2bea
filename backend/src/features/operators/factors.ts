import { createEnrolment, createFactorStore, createTakeCode, type FactorNotes } from '../accounts/service.ts'
import { operatorAuditEntry } from '../audit/service.ts'
import { mailEntry } from '../mail/service.ts'
import type { OperatorDocument } from './collections.ts'
import type { OperatorDeps } from './deps.ts'

const actions = {
  'person.totp_on': 'operator.totp_on',
  'person.recovery_code_used': 'operator.recovery_code_used',
  'person.recovery_codes_drawn': 'operator.recovery_codes_drawn',
} as const

/** The same app, codes and recovery codes as people have; traced as an operator's, beside the installation. */
export const createOperatorFactors = (deps: OperatorDeps) => {
  const { clock, settings } = deps
  const told: FactorNotes<OperatorDocument> = ({ id, email }, action, what) => {
    const at = clock()
    const known = action in actions ? actions[action as keyof typeof actions] : action
    const data = { what, security: `${settings.linkBase}/operator`, at: new Date(at).toUTCString() }
    const about = { organization_id: null, actor: { type: 'operator', id }, object: { type: 'operator', id } } as const
    return [
      operatorAuditEntry({ ...about, action: known, at }),
      mailEntry({ kind: 'second-factor-changed', to: email, data }, { at }),
    ]
  }
  const store = createFactorStore(deps, told)
  const always = () => Promise.resolve(true)
  const never = () => Promise.resolve(false)
  const { start, confirm, redraw } = createEnrolment({ clock, store, isRequired: always, hasPasskeys: never })
  return { of: store.of, start, confirm, redraw, take: createTakeCode({ clock, store }) }
}
export type OperatorFactors = ReturnType<typeof createOperatorFactors>
