import type { PasskeyAnswer, PasskeyRequest } from '#contract/console.ts'
import { AppError } from '../../../platform/app-error.ts'
import { operatorAuditEntry } from '../../audit/service.ts'
import { createLinks, draftLink } from '../by-mail/links.ts'
import { links, people, type PersonDocument } from '../collections.ts'
import type { SignedIn } from '../cookies.ts'
import { createDelays, type Doors } from '../delay.ts'
import type { AccountDeps } from '../deps.ts'
import type { createOpenSignIn } from '../open-sign-in.ts'
import type { SecondFactor } from '../second-factor/second-factor.ts'
import type { Visitor } from '../visitor.ts'
import { requestFor, userHandleOf } from './ceremony.ts'
import type { PasskeyDocument } from './collections.ts'
import { credentialRef } from './passkey-store.ts'
import { requireParty, type Passkeys } from './passkeys.ts'
import { challengeIn, readAnswer, type Shown } from './verify.ts'

interface Deps extends AccountDeps {
  readonly secondFactor: SecondFactor
  readonly passkeys: Passkeys
  readonly openSignIn: ReturnType<typeof createOpenSignIn>
}

interface Answered {
  readonly person: PersonDocument
  readonly passkey: PasskeyDocument
  readonly shown: Shown
}

/** A device counts its answers; one that does not count on from the last was answered by a copy. Zero: it does not count. */
export const isCopied = (counted: number, { counter }: Shown): boolean =>
  (counter > 0 || counted > 0) && counter <= counted

const createAnswers = (deps: Deps) => {
  const { documents, secondFactor, passkeys } = deps
  const operator = documents.operator()
  const store = secondFactor.passkeys

  /** Whose passkey signed this challenge, here; undefined: nobody's. */
  const answered = async (given: PasskeyAnswer, challenge: string): Promise<Answered | undefined> => {
    const passkey = await store.byCredential(given.id)
    const { party } = passkeys
    if (!passkey || !party || passkeys.isStranded(passkey)) return undefined
    const shown = await readAnswer(given, { challenge, party }, passkey)
    const person = shown && (await operator.get(people, passkey.person_id))
    // What an authenticator may be copied for never changes (WebAuthn 3, 7.2): another answer is another key.
    if (!person || shown.synchronised !== passkey.synchronised) return undefined
    return { person, passkey, shown }
  }

  /** Counted, or refused because it was counted before. */
  const count = async ({ person, passkey, shown }: Answered, withPassword: boolean): Promise<boolean> => {
    if (!isCopied(passkey.counter, shown)) return store.used(passkey, shown, withPassword)
    await store.copied(person, passkey)
    return false
  }
  return { answered, count }
}

/**
 * A new password is what an owner chooses who fears that somebody got in. Until a passkey was shown together with it,
 * that passkey is a second factor and no more: whoever added it may not be the one who chose.
 */
const opensAlone = ({ proven_at: provenAt }: PasskeyDocument, { password_at: passwordAt }: PersonDocument): boolean =>
  passwordAt === undefined || provenAt > passwordAt

/** Signing in without address and password: device and PIN or finger are two factors by themselves. */
export const createPasskeySignIn = (deps: Deps) => {
  const { documents, clock, passkeys, openSignIn } = deps
  const operator = documents.operator()
  const { find, use } = createLinks(deps)
  const delays = createDelays(deps)
  const { answered, count } = createAnswers(deps)

  const refuse = async (doors: Doors, person: PersonDocument | undefined, detail?: string): Promise<never> => {
    await delays.failed(doors)
    const { insert, document } = operatorAuditEntry({
      ...{ organization_id: person?.organization_id ?? null, action: 'sign_in.failed', at: clock() },
      actor: person ? { type: 'person', id: person.id } : { type: 'anyone', id: null },
      details: { factor: 'passkey' },
    })
    await operator.write({ insert, document })
    throw new AppError('passkey_refused', detail === undefined ? {} : { detail })
  }

  return {
    /** Asks for no address, so there is nothing to tell about one. */
    start: async (): Promise<PasskeyRequest> => {
      const party = requireParty(passkeys.party)
      const { token, document } = draftLink({ purpose: 'passkey-sign-in', subject: 'anyone', data: {} }, clock())
      await operator.write({ insert: links, document })
      return requestFor(token, party)
    },
    signIn: async (given: PasskeyAnswer, visitor: Visitor): Promise<SignedIn> => {
      requireParty(passkeys.party)
      const doors: Doors = { account: `passkey ${credentialRef(given.id)}`, device: undefined, ip: visitor.ip }
      const failures = await delays.check(doors)
      const challenge = challengeIn(given) ?? ''
      const link = await find(challenge, 'passkey-sign-in')
      if (!link || !(await use(link))) throw new AppError('challenge_over')
      const answer = await answered(given, challenge)
      const isTheirs = answer && given.response.userHandle === userHandleOf(answer.person.id)
      if (!isTheirs) return refuse(doors, undefined)
      const { person, passkey } = answer
      if (!opensAlone(passkey, person)) {
        return refuse(doors, person, 'Your password was changed. Sign in with it once, then with this passkey.')
      }
      if (!(await count(answer, false))) return refuse(doors, person)
      return openSignIn({ person, factor: 'passkey', visitor, failures })
    },
    /** As a second factor: an answer to the challenge of this person's password. */
    isSecond: async (person: PersonDocument, challenge: string, given: PasskeyAnswer): Promise<boolean> => {
      const answer = await answered(given, challenge)
      return answer?.person.id === person.id && (await count(answer, true))
    },
  }
}
export type PasskeySignIn = ReturnType<typeof createPasskeySignIn>
