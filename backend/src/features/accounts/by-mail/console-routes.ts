import { AccountAddress, Done, LinkOnly, LinkPassword, Me, SignUp, SignUpState } from '#contract/console.ts'
import { route, type Route } from '../../../platform/http/route.ts'
import { createVisitorOf, createWelcome, type AccountRouteDeps } from '../welcome.ts'

const done = { done: true as const }

/** What anybody may ask for by address: one answer, whether or not there is an account. */
const askingRoutes = ({
  accounts: { byMail, asked },
  accountKey,
  signUp,
  mailFolder,
}: AccountRouteDeps): readonly Route[] => [
  route({
    method: 'GET',
    path: '/console/v1/sign-up',
    summary: 'Whether one can sign up here',
    caller: 'anyone',
    limit: 'refresh',
    reply: SignUpState,
    handle: async () => ({ open: signUp === 'open', mail_folder: (await asked.hasAnswered()) ? mailFolder : null }),
  }),
  route({
    method: 'POST',
    path: '/console/v1/sign-up',
    summary: 'Ask for an account; a letter leads on, or tells the owner of the address that there is one',
    caller: 'anyone',
    limit: 'account-mail',
    limitAlsoBy: ({ email }) => accountKey(email, undefined),
    codes: ['sign_up_closed'],
    body: SignUp,
    reply: Done,
    handle: async ({ body }) => {
      await byMail.signUp(body)
      return done
    },
  }),
  route({
    method: 'POST',
    path: '/console/v1/sign-up/resend',
    summary: 'Ask for the letter of a sign-up once more',
    caller: 'anyone',
    limit: 'account-mail',
    limitAlsoBy: ({ email }) => accountKey(email, undefined),
    body: AccountAddress,
    reply: Done,
    handle: async ({ body }) => {
      await byMail.resend(body.email)
      return done
    },
  }),
  route({
    method: 'POST',
    path: '/console/v1/password/forgot',
    summary: 'Ask for a link that sets a new password',
    caller: 'anyone',
    limit: 'account-mail',
    limitAlsoBy: ({ email }) => accountKey(email, undefined),
    body: AccountAddress,
    reply: Done,
    handle: async ({ body }) => {
      await byMail.forgot(body.email)
      return done
    },
  }),
]

export const addressRoutes = (deps: AccountRouteDeps): readonly Route[] => {
  const { accounts } = deps
  const welcome = createWelcome(deps)
  const visitorOf = createVisitorOf(deps)
  return [
    ...askingRoutes(deps),
    route({
      method: 'POST',
      path: '/console/v1/sign-up/confirm',
      summary: 'Choose a password with the link of the letter, which is good once, for 24 hours; signs in',
      caller: 'anyone',
      limit: 'account-link',
      codes: ['link_invalid'],
      body: LinkPassword,
      reply: Me,
      handle: async ({ body, context }) =>
        welcome(await accounts.confirmAccount(body.token, body.password, visitorOf(context))),
    }),
    route({
      method: 'POST',
      path: '/console/v1/password/reset',
      summary: 'Set a new password with the link of the letter, which is good once, for an hour; signs out everywhere',
      caller: 'anyone',
      limit: 'account-link',
      codes: ['link_invalid'],
      body: LinkPassword,
      reply: Done,
      handle: async ({ body }) => {
        await accounts.byMail.reset(body.token, body.password)
        return done
      },
    }),
    route({
      method: 'POST',
      path: '/console/v1/account/email/confirm',
      summary: 'Take a new address into use with the link that was sent to it, good once, for an hour',
      caller: 'anyone',
      limit: 'account-link',
      codes: ['link_invalid'],
      body: LinkOnly,
      reply: Done,
      handle: async ({ body }) => {
        await accounts.byMail.changeAddress(body.token)
        return done
      },
    }),
  ]
}
