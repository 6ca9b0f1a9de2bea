import type { z } from 'zod'
import {
  AddPasskey,
  Done,
  Me,
  type Passkey,
  PasskeyAdded,
  PasskeyCreation,
  PasskeyRequest,
  PasskeySecondStep,
  PasskeySignIn,
  PasswordAgain,
  RenamePasskey,
} from '#contract/console.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import { personOf } from '../../../platform/http/store-of.ts'
import { createVisitorOf, createWelcome, type AccountRouteDeps } from '../welcome.ts'
import type { PasskeyDocument } from './collections.ts'
import type { Passkeys } from './passkeys.ts'

const done = { done: true as const }
const iso = (at: number): string => new Date(at).toISOString()

export const adaptPasskey = (passkey: PasskeyDocument, { isStranded }: Passkeys): z.infer<typeof Passkey> => ({
  id: passkey.id,
  name: passkey.name,
  created_at: iso(passkey.created_at),
  last_used_at: passkey.used_at === null ? null : iso(passkey.used_at),
  synchronised: passkey.synchronised,
  backed_up: passkey.backed_up,
  stranded: isStranded(passkey),
})

/** Before anybody is signed in. */
export const passkeySignInRoutes = (deps: AccountRouteDeps): readonly Route[] => {
  const { accounts } = deps
  const welcome = createWelcome(deps)
  const visitorOf = createVisitorOf(deps)
  return [
    route({
      method: 'POST',
      path: '/console/v1/sign-in/passkey/start',
      summary: 'What a browser is asked to sign with a passkey, whosever it is; good once, for 10 minutes',
      caller: 'anyone',
      limit: 'refresh',
      codes: ['passkeys_off'],
      reply: PasskeyRequest,
      handle: () => accounts.askPasskey(),
    }),
    route({
      method: 'POST',
      path: '/console/v1/sign-in/passkey',
      summary: 'Sign in with a passkey instead of address and password',
      caller: 'anyone',
      limit: 'sign-in',
      limitAlsoBy: ({ passkey }) => passkey.id,
      codes: ['passkey_refused', 'challenge_over', 'passkeys_off'],
      body: PasskeySignIn,
      reply: Me,
      handle: async ({ body, context }) => welcome(await accounts.signInByPasskey(body.passkey, visitorOf(context))),
    }),
    route({
      method: 'POST',
      path: '/console/v1/sign-in/second/passkey',
      summary: 'Answer the challenge of a password with a passkey',
      caller: 'anyone',
      limit: 'sign-in',
      limitAlsoBy: ({ challenge }) => challenge,
      codes: ['passkey_refused', 'challenge_over'],
      body: PasskeySecondStep,
      reply: Me,
      handle: async ({ body, context }) =>
        welcome(await accounts.signInSecondByPasskey(body.challenge, body.passkey, visitorOf(context))),
    }),
  ]
}

/** One's own. Adding and removing change who gets in, so they ask for the password again. */
export const passkeyRoutes = ({ accounts }: AccountRouteDeps): readonly Route[] => {
  const { byMail, passkeys } = accounts
  return [
    route({
      method: 'POST',
      path: '/console/v1/account/passkeys/start',
      summary: 'What a browser is asked to make a passkey from; good once, for 10 minutes',
      caller: 'person',
      permission: 'account.change',
      limit: 'own-secrets',
      codes: ['passkeys_off'],
      body: PasswordAgain,
      reply: PasskeyCreation,
      handle: async ({ caller, body }) =>
        passkeys.start(await byMail.requirePassword(personOf(caller).personId, body.password)),
    }),
    route({
      method: 'POST',
      path: '/console/v1/account/passkeys',
      summary: 'Keep the passkey that the browser made; with the first second factor come ten recovery codes',
      caller: 'person',
      permission: 'account.change',
      limit: 'own-secrets',
      codes: ['passkey_refused', 'challenge_over', 'passkeys_off'],
      body: AddPasskey,
      reply: PasskeyAdded,
      handle: async ({ caller, body }) => {
        const person = await accounts.person(personOf(caller).personId)
        const { passkey, recoveryCodes } = await passkeys.add(person, body.name, body.passkey)
        return { passkey: adaptPasskey(passkey, passkeys), recovery_codes: [...recoveryCodes] }
      },
    }),
    route({
      method: 'PATCH',
      path: '/console/v1/account/passkeys/:id',
      summary: 'Call a passkey something else',
      caller: 'person',
      permission: 'account.change',
      codes: ['not_found'],
      body: RenamePasskey,
      reply: Done,
      handle: async ({ caller, params, body }) => {
        await passkeys.rename(await accounts.person(personOf(caller).personId), params['id'] ?? '', body.name)
        return done
      },
    }),
    route({
      method: 'POST',
      path: '/console/v1/account/passkeys/:id/remove',
      summary: 'A passkey signs in no longer; the last second factor stays where one is required',
      caller: 'person',
      permission: 'account.change',
      limit: 'own-secrets',
      codes: ['not_found', 'second_factor_required'],
      body: PasswordAgain,
      reply: Done,
      handle: async ({ caller, params, body }) => {
        const { personId } = personOf(caller)
        const id = params['id'] ?? ''
        await passkeys.requireOwn(personId, id)
        await passkeys.remove(await byMail.requirePassword(personId, body.password), id)
        return done
      },
    }),
  ]
}
