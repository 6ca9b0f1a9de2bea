import { AppError } from '../../platform/app-error.ts'
import { Conflict } from '../../platform/documents/port.ts'
import { createId } from '../../platform/ids.ts'
import { createPassword, hashPassword, normaliseAccountEmail } from '../accounts/service.ts'
import { operator as atTheMachine, operatorAuditEntry } from '../audit/service.ts'
import { operators, type OperatorDocument } from './collections.ts'
import type { OperatorDeps } from './deps.ts'
import type { Impersonations } from './impersonations.ts'
import type { OperatorSessions } from './sessions.ts'

interface Deps extends OperatorDeps {
  readonly refOf: (email: string) => string
  readonly sessions: OperatorSessions
  readonly impersonations: Impersonations
}

/** More than any installation has. */
const most = 500

/** Made, listed and removed at the machine, by whoever can read the master secret; there is no other way. */
export const createOperatorAccounts = (deps: Deps) => {
  const { documents, clock, changes, refOf, sessions, impersonations, passwordCost } = deps
  const house = documents.operator()

  const list = async (): Promise<readonly OperatorDocument[]> => {
    const sort = { field: 'created_at', direction: 'asc' } as const
    const { items } = await house.find(operators, {}, { sort, limit: most })
    return items.filter(({ removed_at: removedAt }) => removedAt === null)
  }

  return {
    list,
    get: async (operatorId: string): Promise<OperatorDocument> => {
      const found = await house.get(operators, operatorId)
      if (found?.removed_at !== null) throw new AppError('sign_in_required')
      return found
    },
    create: async (wanted: { readonly email: string; readonly name: string }) => {
      const email = normaliseAccountEmail(wanted.email)
      if (email === undefined)
        throw new AppError('validation_failed', { detail: `${wanted.email} is no e-mail address.` })
      const now = clock()
      const password = createPassword()
      const document: OperatorDocument = {
        ...{ id: createId('opr', now), name: wanted.name, email, email_ref: refOf(email) },
        ...{ password: await hashPassword(password, passwordCost), created_at: now, removed_at: null },
      }
      const object = { type: 'operator', id: document.id }
      const entry = { organization_id: null, actor: atTheMachine, action: 'operator.created', object, at: now } as const
      await house.write({ insert: operators, document }, [operatorAuditEntry(entry)]).catch((error: unknown) => {
        if (!(error instanceof Conflict)) throw error
        throw new AppError('validation_failed', { detail: 'There is an operator with this address already.' })
      })
      return { operatorId: document.id, email, password }
    },
    /** Signed out at once, what they look at ends; id and name stay for whoever reads the trail. Throws `not_found`. */
    remove: async (email: string): Promise<string> => {
      const [found] = (await house.find(operators, { email_ref: refOf(email) }, { limit: 1 })).items
      if (!found) throw new AppError('not_found', { detail: `There is no operator ${email}.` })
      const { id } = found
      const now = clock()
      const object = { type: 'operator', id }
      const entry = { organization_id: null, actor: atTheMachine, action: 'operator.removed', object, at: now } as const
      const set = { removed_at: now, email: '', email_ref: `removed ${id}`, password: '' }
      await house.write({ update: operators, id, changes: { set } }, [operatorAuditEntry(entry)])
      await sessions.endAll(id)
      await impersonations.endOf(id, 'removed')
      await changes.announce()
      return id
    },
  }
}
