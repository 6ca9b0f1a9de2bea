import { AppError } from '../../../platform/app-error.ts'
import { Conflict } from '../../../platform/documents/port.ts'
import { createId } from '../../../platform/ids.ts'
import { operatorAuditEntry } from '../../audit/service.ts'
import { mailEntry } from '../../mail/service.ts'
import { people, type LinkDocument, type PersonDocument } from '../collections.ts'
import type { AccountDeps } from '../deps.ts'
import { createEmailRef, normaliseAccountEmail } from '../email.ts'
import { createSignInEnd } from '../end-sign-in.ts'
import { createFindPerson } from '../find-person.ts'
import { checkPasswordRule, type Passwords } from '../password.ts'
import { createAsk } from './ask.ts'
import { createLinks } from './links.ts'

type Deps = AccountDeps & { readonly passwords: Passwords }

const requireEmail = (text: string): string => {
  const email = normaliseAccountEmail(text)
  const detail = 'This is no e-mail address.'
  if (email === undefined) {
    throw new AppError('validation_failed', { detail, errors: [{ pointer: '/email', code: 'email', detail }] })
  }
  return email
}

const draftOwner = (
  { data }: LinkDocument,
  organizationId: string,
  now: number,
  more: Pick<PersonDocument, 'email_ref' | 'password'>,
): PersonDocument => ({
  id: createId('usr', now),
  organization_id: organizationId,
  role: 'owner',
  email: data['email'] ?? '',
  name: data['name'] ?? '',
  created_at: now,
  ...more,
})

/**
 * Another password, told to its owner; every sign-in ends but the one that asked. From its time on passkeys open nothing
 * alone until they were shown together with it.
 */
const createSetPassword = (deps: Deps) => {
  const { documents, clock, passwords, settings } = deps
  const operator = documents.operator()
  const { endAll } = createSignInEnd(deps)
  return async (person: PersonDocument, password: string, keepSignIn?: string): Promise<void> => {
    const now = clock()
    const { id, organization_id: organization, email } = person
    const set = { password: await passwords.hash(password), password_at: now }
    await operator.write({ update: people, id, changes: { set } }, [
      operatorAuditEntry({
        ...{ organization_id: organization, actor: { type: 'person', id }, at: now },
        ...{ action: 'person.password_changed', object: { type: 'person', id } },
      }),
      mailEntry(
        {
          kind: 'password-changed',
          to: email,
          data: { security: `${settings.linkBase}/account`, at: new Date(now).toUTCString() },
        },
        { at: now },
      ),
    ])
    await endAll(id, keepSignIn)
  }
}

/** Everything that begins with an address and goes on with a link. */
export const createAccountsByMail = (deps: Deps) => {
  const { documents, clock, vault, merchants, settings, passwords } = deps
  const operator = documents.operator()
  const emailRef = createEmailRef(vault)
  const ask = createAsk(deps)
  const { claim, find, voidAll } = createLinks(deps)
  const findPerson = createFindPerson(deps)
  const security = `${settings.linkBase}/account`
  const time = (): string => new Date(clock()).toUTCString()

  const setPassword = createSetPassword(deps)
  const requirePassword = async (personId: string, password: string): Promise<PersonDocument> => {
    const person = await findPerson(personId)
    if (await passwords.fits(person.password, password)) return person
    const detail = 'This is not your password.'
    throw new AppError('validation_failed', { detail, errors: [{ pointer: '/current', code: 'wrong', detail }] })
  }

  /** The password is chosen by whoever reads the mail: an account begun with somebody else's address stays empty. */
  const confirm = async (token: string, password: string): Promise<PersonDocument> => {
    checkPasswordRule(password)
    if (!(await find(token, 'confirm-account'))) throw new AppError('link_invalid')
    const hashed = await passwords.hash(password)
    const link = await claim(token, 'confirm-account')
    const now = clock()
    const id = await merchants.createOrganization(link.data['organization'] ?? '')
    const person = draftOwner(link, id, now, { email_ref: link.subject, password: hashed })
    const trace = operatorAuditEntry({
      ...{ organization_id: id, actor: { type: 'person', id: person.id }, action: 'person.created', at: now },
      ...{ object: { type: 'person', id: person.id }, details: { role: 'owner' } },
    })
    await operator.write({ insert: people, document: person }, [trace]).catch((error: unknown) => {
      // Somebody was given an account with this address meanwhile.
      if (error instanceof Conflict) throw new AppError('link_invalid')
      throw error
    })
    await voidAll(link.subject, 'confirm-account')
    return person
  }

  const changeAddress = async (token: string): Promise<void> => {
    const link = await claim(token, 'confirm-email')
    const person = await findPerson(link.subject)
    const email = link.data['email'] ?? ''
    const now = clock()
    const { id, organization_id: organization, email: former } = person
    const set = { email, email_ref: emailRef(email) }
    const notice = { kind: 'address-changing', to: former, data: { to: email, security, at: time() } } as const
    const trace = operatorAuditEntry({
      ...{ organization_id: organization, actor: { type: 'person', id }, at: now },
      ...{ action: 'person.email_changed', object: { type: 'person', id } },
    })
    await operator
      .write({ update: people, id, changes: { set } }, [trace, mailEntry(notice, { at: now })])
      .catch((error: unknown) => {
        if (error instanceof Conflict) throw new AppError('link_invalid')
        throw error
      })
  }

  return {
    signUp: async (wanted: { email: string; name: string; organization: string }): Promise<void> => {
      if (settings.signUp === 'closed') throw new AppError('sign_up_closed')
      await ask('sign-up', { ...wanted, email: requireEmail(wanted.email) })
    },
    resend: (email: string) => ask('resend', { email: requireEmail(email) }),
    forgot: (email: string) => ask('reset', { email: requireEmail(email) }),
    confirm,
    reset: async (token: string, password: string): Promise<void> => {
      checkPasswordRule(password)
      const link = await claim(token, 'reset')
      await setPassword(await findPerson(link.subject), password)
    },
    changePassword: async (personId: string, signInId: string, given: { current: string; password: string }) => {
      checkPasswordRule(given.password)
      await setPassword(await requirePassword(personId, given.current), given.password, signInId)
    },
    askForAddress: async (personId: string, given: { email: string; password: string }): Promise<void> => {
      const email = requireEmail(given.email)
      await requirePassword(personId, given.password)
      await ask('new-address', { email, person_id: personId })
    },
    changeAddress,
    requirePassword,
  }
}
export type AccountsByMail = ReturnType<typeof createAccountsByMail>
