import { AppError } from '../../platform/app-error.ts'
import type { People } from '../../platform/http/authenticators.ts'
import type { Actor } from '../audit/service.ts'
import { createAccessTokens } from './access-token.ts'
import { createAuthenticate } from './authenticate.ts'
import { people, signIns, type PersonDocument } from './collections.ts'
import type { SignedIn } from './cookies.ts'
import { createPersonCreator, type NewPerson, type WantedPerson } from './create-person.ts'
import type { AccountDeps } from './deps.ts'
import { createPasswords } from './password.ts'
import { createSignInEnd } from './end-sign-in.ts'
import { createRefresh } from './refresh.ts'
import { createSignIn, type Credentials } from './sign-in.ts'

export type { NewPerson, WantedPerson } from './create-person.ts'
export type { PersonDocument } from './collections.ts'

export interface AccountService extends People {
  /** Throws `sign_in_failed`. */
  signIn(credentials: Credentials): Promise<SignedIn>
  /** Throws `sign_in_required`. */
  refresh(token: string | undefined): Promise<SignedIn>
  signOut(signInId: string): Promise<void>
  /** Does this sign-in still stand, and is the token of the stream that asks still good? */
  isStanding(signInId: string, accessExpiresAt: number): Promise<boolean>
  hasPeople(organizationId: string): Promise<boolean>
  createPerson(actor: Actor, wanted: WantedPerson): Promise<NewPerson>
  /** Everybody of an organisation by name, for pages that say who did something. */
  colleagues(organizationId: string): Promise<readonly Pick<PersonDocument, 'id' | 'name'>[]>
  /** Throws `sign_in_required` when the account is gone. */
  person(personId: string): Promise<PersonDocument>
}

/** Whoever comes after them is called a colleague. */
const mostNamed = 500

export const createAccounts = (deps: AccountDeps): AccountService => {
  const accessTokens = createAccessTokens(deps.vault, deps.clock)
  const operator = deps.documents.operator()
  const { end } = createSignInEnd(deps)
  return {
    ...createAuthenticate({ ...deps, accessTokens }),
    signIn: createSignIn({ ...deps, accessTokens, passwords: createPasswords() }),
    refresh: createRefresh({ ...deps, accessTokens }),
    signOut: async (signInId) => {
      const signIn = await operator.get(signIns, signInId)
      if (signIn?.revoked_at === null) await end(signIn, 'sign_out')
    },
    hasPeople: async (organizationId) => (await operator.count(people, { organization_id: organizationId })) > 0,
    createPerson: createPersonCreator(deps),
    colleagues: async (organizationId) => {
      const sort = { field: 'created_at', direction: 'asc' } as const
      const { items } = await operator.find(people, { organization_id: organizationId }, { sort, limit: mostNamed })
      return items.map(({ id, name }) => ({ id, name }))
    },
    person: async (personId) => {
      const person = await operator.get(people, personId)
      if (!person) throw new AppError('sign_in_required')
      return person
    },
  }
}
