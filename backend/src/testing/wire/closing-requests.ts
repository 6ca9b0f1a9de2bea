import type { Response } from 'supertest'
import type { Route } from '../../platform/http/route.ts'
import { callConsole, cookiesOf, signInTo, type SignedIn } from '../console.ts'
import type { Cases } from './case.ts'
import type { Honest } from './honest.ts'
import type { World } from './world.ts'

/** The owner of an organisation of their own, so that nothing the others need is closed; where nobody can be added, the person of the world. */
const somewhereElse = async ({ house, shop, person }: World) => {
  try {
    const { merchantId, organizationId } = await house.createMerchant('Closing')
    return { merchantId, organizationId, as: await signInTo(house, organizationId) }
  } catch {
    return { merchantId: shop.merchantId, organizationId: shop.organizationId, as: person }
  }
}

const closeTheirs = async (world: World) => {
  const { as, merchantId } = await somewhereElse(world)
  if (as !== world.person) await as.post(`/stores/${merchantId}/close`, { name: 'Closing', password: as.password })
  return { as, merchantId }
}

const closedOrganization = async (world: World): Promise<SignedIn> => {
  const { as } = await somewhereElse(world)
  if (as === world.person) return as
  await as.post('/organization/close', { name: 'Closing', password: as.password })
  const body = { email: as.email, password: as.password }
  const cookie = cookiesOf(await callConsole(world.house, { method: 'post', path: '/sign-in', body }))
  return { ...as, cookie }
}

export const closingRequests: Readonly<Record<string, (world: World) => Honest | Promise<Honest>>> = {
  'GET /console/v1/account/deletion': () => ({ path: '/account/deletion' }),
  'POST /console/v1/account/delete': async (world) => {
    const { as } = await somewhereElse(world)
    return { path: '/account/delete', body: { password: as.password }, as }
  },
  'GET /console/v1/closings': () => ({ path: '/closings' }),
  'POST /console/v1/stores/:store/close': async (world) => {
    const { as, merchantId } = await somewhereElse(world)
    return { path: `/stores/${merchantId}/close`, body: { name: 'Closing', password: as.password }, as }
  },
  'POST /console/v1/stores/:store/take-back': async (world) => {
    const { as, merchantId } = await closeTheirs(world)
    return { path: `/stores/${merchantId}/take-back`, as }
  },
  'POST /console/v1/organization/close': async (world) => {
    const { as } = await somewhereElse(world)
    return { path: '/organization/close', body: { name: 'Closing', password: as.password }, as }
  },
  'POST /console/v1/organization/take-back': async (world) => ({
    path: '/organization/take-back',
    as: await closedOrganization(world),
  }),
}

type Send = (
  world: World,
  change?: (sent: Honest) => Honest,
  headers?: Readonly<Record<string, string>>,
) => Promise<Response>

const owners = new WeakMap<World, Promise<SignedIn>>()

/** Codes that only what was closed meets. */
export const closingCases = (route: Route, usual: World, call: Send): Cases => ({
  organization_closed: {
    told: 'by the owner of a closed organisation',
    send: async () => {
      const owner = owners.get(usual) ?? closedOrganization(usual)
      owners.set(usual, owner)
      return call(usual, ({ path, body }) => ({ path, body }), { cookie: (await owner).cookie })
    },
  },
  ...(route.path === '/console/v1/account/delete' && {
    last_owner: {
      told: 'as the only owner among others',
      send: async () => {
        const { as, organizationId } = await somewhereElse(usual)
        await signInTo(usual.house, organizationId, 'viewer')
        return as.post('/account/delete', { password: as.password })
      },
    },
    people_changing: {
      told: 'while somebody else changes people of an organisation they belong to',
      send: async () => {
        const { as, organizationId } = await somewhereElse(usual)
        const lease = await usual.house.foundation.documents.lease(`people of ${organizationId}`, 10_000)
        try {
          return await as.post('/account/delete', { password: as.password })
        } finally {
          await lease?.release()
        }
      },
    },
  }),
  ...(route.path === '/console/v1/organization/close' && {
    not_found: {
      told: 'when it is closed already',
      send: async () => {
        const as = await closedOrganization(usual)
        return callConsole(usual.house, {
          ...{ method: 'post', path: '/organization/close', cookie: as.cookie },
          body: { name: 'Closing', password: as.password },
        })
      },
    },
  }),
  ...(/:store\/(?:close|take-back)$/.test(route.path) && {
    not_found: {
      told: 'with an id of nobody, or of another store',
      send: () => call(usual, ({ path, body }) => ({ path, body }), { cookie: usual.person.cookie }),
    },
  }),
  ...(route.path === '/console/v1/organization/take-back' && {
    not_found: { told: 'when it is not closed', send: () => usual.person.post('/organization/take-back') },
  }),
})
