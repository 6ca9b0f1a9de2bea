import { anOrder, send } from '../house.ts'
import type { Honest } from './honest.ts'
import type { World } from './world.ts'

/** Where the database is gone, any will do. */
const spareOrder = async ({ house, shop }: World): Promise<{ readonly id: string; readonly order_id: string }> => {
  const scored = await send(house, { path: '/v1/assessments', body: anOrder(), keys: shop.test })
  const { id = `asm_${'0'.repeat(26)}`, order_id = 'nobody' } = scored.body as { id?: string; order_id?: string }
  return { id, order_id }
}

export const labelRequests: Readonly<Record<string, (world: World) => Honest | Promise<Honest>>> = {
  'POST /v1/labels': async (world) => ({
    path: '/v1/labels',
    body: { assessment_id: (await spareOrder(world)).id, label: 'suspected_fraud' },
  }),
  'GET /v1/labels': () => ({ path: '/v1/labels?limit=1' }),
  'POST /v1/orders/:id/events': async (world) => ({
    path: `/v1/orders/${(await spareOrder(world)).order_id}/events`,
    body: { type: 'shipped', at: new Date(Date.now() - 1_000).toISOString() },
  }),
}

const storeOf = ({ shop }: World): string => `/stores/${shop.merchantId}/test`
const noReview = `rev_${'0'.repeat(26)}`
const tenantOf = ({ shop }: World) => ({ merchantId: shop.merchantId, mode: 'test' }) as const

/** An order that waits for a person. */
const spareReview = async (world: World): Promise<string> => {
  const body = anOrder({ email: { address: 'review@test.invalid' } })
  const scored = await send(world.house, { path: '/v1/assessments', body, keys: world.shop.test })
  const { id = '' } = scored.body as { id?: string }
  await world.house.services.reviews.open(tenantOf(world), id).catch(() => undefined)
  return id.startsWith('asm_') ? id.replace('asm_', 'rev_') : noReview
}

const clerk = { type: 'key', id: 'key_of_somebody_else', senior: true } as const

/** The same review as somebody else left it. */
export const heldReview = async (world: World, path: string): Promise<void> => {
  await world.house.services.reviews.claim(tenantOf(world), clerk, reviewIn(path))
}
export const decidedReview = async (world: World, path: string): Promise<void> => {
  await world.house.services.reviews.decide(tenantOf(world), clerk, reviewIn(path), { decision: 'approve' })
}
export const closedReview = async (world: World): Promise<void> => {
  await world.house.services.reviews.close(Date.now() + 60_000)
}
const reviewIn = (path: string): string => /rev_[0-9A-Z]+/.exec(path)?.[0] ?? noReview

const undoable = async (world: World): Promise<string> => {
  const id = await spareReview(world)
  await decidedReview(world, id).catch(() => undefined)
  return id
}

const reviewActions = (
  prefix: string,
  from: (world: World) => string,
): Record<string, (world: World) => Promise<Honest>> => {
  const at = async (world: World, action: string, body?: unknown): Promise<Honest> => ({
    path: `${from(world)}/reviews/${await spareReview(world)}/${action}`,
    ...(body === undefined ? {} : { body }),
  })
  return {
    [`POST ${prefix}/reviews/:id/claim`]: (world) => at(world, 'claim'),
    [`POST ${prefix}/reviews/:id/release`]: (world) => at(world, 'release'),
    [`POST ${prefix}/reviews/:id/decide`]: (world) => at(world, 'decide', { decision: 'decline' }),
    [`POST ${prefix}/reviews/:id/escalate`]: (world) => at(world, 'escalate', {}),
    [`POST ${prefix}/reviews/:id/notes`]: (world) => at(world, 'notes', { text: 'The customer was called.' }),
    [`POST ${prefix}/reviews/:id/undo`]: async (world) => ({
      path: `${from(world)}/reviews/${await undoable(world)}/undo`,
    }),
    [`POST ${prefix}/reviews/decide`]: async (world) => ({
      path: `${from(world)}/reviews/decide`,
      body: { decision: 'approve', ids: [await spareReview(world)] },
    }),
    [`GET ${prefix}/reviews`]: (world) => Promise.resolve({ path: `${from(world)}/reviews?limit=1` }),
    [`GET ${prefix}/reviews/:id`]: async (world) => ({ path: `${from(world)}/reviews/${await spareReview(world)}` }),
  }
}

const consoleStore = '/console/v1/stores/:store/:mode'
export const reviewRequests: Readonly<Record<string, (world: World) => Honest | Promise<Honest>>> = {
  ...reviewActions('/v1', () => '/v1'),
  ...reviewActions(consoleStore, storeOf),
  [`GET ${consoleStore}/reviews/summary`]: (world) => ({ path: `${storeOf(world)}/reviews/summary` }),
  [`GET ${consoleStore}/orders/:id/history`]: (world) => ({
    path: `${storeOf(world)}/orders/${world.scored.id}/history`,
  }),
  [`POST ${consoleStore}/orders/:id/labels`]: (world) => ({
    path: `${storeOf(world)}/orders/${world.scored.id}/labels`,
    body: { label: 'suspected_fraud' },
  }),
  [`GET ${consoleStore}/labels`]: (world) => ({ path: `${storeOf(world)}/labels?limit=1` }),
  [`POST ${consoleStore}/labels`]: (world) => ({
    path: `${storeOf(world)}/labels`,
    body: { assessment_id: world.scored.id, label: 'suspected_fraud' },
  }),
  [`GET ${consoleStore}/outcomes`]: (world) => ({ path: `${storeOf(world)}/outcomes` }),
}
