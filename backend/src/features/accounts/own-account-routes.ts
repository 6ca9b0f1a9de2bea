import {
  AccountSecurity,
  ChangeEmail,
  ChangeName,
  ChangePassword,
  Done,
  EndSessions,
  PasswordAgain,
  RecoveryCodes,
  RequireSecondFactor,
  TotpConfirm,
  TotpStart,
} from '#contract/console.ts'
import { Reply, route, type Route } from '../../platform/http/route.ts'
import { personOf } from '../../platform/http/store-of.ts'
import { adaptPasskey } from './passkeys/console-routes.ts'
import type { OwnSignIn } from './sessions.ts'
import type { AccountRouteDeps } from './welcome.ts'

const done = { done: true as const }
const iso = (at: number): string => new Date(at).toISOString()

const adaptSession = (session: OwnSignIn, current: string) => ({
  ...{ id: session.id, current: session.id === current },
  ...{ created_at: iso(session.createdAt), last_used_at: iso(session.lastUsedAt) },
  ...{ country: session.country, client: session.client, factor: session.factor, unusual: [...session.unusual] },
})

const lookRoutes = ({ accounts, cookies }: AccountRouteDeps): readonly Route[] => [
  route({
    method: 'GET',
    path: '/console/v1/account/security',
    summary: 'How one signs in, and where one is signed in',
    reads: 'nothing',
    caller: 'person',
    permission: 'account',
    reply: AccountSecurity,
    handle: async ({ caller }) => {
      const { personId, sessionFamily, organizationId, role } = personOf(caller)
      const { totp, recovery } = await accounts.secondFactor.of(personId)
      const sessions = await accounts.sessionsOf(personId)
      const { party } = accounts.passkeys
      const passkeys = await accounts.passkeys.of(personId)
      return {
        totp: totp === 'on',
        passkeys: passkeys.map((passkey) => adaptPasskey(passkey, accounts.passkeys)),
        passkeys_at: party?.origin ?? null,
        recovery_codes_left: recovery.length,
        required: await accounts.secondFactor.isRequired({ organization_id: organizationId, role }),
        sessions: sessions.map((session) => adaptSession(session, sessionFamily)),
      }
    },
  }),
  route({
    method: 'POST',
    path: '/console/v1/account/sessions/end',
    summary: 'Sign out one browser, or without an id all of them, this one included',
    caller: 'person',
    permission: 'account.change',
    codes: ['not_found'],
    body: EndSessions,
    reply: Done,
    handle: async ({ caller, body }) => {
      const { personId, sessionFamily } = personOf(caller)
      if (body.id === undefined) await accounts.signOutEverywhere(personId)
      else await accounts.endSession(personId, body.id)
      const isOver = body.id === undefined || body.id === sessionFamily
      return new Reply(done, isOver ? { headers: { 'set-cookie': cookies.clear() } } : {})
    },
  }),
]

const nameRoute = ({ accounts }: AccountRouteDeps): Route =>
  route({
    method: 'PATCH',
    path: '/console/v1/account',
    summary: 'What one is called: for colleagues, in letters and beside what one did',
    caller: 'person',
    permission: 'account.change',
    body: ChangeName,
    reply: Done,
    handle: async ({ caller, body }) => {
      await accounts.rename(personOf(caller).personId, body.name)
      return done
    },
  })

const passwordRoutes = ({ accounts: { byMail } }: AccountRouteDeps): readonly Route[] => [
  route({
    method: 'POST',
    path: '/console/v1/account/password',
    summary: 'Choose another password; signs out everywhere else',
    caller: 'person',
    permission: 'account.change',
    limit: 'own-secrets',
    body: ChangePassword,
    reply: Done,
    handle: async ({ caller, body }) => {
      const { personId, sessionFamily } = personOf(caller)
      await byMail.changePassword(personId, sessionFamily, body)
      return done
    },
  }),
  route({
    method: 'POST',
    path: '/console/v1/account/email',
    summary: 'Ask for another address; a letter to it leads on, and the old one is told',
    caller: 'person',
    permission: 'account.change',
    limit: 'own-secrets',
    body: ChangeEmail,
    reply: Done,
    handle: async ({ caller, body }) => {
      await byMail.askForAddress(personOf(caller).personId, body)
      return done
    },
  }),
]

const factorRoutes = ({ accounts, accounts: { byMail, secondFactor } }: AccountRouteDeps): readonly Route[] => [
  route({
    method: 'POST',
    path: '/console/v1/account/totp/start',
    summary: 'A new secret for an app that makes codes, as text and as a picture',
    caller: 'person',
    permission: 'account.change',
    limit: 'own-secrets',
    body: PasswordAgain,
    reply: TotpStart,
    handle: async ({ caller, body }) =>
      secondFactor.start(await byMail.requirePassword(personOf(caller).personId, body.password)),
  }),
  route({
    method: 'POST',
    path: '/console/v1/account/totp/confirm',
    summary: 'The first code: from here on codes are asked for; answers ten recovery codes',
    caller: 'person',
    permission: 'account.change',
    limit: 'own-secrets',
    codes: ['code_wrong'],
    body: TotpConfirm,
    reply: RecoveryCodes,
    handle: async ({ caller, body }) => {
      const codes = await secondFactor.confirm(await accounts.person(personOf(caller).personId), body.code)
      return { recovery_codes: [...codes] }
    },
  }),
  route({
    method: 'POST',
    path: '/console/v1/account/totp/remove',
    summary: 'No longer ask for codes, where none is required',
    caller: 'person',
    permission: 'account.change',
    limit: 'own-secrets',
    codes: ['second_factor_required'],
    body: PasswordAgain,
    reply: Done,
    handle: async ({ caller, body }) => {
      await secondFactor.remove(await byMail.requirePassword(personOf(caller).personId, body.password))
      return done
    },
  }),
  route({
    method: 'POST',
    path: '/console/v1/account/recovery-codes',
    summary: 'Ten new recovery codes instead of those that are left',
    caller: 'person',
    permission: 'account.change',
    limit: 'own-secrets',
    body: PasswordAgain,
    reply: RecoveryCodes,
    handle: async ({ caller, body }) => {
      const codes = await secondFactor.redraw(await byMail.requirePassword(personOf(caller).personId, body.password))
      return { recovery_codes: [...codes] }
    },
  }),
  route({
    method: 'POST',
    path: '/console/v1/organization/second-factor',
    summary: 'Ask everybody of the organisation for a second factor, or no longer',
    caller: 'person',
    permission: 'organization.change',
    body: RequireSecondFactor,
    reply: Done,
    handle: async ({ caller, body }) => {
      const { personId, organizationId } = personOf(caller)
      await secondFactor.require(
        { ...(await accounts.person(personId)), organization_id: organizationId },
        body.required,
      )
      return done
    },
  }),
]

/** What one does with one's own account. Whatever changes how one signs in asks for the password again. */
export const ownAccountRoutes = (deps: AccountRouteDeps): readonly Route[] => [
  ...lookRoutes(deps),
  nameRoute(deps),
  ...passwordRoutes(deps),
  ...factorRoutes(deps),
]
