import { AppError } from '../../platform/app-error.ts'
import { Conflict } from '../../platform/documents/port.ts'
import type { Role } from '../../platform/http/caller.ts'
import { createId } from '../../platform/ids.ts'
import { operatorAuditEntry, type Actor } from '../audit/service.ts'
import { people, type PersonDocument } from './collections.ts'
import type { AccountDeps } from './deps.ts'
import { createEmailRef, normaliseAccountEmail } from './email.ts'
import { checkPasswordRule, createPassword, hashPassword } from './password.ts'

export interface WantedPerson {
  readonly organizationId: string
  readonly email: string
  readonly name: string
  readonly role: Role
  /** Chosen by the person; otherwise one is drawn. */
  readonly password?: string
}
export interface NewPerson {
  readonly personId: string
  /** Drawn here and shown once. */
  readonly password: string
}

export const createPersonCreator = ({ documents, clock, vault }: AccountDeps) => {
  const emailRef = createEmailRef(vault)
  return async (actor: Actor, wanted: WantedPerson): Promise<NewPerson> => {
    const email = normaliseAccountEmail(wanted.email)
    if (email === undefined)
      throw new AppError('validation_failed', { detail: `${wanted.email} is no e-mail address.` })
    if (wanted.password !== undefined) checkPasswordRule(wanted.password)
    const password = wanted.password ?? createPassword()
    const now = clock()
    const document: PersonDocument = {
      id: createId('usr', now),
      organization_id: wanted.organizationId,
      role: wanted.role,
      email,
      email_ref: emailRef(email),
      name: wanted.name,
      password: await hashPassword(password),
      created_at: now,
    }
    const trace = operatorAuditEntry({
      organization_id: wanted.organizationId,
      actor,
      action: 'person.created',
      object: { type: 'person', id: document.id },
      at: now,
      details: { role: wanted.role },
    })
    await documents
      .operator()
      .write({ insert: people, document }, [trace])
      .catch((error: unknown) => {
        if (!(error instanceof Conflict)) throw error
        throw new AppError('validation_failed', { detail: 'There is an account with this address already.' })
      })
    return { personId: document.id, password }
  }
}
