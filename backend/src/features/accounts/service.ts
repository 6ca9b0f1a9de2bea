import type { PasskeyAnswer, PasskeyRequest } from '#contract/console.ts'
import type { People, Person } from '../../platform/http/authenticators.ts'
import type { Actor } from '../audit/service.ts'
import { createAccessTokens } from './access-token.ts'
import { createAuthenticate } from './authenticate.ts'
import { createAccountsByMail, type AccountsByMail } from './by-mail/accounts-by-mail.ts'
import { createAnswerAsked } from './by-mail/answer-asked.ts'
import { people, signIns, type PersonDocument } from './collections.ts'
import type { SignedIn } from './cookies.ts'
import { createPersonCreator, type NewPerson, type WantedPerson } from './create-person.ts'
import type { AccountDeps } from './deps.ts'
import { createSignInEnd } from './end-sign-in.ts'
import { createFindPerson } from './find-person.ts'
import { createOpenSignIn } from './open-sign-in.ts'
import { createPasskeySignIn } from './passkeys/passkey-sign-in.ts'
import { createPasskeys, type Passkeys } from './passkeys/passkeys.ts'
import { createPasswords } from './password.ts'
import { createProveAgain } from './prove-again.ts'
import { createRefresh } from './refresh.ts'
import { createRemoval } from './removal.ts'
import { createRename } from './rename.ts'
import { createSecondFactor, type SecondFactor } from './second-factor/second-factor.ts'
import { createSessions, type OwnSignIn } from './sessions.ts'
import { createSignIn, type Challenged, type Credentials } from './sign-in.ts'
import type { Visitor } from './visitor.ts'

export type { NewPerson, WantedPerson } from './create-person.ts'
export type { PersonDocument } from './collections.ts'
export type { Cookies } from './cookies.ts'
export type { SecondFactor } from './second-factor/second-factor.ts'
export type { Proof } from './prove-again.ts'
export { createEmailRef, normaliseAccountEmail } from './email.ts'
export { createAccountKey, createDevices, type Visitor } from './visitor.ts'
/** What other doors to the same house are made of. */
export type { AccountDeps } from './deps.ts'
export { createLinks, draftLink } from './by-mail/links.ts'
export { links } from './collections.ts'
export { readCookie } from './cookies.ts'
export { createDecoy } from './decoy.ts'
export { createDelays } from './delay.ts'
export { createPassword, createPasswords, hashPassword, type PasswordCost } from './password.ts'
export { createRefreshToken as createSessionToken, parseRefreshToken as parseSessionToken } from './refresh-token.ts'
export { createEnrolment } from './second-factor/enrolment.ts'
export { createFactorStore, type FactorNotes } from './second-factor/factor-store.ts'
export { createTakeCode } from './second-factor/take-code.ts'

export interface AccountService extends People {
  /** Throws `sign_in_failed`, and `rate_limited` while a door is waiting. */
  signIn(credentials: Credentials, visitor: Visitor): Promise<SignedIn | Challenged>
  /** Throws `challenge_over`, `code_wrong`. */
  signInSecond(challenge: string, code: string, visitor: Visitor): Promise<SignedIn>
  /** Throws `challenge_over`, `passkey_refused`. */
  signInSecondByPasskey(challenge: string, given: PasskeyAnswer, visitor: Visitor): Promise<SignedIn>
  /** Throws `passkeys_off`. */
  askPasskey(): Promise<PasskeyRequest>
  /** Throws `passkeys_off`, `challenge_over`, `passkey_refused`, and `rate_limited` while a door is waiting. */
  signInByPasskey(given: PasskeyAnswer, visitor: Visitor): Promise<SignedIn>
  /** A confirmed address is an account, signed in. Throws `link_invalid`. */
  confirmAccount(token: string, password: string, visitor: Visitor): Promise<SignedIn>
  /** Throws `sign_in_required`. */
  refresh(token: string | undefined): Promise<SignedIn>
  signOut(signInId: string): Promise<void>
  sessionsOf(personId: string): Promise<readonly OwnSignIn[]>
  /** Throws `not_found`. */
  endSession(personId: string, signInId: string): Promise<void>
  signOutEverywhere(personId: string): Promise<number>
  /** Does this sign-in still stand, and is the token of the stream that asks still good? */
  isStanding(signInId: string, accessExpiresAt: number): Promise<boolean>
  hasPeople(organizationId: string): Promise<boolean>
  createPerson(actor: Actor, wanted: WantedPerson): Promise<NewPerson>
  /** Those whose account was made for this organisation. */
  ofOrganization(organizationId: string): Promise<readonly PersonDocument[]>
  /** Everybody of an organisation by name, for pages that say who did something. */
  colleagues(organizationId: string): Promise<readonly Pick<PersonDocument, 'id' | 'name'>[]>
  /** Goes over to another organisation in this browser. */
  enter(signInId: string, organizationId: string): Promise<void>
  /** Who holds this access token. */
  holderOf(accessToken: string | undefined): Promise<Person | undefined>
  /** Throws `sign_in_required` when the account is gone. */
  person(personId: string): Promise<PersonDocument>
  /** Throws `sign_in_required` when the account is gone. */
  rename(personId: string, name: string): Promise<void>
  /** Asked before what cannot be undone: the password, or a code. */
  readonly proveAgain: ReturnType<typeof createProveAgain>
  /** What removes a person, to be written with the trace of it. */
  readonly removalOf: ReturnType<typeof createRemoval>
  readonly byMail: AccountsByMail
  readonly secondFactor: SecondFactor
  readonly passkeys: Passkeys
  /** The worker's part: letters that were asked for. */
  readonly asked: ReturnType<typeof createAnswerAsked>
}

/** Whoever comes after them is called a colleague. */
const mostNamed = 500

export const createAccounts = (deps: AccountDeps): AccountService => {
  const accessTokens = createAccessTokens(deps.vault, deps.clock)
  const passwords = createPasswords(deps.passwordCost)
  const secondFactor = createSecondFactor(deps)
  const openSignIn = createOpenSignIn({ ...deps, accessTokens, secondFactor })
  const passkeys = createPasskeys({ ...deps, secondFactor })
  const passkeySignIn = createPasskeySignIn({ ...deps, secondFactor, passkeys, openSignIn })
  const signIn = createSignIn({ ...deps, passwords, secondFactor, passkeys, passkeySignIn, openSignIn })
  const byMail = createAccountsByMail({ ...deps, passwords })
  const sessions = createSessions(deps)
  const operator = deps.documents.operator()
  const { end } = createSignInEnd(deps)
  const ofOrganization = async (organizationId: string) => {
    const sort = { field: 'created_at', direction: 'asc' } as const
    return (await operator.find(people, { organization_id: organizationId }, { sort, limit: mostNamed })).items
  }
  return {
    ...createAuthenticate({ ...deps, accessTokens, secondFactor }),
    signIn: signIn.first,
    signInSecond: signIn.byCode,
    signInSecondByPasskey: signIn.byPasskey,
    askPasskey: passkeySignIn.start,
    signInByPasskey: passkeySignIn.signIn,
    confirmAccount: async (token, password, visitor) =>
      openSignIn({ person: await byMail.confirm(token, password), factor: 'password', visitor, failures: 0 }),
    refresh: createRefresh({ ...deps, accessTokens }),
    signOut: async (signInId) => {
      const found = await operator.get(signIns, signInId)
      if (found?.revoked_at === null) await end(found, 'sign_out')
    },
    sessionsOf: sessions.list,
    endSession: sessions.end,
    signOutEverywhere: (personId) => sessions.endAll(personId),
    hasPeople: async (organizationId) => (await operator.count(people, { organization_id: organizationId })) > 0,
    createPerson: createPersonCreator(deps),
    ofOrganization,
    colleagues: async (organizationId) => {
      const joined = await operator.getMany(people, (await deps.joinedTo(organizationId)).slice(0, mostNamed))
      const all = [...(await ofOrganization(organizationId)), ...joined.filter((person) => person !== undefined)]
      return [...new Map(all.map(({ id, name }) => [id, { id, name }])).values()]
    },
    enter: async (signInId, organizationId) => {
      await operator.write({ update: signIns, id: signInId, changes: { set: { organization_id: organizationId } } })
      await deps.changes.announce()
    },
    person: createFindPerson(deps),
    rename: createRename(deps),
    proveAgain: createProveAgain({ ...deps, passwords, secondFactor }),
    removalOf: createRemoval({ ...deps, passkeys }),
    byMail,
    secondFactor,
    passkeys,
    asked: createAnswerAsked(deps),
  }
}
