import { Done, Me, SecondStep, SignIn, SignInAnswer } from '#contract/console.ts'
import { Reply, route, type Route } from '../../platform/http/route.ts'
import { personOf } from '../../platform/http/store-of.ts'
import { addressRoutes } from './by-mail/console-routes.ts'
import { ownAccountRoutes } from './own-account-routes.ts'
import { passkeyRoutes, passkeySignInRoutes } from './passkeys/console-routes.ts'
import { createMe, createVisitorOf, createWelcome, type AccountRouteDeps } from './welcome.ts'

export type { AccountRouteDeps } from './welcome.ts'

const signInRoutes = (deps: AccountRouteDeps): readonly Route[] => {
  const { accounts, accountKey, cookies } = deps
  const welcome = createWelcome(deps)
  const visitorOf = createVisitorOf(deps)
  return [
    route({
      method: 'POST',
      path: '/console/v1/sign-in',
      summary: 'Sign in with e-mail and password; where a second factor is set up, the answer is a challenge',
      caller: 'anyone',
      limit: 'sign-in',
      limitAlsoBy: ({ email }, { cookie }) => accountKey(email, cookies.read(cookie, 'device')),
      codes: ['sign_in_failed'],
      body: SignIn,
      reply: SignInAnswer,
      handle: async ({ body, context }) => {
        const answer = await accounts.signIn(body, visitorOf(context))
        if ('access' in answer) return welcome(answer)
        const { challenge, expiresAt, methods, passkey } = answer
        return { challenge, methods: [...methods], expires_at: new Date(expiresAt).toISOString(), passkey }
      },
    }),
    route({
      method: 'POST',
      path: '/console/v1/sign-in/second',
      summary: 'Answer the challenge with a code of the app, or with a recovery code',
      caller: 'anyone',
      limit: 'sign-in',
      limitAlsoBy: ({ challenge }) => challenge,
      codes: ['code_wrong', 'challenge_over'],
      body: SecondStep,
      reply: Me,
      handle: async ({ body, context }) =>
        welcome(await accounts.signInSecond(body.challenge, body.code, visitorOf(context))),
    }),
    route({
      method: 'POST',
      path: '/console/v1/refresh',
      summary: 'Trade the refresh token, which is good once, for new tokens',
      caller: 'anyone',
      limit: 'refresh',
      codes: ['sign_in_required'],
      reply: Me,
      handle: async ({ context }) => welcome(await accounts.refresh(cookies.read(context.cookie, 'refresh'))),
    }),
  ]
}

export const accountRoutes = (deps: AccountRouteDeps): readonly Route[] => {
  const { accounts, cookies, impersonations } = deps
  const me = createMe(deps)
  return [
    ...signInRoutes(deps),
    ...passkeySignInRoutes(deps),
    ...addressRoutes(deps),
    ...ownAccountRoutes(deps),
    ...passkeyRoutes(deps),
    route({
      method: 'POST',
      path: '/console/v1/sign-out',
      summary: 'End this sign-in with all its tokens and streams',
      caller: 'person',
      permission: 'presence',
      reply: Done,
      handle: async ({ caller }) => {
        const person = personOf(caller)
        if (person.role === 'operator') return impersonations.leave(person)
        await accounts.signOut(person.sessionFamily)
        return new Reply({ done: true as const }, { headers: { 'set-cookie': cookies.clear() } })
      },
    }),
    route({
      method: 'GET',
      path: '/console/v1/me',
      summary: 'Who is signed in, and to which stores',
      reads: 'nothing',
      caller: 'person',
      permission: 'presence',
      reply: Me,
      handle: ({ caller }) => me(personOf(caller)),
    }),
  ]
}
