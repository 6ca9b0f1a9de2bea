import { anOrder, send } from '../house.ts'
import type { Honest } from './requests.ts'
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
