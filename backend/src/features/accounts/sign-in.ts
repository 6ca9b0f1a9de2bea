import type { PasskeyAnswer, PasskeyRequest } from '#contract/console.ts'
import { AppError } from '../../platform/app-error.ts'
import { operatorAuditEntry, type Actor, type AuditAction } from '../audit/service.ts'
import { createLinks, draftLink } from './by-mail/links.ts'
import { links, people, type Factor, type PersonDocument } from './collections.ts'
import type { SignedIn } from './cookies.ts'
import { createDecoy } from './decoy.ts'
import { createDelays, type Doors } from './delay.ts'
import type { AccountDeps } from './deps.ts'
import { createEmailRef, normaliseAccountEmail } from './email.ts'
import { createFindPerson } from './find-person.ts'
import type { createOpenSignIn } from './open-sign-in.ts'
import { requestFor } from './passkeys/ceremony.ts'
import type { PasskeySignIn } from './passkeys/passkey-sign-in.ts'
import type { Passkeys } from './passkeys/passkeys.ts'
import type { Passwords } from './password.ts'
import type { SecondFactor } from './second-factor/second-factor.ts'
import { createDevices, type Visitor } from './visitor.ts'

export interface Credentials {
  readonly email: string
  readonly password: string
}

/** A right password where more is asked for. */
export interface Challenged {
  readonly challenge: string
  readonly expiresAt: number
  readonly methods: readonly Exclude<Factor, 'password'>[]
  readonly passkey: PasskeyRequest | null
}

/** Wrong codes that one challenge forgives; then the password is asked for again. */
const mostTries = 5

interface SignInDeps extends AccountDeps {
  readonly passwords: Passwords
  readonly secondFactor: SecondFactor
  readonly passkeys: Passkeys
  readonly passkeySignIn: PasskeySignIn
  readonly openSignIn: ReturnType<typeof createOpenSignIn>
}

const actorOf = (person: PersonDocument | undefined): Actor =>
  person ? { type: 'person', id: person.id } : { type: 'anyone', id: null }

/** The same answer, after the same work, whether the address or the password was wrong. */
const createFirstStep = (deps: SignInDeps, trace: ReturnType<typeof createTrace>) => {
  const { documents, clock, vault, passwords, secondFactor, passkeys, openSignIn } = deps
  const operator = documents.operator()
  const emailRef = createEmailRef(vault)
  const devices = createDevices(vault)
  const delays = createDelays(deps)

  const unsealNobody = createDecoy(deps)

  const findPerson = async (ref: string): Promise<PersonDocument | undefined> => {
    const [person] = (await operator.find(people, { email_ref: ref }, { limit: 1 })).items
    if (!person) unsealNobody()
    return person
  }

  /** A hash made with other parameters is made again while the password is at hand. */
  const strengthen = async (person: PersonDocument, password: string): Promise<void> => {
    if (!passwords.isOutdated(person.password)) return
    const set = { password: await passwords.hash(password) }
    await operator.write({ update: people, id: person.id, changes: { set } })
  }

  /** The token of the challenge is what a passkey is asked to sign. */
  const challenge = async (person: PersonDocument, failures: number): Promise<Challenged> => {
    const data = { failures: String(failures) }
    const { token, document } = draftLink({ purpose: 'challenge', subject: person.id, data }, clock())
    await operator.write({ insert: links, document })
    const { totp, recovery } = await secondFactor.of(person.id)
    const { party, isStranded } = passkeys
    const usable = party ? (await passkeys.of(person.id)).filter((passkey) => !isStranded(passkey)) : []
    const methods = [
      ...(totp === 'on' ? (['totp'] as const) : []),
      ...(recovery.length > 0 ? (['recovery_code'] as const) : []),
      ...(usable.length > 0 ? (['passkey'] as const) : []),
    ]
    const passkey = party && usable.length > 0 ? requestFor(token, party, usable) : null
    return { challenge: token, expiresAt: document.expires_at, methods, passkey }
  }

  return async ({ email, password }: Credentials, visitor: Visitor): Promise<SignedIn | Challenged> => {
    const ref = emailRef(normaliseAccountEmail(email) ?? '')
    const doors: Doors = { account: ref, device: devices.known(ref, visitor.device), ip: visitor.ip }
    const failures = await delays.check(doors)
    const person = await findPerson(ref)
    const fits = await passwords.fits(person?.password, password)
    if (!person || !fits) {
      await delays.failed(doors)
      await trace(person, 'sign_in.failed')
      throw new AppError('sign_in_failed')
    }
    await strengthen(person, password)
    if (await secondFactor.hasAny(person)) return challenge(person, failures)
    return openSignIn({ person, factor: 'password', visitor, failures })
  }
}

interface SecondAnswer {
  /** With what it was right; undefined: it was wrong. */
  readonly check: (person: PersonDocument) => Promise<Factor | undefined>
  readonly refused: 'code_wrong' | 'passkey_refused'
}

/** Guessing is slow three times over: five tries for a challenge, a delay that grows, and an answer works once. */
const createSecondStep = (deps: SignInDeps, trace: ReturnType<typeof createTrace>) => {
  const { documents, vault, openSignIn } = deps
  const operator = documents.operator()
  const { find, use } = createLinks(deps)
  const devices = createDevices(vault)
  const delays = createDelays(deps)
  const findPerson = createFindPerson(deps)

  return async (token: string, { check, refused }: SecondAnswer, visitor: Visitor): Promise<SignedIn> => {
    const link = await find(token, 'challenge')
    if (!link || link.tries >= mostTries) throw new AppError('challenge_over')
    const person = await findPerson(link.subject)
    const device = devices.known(person.email_ref, visitor.device)
    const doors: Doors = { account: `second ${person.id}`, device, ip: visitor.ip }
    await delays.check(doors)
    // Counted before it is looked at, so that many at once are many tries.
    await operator.write({ update: links, id: link.id, changes: { inc: { tries: 1 } } })
    const factor = await check(person)
    if (factor === undefined) {
      await delays.failed(doors)
      await trace(person, 'sign_in.second_failed')
      throw new AppError(refused)
    }
    if (!(await use(link))) throw new AppError('challenge_over')
    return openSignIn({ person, factor, visitor, failures: Number(link.data['failures'] ?? 0) + link.tries })
  }
}

const createTrace =
  ({ documents, clock }: AccountDeps) =>
  async (person: PersonDocument | undefined, action: AuditAction): Promise<void> => {
    const organization = person?.organization_id ?? null
    const entry = operatorAuditEntry({ organization_id: organization, actor: actorOf(person), action, at: clock() })
    await documents.operator().write({ insert: entry.insert, document: entry.document })
  }

export const createSignIn = (deps: SignInDeps) => {
  const { secondFactor, passkeySignIn } = deps
  const trace = createTrace(deps)
  const second = createSecondStep(deps, trace)
  return {
    first: createFirstStep(deps, trace),
    byCode: (token: string, code: string, visitor: Visitor): Promise<SignedIn> =>
      second(token, { check: (person) => secondFactor.use(person, code), refused: 'code_wrong' }, visitor),
    byPasskey: (token: string, given: PasskeyAnswer, visitor: Visitor): Promise<SignedIn> => {
      const check = async (person: PersonDocument) =>
        (await passkeySignIn.isSecond(person, token, given)) ? ('passkey' as const) : undefined
      return second(token, { check, refused: 'passkey_refused' }, visitor)
    },
  }
}
