import { AppError } from '../../platform/app-error.ts'
import { createCached } from '../../platform/changes/cached.ts'
import type { People, Person } from '../../platform/http/authenticators.ts'
import type { AccessTokens } from './access-token.ts'
import { people, signIns } from './collections.ts'
import { createCookies } from './cookies.ts'
import type { AccountDeps } from './deps.ts'
import type { SecondFactor } from './second-factor/second-factor.ts'

const isSignedOut = (error: unknown): boolean => error instanceof AppError && error.code === 'sign_in_required'

/**
 * The token says who and which sign-in; role, organisation and whether that sign-in still stands come from memory, which
 * any announced change empties. So a sign-out or a change of role is in force within 2 s everywhere, not after 15 minutes.
 */
export const createAuthenticate = (
  deps: AccountDeps & { readonly accessTokens: AccessTokens; readonly secondFactor: SecondFactor },
) => {
  const { documents, changes, merchants, accessTokens, clock, placeOf, secondFactor, settings } = deps
  const cookies = createCookies({ secure: settings.production, domain: settings.cookieDomain })
  const operator = documents.operator()

  const standing = createCached({
    changes,
    load: async (signInId) => {
      const signIn = await operator.get(signIns, signInId)
      const person = signIn && (await operator.get(people, signIn.person_id))
      if (!person || signIn.revoked_at !== null) throw new AppError('sign_in_required')
      const place = await placeOf(person, signIn.organization_id)
      if (!place) throw new AppError('sign_in_required')
      const owes = await secondFactor.isOwed({ ...person, organization_id: place.organizationId, role: place.role })
      return { id: person.id, owes, ...place }
    },
  })

  /** Who holds this access token. */
  const holderOf = async (token: string | undefined): Promise<Person | undefined> => {
    const claims = token === undefined ? undefined : await accessTokens.read(token)
    if (!claims) return undefined
    const person = await standing(claims.signInId).catch((error: unknown) => {
      if (isSignedOut(error)) return undefined
      throw error
    })
    if (person?.id !== claims.personId) return undefined
    const stores = await merchants.ofOrganization(person.organizationId)
    return {
      kind: 'person',
      personId: person.id,
      organizationId: person.organizationId,
      role: person.role,
      merchantIds: stores.map(({ merchantId }) => merchantId),
      owesSecondFactor: person.owes,
      ...(person.closed === true && { organizationClosed: true }),
      sessionFamily: claims.signInId,
      accessExpiresAt: claims.expiresAt,
    }
  }

  const authenticate: People['authenticate'] = (cookieHeader) => holderOf(cookies.read(cookieHeader, 'access'))

  /** For streams: does this sign-in still stand? */
  const isStanding = async (signInId: string, accessExpiresAt: number): Promise<boolean> => {
    if (accessExpiresAt <= clock()) return false
    return standing(signInId).then(
      () => true,
      (error: unknown) => {
        if (isSignedOut(error)) return false
        throw error
      },
    )
  }

  return { authenticate, holderOf, isStanding }
}
