import { AppError } from '../../platform/app-error.ts'
import { Conflict } from '../../platform/documents/port.ts'
import type { AccessTokens } from './access-token.ts'
import { signIns, type SignInDocument } from './collections.ts'
import type { SignedIn } from './cookies.ts'
import type { AccountDeps } from './deps.ts'
import { createSignInEnd } from './end-sign-in.ts'
import { createRefreshToken, parseRefreshToken, refreshTokenMs } from './refresh-token.ts'

/**
 * Two windows that wake together send the same token; the second comes within a round trip. It gets an access token and
 * no refresh token: the one its neighbour got stands in the cookie they share. So a copied token is worth 15 minutes at
 * most, and only within this time.
 */
export const graceMs = 10_000

/** However often it is renewed, a sign-in is over after 30 days (NIST SP 800-63B-3, 4.1.3). */
const longestSignInMs = 30 * 24 * 3_600_000

type Use = 'current' | 'neighbour' | 'copy'

const useOf = ({ token_digest, previous_digest, rotated_at }: SignInDocument, digest: string, now: number): Use => {
  if (token_digest === digest) return 'current'
  const isRecent = rotated_at !== undefined && now - rotated_at <= graceMs
  return previous_digest === digest && isRecent ? 'neighbour' : 'copy'
}

/** A refresh token is used once. One that comes again later was copied: nobody can tell by whom, so the sign-in ends. */
export const createRefresh = (deps: AccountDeps & { readonly accessTokens: AccessTokens }) => {
  const { documents, clock, accessTokens } = deps
  const operator = documents.operator()
  const { end } = createSignInEnd(deps)

  const access = async ({ id, person_id: personId }: SignInDocument): Promise<SignedIn> => ({
    personId,
    access: await accessTokens.issue(personId, id),
  })

  const rotate = async (signIn: SignInDocument, digest: string): Promise<SignedIn> => {
    const next = createRefreshToken(signIn.id)
    const now = clock()
    const set = {
      token_digest: next.digest,
      previous_digest: digest,
      rotated_at: now,
      expires_at: Math.min(now + refreshTokenMs, signIn.created_at + longestSignInMs),
    }
    await operator.write({ update: signIns, id: signIn.id, changes: { set }, expect: { token_digest: digest } })
    return { ...(await access(signIn)), refresh: next.text }
  }

  const standing = async (signInId: string): Promise<SignInDocument> => {
    const signIn = await operator.get(signIns, signInId)
    if (signIn?.revoked_at !== null) throw new AppError('sign_in_required')
    return signIn
  }

  const use = async (signInId: string, digest: string): Promise<SignedIn> => {
    const signIn = await standing(signInId)
    const kind = useOf(signIn, digest, clock())
    if (kind === 'current') return rotate(signIn, digest)
    if (kind === 'neighbour') return access(signIn)
    await end(signIn, 'sign_in.refresh_reused')
    throw new AppError('sign_in_required')
  }

  return async (text: string | undefined): Promise<SignedIn> => {
    const given = text === undefined ? undefined : parseRefreshToken(text)
    if (!given) throw new AppError('sign_in_required')
    try {
      return await use(given.signInId, given.digest)
    } catch (error) {
      // Another window was faster between our look and our write: looked at again, we are its neighbour.
      if (error instanceof Conflict) return use(given.signInId, given.digest)
      throw error
    }
  }
}
