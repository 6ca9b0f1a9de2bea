import { AppError } from '../../platform/app-error.ts'
import { createId } from '../../platform/ids.ts'
import { operatorAuditEntry, type Actor } from '../audit/service.ts'
import type { AccessTokens } from './access-token.ts'
import { people, signIns, type PersonDocument, type SignInDocument } from './collections.ts'
import type { SignedIn } from './cookies.ts'
import type { AccountDeps } from './deps.ts'
import { createEmailRef, normaliseAccountEmail } from './email.ts'
import { hashPassword, type Passwords } from './password.ts'
import { createRefreshToken, refreshTokenMs } from './refresh-token.ts'

export interface Credentials {
  readonly email: string
  readonly password: string
}

type SignInDeps = AccountDeps & { readonly passwords: Passwords; readonly accessTokens: AccessTokens }

/** The same answer, after the same work, whether the address or the password was wrong. */
export const createSignIn = (deps: SignInDeps) => {
  const { documents, clock, vault, passwords, accessTokens } = deps
  const operator = documents.operator()
  const emailRef = createEmailRef(vault)

  const findPerson = async (email: string): Promise<PersonDocument | undefined> => {
    const ref = emailRef(normaliseAccountEmail(email) ?? '')
    return (await operator.find(people, { email_ref: ref }, { limit: 1 })).items[0]
  }

  const refuse = async (person: PersonDocument | undefined): Promise<never> => {
    const actor: Actor = person ? { type: 'person', id: person.id } : { type: 'anyone', id: null }
    const { insert, document } = operatorAuditEntry({
      organization_id: person?.organization_id ?? null,
      actor,
      action: 'sign_in.failed',
      at: clock(),
    })
    await operator.write({ insert, document })
    throw new AppError('sign_in_failed')
  }

  /** A hash made with older parameters is made again while the password is at hand. */
  const strengthen = async (person: PersonDocument, password: string): Promise<void> => {
    if (!passwords.isOutdated(person.password)) return
    const set = { password: await hashPassword(password) }
    await operator.write({ update: people, id: person.id, changes: { set } })
  }

  return async ({ email, password }: Credentials): Promise<SignedIn> => {
    const person = await findPerson(email)
    const fits = await passwords.fits(person?.password, password)
    if (!person || !fits) return refuse(person)
    await strengthen(person, password)
    const now = clock()
    const id = createId('rfr', now)
    const refresh = createRefreshToken(id)
    const document: SignInDocument = {
      id,
      person_id: person.id,
      token_digest: refresh.digest,
      created_at: now,
      expires_at: now + refreshTokenMs,
      revoked_at: null,
    }
    const trace = operatorAuditEntry({
      organization_id: person.organization_id,
      actor: { type: 'person', id: person.id },
      action: 'sign_in.succeeded',
      object: { type: 'sign_in', id },
      at: now,
    })
    await operator.write({ insert: signIns, document }, [trace])
    return { personId: person.id, access: await accessTokens.issue(person.id, id), refresh: refresh.text }
  }
}
