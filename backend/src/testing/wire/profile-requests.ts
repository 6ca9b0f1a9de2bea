import { anOrder, send } from '../house.ts'
import type { Honest } from './honest.ts'
import type { World } from './world.ts'

const prefix = '/console/v1/stores/:store/:mode'
const store = ({ shop }: World): string => `/stores/${shop.merchantId}/test`

/** Of an order that is there; where the database is gone, any will do. */
const aRef = async (world: World): Promise<string> => {
  const { house, shop, person } = world
  const body = anOrder({ email: { address: 'jo@profile.example' } })
  const scored = await send(house, { path: '/v1/assessments', body, keys: shop.test })
  const { id = 'none' } = scored.body as { id?: string }
  const detail = await person.get(`${store(world)}/orders/${id}`)
  const { identifiers = [] } = detail.body as { identifiers?: readonly { kind: string; ref: string }[] }
  return identifiers.find(({ kind }) => kind === 'email')?.ref ?? '0'.repeat(64)
}

export const profileRequests: Readonly<Record<string, (world: World) => Honest | Promise<Honest>>> = {
  [`GET ${prefix}/profiles/:kind/:ref`]: async (world) => ({
    path: `${store(world)}/profiles/email/${await aRef(world)}`,
  }),
  [`GET ${prefix}/evidence`]: (world) => ({ path: `${store(world)}/evidence` }),
  [`GET ${prefix}/evidence/statistics`]: (world) => ({ path: `${store(world)}/evidence/statistics` }),
}
