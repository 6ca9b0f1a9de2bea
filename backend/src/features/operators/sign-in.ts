import { AppError } from '../../platform/app-error.ts'
import {
  createDecoy,
  createDelays,
  createDevices,
  createEmailRef,
  createLinks,
  createPasswords,
  draftLink,
  links,
  normaliseAccountEmail,
  type Visitor,
} from '../accounts/service.ts'
import { operatorAuditEntry, type AuditAction } from '../audit/service.ts'
import { operators, type OperatorDocument } from './collections.ts'
import type { OperatorDeps } from './deps.ts'
import type { OperatorFactors } from './factors.ts'
import type { OpenedSession, OperatorSessions } from './sessions.ts'

/** Wrong codes that one challenge forgives. */
const mostTries = 5

export interface SignedInOperator extends OpenedSession {
  readonly device: string
}
export interface ChallengedOperator {
  readonly challenge: string
  readonly expiresAt: number
}

interface Deps extends OperatorDeps {
  readonly factors: OperatorFactors
  readonly sessions: OperatorSessions
}

/** Steps, delays and challenges as people have them, at another door: a known browser of one is a stranger at the other. */
export const createOperatorSignIn = (deps: Deps) => {
  const { documents, clock, vault, factors, sessions, passwordCost } = deps
  const house = documents.operator()
  const passwords = createPasswords(passwordCost)
  const emailRef = createEmailRef(vault)
  const devices = createDevices(vault)
  const delays = createDelays(deps)
  const unsealNobody = createDecoy(deps)
  const challenges = createLinks(deps)

  const refOf = (email: string): string => emailRef(`operator ${normaliseAccountEmail(email) ?? ''}`)
  const doorsOf = (ref: string, visitor: Visitor, step: string) => ({
    account: `operator ${step} ${ref}`,
    device: devices.known(ref, visitor.device),
    ip: visitor.ip,
  })
  const trace = async (operator: OperatorDocument | undefined, action: AuditAction): Promise<void> => {
    const actor = operator ? ({ type: 'operator', id: operator.id } as const) : ({ type: 'anyone', id: null } as const)
    const entry = operatorAuditEntry({
      ...{ organization_id: null, actor, action, at: clock(), details: { door: 'operator' } },
    })
    await house.write({ insert: entry.insert, document: entry.document })
  }
  const open = async (...[arrival]: Parameters<OperatorSessions['open']>): Promise<SignedInOperator> => {
    const { email_ref: ref } = arrival.operator
    const known = devices.known(ref, arrival.visitor.device) === undefined ? undefined : arrival.visitor.device
    return { ...(await sessions.open(arrival)), device: known ?? devices.issue(ref) }
  }

  return {
    refOf,
    open,
    /** Throws `sign_in_failed`, and `rate_limited` while a door is waiting. */
    first: async (
      given: { readonly email: string; readonly password: string },
      visitor: Visitor,
    ): Promise<SignedInOperator | ChallengedOperator> => {
      const ref = refOf(given.email)
      const doors = doorsOf(ref, visitor, 'first')
      await delays.check(doors)
      const [operator] = (await house.find(operators, { email_ref: ref }, { limit: 1 })).items
      if (!operator) unsealNobody()
      const fits = await passwords.fits(operator?.password, given.password)
      if (!operator || !fits) {
        await delays.failed(doors)
        await trace(operator, 'sign_in.failed')
        throw new AppError('sign_in_failed')
      }
      if (passwords.isOutdated(operator.password)) {
        const set = { password: await passwords.hash(given.password) }
        await house.write({ update: operators, id: operator.id, changes: { set } })
      }
      if ((await factors.of(operator.id)).totp !== 'on') {
        return open({ operator, stage: 'enrolling', factor: 'password', visitor })
      }
      const draft = { purpose: 'operator-challenge', subject: operator.id, data: {} } as const
      const { token, document } = draftLink(draft, clock())
      await house.write({ insert: links, document })
      return { challenge: token, expiresAt: document.expires_at }
    },
    /** Throws `challenge_over`, `code_wrong`. */
    second: async (token: string, code: string, visitor: Visitor): Promise<SignedInOperator> => {
      const link = await challenges.find(token, 'operator-challenge')
      const operator = link && (await house.get(operators, link.subject))
      if (!operator || operator.removed_at !== null || link.tries >= mostTries) throw new AppError('challenge_over')
      const doors = doorsOf(operator.email_ref, visitor, 'second')
      await delays.check(doors)
      // Counted before it is looked at, so that many at once are many tries.
      await house.write({ update: links, id: link.id, changes: { inc: { tries: 1 } } })
      const factor = await factors.take(operator, code)
      if (factor === undefined) {
        await delays.failed(doors)
        await trace(operator, 'sign_in.second_failed')
        throw new AppError('code_wrong')
      }
      if (!(await challenges.use(link))) throw new AppError('challenge_over')
      return open({ operator, stage: 'full', factor, visitor })
    },
  }
}
