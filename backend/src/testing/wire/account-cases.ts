import type { Response } from 'supertest'
import type { Route } from '../../platform/http/route.ts'
import { callConsole, signInTo } from '../console.ts'
import { openTestHouse } from '../house.ts'
import type { Cases } from './case.ts'
import type { Honest } from './honest.ts'
import { passkeyCases } from './passkey-cases.ts'
import type { World, Worlds } from './world.ts'

type Send = (
  world: World,
  change?: (sent: Honest) => Honest,
  headers?: Readonly<Record<string, string>>,
) => Promise<Response>

const noToken = 'x'.repeat(43)
const endsSessions = '/console/v1/account/sessions/end'

const owing = new WeakMap<World, Promise<string>>()

/** The cookie of somebody whose organisation asks for a second factor that they do not have. */
const owingCookie = (world: World): Promise<string> => {
  const known = owing.get(world)
  if (known) return known
  const made = (async () => {
    const { organizationId } = await world.house.createMerchant('Strict')
    const owner = await signInTo(world.house, organizationId)
    await owner.post('/organization/second-factor', { required: true })
    return owner.cookie
  })()
  owing.set(world, made)
  return made
}

const withBody =
  (more: object) =>
  (sent: Honest): Honest => ({ ...sent, body: { ...(sent.body as object), ...more } })

const whereClosed = async ({ path, body }: Honest): Promise<Response> => {
  const house = await openTestHouse({ env: { SIGN_UP: 'closed' } })
  try {
    return await callConsole(house, { method: 'post', path, body })
  } finally {
    await house.remove()
  }
}

/** Codes of accounts, and what differs where the sender is part of the request. */
export const accountCases = (
  route: Route,
  { usual, limited }: Worlds,
  call: Send,
  honest: () => Promise<Honest>,
): Cases => ({
  second_factor_required: {
    told: 'by somebody who must still set up a second factor',
    send: async () =>
      route.path.endsWith('/totp/remove')
        ? removeWhereAsked(usual)
        : call(usual, ({ path, body }) => ({ path, body }), { cookie: await owingCookie(usual) }),
  },
  link_invalid: { told: 'with a link nobody was sent', send: () => call(usual, withBody({ token: noToken })) },
  challenge_over: { told: 'with a challenge of nobody', send: () => call(usual, withBody({ challenge: noToken })) },
  code_wrong: { told: 'with another code', send: () => call(usual, withBody({ code: '000000' })) },
  ...passkeyCases(route, usual, (sent) => call(usual, () => sent), honest),
  sign_up_closed: { told: 'where `SIGN_UP=closed`', send: async () => whereClosed(await honest()) },
  ...(route.limit === 'own-secrets' && {
    rate_limited: {
      told: 'more often than the limit',
      send: async () => {
        const { cookie } = limited.person
        const once = () => call(limited, ({ path, body }) => ({ path, body }), { cookie })
        await once()
        return once()
      },
    },
  }),
  ...(route.path === endsSessions && {
    not_found: {
      told: 'with the id of somebody else’s session',
      send: () => call(usual, ({ path }) => ({ path, body: { id: `rfr_${'0'.repeat(26)}` } })),
    },
    validation_failed: {
      told: 'with a field of the wrong type',
      send: () => call(usual, ({ path }) => ({ path, body: { id: 1 } })),
    },
  }),
})

const removeWhereAsked = async ({ house }: World): Promise<Response> => {
  const { organizationId } = await house.createMerchant('Strict')
  const owner = await signInTo(house, organizationId)
  await owner.post('/organization/second-factor', { required: true })
  return owner.post('/account/totp/remove', { password: owner.password })
}
