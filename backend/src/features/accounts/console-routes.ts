import type { z } from 'zod'
import { Done, Me, SignIn } from '#contract/console.ts'
import { Reply, route, type Route } from '../../platform/http/route.ts'
import { personOf } from '../../platform/http/store-of.ts'
import type { MerchantService } from '../merchants/service.ts'
import { readCookie, refreshCookie, type Cookies, type SignedIn } from './cookies.ts'
import { normaliseAccountEmail } from './email.ts'
import type { AccountService } from './service.ts'

export interface AccountRouteDeps {
  readonly accounts: AccountService
  readonly merchants: Pick<MerchantService, 'ofOrganization' | 'organization'>
  readonly cookies: Cookies
}

const createMe =
  ({ accounts, merchants }: AccountRouteDeps) =>
  async (personId: string): Promise<z.infer<typeof Me>> => {
    const { id, name, email, role, organization_id: organizationId } = await accounts.person(personId)
    const organization = await merchants.organization(organizationId)
    const stores = await merchants.ofOrganization(organizationId)
    return {
      person: { id, name, email },
      role,
      organization,
      colleagues: (await accounts.colleagues(organizationId)).map((one) => ({ ...one })),
      stores: stores.map((store) => ({
        id: store.merchantId,
        name: store.name,
        time_zone: store.timeZone,
        order_url: store.orderUrl,
      })),
    }
  }

export const accountRoutes = (deps: AccountRouteDeps): readonly Route[] => {
  const { accounts, cookies } = deps
  const me = createMe(deps)
  const welcome = async (signedIn: SignedIn) =>
    new Reply(await me(signedIn.personId), { headers: { 'set-cookie': cookies.set(signedIn) } })

  return [
    route({
      method: 'POST',
      path: '/console/v1/sign-in',
      summary: 'Sign in with e-mail and password',
      caller: 'anyone',
      limit: 'sign-in',
      limitAlsoBy: ({ email }) => normaliseAccountEmail(email) ?? email,
      body: SignIn,
      reply: Me,
      handle: async ({ body }) => welcome(await accounts.signIn(body)),
    }),
    route({
      method: 'POST',
      path: '/console/v1/refresh',
      summary: 'Trade the refresh token, which is good once, for new tokens',
      caller: 'anyone',
      limit: 'refresh',
      reply: Me,
      handle: async ({ context }) =>
        welcome(await accounts.refresh(readCookie(context.cookie ?? undefined, refreshCookie))),
    }),
    route({
      method: 'POST',
      path: '/console/v1/sign-out',
      summary: 'End this sign-in with all its tokens and streams',
      caller: 'person',
      permission: 'account',
      reply: Done,
      handle: async ({ caller }) => {
        await accounts.signOut(personOf(caller).sessionFamily)
        return new Reply({ done: true as const }, { headers: { 'set-cookie': cookies.clear() } })
      },
    }),
    route({
      method: 'GET',
      path: '/console/v1/me',
      summary: 'Who is signed in, and to which stores',
      caller: 'person',
      permission: 'account',
      reply: Me,
      handle: ({ caller }) => me(personOf(caller).personId),
    }),
  ]
}
