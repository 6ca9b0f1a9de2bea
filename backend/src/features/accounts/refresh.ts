import { AppError } from '../../platform/app-error.ts'
import { Conflict } from '../../platform/documents/port.ts'
import { operatorAuditEntry, type AuditAction } from '../audit/service.ts'
import type { AccessTokens } from './access-token.ts'
import { people, signIns, type SignInDocument } from './collections.ts'
import type { SignedIn } from './cookies.ts'
import type { AccountDeps } from './deps.ts'
import { createRefreshToken, parseRefreshToken, refreshTokenMs } from './refresh-token.ts'

export const createSignInEnd = ({ documents, clock, changes }: AccountDeps) => {
  const operator = documents.operator()
  /** All tokens of this sign-in end now; announced, so that its streams close within 2 s in every process. */
  return async (signIn: SignInDocument, action: AuditAction): Promise<void> => {
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
    await changes.announce()
  }
}

/** A refresh token is used once. One that comes again was copied: nobody can tell by whom, so the whole sign-in ends. */
export const createRefresh = (deps: AccountDeps & { readonly accessTokens: AccessTokens }) => {
  const { documents, clock, accessTokens } = deps
  const operator = documents.operator()
  const end = createSignInEnd(deps)

  const reused = async (signIn: SignInDocument): Promise<never> => {
    await end(signIn, 'sign_in.refresh_reused')
    throw new AppError('sign_in_required')
  }

  return async (text: string | undefined): Promise<SignedIn> => {
    const given = text === undefined ? undefined : parseRefreshToken(text)
    const signIn = given && (await operator.get(signIns, given.signInId))
    if (!signIn || signIn.revoked_at !== null) throw new AppError('sign_in_required')
    if (signIn.token_digest !== given.digest) return reused(signIn)
    const next = createRefreshToken(signIn.id)
    const set = { token_digest: next.digest, expires_at: clock() + refreshTokenMs }
    try {
      await operator.write({ update: signIns, id: signIn.id, changes: { set }, expect: { token_digest: given.digest } })
    } catch (error) {
      // Two at once: one of them was a copy.
      if (error instanceof Conflict) return reused(signIn)
      throw error
    }
    const personId = signIn.person_id
    return { personId, access: await accessTokens.issue(personId, signIn.id), refresh: next.text }
  }
}
